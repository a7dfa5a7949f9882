using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

public enum RestrictionStatus
{
    Requested,
    Agreed,
    Declined,
    Ended,
}

/// <summary>
/// A patient's request to withhold something from someone (42 CFR 2.26). Once agreed, each disclosure is checked against it.
/// </summary>
[RecordOf(DataClass.Restrictions)]
public sealed class Restriction : IPatientRecord, IVersioned
{
    private Restriction() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public RestrictionStatus Status { get; private set; }
    public InformationCategory Categories { get; private set; }

    /// <summary>From whom, by name; null for everyone of <see cref="RecipientClasses"/>.</summary>
    [Encrypted]
    public string? RecipientName { get; private set; }

    public Guid? RecipientPartyId { get; private set; }

    /// <summary>None, with no name and no party: from everyone.</summary>
    public RecipientClass RecipientClasses { get; private set; }

    [Encrypted]
    public string? Reason { get; private set; }
    public DateTime RequestedAt { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }

    [Encrypted]
    public string? DecisionReason { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public Guid Version { get; private set; }

    public static Restriction Request(
        Guid id,
        Guid patientId,
        InformationCategory categories,
        DateTime requestedAt,
        string? recipientName = null,
        Guid? recipientPartyId = null,
        RecipientClass recipientClasses = RecipientClass.None,
        string? reason = null
    ) =>
        new()
        {
            Id = Required.Id(id, "restriction.id"),
            PatientId = Required.Id(patientId, "restriction.patient"),
            Status = RestrictionStatus.Requested,
            Categories = Required.Some(categories, "restriction.categories"),
            RecipientName = recipientName,
            RecipientPartyId = recipientPartyId,
            RecipientClasses = recipientClasses,
            Reason = reason,
            RequestedAt = Required.Utc(requestedAt),
        };

    /// <param name="colleague">Account of the one who is meant, where the name is that of somebody who works here: within the programme
    /// people are known by their account, not by a name.</param>
    public void Agree(Guid by, DateTime now, Guid? colleague = null)
    {
        Decide(RestrictionStatus.Agreed, by, null, now);
        RecipientPartyId ??= colleague;
    }

    public void Decline(Guid by, string? reason, DateTime now) =>
        Decide(RestrictionStatus.Declined, by, Required.Text(reason, "restriction.decline.reason"), now);

    /// <summary>Only at the patient's wish, or after the patient was told.</summary>
    public void End(Guid by, string? reason, DateTime now)
    {
        Decide(RestrictionStatus.Ended, by, Required.Text(reason, "restriction.end.reason"), now);
        EndedAt = now;
    }

    /// <summary>Whether it withholds from this recipient. One sign that it is meant is enough.</summary>
    internal bool Withholds(Recipient recipient)
    {
        if (Status != RestrictionStatus.Agreed)
            return false;
        var fromEveryone = string.IsNullOrWhiteSpace(RecipientName) && RecipientPartyId is null && RecipientClasses == RecipientClass.None;
        return fromEveryone
            || (RecipientPartyId is { } party && party == recipient.PartyId)
            || Recipient.SameName(RecipientName, recipient.Name)
            || (RecipientClasses & recipient.Class) != 0;
    }

    private void Decide(RestrictionStatus to, Guid by, string? reason, DateTime now)
    {
        Status = (Status, to) switch
        {
            (RestrictionStatus.Requested, RestrictionStatus.Agreed or RestrictionStatus.Declined) => to,
            (RestrictionStatus.Agreed, RestrictionStatus.Ended) => to,
            var (from, _) => throw RuleViolationException.Of(
                $"restriction.{to.ToString().ToLowerInvariant()}.not-now",
                Sentence.Of("restriction.not-now", ("from", from), ("to", to))
            ),
        };
        DecidedAt = Required.Utc(now);
        DecidedBy = by;
        DecisionReason = reason;
    }
}
