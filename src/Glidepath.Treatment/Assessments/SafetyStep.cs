using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Assessments;

public enum SafetyTrigger
{
    /// <summary>An item of an instrument, such as PHQ-9 item 9.</summary>
    InstrumentItem,

    /// <summary>A suicide answer at intake.</summary>
    IntakeAnswer,

    /// <summary>A check-in, a note or a call.</summary>
    Told,
}

public enum SafetyState
{
    /// <summary>Staff have it in front of them and may not go on.</summary>
    OpenWithStaff,

    /// <summary>The person answered alone and someone by name was alerted.</summary>
    OpenAlerted,

    /// <summary>The person answered alone and nobody is watching; the page says so.</summary>
    OpenUnwatched,

    /// <summary>Staff recorded what was done.</summary>
    ActedOn,

    /// <summary>A clinician closed it, with the outcome.</summary>
    Closed,
}

/// <summary>An answer that speaks of suicide. It opens at once, before anything is scored or saved.</summary>
[RecordOf(DataClass.Assessments)]
public sealed class SafetyStep : IPatientRecord, IVersioned
{
    private SafetyStep() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public SafetyTrigger Trigger { get; private set; }

    /// <summary>Instrument and items, or the question: <c>phq-9: 9</c>.</summary>
    [Encrypted]
    public string What { get; private set; } = "";

    public SafetyState State { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>The account that was alerted; null where nobody was.</summary>
    public Guid? AlertedAccountId { get; private set; }

    /// <summary>As shown to the person: "Ana, your nurse".</summary>
    [Encrypted]
    public string? AlertedName { get; private set; }

    /// <summary>An action reached the person, or sent someone who will.</summary>
    public bool PersonReached { get; private set; }

    /// <summary>Since when staff have known; null while they do not.</summary>
    public DateTime? SeenByStaffAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    [Encrypted]
    public string? Outcome { get; private set; }

    public bool IsOpen => State is not SafetyState.Closed;

    /// <summary>Nobody has acted yet.</summary>
    public bool NeedsAction => State is SafetyState.OpenWithStaff or SafetyState.OpenAlerted or SafetyState.OpenUnwatched;

    /// <summary>Staff are in the room or on the call.</summary>
    public static SafetyStep OpenWithStaff(Guid id, EpisodeOfCare episode, SafetyTrigger trigger, string what, DateTime at) =>
        Open(id, episode, trigger, what, at, SafetyState.OpenWithStaff, at);

    /// <param name="alerted">Who was really alerted, by name; null where nobody was.</param>
    public static SafetyStep OpenForPatient(
        Guid id,
        EpisodeOfCare episode,
        SafetyTrigger trigger,
        string what,
        DateTime at,
        AlertedPerson? alerted
    )
    {
        var step = Open(id, episode, trigger, what, at, alerted is null ? SafetyState.OpenUnwatched : SafetyState.OpenAlerted, null);
        if (alerted is not null)
            (step.AlertedAccountId, step.AlertedName) = (alerted.AccountId, Recorded.Required(alerted.Name, "safety.alerted-name"));
        return step;
    }

    /// <summary>Staff open what the person answered alone. From here it binds them.</summary>
    public void TakeUp(DateTime at)
    {
        State = State switch
        {
            SafetyState.OpenAlerted or SafetyState.OpenUnwatched => SafetyState.OpenWithStaff,
            SafetyState.OpenWithStaff => throw new RuleViolationException("safety.take-up.already"),
            SafetyState.ActedOn or SafetyState.Closed => throw new RuleViolationException("safety.take-up.done"),
        };
        SeenByStaffAt = Recorded.Utc(at);
    }

    /// <summary>Staff recorded what they did.</summary>
    public void Act(SafetyAction action)
    {
        if (action.SafetyStepId != Id)
            throw new RuleViolationException("safety.act.other-step");
        State = State switch
        {
            SafetyState.OpenWithStaff or SafetyState.OpenAlerted or SafetyState.OpenUnwatched or SafetyState.ActedOn => SafetyState.ActedOn,
            SafetyState.Closed => throw new RuleViolationException("safety.act.closed"),
        };
        SeenByStaffAt ??= action.RecordedAt;
        PersonReached |= action.Disposition is not SafetyDisposition.NotReachedYet;
    }

    public void Close(string outcome, DateTime at, Guid by)
    {
        var text = Recorded.Required(outcome, "safety.outcome", Recorded.LongText);
        State = State switch
        {
            SafetyState.ActedOn when PersonReached => SafetyState.Closed,
            SafetyState.ActedOn => throw new RuleViolationException("safety.close.not-reached"),
            SafetyState.Closed => throw new RuleViolationException("safety.close.closed"),
            SafetyState.OpenWithStaff or SafetyState.OpenAlerted or SafetyState.OpenUnwatched => throw new RuleViolationException(
                "safety.close.no-action"
            ),
        };
        (Outcome, ClosedAt, ClosedBy) = (text, Recorded.Utc(at), by);
    }

    /// <summary>Staff wait for a recorded action; a person on their own may always go on.</summary>
    public bool LetsGoOn(AnsweredBy who) => who is AnsweredBy.Patient || !NeedsAction;

    /// <param name="forAmendment">A correction may rest on a step that was closed since; a new answer may not.</param>
    internal static void MustLetGoOn(SafetyStep? step, Guid patientId, AnsweredBy who, bool forAmendment)
    {
        if (step is null || step.PatientId != patientId || !step.IsOpen && !forAmendment)
            throw new RuleViolationException("safety.step.missing");
        if (!step.LetsGoOn(who))
            throw new RuleViolationException("safety.step.no-action");
    }

    private static SafetyStep Open(
        Guid id,
        EpisodeOfCare episode,
        SafetyTrigger trigger,
        string what,
        DateTime at,
        SafetyState state,
        DateTime? seen
    ) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            Trigger = trigger,
            What = Recorded.Required(what, "safety.what"),
            State = state,
            OpenedAt = Recorded.Utc(at),
            SeenByStaffAt = seen,
        };
}

/// <summary>Who was alerted, with the name as the person is told it.</summary>
public sealed record AlertedPerson(Guid AccountId, string Name);
