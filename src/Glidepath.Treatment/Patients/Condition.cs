using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>Physical dependence and use disorder are different things and stay apart.</summary>
public enum ConditionKind
{
    LongTermUse,
    AdverseEffect,
    PhysicalDependence,
    UseDisorder,
    Withdrawal,
    Anxiety,
    Depression,
    TraumaRelated,
    Sleep,
    Pain,
    Bipolar,
    Psychosis,
    Physical,
    Other,
}

public enum ConditionStatus
{
    Active,
    Resolved,
    EnteredInError,
}

/// <summary>A problem that a clinician put on the list. A screening result never does.</summary>
[RecordOf(DataClass.Diagnoses)]
public sealed class Condition : IPatientRecord, IVersioned
{
    private Condition() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid? EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Read <see cref="Kind"/>.</summary>
    [Encrypted]
    public string KindWord { get; private set; } = "";

    /// <summary>ICD-10-CM, or null where no code says it.</summary>
    [Encrypted]
    public string? Code { get; private set; }

    [Encrypted]
    public string Title { get; private set; } = "";

    /// <summary>What the clinician found that supports it; required for a use disorder.</summary>
    [Encrypted]
    public string? Basis { get; private set; }

    public ConditionStatus Status { get; private set; }

    public DateOnly On { get; private set; }

    public DateOnly? ResolvedOn { get; private set; }

    /// <summary>The clinician who holds it to be so.</summary>
    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public ConditionKind Kind => Enum.Parse<ConditionKind>(KindWord);

    /// <param name="recorder">What the recorder may do in this programme; the caller answers for it.</param>
    public static Condition Record(
        Guid id,
        EpisodeOfCare episode,
        ConditionCode code,
        DateOnly on,
        string? basis,
        Diagnostician recorder,
        DateTime at
    )
    {
        ProblemList.Check(code, basis, recorder);
        return new Condition
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            KindWord = code.Kind.ToString(),
            Code = Recorded.Optional(code.Code, "condition.code", 20),
            Title = Recorded.Required(code.Title, "condition.title", 500),
            Basis = Recorded.Optional(basis, "condition.basis", Recorded.LongText),
            On = on,
            RecordedBy = recorder.AccountId,
            RecordedAt = Recorded.Utc(at),
        };
    }

    public void Resolve(DateOnly on)
    {
        if (Status is not ConditionStatus.Active)
            throw new RuleViolationException("condition.resolve.not-active");
        if (on < On)
            throw new RuleViolationException("condition.resolve.before-begin", ("on", On));
        (Status, ResolvedOn) = (ConditionStatus.Resolved, on);
    }

    public void MarkEnteredInError() =>
        Status = Status is not ConditionStatus.EnteredInError
            ? ConditionStatus.EnteredInError
            : throw new RuleViolationException("condition.error.already");
}
