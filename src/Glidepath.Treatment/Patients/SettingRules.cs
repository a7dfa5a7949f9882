using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Treatment.Patients;

/// <param name="Id">Of the rule and of its sentence.</param>
/// <param name="Holds">Yes speaks; unknown is listed as a question; no is silent.</param>
/// <param name="Ask">The open question, for when it is unknown; null for a rule that always speaks.</param>
public sealed record SettingRule(
    string Id,
    Severity Severity,
    Sentence? Ask,
    Source Source,
    Confidence Confidence,
    Func<SettingCase, Answer> Holds
);

/// <summary>
/// What bears on the setting: the Joint Guideline's three criteria and the limits of NSW and SA Health. See docs/clinical/setting.md.
/// </summary>
public static class SettingRules
{
    public static IReadOnlyList<SettingRule> All { get; } =
    [
        new(
            "setting.asam.imminent-harm",
            Severity.CareFirst,
            "setting.ask.is-harm-near-that-a",
            Sources.Asam,
            Primary,
            c => c.Judgement.ImminentHarm
        ),
        new(
            "setting.asam.not-safe-outside",
            Severity.CareFirst,
            "setting.ask.can-symptoms-and-illnesses-be",
            Sources.Asam,
            Primary,
            c => c.Judgement.NotSafeOutside
        ),
        new(
            "setting.asam.severe-withdrawal",
            Severity.CareFirst,
            "setting.ask.is-severe-withdrawal-present-or",
            Sources.Asam,
            Primary,
            c => c.Judgement.SevereWithdrawalNearOrHere
        ),
        new(
            "setting.asam.past-severe-withdrawal",
            Severity.Finding,
            "setting.ask.past-severe-withdrawal",
            Sources.OwnRule,
            Derived,
            c => c.Facts.SevereWithdrawal
        ),
        new(
            "setting.suicide",
            Severity.CareFirst,
            "setting.ask.thoughts-of-suicide",
            Sources.OwnRule,
            Derived,
            c => c.Intake.Is("mental.suicide")
        ),
        new("setting.sa.seizures", Severity.Finding, "setting.ask.past-seizures", Sources.SaHealth, Secondary, c => c.Facts.SeizureHistory),
        new("setting.sa.dose", Severity.Finding, "setting.ask.drug-and-daily-dose", Sources.SaHealth, Secondary, c => Over(c, 50)),
        new(
            "setting.sa.injecting",
            Severity.Finding,
            "setting.ask.injecting",
            Sources.SaHealth,
            Secondary,
            c => c.Intake.Is("medicine.injected")
        ),
        new(
            "setting.sa.sedatives",
            Severity.Finding,
            "setting.ask.other-sedatives-alcohol-and-opioids",
            Sources.SaHealth,
            Secondary,
            c => Any(c.Intake.Is("sedatives.any"), c.Facts.Alcohol, c.Facts.AnyOpioid)
        ),
        new(
            "setting.sa.opioid-treatment",
            Severity.Finding,
            "setting.ask.opioid-treatment-is-stable",
            Sources.SaHealth,
            Secondary,
            c => c.Facts.HasOpioidTreatment ? c.Intake.Is("opioids.stabilising") : c.Facts.OpioidTreatment
        ),
        new(
            "setting.sa.illness",
            Severity.Finding,
            "setting.ask.illness-not-under-control",
            Sources.SaHealth,
            Secondary,
            c => c.Intake.Is("physical.unwell")
        ),
        new("setting.nsw.dose", Severity.Note, "setting.ask.drug-and-daily-dose", Sources.NswHealth, Secondary, c => Over(c, 40)),
        new("setting.nsw.outpatient", Severity.Note, null, Sources.NswHealth, Secondary, _ => Answer.Yes),
        new(
            "setting.supply",
            Severity.Finding,
            "setting.ask.where-the-supply-comes-from",
            Sources.AsamTables,
            Derived,
            c =>
                c.Facts.Supply switch
                {
                    Supply.NotAsked => Answer.Unknown,
                    Supply.Prescribed => Answer.No,
                    Supply.NotPrescribed or Supply.Unknown => Answer.Yes,
                }
        ),
        new("setting.pregnancy", Severity.CareFirst, "setting.ask.pregnancy", Sources.Asam, Derived, c => c.Facts.Pregnant),
        new(
            "setting.nobody-near",
            Severity.Finding,
            "setting.ask.someone-can-be-with-the",
            Sources.OwnRule,
            Derived,
            c => Not(c.Intake.Is("supports.someone"))
        ),
        new("setting.home", Severity.Finding, "setting.ask.home-is-safe", Sources.OwnRule, Derived, c => Not(c.Intake.Is("home.safe"))),
    ];

    private static Answer Over(SettingCase about, decimal mg) =>
        about.HighestDiazepamMg switch
        {
            null => Answer.Unknown,
            var high => high > mg ? Answer.Yes : Answer.No,
        };

    private static Answer Not(Answer answer) =>
        answer switch
        {
            Answer.Yes => Answer.No,
            Answer.No => Answer.Yes,
            Answer.Unknown => Answer.Unknown,
        };

    private static Answer Any(params Answer[] answers) =>
        answers.Contains(Answer.Yes) ? Answer.Yes
        : answers.All(a => a is Answer.No) ? Answer.No
        : Answer.Unknown;
}
