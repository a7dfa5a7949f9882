using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Assessments;

/// <summary>What becomes of answers once the safety step that they opened has its action.</summary>
public enum AfterSafety
{
    /// <summary>They stay a draft.</summary>
    Keep,

    /// <summary>They are scored and saved, if all are there.</summary>
    Finish,

    /// <summary>They are scored and saved as they are.</summary>
    FinishUnanswered,
}

/// <summary>
/// Answers as they are being given: nothing typed is lost while a safety step waits, or when somebody is called away. It has no score and
/// counts for nothing.
/// </summary>
[RecordOf(DataClass.Assessments)]
public sealed class AssessmentDraft : IPatientRecord, IVersioned
{
    private AssessmentDraft() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public string InstrumentId { get; private set; } = "";

    public int InstrumentVersion { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>Read <see cref="Answers"/>.</summary>
    [Encrypted]
    public string? AnswersJson { get; private set; }

    public Guid? SafetyStepId { get; private set; }

    /// <summary>What whoever filled it in asked for when the safety step came first.</summary>
    public AfterSafety After { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? Reason { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public Guid ChangedBy { get; private set; }

    /// <summary>The entry that was made of it; null while it is open.</summary>
    public Guid? CompletedAs { get; private set; }

    public IReadOnlyDictionary<string, int> Answers => Recorded.Read<Dictionary<string, int>>(AnswersJson, []);

    public static AssessmentDraft Start(
        Guid id,
        EpisodeOfCare episode,
        Instrument instrument,
        DateOnly on,
        Guid? amends,
        DateTime at,
        Guid by
    ) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            InstrumentId = instrument.Id,
            InstrumentVersion = instrument.Version,
            On = on,
            AmendsId = amends,
            ChangedAt = Recorded.Utc(at),
            ChangedBy = by,
        };

    /// <summary>What stands on the page now; what is not given was taken back or not answered.</summary>
    /// <exception cref="RuleViolationException">An answer is not of the instrument.</exception>
    public void Keep(Instrument instrument, IReadOnlyDictionary<string, int> answers, DateOnly on, string? reason, DateTime at)
    {
        if (CompletedAs is not null)
            throw new RuleViolationException("assessment.draft.completed");
        _ = Score.Of(instrument, answers);
        (InstrumentVersion, AnswersJson, On, ChangedAt) = (instrument.Version, Recorded.Json(answers), on, Recorded.Utc(at));
        Reason = Recorded.Optional(reason, "entry.amendment-reason", 2_000);
    }

    /// <param name="after">What was asked for, and happens once the step has its action.</param>
    public void Wait(SafetyStep step, AfterSafety after) => (SafetyStepId, After) = (step.Id, after);

    /// <summary>The answers now stand in the entry, and only there.</summary>
    public void Complete(ScoredAssessment entry) => (CompletedAs, AnswersJson, Reason) = (entry.Id, null, null);
}
