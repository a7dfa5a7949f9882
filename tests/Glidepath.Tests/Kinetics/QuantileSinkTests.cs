using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

public class QuantileSinkTests
{
    private static readonly double[] Parts = [0.05, 0.25, 0.5, 0.75, 0.95];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_counted_quantile_is_within_eight_in_a_thousand_of_the_sorted_one(int threads)
    {
        const int People = 20_000;
        var cohort = VirtualPatients.Draw(KineticTable.DiazepamModel, [], People, 3, 1);
        var doses = DoseHistory.Daily([new(0, 5), new(9, 10)], 3);
        var timeline = HistoryGrid.Lay(doses, 110, 2, [], _ => 1);
        var kept = new Kept(cohort, timeline.Hours);
        var counted = new QuantileSink(People, cohort.Shape.Analytes, timeline.Rows, threads, Parts);
        LevelRun.Run(cohort, timeline, doses, [kept, counted], threads);
        for (var analyte = 0; analyte < cohort.Shape.Analytes; analyte++)
        for (var row = 1; row < timeline.Rows; row++)
        {
            var sorted = kept.Levels[analyte][row].Order().ToArray();
            for (var i = 0; i < Parts.Length; i++)
                Assert.Equal(1, counted.Values[analyte][i][row] / sorted[(int)Math.Round(Parts[i] * (People - 1))], 0.008);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Quantiles_of_a_few_people_who_are_alike_are_their_level(int people)
    {
        var cohort = new Body(3, 40, 1).Cohort(people);
        var timeline = HistoryGrid.Lay(DoseHistory.Single(2), 10, 1, [], _ => 1);
        var (kept, counted) = (new Kept(cohort, timeline.Hours), new QuantileSink(people, 1, timeline.Rows, 1, Parts));
        LevelRun.Run(cohort, timeline, DoseHistory.Single(2), [kept, counted]);
        for (var row = 1; row < timeline.Rows; row++)
            Assert.All(counted.Values[0], quantile => Assert.Equal(1, quantile[row] / kept.Levels[0][row][0], 0.008));
    }

    [Fact]
    public void Nobody_who_has_taken_nothing_has_a_level()
    {
        var timeline = HistoryGrid.Lay(new DoseHistory([new(5, 1)]), 4, 1, [], _ => 1);
        var counted = new QuantileSink(3, 1, timeline.Rows, 1, Parts);
        LevelRun.Run(new Body(3, 40, 1).Cohort(3), timeline, new DoseHistory([new(5, 1)]), [counted]);
        Assert.All(counted.Values[0], quantile => Assert.All(quantile, level => Assert.Equal(0, level)));
    }
}
