using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;
using static Glidepath.Tests.Safety.ScheduleCases;

namespace Glidepath.Tests.Safety;

public class ScheduleCheckTests
{
    [Theory]
    [InlineData("asam", 25, 14, true)]
    [InlineData("asam", 25, 13, false)]
    [InlineData("asam", 26, 14, false)]
    [InlineData("nice-cks", 10, 7, true)]
    [InlineData("nice-cks", 10, 6, false)]
    [InlineData("nice-cks", 12.5, 14, true)]
    [InlineData("nice-cks", 12.5, 13, false)]
    [InlineData("nice-cks", 13, 14, false)]
    [InlineData("nsw", 10, 10, true)]
    [InlineData("nsw", 10, 9, false)]
    [InlineData("nsw", 11, 14, false)]
    [InlineData("deprescribing", 25, 14, true)]
    [InlineData("deprescribing", 25, 13, false)]
    [InlineData("deprescribing", 26, 14, false)]
    [InlineData("casn", 10, 7, true)]
    [InlineData("casn", 11, 7, false)]
    [InlineData("va", 25, 14, true)]
    [InlineData("va", 25, 13, false)]
    [InlineData("fda-label", 6.25, 3, true)]
    [InlineData("fda-label", 6.25, 2, false)]
    [InlineData("fda-label", 6.5, 3, false)]
    public void Two_equal_cuts_from_4_mg_clonazepam_are_judged_by_each_limit(string policy, double percent, int days, bool passes)
    {
        var left = 1 - ((decimal)percent / 100);
        var schedule = Schedule(BenzodiazepineTable.Clonazepam, [4, 4 * left, 4 * left * left], _ => days);
        Assert.Equal(passes, Breaches(schedule, RuleSetTable.Find(policy)!).Count == 0);
    }

    /// <summary>
    /// Below half of the original only 12.5 % of the original is allowed by deprescribing.org, and from a fifth only 5 % by CASN.
    /// </summary>
    [Theory]
    [InlineData("deprescribing", 2, 1.5, true)]
    [InlineData("deprescribing", 2, 1.25, false)]
    [InlineData("casn", 0.8, 0.6, true)]
    [InlineData("casn", 0.8, 0.5, false)]
    public void Near_the_end_the_smaller_step_holds(string policy, double from, double to, bool passes)
    {
        var schedule = Schedule(BenzodiazepineTable.Clonazepam, [4, (decimal)from, (decimal)to], _ => 28);
        Assert.Equal(passes, !Breaches(schedule, RuleSetTable.Find(policy)!).Contains((decimal)to));
    }

