using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Treatment.Patients;

/// <param name="Holds">Yes speaks; unknown is listed as a question; no is silent.</param>
/// <param name="Ask">The open question, for when it is unknown.</param>
public sealed record SettingRule(
    string Id,
    Severity Severity,
    string Message,
    string Ask,
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
            "Harm from the medicine is near (interaction, overdose, accidents, falls, suicide or self-harm) and a first cut "
                + "would not lessen it soon: consider inpatient care (recommendation 5).",
            "is harm near that a first cut would not lessen soon",
            Sources.Asam,
            Primary,
            c => c.Judgement.ImminentHarm
        ),
        new(
            "setting.asam.not-safe-outside",
            Severity.CareFirst,
            "Symptoms or illness that cannot be managed safely from home: consider inpatient care (recommendation 5).",
            "can symptoms and illnesses be managed safely from home",
            Sources.Asam,
            Primary,
            c => c.Judgement.NotSafeOutside
        ),
        new(
            "setting.asam.severe-withdrawal",
            Severity.CareFirst,
            "Severe or complicated withdrawal is present or near: consider inpatient or medically managed residential care "
                + "(recommendations 5 and 12).",
            "is severe withdrawal present or near",
            Sources.Asam,
            Primary,
            c => c.Judgement.SevereWithdrawalNearOrHere
        ),
        new(
            "setting.asam.past-severe-withdrawal",
            Severity.Finding,
            "Severe withdrawal in the past bears on the third criterion: the clinician judges how near it is now.",
            "past severe withdrawal",
            Sources.OwnRule,
            Derived,
            c => c.Facts.SevereWithdrawal
        ),
        new(
            "setting.suicide",
            Severity.CareFirst,
            "Thoughts of suicide in the last month bear on the first criterion. The safety step comes before the setting.",
            "thoughts of suicide",
            Sources.OwnRule,
            Derived,
            c => c.Intake.Is("mental.suicide")
        ),
        new(
            "setting.sa.seizures",
            Severity.Finding,
            "A seizure in the past: SA Health advises against outpatient withdrawal.",
            "past seizures",
            Sources.SaHealth,
            Secondary,
            c => c.Facts.SeizureHistory
        ),
        new(
            "setting.sa.dose",
            Severity.Finding,
            "Above 50 mg diazepam-equivalent a day by the strongest table: SA Health advises against outpatient withdrawal.",
            "drug and daily dose",
            Sources.SaHealth,
            Secondary,
            c => Over(c, 50)
        ),
        new(
            "setting.sa.injecting",
            Severity.Finding,
            "Injecting: SA Health advises against outpatient withdrawal.",
            "injecting",
            Sources.SaHealth,
            Secondary,
            c => c.Intake.Is("medicine.injected")
        ),
        new(
            "setting.sa.sedatives",
            Severity.Finding,
            "Other sedatives, alcohol or opioids: SA Health advises against outpatient withdrawal with several substances.",
            "other sedatives, alcohol and opioids",
            Sources.SaHealth,
            Secondary,
            c => Any(c.Intake.Is("sedatives.any"), c.Facts.Alcohol, c.Facts.AnyOpioid)
        ),
        new(
            "setting.sa.opioid-treatment",
            Severity.Finding,
            "Opioid treatment that is still being stabilised: SA Health advises against outpatient withdrawal. The treatment "
                + "itself continues.",
            "whether opioid treatment is stable",
            Sources.SaHealth,
            Secondary,
            c => c.Facts.HasOpioidTreatment ? c.Intake.Is("opioids.stabilising") : c.Facts.OpioidTreatment
        ),
        new(
            "setting.sa.illness",
            Severity.Finding,
            "Another illness that is not under control: SA Health advises against outpatient withdrawal.",
            "illness not under control",
            Sources.SaHealth,
            Secondary,
            c => c.Intake.Is("physical.unwell")
        ),
        new(
            "setting.nsw.dose",
            Severity.Note,
            "Above 40 mg diazepam-equivalent a day by the strongest table: NSW Health holds 40 mg enough to prevent major "
                + "withdrawal in most people. On an unplanned admission never stop abruptly.",
            "drug and daily dose",
            Sources.NswHealth,
            Secondary,
            c => Over(c, 40)
        ),
        new(
            "setting.nsw.outpatient",
            Severity.Note,
            "As an outpatient, NSW Health asks for staged dispensing and a review every 2 weeks.",
            "",
            Sources.NswHealth,
            Secondary,
            _ => Answer.Yes
        ),
        new(
            "setting.supply",
            Severity.Finding,
            "The supply is not prescribed or not known: inpatient care is talked about first, and a clinician finds the lowest "
                + "dose that controls withdrawal.",
            "where the supply comes from",
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
        new(
            "setting.pregnancy",
            Severity.CareFirst,
            "Pregnancy: obstetric and addiction specialists decide on the setting with the patient (recommendation 28; the "
                + "wording is ours).",
            "pregnancy",
            Sources.Asam,
            Derived,
            c => c.Facts.Pregnant
        ),
        new(
            "setting.nobody-near",
            Severity.Finding,
            "Nobody can be with the person when unwell: outpatient care needs another safety net.",
            "whether someone can be with the person",
            Sources.OwnRule,
            Derived,
            c => Not(c.Intake.Is("supports.someone"))
        ),
        new(
            "setting.home",
            Severity.Finding,
            "The person does not feel safe at home: talk about it alone, in private, before a setting is chosen.",
            "whether home is safe",
            Sources.OwnRule,
            Derived,
            c => Not(c.Intake.Is("home.safe"))
        ),
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
