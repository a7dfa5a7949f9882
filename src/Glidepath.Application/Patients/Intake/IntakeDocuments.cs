using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

public sealed record IntakeDocument(
    Guid PatientId,
    DateTime? CheckedAt,
    IReadOnlyList<PartDocument> Parts,
    IReadOnlyList<FactDocument> Facts,
    IReadOnlyList<Guid> SafetyStepsWaiting
)
{
    public static IntakeDocument Of(IntakeView view) =>
        new(
            view.Patient.Id,
            view.Intake?.CheckedAt,
            [.. view.Review.Tasks.Select(t => PartDocument.Of(view, t.Part))],
            [
                .. view.Findings.Select(f => new FactDocument(
                    f.Rule,
                    f.Severity.ToString(),
                    f.Message,
                    f.Source.Title,
                    f.Source.Where,
                    f.Confidence.ToString()
                )),
            ],
            [.. view.Waiting.Select(w => w.Id)]
        );
}

/// <param name="Part">The word of the address: p1 to p13.</param>
/// <param name="Version">Send it back in If-Match with a change; null before the first, where * is sent.</param>
public sealed record PartDocument(string Part, string Title, TaskState State, Guid? Version, IReadOnlyList<AnswerDocument> Answers)
{
    public static PartDocument Of(IntakeView view, IntakePart part) =>
        new(
            IntakeParts.Slug(part),
            IntakeParts.Words(part),
            view.Review.Tasks.Single(t => t.Part == part).State,
            view.Section(part)?.Version,
            [.. IntakeQuestions.Of(part).Select(q => AnswerDocument.Of(q, view.Answers.GetValueOrDefault(q.Id, IntakeAnswer.NotAsked)))]
        );
}

/// <param name="Accepted">The words that may be given; empty for a text, a number or a day.</param>
public sealed record AnswerDocument(
    string Id,
    string Question,
    QuestionKind Kind,
    string? Unit,
    IReadOnlyList<string> Accepted,
    bool IsNeeded,
    AnswerState State,
    string? Value
)
{
    public static AnswerDocument Of(IntakeQuestion q, IntakeAnswer a) =>
        new(q.Id, q.Text, q.Kind, q.Unit, q.Kind is QuestionKind.YesNo ? ["yes", "no"] : q.Choices, q.IsNeeded, a.State, a.Value);
}

public sealed record FactDocument(string Rule, string Severity, string Message, string Source, string Where, string Confidence);

/// <param name="Answers">By question id. A question that is left out stays as it is.</param>
public sealed record PartChange(IReadOnlyDictionary<string, GivenAnswer> Answers);

/// <param name="Value">Only with the state given.</param>
public sealed record GivenAnswer(AnswerState State, string? Value = null);

/// <param name="SafetyStepId">An answer opened it: record what was done at once.</param>
public sealed record PartSaved(PartDocument Part, Guid? SafetyStepId);
