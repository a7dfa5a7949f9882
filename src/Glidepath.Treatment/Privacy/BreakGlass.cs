using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

public enum BreakGlassStatus
{
    /// <summary>Opened; readable until <see cref="BreakGlass.ExpiresAt"/>.</summary>
    Open,

    /// <summary>Closed early by the clinician. Waits for review as an expired one does.</summary>
    Closed,
    Justified,

    /// <summary>The reviewer found no good reason: an incident follows.</summary>
    Concern,
}

/// <summary>A clinician off the care team opened a record: typed reason, 60 minutes, the patient told, every one reviewed.</summary>
[RecordOf(DataClass.BreakGlassReviews)]
public sealed class BreakGlass : IPatientRecord, IVersioned
{
    public const int ReasonLength = 20,
        LongestReason = 1_000;

    /// <summary>Our own convention: an account that was set up less than this before is pointed out to the officer.</summary>
    public static readonly TimeSpan NewAccount = TimeSpan.FromDays(7);

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    /// <summary>Our own convention.</summary>
    public static readonly TimeSpan ReviewWithin = TimeSpan.FromDays(3);

    private BreakGlass() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public Guid OpenedBy { get; private set; }
    public Role OpenedAs { get; private set; }

    [Encrypted]
    public string Reason { get; private set; } = "";
    public BreakGlassStatus Status { get; private set; }

    /// <summary>UTC, like every instant here.</summary>
    public DateTime OpenedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }
    public DateTime ReviewDueAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public DateTime? PatientToldAt { get; private set; }
    public DateTime? ReviewedAt { get; private set; }
    public Guid? ReviewedBy { get; private set; }

    [Encrypted]
    public string? ReviewNote { get; private set; }
    public Guid Version { get; private set; }

    public static BreakGlass Open(Guid id, Guid patientId, Actor actor, string? reason, DateTime now) =>
        new()
        {
            Id = Required.Id(id, "break-glass.id"),
            PatientId = Required.Id(patientId, "break-glass.patient"),
            OpenedBy = Required.Id(actor.AccountId, "break-glass.account"),
            OpenedAs = BasisTable.Of(DisclosureBasis.BreakGlass).Roles.Contains(actor.Role)
                ? actor.Role
                : throw new RuleViolationException("break-glass.role"),
            Reason = Required.Reason(reason, "break-glass.reason", ReasonLength),
            Status = BreakGlassStatus.Open,
            OpenedAt = Required.Utc(now),
            ExpiresAt = now + Lasts,
            ReviewDueAt = now + ReviewWithin,
        };

    public bool IsLive(DateTime now) => Status == BreakGlassStatus.Open && now >= OpenedAt && now < ExpiresAt;

    public bool IsReviewOverdue(DateTime now) => ReviewedAt is null && now >= ReviewDueAt;

    public void Close(DateTime now)
    {
        Status = Next(BreakGlassStatus.Closed, now);
        ClosedAt = Required.Utc(now);
    }

    /// <summary>The patient was told that the record was opened.</summary>
    public void PatientTold(DateTime now) =>
        PatientToldAt = PatientToldAt is null ? Required.Utc(now) : throw new RuleViolationException("break-glass.told.already");

    /// <summary>When a review may be decided: at once where the clinician closed it, else when the access has ended.</summary>
    public DateTime DecidableFrom => ClosedAt ?? ExpiresAt;

    /// <summary>A review may begin while the record is still open: what was found so far is kept, and decides nothing.</summary>
    public void BeginReview(Actor reviewer, string? note)
    {
        RequireReviewer(reviewer);
        if (ReviewedAt is not null)
            throw new RuleViolationException("break-glass.review.decided");
        ReviewNote = Required.Text(note, "break-glass.review.note");
    }

    public void Review(Actor reviewer, bool justified, string? note, DateTime now)
    {
        RequireReviewer(reviewer);
        var reviewNote = Required.Text(note, "break-glass.review.note");
        Status = Next(justified ? BreakGlassStatus.Justified : BreakGlassStatus.Concern, now);
        ReviewNote = reviewNote;
        ReviewedAt = Required.Utc(now);
        ReviewedBy = reviewer.AccountId;
    }

    private void RequireReviewer(Actor reviewer)
    {
        if (reviewer.Role != Role.PrivacyOfficer)
            throw new RuleViolationException("break-glass.review.role");
        if (reviewer.AccountId == OpenedBy)
            throw new RuleViolationException("break-glass.review.own");
    }

    private BreakGlassStatus Next(BreakGlassStatus to, DateTime now) =>
        (Status, to) switch
        {
            (BreakGlassStatus.Open, BreakGlassStatus.Closed) => to,
            (BreakGlassStatus.Open, BreakGlassStatus.Justified or BreakGlassStatus.Concern) when now >= ExpiresAt => to,
            (BreakGlassStatus.Closed, BreakGlassStatus.Justified or BreakGlassStatus.Concern) => to,
            var (from, _) => throw RuleViolationException.Of(
                $"break-glass.{to.ToString().ToLowerInvariant()}.not-now",
                Sentence.Of("break-glass.not-now", ("from", from), ("to", to))
            ),
        };
}
