using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class WorkedExampleTests
{
    /// <summary>
    /// By hand, 10 % every 14 days is ln(1/0.9) = 0.10536 in 2 weeks. 1 to 0.875 mg is 12.5 %: 0.1335, 17.7 days at that rate, so 3 weeks.
    /// To 0.75 14.3 %:
    /// 20.5 days, 3 weeks. To 0.625 16.7 %: 24.2 days, 4 weeks. To 0.5 20 %: 29.6 days, no more than 4 weeks. To 0.375 25 %: the ceiling, 4
    /// weeks. To 0.25 would be 33 %: there the liquid begins.
    /// </summary>
    [Fact]
    public void One_mg_at_bedtime_goes_down_by_pieces_as_worked_by_hand()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime"));
        Assert.Equal(
            [(1m, 14), (0.875m, 21), (0.75m, 21), (0.625m, 28), (0.5m, 28), (0.375m, 28)],
            plan.Steps.Where(s => s.Number <= 5).Select(s => (s.DailyDose.Milligrams, s.Days!.Value))
        );
        Assert.All(plan.Steps.Skip(6).SkipLast(1), s => Assert.Equal(TaperPhase.Liquid, s.Phase));
    }

    /// <summary>0.375 mg to 0.05 mg is ln(7.5) = 2.01, 19.1 steps of 0.10536: 20 at the least, and 5 before, and the stop.</summary>
    [Fact]
    public void One_mg_at_bedtime_takes_about_60_weeks_and_27_cuts_to_a_stop_from_a_twentieth()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime"));
        Assert.Equal(0.05m, plan.Last!.Value.Milligrams);
        Assert.InRange(plan.TotalDays / 7, 58, 66);
        Assert.InRange(plan.Steps.Count - 1, 26, 29);
        Assert.Equal(25, plan.WorstCutPercent);
    }

    [Fact]
    public void At_twenty_percent_it_takes_about_half_as_long() =>
        Assert.InRange(A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Pace(20, 14), PaceIsAsked = true }).TotalDays / 7, 28, 34);

    [Fact]
    public void At_five_percent_every_four_weeks_the_liquid_begins_with_the_first_cut() =>
        Assert.Equal(
            TaperPhase.Liquid,
            A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Pace(5, 28), PaceIsAsked = true }).Steps[1].Phase
        );

    /// <summary>Without a liquid the tablets end where the next cut would be 33 %.</summary>
    [Fact]
    public void Without_a_liquid_it_stays_at_the_last_dose_that_keeps_the_ceiling()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { NoLiquid = true });
        Assert.Equal((PlanEnd.StockLimit, 0.375m, null), (plan.Ends, plan.Steps[^1].DailyDose.Milligrams, plan.Last));
        Assert.Contains(plan.Findings, f => f.Rule == "plan.stays");
    }

    [Fact]
    public void With_large_last_steps_accepted_it_goes_to_zero_and_names_them()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { AcceptLargeLastSteps = true });
        Assert.Equal([0.375m, 0.25m, 0.125m, 0], plan.Steps.Skip(5).Select(s => s.DailyDose.Milligrams));
        Assert.Contains(plan.Steps[6].Findings, f => f.Severity is Pharmacology.Safety.Severity.Breach);
    }
}
