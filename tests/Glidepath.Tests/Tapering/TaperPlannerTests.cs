using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class TaperPlannerTests
{
    [Fact]
    public void The_last_dose_is_the_smallest_makeable_without_compounding() => Assert.Equal(0.125m, A.Plan(A.Clonazepam("1 mg bedtime")).Last!.Value.Milligrams);

    /// <summary>0.5 mg diazepam is 0.025 mg clonazepam by Ashton, the stronger table; 0.02 mg is the first below it on the 0.01 mg grid.</summary>
    [Fact]
    public void With_compounding_the_last_dose_is_the_first_at_or_below_half_a_mg_of_diazepam() =>
        Assert.Equal(0.02m, A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1, suspension 0.1 mg/mL")).Last!.Value.Milligrams);

    [Fact]
    public void A_marketed_liquid_is_no_compounding_and_the_last_dose_is_its_smallest() =>
        Assert.Equal(0.1m, A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "5 mg bedtime")).Last!.Value.Milligrams);

    /// <summary>From 5 mg/mL the finest step is 0.5 mg, from 1 mg/mL 0.1 mg: the finer one cuts less, whatever the units they are reckoned in.</summary>
    [Fact]
    public void Of_two_concentrations_the_one_that_lies_nearer_to_the_asked_curve_is_taken() =>
        Assert.Single(A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "20 mg bedtime", "solution 1 mg/mL, concentrate 5 mg/mL") with { Last = A.Mg(0.5m) }).Stock, p => p.Strength == 1);

    /// <summary>80 mL of the weak one is more than a person is asked to drink; 16 mL of the strong one is not.</summary>
    [Fact]
    public void A_concentration_that_cannot_make_the_start_gives_way_to_one_that_can() =>
        Assert.Equal(5, A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "80 mg bedtime", "solution 1 mg/mL, concentrate 5 mg/mL")).Stock[0].Strength);

    [Fact]
    public void Cutting_now_never_brings_the_stop_forward()
    {
        var plan = A.Plan(A.Taper(BenzodiazepineTable.Zolpidem, "5 mg bedtime") with { CutNow = true });
        Assert.Equal([14, null], plan.Steps.Select(s => s.Days));
        Assert.Equal(A.Day, plan.ToSchedule().Doses[0].Start);
        Assert.False(plan.CutNowInForce);
        Assert.DoesNotContain(plan.Findings, f => f.Rule == "plan.cut-now");
    }

    [Fact]
    public void An_override_that_overrides_nothing_stands_nowhere() =>
        Assert.Null((A.Clonazepam("1 mg bedtime") with { OverrideReason = "not needed" }).OverrideInForce);

    [Fact]
    public void A_drug_without_equivalence_stops_from_its_smallest_makeable_dose() =>
        Assert.Equal(5, A.Plan(A.Taper(BenzodiazepineTable.Zolpidem, "10 mg bedtime")).Last!.Value.Milligrams);

    [Fact]
    public void The_stop_is_made_from_the_last_dose_asked_for()
    {
        var plan = A.Plan(A.Clonazepam("2 mg bedtime") with { Last = A.Mg(0.5m) });
        Assert.Equal(0.5m, plan.Steps[^2].DailyDose.Milligrams);
        Assert.True(plan.Steps[^2].Days >= plan.Steps[^3].Days);
    }

    [Fact]
    public void A_taper_that_starts_on_its_last_dose_is_held_for_an_interval_and_stops()
    {
        var plan = A.Plan(A.Clonazepam("0.125 mg bedtime"));
        Assert.Equal([(0.125m, (int?)14), (0m, null)], plan.Steps.Select(s => (s.DailyDose.Milligrams, s.Days)));
    }

    [Fact]
    public void Cutting_now_shortens_the_first_hold_by_one_interval_and_nothing_else()
    {
        var request = A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1");
        var (plan, now) = (A.Plan(request), A.Plan(request with { CutNow = true }));
        Assert.Equal(plan.Steps.Select((s, i) => i == 0 ? s.Days - 14 : s.Days), now.Steps.Select(s => s.Days));
        Assert.Null(PlanRules.Broken(now));
    }

    [Fact]
    public void Cutting_now_may_leave_no_day_on_the_starting_regimen()
    {
        var now = A.Plan(A.Clonazepam("2 mg bedtime") with { CutNow = true });
        Assert.Equal(0, now.Steps[0].Days);
        Assert.Equal(now.Steps[0].Start, now.Steps[1].Start);
        Assert.DoesNotContain(now.Fills, f => f.Step == 0);
    }

    [Fact]
    public void Cutting_now_is_still_judged_by_the_days_spent_on_the_starting_regimen()
    {
        var now = A.Plan(A.Clonazepam("0.5 mg bedtime", "tablet 0.5") with { CutNow = true });
        Assert.Equal(0.5m, now.ToSchedule().Original.Milligrams);
        Assert.Contains(now.Steps[1].Findings, f => f.Rule == "asam.step.current" && f.Message.Contains("after 93 days", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nice-cks", 12.5, 14, true)]
    [InlineData("nice-cks", 10, 7, true)]
    [InlineData("nice-cks", 12.5, 7, false)]
    [InlineData("nsw", 10, 10, true)]
    [InlineData("nsw", 10, 7, false)]
    public void No_policy_lets_a_pace_be_asked_for_that_its_own_rule_forbids(string policy, double percent, int days, bool allowed) =>
        Assert.Equal(allowed, PaceCeilingCheck.Exceeds(RuleSetTable.Find(policy)!, A.Pace((decimal)percent, days), A.Mg(1)) is null);

    [Fact]
    public void A_goal_above_zero_is_stayed_on()
    {
        var plan = A.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime") with { Goal = A.Mg(1) });
        Assert.Equal((1m, null, null), (plan.Steps[^1].DailyDose.Milligrams, plan.Steps[^1].End, plan.Last));
        Assert.NotEmpty(plan.Steps[^1].Doses);
        Assert.DoesNotContain(plan.Fills, f => f.Step == plan.Steps[^1].Number);
    }

    [Fact]
    public void A_cut_that_the_stock_forces_is_named_with_what_would_avoid_it()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1"));
        Assert.Contains(plan.Steps[1].Findings, f => f.Rule == "plan.forced-cut");
        var limit = Assert.Single(plan.Findings, f => f.Rule == "plan.stock-limit");
        Assert.Contains("0.125 mg orally disintegrating tablet (keeps to 10 % down to 1.25 mg)", limit.Message, StringComparison.Ordinal);
        Assert.Contains("--allow compounded", limit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_original_dose_a_cut_is_still_no_larger_than_the_step_of_current_where_the_stock_can_make_it()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1, suspension 0.1 mg/mL") with { Pace = A.Pace(10, 14, PercentBase.Original), Last = A.Mg(0.1m) });
        Assert.True(plan.WorstCutPercent <= 10);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.base-original");
    }

    [Theory]
    [InlineData(0.5, 180, true)]
    [InlineData(10, 14, false)]
    public void A_plan_of_more_than_five_years_is_named(double percent, int days, bool named) =>
        Assert.Equal(named, A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1") with { Pace = A.Pace((decimal)percent, days) }).Findings.Any(f => f.Rule == "plan.long"));

    [Fact]
    public void One_liquid_concentration_is_used_in_a_plan()
    {
        var plan = A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "10 mg bedtime"));
        Assert.Single(plan.Stock, p => p.IsLiquid);
        Assert.Contains(plan.Steps.SelectMany(s => s.Products), p => p.Strength == 1 && p.IsLiquid);
    }

    [Theory]
    [InlineData("0.3 mg bedtime", "tablet 0.5", "0.25 mg or 0.5 mg")]
    [InlineData("0.1 mg bedtime", "odt 0.125", "0.125 mg")]
    public void A_start_that_cannot_be_made_is_named_with_the_nearest_that_can(string regimen, string stock, string nearest)
    {
        var refusal = Refused(A.Clonazepam(regimen, stock));
        Assert.Equal(BindingLimit.StartNotMakeable, refusal.Limit);
        Assert.Contains($"nearest makeable: {nearest}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_goal_that_cannot_be_made_is_named_with_the_nearest_that_can() =>
        Assert.Contains("nearest makeable: 0.25 mg or 0.5 mg", Refused(A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1") with { Goal = A.Mg(0.3m) }).Message, StringComparison.Ordinal);

    [Fact]
    public void The_cheapest_change_that_makes_a_plan_possible_comes_first()
    {
        var refusal = Refused(A.Clonazepam("0.75 mg bedtime", "tablet 0.5") with { Limits = new() { AllowSplitting = false } });
        Assert.Equal("allow splitting", refusal.Relaxations[0]);
        Assert.Contains(refusal.Relaxations, r => r.Contains("orally disintegrating", StringComparison.Ordinal));
    }

    [Fact]
    public void A_start_of_too_many_pieces_says_how_many_would_do() =>
        Assert.Contains("allow more pieces at one time of day (--max-pieces 40)", Refused(A.Clonazepam("15 mg bedtime", "tablet 0.5")).Relaxations);

    [Fact]
    public void A_pace_above_the_ceiling_needs_a_reason_and_the_reason_stands_on_the_plan()
    {
        var request = A.Clonazepam("1 mg bedtime") with { Pace = A.Pace(30, 14) };
        Assert.Equal(BindingLimit.PaceCeiling, Refused(request).Limit);
        Assert.Contains(A.Plan(request with { OverrideReason = "inpatient, day 3" }).Findings, f => f.Severity is Severity.Breach && f.Message.Contains("inpatient, day 3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_contradictory_request_is_a_callers_mistake()
    {
        var request = A.Clonazepam("1 mg bedtime");
        Assert.Throws<ArgumentException>(() => TaperPlanner.Plan(request with { Goal = A.Mg(1) }));
        Assert.Throws<ArgumentException>(() => TaperPlanner.Plan(request with { Last = A.Mg(2) }));
        Assert.Throws<ArgumentException>(() => TaperPlanner.Plan(request with { DropLast = TimeOfDay.Morning }));
        Assert.Throws<ArgumentException>(() => TaperPlanner.Plan(request with { Policy = RuleSetTable.Va }));
        Assert.Throws<ArgumentException>(() => TaperPlanner.Plan(request with { Regimen = Regimen.Empty }));
    }

    [Fact]
    public void A_plans_own_schedule_is_judged_as_any_other()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1"));
        Assert.Equal([0.5m, 0.25m], Safety.ScheduleCases.Breaches(plan.ToSchedule(), RuleSetTable.Asam));
        Assert.Equal([2, 3], plan.Steps.Where(s => s.Findings.Any(f => f.Severity is Severity.Breach)).Select(s => s.Number));
    }

    private static Refusal Refused(TaperRequest request)
    {
        var result = TaperPlanner.Plan(request);
        Assert.Null(result.Plan);
        return result.Refusal!;
    }
}
