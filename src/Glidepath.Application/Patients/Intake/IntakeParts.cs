using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>
/// The parts as they stand in an address and on a page. An address names no health need: each part has a number that never changes.
/// </summary>
public static class IntakeParts
{
    private static readonly (IntakePart Part, string Slug, string Words)[] All =
    [
        (IntakePart.Medicine, "p1", "The medicine"),
        (IntakePart.Pattern, "p2", "How long and how often"),
        (IntakePart.PastAttempts, "p3", "Times you cut down before"),
        (IntakePart.MissedDose, "p4", "When a dose is missed"),
        (IntakePart.Seizures, "p5", "Seizures"),
        (IntakePart.OtherSedatives, "p6", "Other calming medicines"),
        (IntakePart.Alcohol, "p7", "Alcohol"),
        (IntakePart.Opioids, "p8", "Opioids"),
        (IntakePart.Pregnancy, "p9", "Pregnancy"),
        (IntakePart.MentalHealth, "p10", "Mind and mood"),
        (IntakePart.PhysicalHealth, "p11", "Body and health"),
        (IntakePart.Supports, "p12", "People who help"),
        (IntakePart.HomeSafety, "p13", "Safety at home"),
    ];

    public static IntakePart? Find(string? slug) => All.Where(a => a.Slug == slug).Select(a => (IntakePart?)a.Part).FirstOrDefault();

    public static string Slug(IntakePart part) => All.Single(a => a.Part == part).Slug;

    public static string Words(IntakePart part) => All.Single(a => a.Part == part).Words;

    public static string? Next(IntakePart part) => All.SkipWhile(a => a.Part != part).Skip(1).Select(a => a.Slug).FirstOrDefault();

    public static string Address(Guid patientId, IntakePart? part = null) =>
        part is { } one ? $"/patients/{patientId}/intake/{Slug(one)}" : $"/patients/{patientId}/intake";
}

/// <summary>Stored words as a person reads them. Names of medicines stay as they are.</summary>
public static class IntakeWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["yes"] = "Yes",
        ["no"] = "No",
        ["couldBe"] = "I could be",
        ["doesNotApply"] = "Does not apply to me",
        ["none"] = "No gun at home",
        ["locked"] = "Yes, locked away",
        ["notLocked"] = "Yes, not locked away",
        ["enough"] = "7 days or more",
        ["few"] = "Less than 7 days",
        ["ranOut"] = "None left",
        ["prescribed"] = "It is prescribed to me",
        ["notPrescribed"] = "It is not prescribed",
        ["both"] = "Both",
        ["mild"] = "A little",
        ["strong"] = "A lot",
        ["neverMissed"] = "I never miss one",
        ["other"] = "Another one",
        ["sleepingPill"] = "Sleeping pills",
        ["gabapentinoid"] = "Gabapentin or pregabalin",
        ["muscleRelaxant"] = "Muscle relaxers",
        ["allergyPill"] = "Allergy pills that make you sleepy",
    };

    public static string Of(string stored) => Words.GetValueOrDefault(stored, stored);

    /// <summary>An answer on a page; null where nobody asked.</summary>
    public static string? Of(IntakeQuestion question, IntakeAnswer answer) =>
        answer.State switch
        {
            AnswerState.NotAsked => null,
            AnswerState.Unknown => "Not known",
            AnswerState.NotSaid => "Rather not say",
            AnswerState.Given => question.Kind switch
            {
                QuestionKind.YesNo or QuestionKind.Choice => Of(answer.Value!),
                QuestionKind.Choices => string.Join(", ", answer.Value!.Split(',').Select(v => Terms.Of(Of(v.Trim())))),
                QuestionKind.Number when question.Unit is { } unit => $"{answer.Value} {Terms.Of(unit)}",
                _ => answer.Value,
            },
        };
}
