using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

/// <summary>From the smallest number that is printed on, the interval of what helped holds the truth of made-up people as often as it says.</summary>
public class CopingCoverageTests
{
    private const int FirstNumber = 500_000,
        Fewest = WhatHelped.LeastEach;

    [Theory]
    [InlineData(Fewest, Fewest)]
    [InlineData(Fewest, 10)]
    [InlineData(10, Fewest)]
    [InlineData(Fewest, 30)]
    [InlineData(30, Fewest)]
    [InlineData(Fewest, 60)]
    [InlineData(60, Fewest)]
    [InlineData(8, 40)]
    [InlineData(15, 15)]
    [InlineData(30, 30)]
    [InlineData(60, 60)]
    public void Of_2000_made_up_people_the_interval_holds_the_truth_for_93_to_97_percent(int coped, int waited)
    {
        var coverage = new Coverage($"{coped} with a coping, {waited} waited");
        var said = People(coped, waited).Select(p => (p.Truth, Drop: WhatHelped.Of(p.Tries).Copings.Single().MoreDrop)).ToList();
        foreach (var (truth, drop) in said.Where(s => s.Drop is not null))
            coverage.Add(truth, drop!.Value);
        coverage.Holds();
        Assert.True(said.Count(s => s.Drop is null) <= said.Count / 50);
    }

    [Fact]
    public void A_bootstrap_of_the_plain_drops_of_five_and_five_holds_it_for_80_to_88_percent()
    {
        var (coverage, draws) = (new Coverage("bootstrap"), Coverage.DrawsOf(1));
        List<int[]> indices = [.. Enumerable.Range(0, PlainBootstrap.Resamples).Select(_ => (int[])[.. Drawn(0), .. Drawn(Fewest)])];
        foreach (var person in People(Fewest, Fewest))
        {
            var (low, high) = PlainBootstrap.Middle95([.. person.Tries.Select(t => (double)(t.Start - t.After))], Fewest, indices);
            coverage.Add(person.Truth >= low && person.Truth <= high);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{coverage.Share:P1}");
        Assert.InRange(coverage.Share, 0.8, 0.88);

        IEnumerable<int> Drawn(int from) => Enumerable.Range(0, Fewest).Select(_ => from + draws.OneOf(Fewest));
    }

    private static ParallelQuery<MadeUpCoper> People(int coped, int waited) =>
        Gate.Part([.. Enumerable.Range(FirstNumber + 10_000 * coped + waited, Coverage.People)])
            .AsParallel()
            .AsOrdered()
            .Select(number => new MadeUpCoper(number, coped, waited));
}
