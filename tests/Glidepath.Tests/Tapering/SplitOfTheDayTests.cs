using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class SplitOfTheDayTests
{
    [Theory]
    [InlineData("1 mg morning, 1 mg evening")]
    [InlineData("1 mg morning, 0.5 mg midday, 2 mg bedtime")]
    [InlineData("0.5 mg morning, 0.5 mg midday, 0.5 mg evening, 0.5 mg bedtime")]
    public void Every_time_of_day_stays_within_one_makeable_unit_of_its_share(string regimen)
    {
        var plan = A.Plan(A.Clonazepam(regimen));
        var start = plan.Request.Regimen;
        foreach (var step in plan.Steps)
            foreach (var time in start.Times)
                Assert.True(Math.Abs(step.Regimen[time].Milligrams - step.DailyDose.Milligrams * start[time].Milligrams / start.DailyDose.Milligrams) <= 0.125m, $"{time} at {step.Regimen}");
    }

    [Theory]
    [InlineData("1 mg morning, 1 mg evening", null)]
    [InlineData("0.125 mg morning, 4 mg evening, 0.125 mg bedtime", null)]
    [InlineData("2 mg morning, 2 mg evening", "evening")]
    public void No_time_of_day_is_emptied_while_another_holds_more_than_two_units(string regimen, string? dropLast)
    {
        var plan = A.Plan(A.Clonazepam(regimen) with { DropLast = dropLast is null ? null : A.Time(dropLast) });
        Assert.All(plan.Steps, step => Assert.True(
            plan.Request.Regimen.Times.All(t => !step.Regimen[t].IsZero) || step.Regimen.Times.All(t => step.Regimen[t].Milligrams <= 0.25m), $"{step.Regimen}"));
    }

    [Fact]
    public void Two_small_doses_beside_a_large_one_do_not_force_the_large_one_down_in_one_cut()
    {
        var plan = A.Plan(A.Clonazepam("0.125 mg morning, 4 mg evening, 0.125 mg bedtime"));
        Assert.All(plan.Steps.SkipLast(1).Where(s => s.DailyDose.Milligrams >= 1.25m), step => Assert.True(step.ReductionPercentOfCurrent <= 10m, $"{step.Regimen}"));
        Assert.Equal(50, plan.WorstCutPercent);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.small-doses");
        Assert.DoesNotContain(A.Plan(A.Clonazepam("1 mg morning, 0.5 mg midday, 2 mg bedtime")).Findings, f => f.Rule == "plan.small-doses");
    }

    [Fact]
    public void The_time_dropped_last_keeps_its_dose_until_the_others_are_down_to_one_unit()
    {
        var plan = A.Plan(A.Clonazepam("1 mg morning, 1 mg evening") with { DropLast = TimeOfDay.Evening });
        Assert.All(plan.Steps, step => Assert.True(step.Regimen[TimeOfDay.Evening].Milligrams == 1 || step.Regimen[TimeOfDay.Morning].Milligrams <= 0.125m, $"{step.Regimen}"));
        Assert.True(plan.Steps[^2].Regimen[TimeOfDay.Morning].IsZero);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.split-family");
    }

    [Fact]
    public void A_long_acting_drug_may_be_emptied_at_one_time_of_day_early()
    {
        var plan = A.Plan(A.Taper(Pharmacology.Drugs.BenzodiazepineTable.Diazepam, "2 mg morning, 10 mg bedtime", "tablet 2, tablet 5, tablet 10"));
        Assert.Equal(SplitRule.Free, plan.Split);
        Assert.Contains(plan.Steps, s => s.Regimen[TimeOfDay.Morning].IsZero && s.Regimen[TimeOfDay.Bedtime].Milligrams > 4);
    }

    [Fact]
    public void A_long_acting_drug_with_too_many_splits_says_that_the_plan_is_the_best_of_a_family()
    {
        var plan = A.Plan(A.Taper(Pharmacology.Drugs.BenzodiazepineTable.Diazepam, "20 mg morning, 20 mg bedtime"));
        Assert.Equal(SplitRule.ProportionalFamily, plan.Split);
        Assert.False(plan.IsOptimalOverAllSplits);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.split-family");
    }

    [Fact]
    public void Narrowed_splits_still_reach_a_goal_that_is_no_even_share()
    {
        var plan = A.Plan(A.Clonazepam("5 mg morning, 5 mg midday, 5 mg evening, 5 mg bedtime", "tablet 0.5, tablet 1, tablet 2, odt 0.125, suspension 0.1 mg/mL") with { Goal = A.Mg(0.33m) });
        Assert.False(plan.IsOptimalOverAllSplits);
        Assert.Null(PlanRules.Broken(plan));
    }

    [Fact]
    public void Too_many_splits_are_narrowed_within_the_rule_and_the_plan_says_so()
    {
        var plan = A.Plan(A.Clonazepam("2 mg morning, 1 mg midday, 1 mg evening, 2 mg bedtime", "tablet 0.5, tablet 1, tablet 2, odt 0.125, suspension 0.1 mg/mL"));
        Assert.Equal(SplitRule.ProportionalFamily, plan.Split);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.split-family");
        Assert.Null(PlanRules.Broken(plan));
        Assert.All(plan.Steps, step => Assert.All(plan.Request.Regimen.Times, time =>
            Assert.True(Math.Abs(step.Regimen[time].Milligrams - step.DailyDose.Milligrams * plan.Request.Regimen[time].Milligrams / 6) <= 0.01m, $"{step.Regimen}")));
    }
}
