using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

public class SettingTests
{
    [Fact]
    public void Nothing_known_gives_no_finding_but_the_open_questions()
    {
        var findings = Rules(Made.Facts());
        Assert.Equal(["setting.nsw.outpatient", "setting.unasked"], findings);
    }

    [Theory]
    [InlineData("seizures.ever", "yes", "setting.sa.seizures")]
    [InlineData("medicine.injected", "yes", "setting.sa.injecting")]
    [InlineData("sedatives.any", "yes", "setting.sa.sedatives")]
    [InlineData("alcohol.any", "yes", "setting.sa.sedatives")]
    [InlineData("opioids.any", "yes", "setting.sa.sedatives")]
    [InlineData("physical.unwell", "yes", "setting.sa.illness")]
    [InlineData("medicine.supply", "notPrescribed", "setting.supply")]
    [InlineData("pregnancy.pregnant", "yes", "setting.pregnancy")]
    [InlineData("supports.someone", "no", "setting.nobody-near")]
    [InlineData("home.safe", "no", "setting.home")]
    [InlineData("mental.suicide", "yes", "setting.suicide")]
    [InlineData("attempts.severe", "yes", "setting.asam.past-severe-withdrawal")]
    public void A_fact_brings_its_finding_and_its_unknown_does_not(string id, string value, string rule)
    {
        Assert.Contains(rule, Rules(Made.Facts((id, value))));
        Assert.DoesNotContain(
            rule,
            Rules(
                new IntakeFacts(
                    new Dictionary<string, IntakeAnswer> { [id] = id == "medicine.supply" ? IntakeAnswer.NotAsked : IntakeAnswer.NotSaid }
                )
            )
        );
    }

    [Fact]
    public void Treatment_with_an_opioid_that_is_being_stabilised_is_named()
    {
        Assert.Contains("setting.sa.opioid-treatment", Rules(Made.Facts(("opioids.treatment", "yes"), ("opioids.stabilising", "yes"))));
        Assert.DoesNotContain(
            "setting.sa.opioid-treatment",
            Rules(Made.Facts(("opioids.treatment", "yes"), ("opioids.stabilising", "no")))
        );
    }

    [Theory]
    [InlineData("2.0 mg bedtime", false, false)]
    [InlineData("2.1 mg bedtime", true, false)]
    [InlineData("2.5 mg bedtime", true, false)]
    [InlineData("2.6 mg bedtime", true, true)]
    public void Limits_of_dose_are_read_by_the_strongest_table(string regimen, bool over40, bool over50)
    {
        var rules = Rules(Made.Facts(("medicine.drug", "clonazepam"), ("medicine.regimen", regimen)));
        Assert.Equal((over40, over50), (rules.Contains("setting.nsw.dose"), rules.Contains("setting.sa.dose")));
    }

    [Fact]
    public void The_three_criteria_of_the_guideline_speak_only_when_a_clinician_judged_them()
    {
        string[] three = ["setting.asam.imminent-harm", "setting.asam.not-safe-outside", "setting.asam.severe-withdrawal"];
        Assert.Subset(Rules(Made.Facts(), new(Answer.Yes, Answer.Yes, Answer.Yes)).ToHashSet(), three.ToHashSet());
        Assert.Empty(Rules(Made.Facts(), new(Answer.No, Answer.No, Answer.No)).Intersect(three));
        Assert.Empty(Rules(Made.Facts()).Intersect(three));
    }

    [Fact]
    public void The_worst_comes_first_and_every_finding_has_a_source()
    {
        var findings = SettingFindings.Of(SettingCase.Of(Made.Facts(("home.safe", "no"), ("pregnancy.pregnant", "yes")), 30, new()));
        Assert.Equal(Severity.CareFirst, findings[0].Severity);
        Assert.All(findings, f => Assert.False(string.IsNullOrWhiteSpace(f.Source.Where)));
    }

    [Fact]
    public void Rule_ids_are_unique_and_no_rule_carries_the_name_of_a_placement_system()
    {
        Assert.Equal(SettingRules.All.Count, SettingRules.All.Select(r => r.Id).Distinct().Count());
        Assert.DoesNotContain(
            SettingRules.All.Select(r => Sentence.Of(r.Id).InWords()),
            words => words.Contains("LOCUS", StringComparison.Ordinal) || words.Contains("ASAM Criteria", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_decision_keeps_its_reason_and_what_was_seen()
    {
        var decision = SettingDecision.Decide(
            Made.Episode(),
            Made.Day,
            CareSetting.Hospital,
            "seizure last month",
            "wants to be near home",
            ["setting.sa.seizures"],
            Made.Entry()
        );
        Assert.Equal((CareSetting.Hospital, "setting.sa.seizures"), (decision.Setting, decision.RulesSeen));
        Assert.Equal(
            "setting.reason.missing",
            Made.RuleOf(() => SettingDecision.Decide(Made.Episode(), Made.Day, CareSetting.Outpatient, " ", null, [], Made.Entry()))
        );
    }

    [Fact]
    public void An_amendment_says_why_and_only_an_amendment_does()
    {
        Assert.Equal(
            "entry.amendment-reason",
            Made.RuleOf(() =>
                SettingDecision.Decide(Made.Episode(), Made.Day, CareSetting.Outpatient, "fine", null, [], Made.Entry(Guid.NewGuid()))
            )
        );
        Assert.Equal(
            "entry.amendment-reason",
            Made.RuleOf(() =>
                SettingDecision.Decide(Made.Episode(), Made.Day, CareSetting.Outpatient, "fine", null, [], Made.Entry(null, "why"))
            )
        );
    }

    private static List<string> Rules(IntakeFacts intake, SettingJudgement? judgement = null) =>
        [.. SettingFindings.Of(SettingCase.Of(intake, null, judgement ?? new())).Select(f => f.Rule)];
}