    /// <summary>
    /// 28 days at 25 % in 14 are 1 − 0.75² = 43.75 % as a rate: 33 % and 40 % pass, 45 % does not. Of the dose, all three are above a
    /// quarter.
    /// </summary>
    [Theory]
    [InlineData(0.67, true)]
    [InlineData(0.60, true)]
    [InlineData(0.55, false)]
    public void As_a_rate_a_long_hold_allows_a_larger_cut_and_never_decides(double left, bool passes)
    {
        var schedule = Schedule(BenzodiazepineTable.Clonazepam, [1, (decimal)left], _ => 28);
        var verdicts = ScheduleCheck.Check(schedule, PatientFacts.None, RuleSetTable.Asam);
        var rate = verdicts.Single(v => v.Reading == "rate.current");

        Assert.True(verdicts[0].HasBreach);
        Assert.False(rate.HasBreach);
        Assert.Equal(passes, !rate.Findings.Any(f => f is { Rule: "asam.rate.current", Severity: Severity.Finding }));
        Assert.Equal(
            passes,
            verdicts[0].Findings.Any(f => f.Message.EndsWith("Read as a rate, of current dose, it passes.", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_breach_of_the_joint_guideline_says_that_the_source_writes_typically_and_that_the_window_is_our_reading() =>
        Assert.Contains(
            ScheduleCheck
                .Check(Schedule(BenzodiazepineTable.Clonazepam, [2, 1], _ => 14), PatientFacts.None, RuleSetTable.Asam)[0]
                .Findings,
            f =>
                f is { Rule: "asam.reading", Confidence: Confidence.Derived }
                && f.Message.Contains("\"typically\"", StringComparison.Ordinal)
                && f.Message.Contains("our reading", StringComparison.Ordinal)
        );

    /// <summary>
    /// 10 %, a week later 12.5 %: more than a tenth, and an eighth only where nothing else was cut in the fortnight. The second is the one
    /// too much.
    /// </summary>
    [Fact]
    public void Where_a_set_names_two_paces_a_cut_keeps_one_of_them_before_it_and_after_it() =>
        Assert.Equal(
            [3.15m],
            Breaches(Schedule(BenzodiazepineTable.Clonazepam, [4, 3.6m, 3.15m], i => i == 0 ? 14 : 7), RuleSetTable.NiceCks)
        );

    /// <summary>
    /// 0.5 written with one decimal stands for 0.45 to 0.55, 0.3 for 0.25 to 0.35: 0.45 to 0.35 is 22 %. From 0.5 to 0.2 it is 44 % at
    /// least.
    /// </summary>
    [Theory]
    [InlineData(0.3, false)]
    [InlineData(0.2, true)]
    public void A_cut_is_a_breach_only_where_no_dose_written_so_would_keep_the_limit(double to, bool breach)
    {
        var schedule = new DoseSchedule(
            BenzodiazepineTable.Clonazepam,
            [new(A.Day, A.Mg(0.5m)) { Decimals = 1 }, new(A.Day.AddDays(14), A.Mg((decimal)to)) { Decimals = 1 }]
        );
        var findings = ScheduleCheck.Check(schedule, PatientFacts.None, RuleSetTable.Asam)[0].Findings;

        Assert.Equal(breach, findings.Any(f => f.Severity is Severity.Breach));
        Assert.Equal(!breach, findings.Any(f => f is { Rule: "asam.rounding", Severity: Severity.Finding }));
    }

    /// <summary>2 to 1 mg in whole tablets is half, not something between 1.5 and 2.5.</summary>
    [Fact]
    public void A_dose_in_whole_mg_is_exact() =>
        Assert.Equal(
            [1],
            Breaches(
                new DoseSchedule(
                    BenzodiazepineTable.Clonazepam,
                    [new(A.Day, A.Mg(2)) { Decimals = 0 }, new(A.Day.AddDays(14), A.Mg(1)) { Decimals = 0 }]
                ),
                RuleSetTable.Asam
            )
        );

    /// <summary>0.5 and 0.25 in turn are 0.375 a day; then 0.25 daily is a cut of a third, on the row where it begins.</summary>
    [Fact]
    public void A_cut_from_a_pattern_of_days_is_judged_from_its_mean()
    {
        decimal[] doses = [0.5m, 0.25m, 0.5m, 0.25m, 0.5m, 0.25m, 0.25m];
        var breach = Assert.Single(
            ScheduleCheck.Check(Schedule(BenzodiazepineTable.Lorazepam, doses, _ => 1), PatientFacts.None, RuleSetTable.Asam)[0].Findings,
            f => f.Severity is Severity.Breach
        );
        Assert.Equal(6, breach.Step);
        Assert.StartsWith("0.375 mg to 0.25 mg: 33.3 % of current", breach.Message, StringComparison.Ordinal);
    }

    /// <summary>A dose that goes up once and stays is no pattern.</summary>
    [Fact]
    public void A_rise_from_one_day_to_the_next_stays_a_rise() =>
        Assert.Equal(
            [0.5m],
            Breaches(Schedule(BenzodiazepineTable.Lorazepam, [0.5m, 0.25m, 0.5m, 0.5m], _ => 1), RuleSetTable.Asam, "rate.current")
        );

    [Fact]
    public void A_rise_is_a_breach_in_every_rule_set()
    {
        var schedule = Schedule(BenzodiazepineTable.Clonazepam, [2, 1.9m, 2], _ => 14);
        foreach (var set in RuleSetTable.All)
            Assert.Contains(
                ScheduleCheck.Check(schedule, PatientFacts.None, set)[0].Findings,
                f => f is { Severity: Severity.Breach, Step: 2 } && f.Rule.EndsWith(".rise", StringComparison.Ordinal)
            );
    }

    [Fact]
    public void A_rise_within_the_day_is_a_breach_even_where_the_total_falls()
    {
        var schedule = new DoseSchedule(
            BenzodiazepineTable.Clonazepam,
            [
                new(A.Day, A.Mg(2), A.Regimen("1 mg morning, 1 mg evening")),
                new(A.Day.AddDays(14), A.Mg(1.9m), A.Regimen("0.5 mg morning, 1.4 mg evening")),
            ]
        );
        Assert.Contains(ScheduleCheck.Check(schedule, PatientFacts.None, RuleSetTable.Asam)[0].Findings, f => f.Rule == "asam.rise");
    }

    [Theory]
    [InlineData("clonazepam", 0.6, 0.5, Severity.Finding)]
    [InlineData("clonazepam", 1.0, 0.75, Severity.Breach)]
    [InlineData("clonazepam", null, 0.25, Severity.Finding)]
    [InlineData("clonazepam", null, 0.5, Severity.Breach)]
    [InlineData("alprazolam", null, 1.0, Severity.Breach)]
    [InlineData("lorazepam", null, 2.0, Severity.Breach)]
    [InlineData("diazepam", null, 10.0, Severity.Breach)]
    [InlineData("zolpidem", null, 10.0, Severity.Breach)]
    [InlineData("clonazepam", 0.5, 0.499, Severity.Breach)]
    [InlineData("zolpidem", null, 2.5, Severity.Finding)]
    [InlineData("zolpidem", null, 5.0, Severity.Finding)]
    [InlineData("zolpidem", 10.0, 5.0, Severity.Finding)]
    public void A_stop_is_a_finding_at_the_low_end_of_a_taper_and_a_breach_from_higher_or_without_one(
        string drug,
        double? before,
        double from,
        Severity severity
    )
    {
        decimal[] doses = before is { } higher ? [(decimal)higher, (decimal)from, 0] : [(decimal)from, 0];
        var schedule = Schedule(BenzodiazepineTable.Find(drug)!, doses, _ => 14);
        var stop = Assert.Single(
            ScheduleCheck.Check(schedule, PatientFacts.None, RuleSetTable.Asam)[0].Findings,
            f => f.Rule == "asam.stop"
        );
        Assert.Equal(severity, stop.Severity);
        Assert.Contains("100 % of current", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_is_told_as_a_range_of_diazepam()
    {
        var schedule = Schedule(BenzodiazepineTable.Clonazepam, [0.25m, 0], _ => 14);
        Assert.Contains(
            ScheduleCheck.Check(schedule, PatientFacts.None, RuleSetTable.Asam)[0].Findings,
            f => f.Message.Contains("2.5 to 5 mg diazepam-equivalent", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_guideline_that_names_no_pace_says_so_and_passes_no_judgement_on_steps()
    {
        var verdict = Assert.Single(
            ScheduleCheck.Check(Schedule(BenzodiazepineTable.Clonazepam, [4, 1], _ => 1), PatientFacts.None, RuleSetTable.SaHealth)
        );
        Assert.False(verdict.HasBreach);
        Assert.Contains(verdict.Findings, f => f.Rule == "sa-health.pace");
    }

    [Fact]
    public void A_label_for_one_drug_judges_no_step_of_another()
    {
        var verdict = Assert.Single(
            ScheduleCheck.Check(Schedule(BenzodiazepineTable.Lorazepam, [4, 1], _ => 1), PatientFacts.None, RuleSetTable.FdaLabel)
        );
        Assert.False(verdict.HasBreach);
        Assert.Contains(verdict.Findings, f => f.Rule == "fda-label.other-drug");
    }

    [Fact]
    public void A_dose_repeated_on_several_rows_is_one_hold()
    {
        var schedule = Schedule(BenzodiazepineTable.Clonazepam, [2, 2, 2, 1.8m], _ => 7);
        var verdict = ScheduleCheck.Check(schedule, PatientFacts.None, RuleSetTable.NswHealth)[0];
        Assert.False(verdict.HasBreach);
    }

    [Fact]
    public void Every_breach_names_both_percentages_and_its_source()
    {
        var schedule = Schedule(BenzodiazepineTable.Clonazepam, [4, 2, 1], _ => 7);
        var breaches = RuleSetTable
            .All.SelectMany(s => ScheduleCheck.Check(schedule, PatientFacts.None, s))
            .SelectMany(v => v.Findings)
            .Where(f => f.Severity is Severity.Breach)
            .ToList();
        Assert.NotEmpty(breaches);
        Assert.All(
            breaches,
            f =>
                Assert.True(
                    f.Message.Contains("of current", StringComparison.Ordinal)
                        && f.Message.Contains("of original", StringComparison.Ordinal)
                        && f.Source.Where.Length > 0
                )
        );
    }

    [Fact]
    public void The_first_cut_above_a_tenth_is_named_by_the_joint_guideline() =>
        Assert.Contains(
            ScheduleCheck
                .Check(Schedule(BenzodiazepineTable.Clonazepam, [2, 1.6m], _ => 14), PatientFacts.None, RuleSetTable.Asam)[0]
                .Findings,
            f => f.Rule == "asam.initial-pace"
        );
}
