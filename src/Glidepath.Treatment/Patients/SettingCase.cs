using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Patients;

/// <summary>What a clinician judges of the guideline's three criteria. Unknown until judged.</summary>
/// <param name="ImminentHarm">Harm from going on is near and the first cut would not lessen it soon.</param>
/// <param name="NotSafeOutside">Symptoms or illness that cannot be managed safely from home.</param>
/// <param name="SevereWithdrawalNearOrHere">Severe or complicated withdrawal is present or near.</param>
public sealed record SettingJudgement(
    Answer ImminentHarm = Answer.Unknown,
    Answer NotSafeOutside = Answer.Unknown,
    Answer SevereWithdrawalNearOrHere = Answer.Unknown
);

/// <summary>What the setting rules are asked about.</summary>
/// <param name="DailyMg">Of <paramref name="Drug"/>; its upper end decides.</param>
public sealed record SettingCase(
    Benzodiazepine? Drug,
    Interval? DailyMg,
    PatientFacts Facts,
    IntakeFacts Intake,
    SettingJudgement Judgement
)
{
    public static SettingCase Of(IntakeFacts intake, int? age, SettingJudgement judgement) =>
        new(intake.Drug, intake.DailyMg, intake.ToPatientFacts(age), intake, judgement);

    /// <summary>By the strongest table; null when drug or dose is not known.</summary>
    public decimal? HighestDiazepamMg =>
        Drug is { } drug && DailyMg is { } mg ? DiazepamEquivalent.Of(drug, new Dose(mg.High))?.DiazepamMg.High : null;
}
