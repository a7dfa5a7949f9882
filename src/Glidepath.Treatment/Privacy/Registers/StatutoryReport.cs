namespace Glidepath.Treatment.Privacy;

public enum StatutoryReportKind
{
    None,

    /// <summary>
    /// 42 CFR 2.12(c)(5): on the premises or against personnel. Only the circumstances, name, address, last known whereabouts and that the
    /// person is a patient.
    /// </summary>
    CrimeOnPremises,

    /// <summary>
    /// 42 CFR 2.12(c)(6): the report that state law requires. The record itself stays protected, also in what follows the report.
    /// </summary>
    ChildAbuse,
}

/// <summary>A report made without consent: on file before anything leaves under it.</summary>
[RecordOf(DataClass.Disclosures)]
public sealed class StatutoryReport : IPatientRecord, IAppendOnly
{
    /// <summary>A report is an act, not a standing permission. Our own convention.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    private StatutoryReport() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public StatutoryReportKind Kind { get; private set; }

    [Encrypted]
    public string AgencyName { get; private set; } = "";

    [Encrypted]
    public string Circumstances { get; private set; } = "";
    public DateTime? OccurredAt { get; private set; }

    /// <summary>The law that requires or allows the report.</summary>
    [Encrypted]
    public string LawCited { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    public static StatutoryReport Record(
        Guid id,
        Guid patientId,
        StatutoryReportKind kind,
        string? agencyName,
        string? circumstances,
        string? lawCited,
        DateTime? occurredAt,
        DateTime recordedAt,
        Guid recordedBy
    ) =>
        new()
        {
            Id = Required.Id(id, "statutory-report.id"),
            PatientId = Required.Id(patientId, "statutory-report.patient"),
            Kind = Required.Some(kind, "statutory-report.kind"),
            AgencyName = Required.Text(agencyName, "statutory-report.agency"),
            Circumstances = Required.Text(circumstances, "statutory-report.circumstances", 20),
            LawCited = Required.Text(lawCited, "statutory-report.law"),
            OccurredAt = occurredAt,
            RecordedAt = Required.Utc(recordedAt),
            RecordedBy = Required.Id(recordedBy, "statutory-report.recorded-by"),
        };

    internal bool Covers(StatutoryReportKind kind, Recipient recipient, DateTime now) =>
        Kind == kind && Recipient.SameName(recipient.Name, AgencyName) && now >= RecordedAt && now < RecordedAt + Lasts;
}
