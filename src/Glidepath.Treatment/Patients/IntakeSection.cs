using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>The tasks of an intake, in the order in which they are offered. Any may be done first, left and taken up again.</summary>
public enum IntakePart
{
    Medicine,
    Pattern,
    PastAttempts,
    MissedDose,
    Seizures,
    OtherSedatives,
    Alcohol,
    Opioids,
    Pregnancy,
    MentalHealth,
    PhysicalHealth,
    Supports,
    HomeSafety,
}

/// <summary>
/// The answers of one part, saved as they come. Each part has its own version, so two people at work on different parts do not meet.
/// </summary>
[RecordOf(DataClass.Assessments)]
public sealed class IntakeSection : IPatientRecord, IVersioned
{
    private IntakeSection() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public IntakePart Part { get; private set; }

    /// <summary>Read <see cref="Answers"/>.</summary>
    [Encrypted]
    public string? AnswersJson { get; private set; }

    public DateTime? ChangedAt { get; private set; }

    public Guid? ChangedBy { get; private set; }

    /// <summary>By question id. A question without an entry was not asked.</summary>
    public IReadOnlyDictionary<string, IntakeAnswer> Answers => Recorded.Read<Dictionary<string, IntakeAnswer>>(AnswersJson, []);

    public static IntakeSection Start(Guid id, EpisodeOfCare episode, IntakePart part) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            Part = part,
        };

    /// <summary>
    /// Adds or changes the answers given here and keeps the others. An answer that was <see cref="AnswerState.NotAsked"/> is taken out.
    /// </summary>
    /// <exception cref="RuleViolationException">The question belongs to another part, or the value does not fit; then nothing is
    /// changed.</exception>
    public void Save(IReadOnlyDictionary<string, IntakeAnswer> answers, DateTime at, Guid by)
    {
        var all = new Dictionary<string, IntakeAnswer>(Answers);
        foreach (var (id, answer) in answers)
        {
            var question =
                IntakeQuestions.Find(id) is { } found && found.Part == Part
                    ? found
                    : throw new RuleViolationException("intake.answer.not-of-this-part", ("question", id), ("part", Part));
            if (question.Problem(answer) is { } problem)
                throw new RuleViolationException("intake.answer.does-not-fit", ("question", id), ("problem", problem));
            if (answer.State is AnswerState.NotAsked)
                all.Remove(id);
            else
                all[id] = answer.Trimmed();
        }
        (AnswersJson, ChangedAt, ChangedBy) = (Recorded.Json(all), Recorded.Utc(at), by);
    }
}
