using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class TaperPlannerTests
{
    /// <summary>
    /// 1 mg diazepam by the table that calls the drug strongest: 0.05 mg clonazepam and alprazolam, 0.1 mg lorazepam, 1 mg diazepam, 2 mg
    /// clobazam.
    /// </summary>
    [Theory]
    [InlineData("clonazepam", "1 mg bedtime", 0.05)]
    [InlineData("alprazolam", "1 mg bedtime", 0.05)]
    [InlineData("lorazepam", "1 mg bedtime", 0.1)]
    [InlineData("diazepam", "5 mg bedtime", 1)]
    [InlineData("clobazam", "20 mg bedtime", 2)]
    public void The_last_dose_is_the_largest_at_or_below_one_mg_of_diazepam(string drug, string regimen, double last) =>
        Assert.Equal((decimal)last, A.Plan(A.Taper(BenzodiazepineTable.Find(drug)!, regimen)).Last!.Value.Milligrams);

    [Fact]
    public void The_stop_is_made_from_the_last_dose_asked_for()
    {
        var plan = A.Plan(A.Clonazepam("2 mg bedtime") with { Last = A.Mg(0.5m) });
        Assert.Equal(0.5m, plan.Steps[^2].DailyDose.Milligrams);
    }

    [Fact]
    public void A_taper_that_starts_on_its_last_dose_is_held_for_an_interval_and_stops()
    {
        var plan = A.Plan(A.Clonazepam("0.05 mg bedtime"));
        Assert.Equal([(0.05m, (int?)14), (0m, null)], plan.Steps.Select(s => (s.DailyDose.Milligrams, s.Days)));
    }

    [Fact]
    public void Cutting_now_leaves_out_the_first_interval_and_nothing_else()
    {
        var request = A.Clonazepam("1 mg bedtime");
        var (plan, now) = (A.Plan(request), A.Plan(request with { CutNow = true }));
        Assert.Equal(plan.Steps.Select((s, i) => i == 0 ? 0 : s.Days), now.Steps.Select(s => s.Days));
        Assert.Equal(A.Day.AddDays(-14), now.ToSchedule().Doses[0].Start);
        Assert.DoesNotContain(now.Fills, f => f.Step == 0);
        Assert.Null(PlanRules.Broken(now));
    }

    [Fact]
    public void Cutting_now_never_brings_the_stop_forward()
    {
        var plan = A.Plan(A.Clonazepam("0.05 mg bedtime") with { CutNow = true });
        Assert.Equal([14, null], plan.Steps.Select(s => s.Days));
        Assert.False(plan.CutNowInForce);
    }

    /// <summary>25 % at 10 % every 14 days is 38 days at that rate: 28 at most, 42 where somebody allows it.</summary>
    [Theory]
    [InlineData(null, 28)]
    [InlineData(42, 42)]
    public void A_large_cut_is_held_longer_and_never_beyond_the_longest_hold(int? most, int days)
    {
        var plan = A.Plan(
            A.Clonazepam("1 mg bedtime", "tablet 0.5 scored, tablet 1, odt 0.125") with
            {
                MaxHoldDays = most,
                Last = A.Mg(0.375m),
            }
        );
        Assert.Equal(days, plan.Steps.Single(s => s.DailyDose.Milligrams == 0.375m).Days);
    }

    /// <summary>Pieces may cut 12.5 % at once; 1.5 times the asked 5 % is 7.5 %, and a liquid makes it.</summary>
    [Fact]
    public void The_first_cut_is_at_most_one_and_a_half_times_the_asked_one_where_a_liquid_exists()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Pace(5, 14), PaceIsAsked = true });
        Assert.True(plan.Steps[1].ReductionPercentOfCurrent <= 7.5m);
        Assert.Equal(14, plan.Steps[0].Days);
    }

    /// <summary>
    /// At 5 % every 28 days pieces may cut 1 − 0.95^1.5, 7.4 %: 0.125 mg of 1 mg is more. At 10 % every 14 days it is 25 %.
    /// </summary>
    [Theory]
    [InlineData(10, 14, TaperPhase.Pieces)]
    [InlineData(10, 28, TaperPhase.Pieces)]
    [InlineData(5, 28, TaperPhase.Liquid)]
    public void Pieces_go_as_far_as_their_pace_is_within_one_and_a_half_times_the_asked_one(int percent, int days, TaperPhase phase) =>
        Assert.Equal(phase, A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Pace(percent, days), PaceIsAsked = true }).Steps[1].Phase);

    [Fact]
    public void One_time_rises_only_in_the_step_that_empties_another()
    {
        var plan = A.Plan(A.Taper(BenzodiazepineTable.Oxazepam, "15 mg morning, 15 mg midday, 15 mg bedtime"));
        var merged = plan
            .Steps.Zip(plan.Steps.Skip(1))
            .Single(s => s.Second.Regimen.Times.Any(t => s.Second.Regimen[t] > s.First.Regimen[t]));
        Assert.True(merged.First.Regimen.Times.Count > merged.Second.Regimen.Times.Count);
        Assert.Equal(2, plan.Steps[^1].Regimen.Times.Count);
    }

    [Fact]
    public void The_time_that_is_dropped_last_keeps_its_dose_until_the_others_are_empty()
    {
        var plan = A.Plan(A.Clonazepam("1 mg morning, 0.5 mg midday, 1 mg evening") with { DropLast = TimeOfDay.Evening });
        Assert.All(plan.Steps.Where(s => s.Regimen.Times.Count > 1), s => Assert.Equal(1, s.Regimen[TimeOfDay.Evening].Milligrams));
        Assert.Null(PlanRules.Broken(plan));
    }

    [Theory]
    [InlineData("temazepam", "30 mg bedtime", new[] { 30, 22.5, 15, 7.5, 0 })]
    [InlineData("zolpidem", "10 mg bedtime", new[] { 10.0, 5, 0 })]
    [InlineData("triazolam", "0.25 mg bedtime", new[] { 0.25, 0.125, 0 })]
    [InlineData("eszopiclone", "3 mg bedtime", new[] { 3.0, 2, 1, 0 })]
    [InlineData("quazepam", "15 mg bedtime", new[] { 15, 7.5, 0 })]
    public void A_hypnotic_goes_through_every_marketed_strength_two_weeks_each(string drug, string regimen, double[] doses)
    {
        var plan = A.Plan(A.Taper(BenzodiazepineTable.Find(drug)!, regimen));
        Assert.Equal(TaperRoute.Hypnotic, plan.Route);
        Assert.Equal(doses.Select(d => (decimal)d), plan.Steps.Select(s => s.DailyDose.Milligrams));
        Assert.All(plan.Steps.SkipLast(1), s => Assert.Equal(14, s.Days));
        Assert.InRange(plan.TotalDays, 7, 70);
        Assert.DoesNotContain(plan.Verdicts[0].Findings, f => f.Severity is Severity.Breach);
        Assert.Equal("nice-cks", plan.Verdicts[0].RuleSet.Id);
    }

    [Fact]
    public void An_extended_release_hypnotic_ends_where_its_strengths_end() =>
        Assert.Equal(
            [12.5m, 6.25m, 0],
            A.Plan(A.Taper(BenzodiazepineTable.Zolpidem, "12.5 mg bedtime", "er tablet 6.25, er tablet 12.5"))
                .Steps.Select(s => s.DailyDose.Milligrams)
        );

    [Fact]
    public void An_extended_release_product_is_changed_to_plain_tablets_first()
    {
        var plan = A.Plan(A.Taper(BenzodiazepineTable.Alprazolam, "2 mg morning", "er tablet 2"));
        Assert.DoesNotContain(plan.Steps.SelectMany(s => s.Products), p => p.IsExtendedRelease);
        Assert.Equal((2m, 3), (plan.Steps[0].DailyDose.Milligrams, plan.Steps[0].Regimen.Times.Count));
        Assert.Contains(plan.Findings, f => f.Rule == "plan.extended-release");
    }

    [Fact]
    public void Taken_on_three_days_a_week_or_fewer_there_is_no_daily_plan()
    {
        var result = TaperPlanner.Plan(
            A.Clonazepam("0.5 mg bedtime") with
            {
                Facts = new() { DaysPerWeek = 2, DurationDays = 730 },
            }
        );
        Assert.Null(result.Plan);
        Assert.Equal(StopAdviceKind.Occasional, result.Advice!.Kind);
    }

    /// <summary>1 mg on 5 days is 5 mg a week, 0.714 mg a day: 0.625 mg is the next that tablets make below it.</summary>
    [Fact]
    public void A_daily_plan_never_begins_above_what_a_week_comes_to()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { Facts = new() { DaysPerWeek = 5 } });
        Assert.Equal(0.625m, plan.Steps[0].DailyDose.Milligrams);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.days-a-week");
    }

    [Fact]
    public void Under_four_weeks_of_use_a_stop_and_short_tapers_are_offered()
    {
        var result = TaperPlanner.Plan(A.Clonazepam("0.5 mg bedtime") with { Facts = new() { DurationDays = 21 } });
        Assert.Equal(StopAdviceKind.ShortUse, result.Advice!.Kind);
        Assert.Equal([0.5m, 0.25m, 0.125m, 0], result.Plan!.Steps.Select(s => s.DailyDose.Milligrams));
        Assert.All(result.Advice.ShortTapers, t => Assert.InRange(t.TotalDays, 7, 28));
        Assert.DoesNotContain(result.Plan.Verdicts[0].Findings, f => f.Severity is Severity.Breach);
    }

    [Fact]
    public void Under_three_months_at_a_low_dose_the_faster_pace_comes_first_unless_another_is_asked()
    {
        var request = A.Clonazepam("0.5 mg bedtime") with { Facts = new() { DurationDays = 60 } };
        Assert.Equal(20, A.Plan(request).Request.Pace.StepPercent);
        Assert.Contains(A.Plan(request).Findings, f => f.Rule == "plan.faster");
        Assert.Equal(10, A.Plan(request with { PaceIsAsked = true }).Request.Pace.StepPercent);
    }

    [Theory]
    [InlineData(BindingLimit.CareFirst)]
    [InlineData(BindingLimit.Specialist)]
    [InlineData(BindingLimit.CheckNumber)]
    [InlineData(BindingLimit.PaceCeiling)]
    public void A_prescribers_reason_lifts_a_refusal_and_stands_on_the_plan(BindingLimit limit)
    {
        var request = limit switch
        {
            BindingLimit.CareFirst => A.Clonazepam("1 mg bedtime") with { Facts = new() { Supply = Supply.NotPrescribed } },
            BindingLimit.Specialist => A.Clonazepam("1 mg bedtime") with { Facts = new() { Indication = Indication.Seizures } },
            BindingLimit.CheckNumber => A.Taper(BenzodiazepineTable.Diazepam, "30 mg morning, 30 mg bedtime"),
            _ => A.Clonazepam("1 mg bedtime") with { Pace = A.Pace(30, 14), PaceIsAsked = true },
        };
        Assert.Equal(limit, Refused(request).Limit);
        Assert.Contains(
            A.Plan(request with { OverrideReason = "inpatient, day 3" }).Findings,
            f => f.Severity is Severity.Breach && f.Message.Contains("inpatient, day 3", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_specialists_indication_does_not_stand_against_a_lower_dose() =>
        Assert.NotNull(
            TaperPlanner
                .Plan(
                    A.Clonazepam("2 mg bedtime") with
                    {
                        Goal = A.Mg(1),
                        Facts = new() { Indication = Indication.Seizures },
                    }
                )
                .Plan
        );

    /// <summary>100 mg of clonazepam is a slip of the finger; the nearest makeable dose would make it look like a plan.</summary>
    [Fact]
    public void A_number_out_of_range_is_asked_back_and_never_rounded()
    {
        var refusal = Refused(A.Clonazepam("100 mg bedtime"));
        Assert.Equal(BindingLimit.CheckNumber, refusal.Limit);
        Assert.DoesNotContain("nearest", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nice-cks", 12.5, 14, true)]
    [InlineData("nice-cks", 10, 7, true)]
    [InlineData("nice-cks", 12.5, 7, false)]
    [InlineData("nsw", 10, 10, true)]
    [InlineData("nsw", 10, 7, false)]
    public void No_policy_lets_a_pace_be_asked_for_that_its_own_rule_forbids(string policy, double percent, int days, bool allowed) =>
        Assert.Equal(allowed, PaceCeilingCheck.Exceeds(RuleSetTable.Find(policy)!, A.Pace((decimal)percent, days), A.Mg(1)) is null);

    [Theory]
    [InlineData("nice-cks")]
    [InlineData("nsw")]
    [InlineData("casn")]
    public void A_policy_steers_to_its_own_ceiling_with_the_stock_that_needs(string policy)
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { Policy = RuleSetTable.Find(policy)! });
        Assert.Equal(PlanEnd.Stop, plan.Ends);
        Assert.DoesNotContain(plan.Steps.SkipLast(1).SelectMany(s => s.Findings), f => f.Severity is Severity.Breach);
    }

    /// <summary>CKS from 20 mg: 20 to 40 weeks.</summary>
    [Fact]
    public void Nice_cks_steers_diazepam_by_its_own_milligrams() =>
        Assert.InRange(
            A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "20 mg bedtime") with { Policy = RuleSetTable.NiceCks }).TotalDays / 7,
            20,
            40
        );

    [Theory]
    [InlineData("oxazepam", "10 mg bedtime", null, false)]
    [InlineData("lorazepam", "0.5 mg bedtime", null, true)]
    [InlineData("clonazepam", "1 mg bedtime", "tablet 1", false)]
    public void A_dose_above_the_last_one_is_never_stopped_in_one_cut(string drug, string regimen, string? stock, bool noLiquid)
    {
        var request = A.Taper(BenzodiazepineTable.All.Single(d => d.Name == drug), regimen, stock) with { NoLiquid = noLiquid };
        Assert.Equal(BindingLimit.NoFirstCut, TaperPlanner.Plan(request).Refusal!.Limit);
        Assert.NotNull(TaperPlanner.Plan(request with { Last = request.Regimen.DailyDose }).Plan);
    }

    [Fact]
    public void A_dose_as_low_as_a_last_one_is_stopped_from() =>
        Assert.Equal([0.05m, 0], A.Plan(A.Clonazepam("0.05 mg bedtime")).Steps.Select(s => s.DailyDose.Milligrams));

    [Fact]
    public void What_is_taken_now_is_made_of_tablets_wherever_they_make_it()
    {
        var start = A.Plan(A.Taper(BenzodiazepineTable.Alprazolam, "10 mg bedtime")).Steps[0].Doses.Single().Dose.Makeup;
        Assert.Equal((2m, 5m), (Assert.Single(start).Product.Strength, start[0].Count));
    }

    [Fact]
    public void A_dose_of_more_pieces_than_usual_is_planned_with_as_many_and_says_so()
    {
        var plan = A.Plan(A.Clonazepam("20 mg bedtime"));
        Assert.Equal(10, plan.Steps[0].Doses.Single().Dose.Pieces);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.many-pieces" && f.Message.Contains("Up to 10 pieces"));
        Assert.DoesNotContain(A.Plan(A.Clonazepam("2 mg bedtime")).Findings, f => f.Rule == "plan.many-pieces");
    }

    [Theory]
    [InlineData(7, 4)]
    [InlineData(14, 8)]
    [InlineData(28, 16)]
    public void Of_a_pace_asked_for_a_hypnotic_takes_the_interval_and_keeps_its_strengths(int days, int weeks)
    {
        var plan = A.Plan(A.Taper(BenzodiazepineTable.Temazepam, "30 mg bedtime") with { Pace = A.Pace(10, days), PaceIsAsked = true });
        Assert.Equal([30, 22.5m, 15, 7.5m, 0], plan.Steps.Select(s => s.DailyDose.Milligrams));
        Assert.Equal(weeks, plan.TotalDays / 7);
    }

    [Fact]
    public void Beside_a_hypnotic_plan_stand_a_week_and_three_weeks_on_each_strength_within_ten_weeks()
    {
        var paces = TaperPaces.Around(A.Plan(A.Taper(BenzodiazepineTable.Zolpidem, "10 mg bedtime")));
        Assert.Equal((2, 4, 6), (paces.Shorter!.TotalDays / 7, paces.Asked.TotalDays / 7, paces.Slower!.TotalDays / 7));
    }

    /// <summary>CKS: 1 mg down to 5 mg, then 0.5 to 1 mg; tablets make no 1.5 mg.</summary>
    [Fact]
    public void Nice_cks_takes_half_milligrams_of_diazepam_from_5_mg_down_where_tablets_make_them() =>
        Assert.Equal(
            [10, 9, 8, 7, 6, 5, 4.5m, 4, 3.5m, 3, 2.5m, 2, 1, 0],
            A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "10 mg bedtime") with { Policy = RuleSetTable.NiceCks })
                .Steps.Select(s => s.DailyDose.Milligrams)
        );

    [Fact]
    public void A_goal_above_zero_is_stayed_on()
    {
        var plan = A.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime") with { Goal = A.Mg(1) });
        Assert.Equal((PlanEnd.Goal, 1m, null, null), (plan.Ends, plan.Steps[^1].DailyDose.Milligrams, plan.Steps[^1].End, plan.Last));
        Assert.NotEmpty(plan.Steps[^1].Doses);
        Assert.DoesNotContain(plan.Fills, f => f.Step == plan.Steps[^1].Number);
    }

    [Fact]
    public void A_cut_above_the_asked_one_is_named()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime"));
        Assert.Equal(
            [0.875m, 0.75m, 0.625m, 0.5m, 0.375m],
            plan.Steps.Where(s => s.Findings.Any(f => f.Rule == "plan.large-cut")).Select(s => s.DailyDose.Milligrams)
        );
    }

    [Theory]
    [InlineData(2.5, 28, true)]
    [InlineData(10, 14, false)]
    public void A_plan_of_more_than_five_years_is_named(double percent, int days, bool named) =>
        Assert.Equal(
            named,
            A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Pace((decimal)percent, days), PaceIsAsked = true })
                .Findings.Any(f => f.Rule == "plan.long")
        );

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
        Assert.Contains(
            "nearest makeable: 0.25 mg or 0.5 mg",
            Refused(A.Clonazepam("1 mg bedtime", "tablet 0.5, tablet 1") with { Goal = A.Mg(0.3m) }).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_cheapest_change_that_makes_a_plan_possible_comes_first()
    {
        var refusal = Refused(A.Clonazepam("0.75 mg bedtime", "tablet 0.5") with { Limits = new() { AllowSplitting = false } });
        Assert.Contains(refusal.Relaxations, r => r.Contains("orally disintegrating", StringComparison.Ordinal));
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
    public void A_default_plan_breaks_no_guideline_but_its_stop_is_named()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime"));
        Assert.Empty(Safety.ScheduleCases.Breaches(plan.ToSchedule(), RuleSetTable.Asam));
        Assert.Contains(plan.Steps[^1].Findings, f => f.Rule == "asam.stop");
    }

    [Fact]
    public void Three_paces_stand_side_by_side()
    {
        var paces = TaperPaces.Around(A.Plan(A.Clonazepam("1 mg bedtime")));
        Assert.Equal((20m, 14), (paces.Shorter!.Request.Pace.StepPercent, paces.Shorter.Request.Pace.IntervalDays));
        Assert.Equal((5m, 28), (paces.Slower!.Request.Pace.StepPercent, paces.Slower.Request.Pace.IntervalDays));
        Assert.True(paces.Shorter.TotalDays < paces.Asked.TotalDays && paces.Asked.TotalDays < paces.Slower.TotalDays);
    }

    private static Refusal Refused(TaperRequest request)
    {
        var result = TaperPlanner.Plan(request);
        Assert.Null(result.Plan);
        return result.Refusal!;
    }
}
