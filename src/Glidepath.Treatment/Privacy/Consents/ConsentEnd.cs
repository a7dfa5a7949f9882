namespace Glidepath.Treatment.Privacy;

public enum ConsentEndKind
{
    None,
    Revoked,

    /// <summary>The event that the form names as its expiry has happened.</summary>
    ExpiryEvent,

    /// <summary>Found deficient, expired or known to be false, 42 CFR 2.31(c).</summary>
    FoundInvalid,
}

/// <summary>
/// The end of a consent. It works from the moment it is on file, whatever instant it carries, and cannot be taken back: the patient signs
/// anew.
/// Any origin may end a consent, a device too.
/// </summary>
[RecordOf(DataClass.Consents)]
public sealed class ConsentEnd : IPatientRecord, IAppendOnly
{
    private ConsentEnd() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public Guid ConsentId { get; private set; }
    public ConsentEndKind Kind { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime EndedAt { get; private set; }

    /// <summary>Who asked and how, for example by voice at the desk.</summary>
    [Encrypted]
    public string? Note { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <param name="recordedAt">Where it reached the programme later than the patient said it, as from a device; the same instant if left
    /// out.</param>
    public static ConsentEnd Of(
        Guid id,
        Consent consent,
        ConsentEndKind kind,
        DateTime endedAt,
        Guid recordedBy,
        string? note = null,
        DateTime? recordedAt = null
    ) =>
        new()
        {
            Id = Required.Id(id, "consent.end.id"),
            PatientId = consent.PatientId,
            ConsentId = consent.Id,
            Kind = Required.Some(kind, "consent.end.kind"),
            EndedAt = Required.Utc(endedAt),
            Note = note,
            RecordedAt = Required.Utc(recordedAt ?? endedAt),
            RecordedBy = Required.Id(recordedBy, "consent.end.recorded-by"),
        };
}
