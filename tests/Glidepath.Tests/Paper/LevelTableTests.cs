using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

public class LevelTableTests
{
    public static TheoryData<string> Kinds => Charted.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_row_holds_what_the_data_hold_at_its_hour(string kind)
    {
        var data = Charted.All[kind];
        var table = LevelTable.Of(data);
        Assert.All(
            table.Rows,
            row =>
            {
                Assert.Equal(table.Headers.Count, row.Cells.Count);
                foreach (var (curve, level) in data.Curves.Zip(row.Levels))
                    if (curve.Hours.ToList().BinarySearch(row.Hour) is >= 0 and var at)
                        Assert.Equal(new Band(curve.Low[at], curve.Typical[at], curve.High[at]), level);
            }
        );
    }

    [Fact]
    public void Between_two_points_a_level_lies_on_the_line_and_outside_there_is_none()
    {
        var curve = new LevelCurve("x", [1, 3], [0, 2], [1, 5], [2, 10]);
        Assert.Equal(new Band(1, 3, 6), curve.At(2));
        Assert.Null(curve.At(0.5));
        Assert.Null(curve.At(3.5));
    }

    [Fact]
    public void The_first_day_has_rows_of_hours_and_every_other_day_one() =>
        Assert.Equal(
            [0, 4, 8, 12, 16, 20, .. Enumerable.Range(1, 14).Select(d => 24d * d)],
            LevelTable.Of(Charted.OneDose).Rows.Select(r => r.Hour)
        );

    [Fact]
    public void Each_step_has_a_row_with_both_percentages_and_the_level_as_it_ends()
    {
        var rows = LevelTable.Of(Charted.HalfAYear).Rows;
        Assert.Equal(Charted.HalfAYear.Steps, rows.Select(r => r.Step));
        Assert.Equal(["11", "after 22 weeks", "0.125", "50%, above 25%", "6.3%"], rows[11].Cells.Take(5));
        Assert.Equal(24 * 7 * 24, rows[11].Hour);
        Assert.Equal(Charted.HalfAYear.Curves[0].At(24 * 7 * 24), rows[11].Levels[0]);
    }

    [Fact]
    public void The_last_dose_has_its_level_24_hours_after_it_like_every_other()
    {
        // At bedtime, 22:00. The stop begins in the morning of its day, when the last dose is 10 hours old: 1.46 ng/mL, not 1.13.
        var plan = A.Plan(A.Clonazepam("0.25 mg bedtime", "odt 0.125") with { AcceptLargeLastSteps = true });
        var data = PlanChart.Of(plan);
        var rows = LevelTable.Of(data).Rows;
        Assert.Equal([0.25m, 0.125m, 0], rows.Select(r => r.Step!.DailyMilligrams));
        Assert.Equal(plan.EndsOn.ToDateTime(new TimeOnly(22, 0)), data.Start!.Value.AddHours(rows[1].Hour));
        var (before, last) = (rows[0].Levels[0]!.Value.Typical, rows[1].Levels[0]!.Value.Typical);
        // Kinetics are linear, and both doses were held until the level was steady: half of the dose, half of the level.
        Assert.InRange(last / before, 0.495, 0.505);
        Assert.Equal("1.13", rows[1].Cells[6]);
        Assert.Equal(1.46, data.Curves[0].At(rows[2].Step!.Hour)!.Value.Typical, 2);
    }

    [Fact]
    public void A_step_ends_when_its_own_next_dose_would_be_due()
    {
        ChartedDose Dose(double hour, decimal mg, int number) => new(hour, mg, number, false);
        // Morning and bedtime from 08:00, then bedtime alone, then nothing: 48 h is 08:00 of the day on which the morning dose is left out.
        var data = new LevelChartData
        {
            Title = "x",
            Start = new DateTime(2027, 1, 4, 8, 0, 0),
            Steps = [Dose(0, 2, 0), Dose(48 + 14, 1, 1), Dose(96, 0, 2)],
        };
        Assert.Equal([48, 96 + 14, data.Hours], new[] { data.EndOf(0), data.EndOf(1), data.EndOf(2) });
    }

    [Fact]
    public void The_doses_of_a_plan_are_its_own()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { AcceptLargeLastSteps = true });
        var doses = ChartedDose.Of(plan);
        Assert.Equal(plan.Steps.Select(s => (s.Number, s.DailyDose.Milligrams)), doses.Select(d => (d.Number, d.DailyMilligrams)));
        // The stop is no cut.
        Assert.Equal(
            plan.Steps.Where(s => s.ReductionPercentOfCurrent is > 25 and < 100).Select(s => s.Number),
            doses.Where(d => d.Flagged).Select(d => d.Number)
        );
        Assert.Contains(doses, d => d.Flagged);
        Assert.Equal(24d * plan.TotalDays, doses[^1].Hour);
    }
}
