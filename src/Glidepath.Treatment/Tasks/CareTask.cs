using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Tasks;

public enum CareTaskState
{
    Open,
    Done,
    Canceled,
}

public enum TaskOrigin
{
    ByHand,

    /// <summary>Care ended, and somebody asks after the person.</summary>
    Discharge,

    /// <summary>Someone was not heard from and not reached, and is called again.</summary>
    NotHeardFrom,

    /// <summary>A message of the patient was not answered by the promised time.</summary>
    Message,

    /// <summary>Somebody left a ward against advice, and is called.</summary>
    LeftAgainstAdvice,
}

/// <summary>
/// Something that somebody on the care team will do for the person (HL7 FHIR <c>Task</c>): what, who, by when, and what came of it.
/// </summary>
[RecordOf(DataClass.CarePlan)]
public sealed class CareTask : IPatientRecord, IVersioned
{
    /// <summary>Days after the end of care. A rule of the program, as for the first check of a referral.</summary>
    public const int FollowUpAfter = 7;

    private const int LongestNote = 1_000;

    private CareTask() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    [Encrypted]
    public string What { get; private set; } = "";

    /// <summary>The account whose task it is; null where it is anybody's of <see cref="ForRole"/>, or nobody's.</summary>
    public Guid? ForAccountId { get; private set; }

    /// <summary>Whoever is on the care team as this; null where it is one account's, or nobody's.</summary>
    public CareTeamRole? ForRole { get; private set; }

    /// <summary>In the zone of the program.</summary>
    public DateOnly DueOn { get; private set; }

    public TaskOrigin Origin { get; private set; }

    public CareTaskState State { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>UTC. When it was done or canceled; null while it is open.</summary>
    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <summary>Of what was done, if anything; of what was canceled, why.</summary>
    [Encrypted]
    public string? Note { get; private set; }

    /// <summary>Read <see cref="HandOvers"/>.</summary>
    [Encrypted]
    public string? HandOversJson { get; private set; }

    /// <summary>From whom to whom it went, the oldest first.</summary>
    public IReadOnlyList<TaskHandOver> HandOvers => Recorded.Read<TaskHandOver[]>(HandOversJson, []);

    public TaskOwner For => new(ForAccountId, ForRole);

    public bool IsOpen => State is CareTaskState.Open;

    /// <summary>Whose it was does not do it any more, and nobody was there to take it over. It is never left with who cannot.</summary>
    public bool NeedsPerson => IsOpen && ForAccountId is null && ForRole is null;

    public int DaysOverdueOn(DateOnly today) => IsOpen ? Math.Max(0, today.DayNumber - DueOn.DayNumber) : 0;

    /// <param name="today">In the zone of the program.</param>
    /// <exception cref="RuleViolationException"><c>task.…</c>: a field is missing, too long or cannot be.</exception>
    public static CareTask Ask(Guid id, EpisodeOfCare episode, TaskDetails asked, DateOnly today, DateTime at, Guid by)
    {
        var what = Recorded.Required(asked.What, "task.what");
        var owner = asked.For.Checked();
        if (asked.DueOn < today)
            throw new RuleViolationException("task.due.past", ("today", today));
        if (asked.DueOn > today.AddYears(2))
            throw new RuleViolationException("task.due.far", ("last", today.AddYears(2)));
        return new CareTask
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            What = what,
            ForAccountId = owner.AccountId,
            ForRole = owner.Role,
            DueOn = asked.DueOn,
            Origin = asked.Origin,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
    }

    /// <summary>Ends here, and goes on in another record of the person; what was due before today is due today.</summary>
    /// <param name="canDo">Whose it is may open that record; else it needs a person there, and does not say whose it was.</param>
    /// <exception cref="RuleViolationException"><c>task.ended</c>, <c>task.note</c></exception>
    public CareTask GoOn(Guid id, EpisodeOfCare episode, bool canDo, string? why, DateOnly today, DateTime at, Guid by)
    {
        Cancel(why, at, by);
        return new CareTask
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            What = What,
            ForAccountId = canDo ? ForAccountId : null,
            ForRole = canDo ? ForRole : null,
            DueOn = DueOn < today ? today : DueOn,
            Origin = Origin,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
    }

    public void Finish(string? note, DateTime at, Guid by) =>
        End(CareTaskState.Done, Recorded.Optional(note, "task.note", LongestNote), at, by);

    public void Cancel(string? why, DateTime at, Guid by) =>
        End(CareTaskState.Canceled, Recorded.Required(why, "task.note", LongestNote), at, by);

    /// <summary>Somebody else does it.</summary>
    /// <exception cref="RuleViolationException"><c>task.ended</c>, <c>task.hand-over.…</c></exception>
    public void HandTo(Guid accountId, string? why, DateTime at, Guid by)
    {
        RequireOpen();
        if (accountId == ForAccountId)
            throw new RuleViolationException("task.hand-over.same");
        Hand(accountId, why, at, by);
    }

    /// <summary>Whose it is leaves, and there is nobody to hand it to: the care team sees that it needs a person.</summary>
    /// <exception cref="RuleViolationException"><c>task.ended</c>, <c>task.hand-over.why</c></exception>
    public void LeaveToNobody(string? why, DateTime at, Guid by)
    {
        RequireOpen();
        Hand(null, why, at, by);
    }

    private void Hand(Guid? to, string? why, DateTime at, Guid by)
    {
        var handed = new TaskHandOver(For, to, Recorded.Required(why, "task.hand-over.why", LongestNote), Recorded.Utc(at), by);
        HandOversJson = Recorded.Json(HandOvers.Append(handed));
        (ForAccountId, ForRole) = (to, null);
    }

    private void End(CareTaskState to, string? note, DateTime at, Guid by)
    {
        RequireOpen();
        (State, Note, EndedAt, EndedBy) = (to, note, Recorded.Utc(at), by);
    }

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolationException("task.ended");
    }
}

/// <summary>Whose task it is: one account's, or anybody's who is on the care team in this role.</summary>
public readonly record struct TaskOwner(Guid? AccountId, CareTeamRole? Role)
{
    public static TaskOwner Account(Guid id) => new(id, null);

    public static TaskOwner Of(CareTeamRole role) => new(null, role);

    /// <exception cref="RuleViolationException"><c>task.for.one</c>; <c>task.for.role</c>: others on a team have no account of that
    /// role.</exception>
    public TaskOwner Checked() =>
        AccountId is null == Role is null ? throw new RuleViolationException("task.for.one")
        : Role is { } role && !CareTeamMember.Treats(role) ? throw new RuleViolationException("task.for.role")
        : this;
}

/// <param name="What">At most 200 characters.</param>
/// <param name="DueOn">Today or later, within two years.</param>
public sealed record TaskDetails(string? What, TaskOwner For, DateOnly DueOn, TaskOrigin Origin = TaskOrigin.ByHand);

/// <param name="From">Whose it was; neither where it had needed a person.</param>
/// <param name="To">Null where it needs a person.</param>
/// <param name="At">UTC.</param>
public sealed record TaskHandOver(TaskOwner From, Guid? To, string Why, DateTime At, Guid By);
