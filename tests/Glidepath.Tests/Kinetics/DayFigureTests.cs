using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>Trough, peak and mean of each day, made without writing the levels down.</summary>
public class DayFigureTests
{
    /// <summary>Irregular doses between the rows, one and two compartments, every width, and more people than one block holds.</summary>
    [Fact]
    public void A_day_folded_as_it_is_made_is_that_of_its_levels() =>
        Gen.Select(
                RandomRegimens.Bodies(),
                RandomRegimens.Histories,
                Gen.Int[1, 150],
                Gen.Int[0, 2].Select(i => new[] { 1, 2, 24 }[i]),
                Gen.Int[0, 2].Select(i => (LaneWidth)i)
            )
            .Sample(
                (body, doses, people, rowsOfDay, width) =>
                {
                    var cohort = Body.Of([.. Enumerable.Range(0, people).Select(i => body with { CL = body.CL * (1 + 0.01 * i) })]);
                    var timeline = HistoryGrid.Lay(doses, 24 * 9, 24.0 / rowsOfDay, [], _ => 1);
                    var (levels, figures) = (new Kept(cohort, timeline.Hours), new Kept(cohort, new double[9 * DayFigures.Count]));
                    LevelRun.Run(cohort, timeline, doses, [levels]);
                    LevelRun.Run(cohort, timeline, doses, [figures], width: width, rowsOfDay: rowsOfDay);
                    AreOfTheirDay(levels.Levels[0], figures.Levels[0], rowsOfDay, people);
                },
                iter: 60
            );

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(24)]
    public void A_day_of_changing_clearance_is_that_of_its_levels(int rowsOfDay)
    {
        KineticChange[] changes = [ClearanceEffectTable.Find(BenzodiazepineTable.Clonazepam, "carbamazepine")!.From(50)];
        var cohort = VirtualPatients.Draw(KineticTable.ClonazepamWorking, changes, 70, 3, 1);
        var doses = DoseHistory.Daily([new(8, 1), new(20, 1)], 9);
        var timeline = HistoryGrid.Lay(doses, 24 * 9, 24.0 / rowsOfDay, changes, _ => 1);
        var (levels, figures) = (new Kept(cohort, timeline.Hours), new Kept(cohort, new double[9 * DayFigures.Count]));
        LevelRun.Run(cohort, timeline, doses, [levels]);
        LevelRun.Run(cohort, timeline, doses, [figures], rowsOfDay: rowsOfDay);
        AreOfTheirDay(levels.Levels[0], figures.Levels[0], rowsOfDay, 70);
    }

    private static void AreOfTheirDay(double[][] levels, double[][] figures, int rowsOfDay, int people)
    {
        var most = levels.Max(r => r.Max());
        for (var day = 0; day < figures.Length / DayFigures.Count; day++)
        for (var person = 0; person < people; person++)
        {
            var hours = levels.Skip(day * rowsOfDay).Take(rowsOfDay).Select(r => r[person]).ToList();
            Equal(hours.Min(), DayFigures.Trough);
            Equal(hours.Max(), DayFigures.Peak);
            Equal(hours.Average(), DayFigures.Mean);

            // Like rates make large amplitudes that cancel (LaneTests).
            void Equal(double expected, int figure) =>
                Assert.Equal(expected, figures[day * DayFigures.Count + figure][person], 1e-6 * most);
        }
    }

    [Theory]
    [InlineData(23, 1, 0)]
    [InlineData(47, 1, 1)]
    [InlineData(48, 1, 2)]
    [InlineData(191, 0.5, 7)]
    [InlineData(191.5, 0.5, 7)]
    [InlineData(216, 12, 9)]
    [InlineData(240, 24, 10)]
    public void Every_whole_day_has_its_levels_and_no_other(double hours, double every, int days)
    {
        var request = new LevelRequest
        {
            Model = KineticTable.ClonazepamWorking,
            Doses = DoseHistory.Daily([new(8, 1)], 10),
            Hours = hours,
            EveryHours = every,
            Patients = 70,
            Seed = 1,
        };
        var levels = LevelSimulator.SimulateDays(request);
        Assert.Equal(Enumerable.Range(0, days), levels.Select(l => l.Day));
        Assert.All(levels.Skip(1), l => Assert.True(l.Trough.Typical > 0 && l.Peak.Typical >= l.Average.Typical));
    }

    [Fact]
    public void A_run_goes_from_one_dose_to_the_next_and_never_into_the_next_day()
    {
        var timeline = HistoryGrid.Lay(DoseHistory.Daily([new(8, 1), new(20.5, 1)], 2), 47, 1, [], _ => 1);
        var slice = Assert.Single(LevelSlice.Cut(timeline, 48, 24));
        Assert.Equal([1, 7, 13, 0, 1, 2, 8, 13, 0, 1, 2], slice.Runs.Select(r => r.Rows));
        Assert.Equal([5, 10], slice.Runs.Index().Where(r => r.Item.EndsDay).Select(r => r.Index));
        Assert.Equal(48, slice.Runs.Sum(r => r.Rows));
        Assert.Equal(LevelSlice.NoTime, slice.Runs[0].Slot);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(67)]
    [InlineData(200)]
    public void Stored_levels_are_those_handed_on_wherever_a_row_begins_in_memory(int people)
    {
        var cohort = VirtualPatients.Draw(KineticTable.ClonazepamWorking, [], people, 1, 1);
        var doses = DoseHistory.Daily([new(8, 1)], 3);
        var timeline = HistoryGrid.Lay(doses, 72, 1, [], _ => 1);
        var (kept, stored) = (new Kept(cohort, timeline.Hours), new StoredSink(0, new double[73 * people], 73, people));
        LevelRun.Run(cohort, timeline, doses, [kept, stored]);
        for (var row = 0; row < 73; row++)
            Assert.Equal(kept.Levels[0][row], Enumerable.Range(0, people).Select(person => stored[row, person]));
    }
}
