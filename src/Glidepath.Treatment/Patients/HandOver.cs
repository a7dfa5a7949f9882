using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

public enum HandOverState
{
    /// <summary>A clinician was asked, and has not answered.</summary>
    Proposed,

    /// <summary>The clinician is on the care team.</summary>
    Accepted,

    Declined,

    /// <summary>Another was asked in their place.</summary>
    Withdrawn,
}

/// <summary>
/// From whoever took the call to a clinician, who says yes or no. Who asks keeps the follow-up of an open referral until its last check.
/// </summary>
[RecordOf(DataClass.Enquiry)]
public sealed class HandOver : IPatientRecord, IVersioned
{
    private HandOver() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>The clinician's account.</summary>
    public Guid ToAccountId { get; private set; }

    public CareTeamRole Role { get; private set; }

    public HandOverState State { get; private set; }

    /// <summary>What the clinician should know before they answer.</summary>
    [Encrypted]
    public string? Note { get; private set; }

    /// <summary>Why the clinician does not take it.</summary>
    [Encrypted]
    public string? Reason { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Since when the helpline keeps the follow-up of a referral though care has begun; null where it keeps none.</summary>
    public DateTime? FollowUpSince { get; private set; }

    public DateTime? FollowUpDoneAt { get; private set; }

    public bool IsProposed => State is HandOverState.Proposed;

    public bool KeepsFollowUp => FollowUpSince is not null && FollowUpDoneAt is null;

    /// <exception cref="RuleViolationException">The role treats nobody.</exception>
    public static HandOver Propose(Guid id, EpisodeOfCare episode, Guid toAccountId, CareTeamRole role, string? note, DateTime at, Guid by)
    {
        if (!CareTeamMember.Treats(role))
            throw new RuleViolationException("hand-over.role");
        return new HandOver
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            ToAccountId = toAccountId,
            Role = role,
            Note = Recorded.Optional(note, "hand-over.note", 2_000),
            ProposedAt = Recorded.Utc(at),
            ProposedBy = by,
        };
    }

    /// <returns>The place on the care team that this makes.</returns>
    public CareTeamMember Accept(EpisodeOfCare episode, DateOnly from, DateTime at, Guid by)
    {
        Decide(HandOverState.Accepted, at, by);
        return CareTeamMember.Join(Guid.CreateVersion7(), episode, ToAccountId, Role, from);
    }

    public void Decline(string? reason, DateTime at, Guid by)
    {
        var why = Recorded.Required(reason, "hand-over.reason", 2_000);
        Decide(HandOverState.Declined, at, by);
        Reason = why;
    }

    /// <summary>Somebody else is asked.</summary>
    public void Withdraw(DateTime at) =>
        (State, DecidedAt) = IsProposed
            ? (HandOverState.Withdrawn, Recorded.Utc(at))
            : throw new RuleViolationException("hand-over.decided");

    /// <summary>Care begins while a referral is open: the checks at 7 and 30 days stay with the helpline.</summary>
    public void KeepFollowUp(DateTime at) => FollowUpSince ??= Recorded.Utc(at);

    public void FinishFollowUp(DateTime at) => FollowUpDoneAt ??= Recorded.Utc(at);

    private void Decide(HandOverState to, DateTime at, Guid by)
    {
        if (by != ToAccountId)
            throw new RuleViolationException("hand-over.not-asked");
        if (!IsProposed)
            throw new RuleViolationException("hand-over.decided");
        (State, DecidedAt) = (to, Recorded.Utc(at));
    }
}
