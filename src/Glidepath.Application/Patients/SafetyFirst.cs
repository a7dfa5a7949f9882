using System.Globalization;
using Glidepath.Application.Facilities;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>One thing that changes what is safe.</summary>
/// <param name="Answer">Unknown is shown as a question, never as no.</param>
/// <param name="Says">What it means for the care, in a sentence.</param>
/// <param name="Source">Where it was told.</param>
public sealed record SafetyLine(string What, Answer Answer, string Says, string Source);

/// <summary>
/// What stands before any plan: seizures, severe withdrawal, pregnancy, alcohol, opioids, an unknown supply, thoughts of suicide.
/// </summary>
internal static class SafetyFirst
{
    public static IReadOnlyList<SafetyLine> Of(
        IntakeFacts intake,
        int? age,
        IReadOnlyCollection<IntakeSection> sections,
        IReadOnlyCollection<SafetyStep> steps
    )
    {
        var facts = intake.ToPatientFacts(age);
        var suicide = steps.Any(s => s.NeedsAction) ? Answer.Yes : intake.Is("mental.suicide");
        return
        [
            Line("Thoughts of suicide", suicide, "The safety step comes before everything else.", IntakePart.MentalHealth),
            Line("Seizure history", facts.SeizureHistory, "A cut can bring one on. Talk about the setting first.", IntakePart.Seizures),
            Line(
                "Severe withdrawal before",
                facts.SevereWithdrawal,
                "Cutting down may need care in a hospital first.",
                IntakePart.PastAttempts
            ),
            Line("Pregnancy", facts.Pregnant, "Decided together with obstetric care.", IntakePart.Pregnancy),
            Line("Alcohol", facts.Alcohol, "Together they can stop breathing. Stopping alcohol has its own risks.", IntakePart.Alcohol),
            Line("Opioids", facts.AnyOpioid, "Together they can stop breathing. Offer naloxone.", IntakePart.Opioids),
            Line(
                "Supply not prescribed or not known",
                facts.Supply switch
                {
                    Supply.NotAsked => Answer.Unknown,
                    Supply.Prescribed => Answer.No,
                    Supply.NotPrescribed or Supply.Unknown => Answer.Yes,
                },
                "The dose is not sure. A clinician finds the lowest dose that holds.",
                IntakePart.Medicine
            ),
        ];

        SafetyLine Line(string what, Answer answer, string says, IntakePart part) =>
            new(
                what,
                answer,
                says,
                sections.FirstOrDefault(s => s.Part == part)?.ChangedAt is { } at
                    ? T["IntakePartOn", Terms.Of(part.Words()), at.ToString("MMM d, yyyy", CultureInfo.InvariantCulture)]
                    : T["NotAskedYet"]
            );
    }
}
