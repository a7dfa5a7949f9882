namespace Glidepath.Treatment.Patients;

public enum TaskState
{
    NotStarted,
    InProgress,

    /// <summary>Everything needed was asked; some of it may not be known.</summary>
    Complete,
}

/// <param name="NotKnown">Asked, and not known or not said: shown apart from what was answered.</param>
public sealed record IntakeTask(
    IntakePart Part,
    TaskState State,
    int Asked,
    int ToAsk,
    IReadOnlyList<IntakeQuestion> Missing,
    IReadOnlyList<IntakeQuestion> NotKnown
);

public sealed record ReviewRow(IntakeQuestion Question, IntakeAnswer Answer);

public sealed record ReviewPart(IntakePart Part, IReadOnlyList<ReviewRow> Rows);

/// <summary>The task list and the check-your-answers page of one intake.</summary>
public sealed record IntakeReview(IReadOnlyList<IntakeTask> Tasks, IReadOnlyList<ReviewPart> Parts)
{
    /// <summary>Needed and not asked.</summary>
    public IReadOnlyList<IntakeQuestion> Missing => [.. Tasks.SelectMany(t => t.Missing)];

    /// <summary>Asked and still open: someone should find out.</summary>
    public IReadOnlyList<IntakeQuestion> NotKnown => [.. Tasks.SelectMany(t => t.NotKnown)];

    public bool IsComplete => Missing.Count == 0;

    public static IntakeReview Of(IReadOnlyCollection<IntakeSection> sections) => Of(Together(sections));

    public static IntakeReview Of(IReadOnlyDictionary<string, IntakeAnswer> answers)
    {
        var rows = IntakeQuestions
            .All.Where(q => q.AppliesTo(answers))
            .Select(q => new ReviewRow(q, answers.GetValueOrDefault(q.Id, IntakeAnswer.NotAsked)))
            .GroupBy(r => r.Question.Part)
            .OrderBy(g => g.Key)
            .Select(g => new ReviewPart(g.Key, [.. g]))
            .ToList();
        return new IntakeReview([.. rows.Select(Task)], rows);
    }

    /// <summary>All answers by question id.</summary>
    public static IReadOnlyDictionary<string, IntakeAnswer> Together(IReadOnlyCollection<IntakeSection> sections) =>
        sections.SelectMany(s => s.Answers).ToDictionary(a => a.Key, a => a.Value);

    private static IntakeTask Task(ReviewPart part)
    {
        var needed = part.Rows.Where(r => r.Question.IsNeeded).ToList();
        var missing = needed.Where(r => !r.Answer.WasAsked).Select(r => r.Question).ToList();
        var asked = part.Rows.Count(r => r.Answer.WasAsked);
        var state =
            missing.Count == 0 ? TaskState.Complete
            : asked == 0 ? TaskState.NotStarted
            : TaskState.InProgress;
        return new IntakeTask(
            part.Part,
            state,
            asked,
            part.Rows.Count,
            missing,
            [.. part.Rows.Where(r => r.Answer.State is AnswerState.Unknown or AnswerState.NotSaid).Select(r => r.Question)]
        );
    }
}
