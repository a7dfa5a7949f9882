using CsCheck;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

public class WhatHelpedTests
{
    private static readonly Gen<List<CopingTry>> GenTries = Gen.Select(
        Gens.Of(null, "walk", "call"),
        Gen.Int[0, 10],
        Gen.Int[0, 10],
        Gen.Int[5, 25],
        (coping, start, after, minutes) => new CopingTry(coping, start, after, minutes)
    ).List[0, 60];

    [Fact]
    public void From_the_same_starts_it_is_the_plain_difference_with_the_interval_of_welch_or_wider()
    {
        // Starts balanced, so that nothing is adjusted: 4 points of drop on average against 2.
        var drop = Only([
            Tries("walk", [(8, 4), (8, 3), (7, 4), (7, 3), (9, 4), (9, 6)]),
            Tries(null, [(8, 6), (8, 5), (7, 6), (7, 5), (9, 6), (9, 8)]),
        ]);
        Assert.Equal(2, drop!.Value.Value, 1e-12);
        Assert.InRange(drop.Value.Low, 0.5, 0.9);
        Assert.Equal(4, drop.Value.Low + drop.Value.High, 1e-12);
    }

    [Fact]
    public void What_falls_only_because_it_began_higher_is_not_said_to_have_helped()
    {
        // In both what is left is half of the start and some scatter; the walks began 2 points higher, and fell by 1 point more.
        (decimal, decimal)[] waited = [(6, 3.2m), (6, 2.8m), (5, 2.6m), (5, 2.4m), (7, 3.6m), (7, 3.4m)];
        var drop = Only([Tries("walk", [.. waited.Select(w => (w.Item1 + 2, w.Item2 + 1))]), Tries(null, waited)]);
        Assert.Equal(0, drop!.Value.Value, 1e-12);
    }

    [Fact]
    public void Nothing_is_said_where_one_of_the_two_has_four()
    {
        var five = new (decimal, decimal)[] { (8, 4), (8, 3), (7, 4), (7, 3), (9, 4) };
        Assert.NotNull(Only([Tries("walk", five), Tries(null, [.. five.Reverse()])]));
        Assert.Null(Only([Tries("walk", five), Tries(null, five[1..])]));
        Assert.Null(Only([Tries("walk", five[1..]), Tries(null, five)]));
    }

    [Fact]
    public void A_second_rating_counts_from_10_to_20_minutes()
    {
        double[] minutes = [9.9, 10, 15, 20, 20.1];
        var helped = WhatHelped.Of(minutes.SelectMany(m => new[] { new CopingTry("walk", 8, 4, m), new CopingTry(null, 8, 5, m) }));
        Assert.Equal((3, 3), (helped.Waited, helped.Copings.Single().Tries));
    }

    [Fact]
    public void Ratings_that_cannot_tell_give_no_interval()
    {
        var spread = new (decimal, decimal)[] { (8, 4), (8, 3), (8, 5), (8, 2), (8, 4) };
        // Nothing scatters.
        Assert.Null(Only([Tries("walk", [.. Enumerable.Repeat((8m, 4m), 6)]), Tries(null, [.. Enumerable.Repeat((8m, 6m), 6)])]));
        // Each group has one start, and not the same.
        Assert.Null(Only([Tries("walk", spread), Tries(null, [.. spread.Select(s => (6m, s.Item2))])]));
        // One start alone is another.
        Assert.Null(Only([Tries("walk", [.. spread, (9, 4)]), Tries(null, spread)]));
        Assert.NotNull(Only([Tries("walk", spread), Tries(null, [.. spread.Select(s => (s.Item1, s.Item2 + 1))])]));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(8, 11)]
    public void A_rating_outside_its_scale_is_refused_with_what_is_accepted(int start, int after)
    {
        var no = Assert.Throws<ArgumentOutOfRangeException>(() => WhatHelped.Of([new("walk", start, after, 15)]));
        Assert.Contains("0 to 10", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_surest_stands_first_and_what_has_too_few_tries_last()
    {
        (decimal, decimal)[] waited = [(8, 6), (8, 5), (7, 6), (7, 5), (9, 6), (9, 8)];
        CopingTry[] tries =
        [
            .. Tries(null, waited),
            .. Tries("call", [.. waited.Select(w => (w.Item1, w.Item2 - 1))]),
            .. Tries("walk", [.. waited.Select(w => (w.Item1, w.Item2 - 3))]),
            .. Tries("sing", [(8, 0), (8, 0)]),
            .. Tries("tea", [(8, 0)]),
        ];
        var helped = WhatHelped.Of(tries);
        Assert.Equal(["walk", "call", "sing", "tea"], helped.Copings.Select(c => c.Coping));
        Assert.Equal([true, true, false, false], helped.Copings.Select(c => c.MoreDrop is not null));
    }

    [Fact]
    public void The_order_changes_nothing_and_an_interval_has_width_and_holds_what_it_is_of() =>
        GenTries.Sample(
            tries =>
            {
                var (one, turned) = (WhatHelped.Of(tries), WhatHelped.Of(tries.AsEnumerable().Reverse()));
                Assert.Equal(one.Waited, turned.Waited);
                foreach (var coping in one.Copings)
                {
                    var again = turned.Copings.Single(c => c.Coping == coping.Coping);
                    Assert.Equal((coping.Tries, coping.MoreDrop is null), (again.Tries, again.MoreDrop is null));
                    if (coping.MoreDrop is not { } drop)
                        continue;
                    Assert.Equal(drop.Low, again.MoreDrop!.Value.Low, 1e-9);
                    Assert.True(drop.Low < drop.Value && drop.Value < drop.High);
                }
            },
            iter: Gate.Cases(2000)
        );

    private static Learned? Only(IEnumerable<CopingTry>[] tries) => WhatHelped.Of(tries.SelectMany(t => t)).Copings.Single().MoreDrop;

    private static IEnumerable<CopingTry> Tries(string? coping, (decimal Start, decimal After)[] ratings) =>
        ratings.Select(r => new CopingTry(coping, r.Start, r.After, 15));
}
