using Glidepath.Tests.Monitoring;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

/// <summary>
/// The interval of a share holds the truth of made-up people as often as it says. Each has good and bad days, so that two prompts of one day
/// are alike, which the method does not know.
/// </summary>
public class TriggerCoverageTests
{
    private const int FirstNumber = 300_000,
        Settings = 8;

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    [InlineData(7, 9)]
    [InlineData(10, 19)]
    [InlineData(20, 60)]
    public void Of_2000_made_up_people_the_interval_holds_the_share_for_93_to_97_percent(int fewest, int most)
    {
        var coverage = new Coverage($"{fewest} to {most} prompts");
        foreach (var number in Gate.Part([.. Enumerable.Range(FirstNumber + 10_000 * fewest, Coverage.People)]))
        {
            var draws = Coverage.DrawsOf(number);
            var share = Share(draws, -1.2, 1);
            coverage.Add(share, Prompts(draws, share, fewest, most).Share);
        }
        coverage.Holds();
    }

    [Fact]
    public void The_interval_of_whichever_stands_first_holds_less_often_and_the_page_says_so()
    {
        var (all, first) = (new Coverage("all"), new Coverage("first"));
        foreach (var number in Gate.Part([.. Enumerable.Range(FirstNumber + 900_000, Coverage.People)]))
        {
            var draws = Coverage.DrawsOf(number);
            var usual = -1.2 + 0.7 * draws.Normal();
            var shares = Enumerable.Range(0, Settings).ToDictionary(s => $"{s}", _ => Share(draws, usual, 0.9));
            var answers = shares.SelectMany(s =>
                Prompts(draws, s.Value, 5, 40) is var told
                    ? Enumerable.Range(0, told.Prompts).Select(i => new PromptedMoment(i < told.Hard, [s.Key]))
                    : []
            );
            var map = TriggerMap.Of([.. answers]).Settings;
            first.Add(shares[map[0].Setting], map[0].Share!.Share);
            foreach (var setting in map)
                all.Add(shares[setting.Setting], setting.Share!.Share);
        }
        all.Holds();
        TestContext.Current.TestOutputHelper?.WriteLine($"of those that stand first {first.Share:P1}");
        Assert.InRange(first.Share, 0.84, 0.93);
    }

    private static double Share(Draws draws, double usual, double spread) => 1 / (1 + Math.Exp(-(usual + spread * draws.Normal())));

    /// <summary>One or two prompts a day in the setting, on days that are good or bad.</summary>
    private static TriggerShare Prompts(Draws draws, double share, int fewest, int most)
    {
        var (prompts, hard, asked) = ((int)(fewest * Math.Pow((most + 1d) / fewest, draws.Uniform())), 0, 0);
        var bad = Math.Min(1, share * (1 + draws.Between(0, 0.8)));
        while (asked < prompts)
        {
            var (today, times) = (draws.Happens(0.5) ? bad : 2 * share - bad, draws.Happens(0.6) ? 1 : 2);
            for (var i = 0; i < times && asked < prompts; i++, asked++)
                hard += draws.Happens(today) ? 1 : 0;
        }
        return TriggerShare.Of(hard, prompts)!;
    }
}
