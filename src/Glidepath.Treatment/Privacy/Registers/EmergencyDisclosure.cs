namespace Glidepath.Treatment.Privacy;

/// <summary>42 CFR 2.51: what must be written down at once when information goes to medical personnel without consent.</summary>
[RecordOf(DataClass.Disclosures)]
public sealed class EmergencyDisclosure : IPatientRecord, IAppendOnly
{
    /// <summary>One emergency, not a standing permission. Our own convention.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private EmergencyDisclosure() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }

    [Encrypted]
    public string MedicalPersonnel { get; private set; } = "";

    /// <summary>The health care facility they belong to.</summary>
    [Encrypted]
    public string Affiliation { get; private set; } = "";

    [Encrypted]
    public string DisclosedBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime DisclosedAt { get; private set; }

    [Encrypted]
    public string NatureOfEmergency { get; private set; } = "";

    /// <summary>2.51(a)(1): prior consent could not be obtained.</summary>
    public bool ConsentCouldNotBeObtained { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    public static EmergencyDisclosure Record(
        Guid id,
        Guid patientId,
        string? medicalPersonnel,
        string? affiliation,
        string? disclosedBy,
        string? natureOfEmergency,
        bool consentCouldNotBeObtained,
        DateTime disclosedAt,
        Guid recordedBy
    ) =>
        new()
        {
            Id = Required.Id(id, "emergency.id"),
            PatientId = Required.Id(patientId, "emergency.patient"),
            MedicalPersonnel = Required.Text(medicalPersonnel, "emergency.medical-personnel"),
            Affiliation = Required.Text(affiliation, "emergency.affiliation"),
            DisclosedBy = Required.Text(disclosedBy, "emergency.disclosed-by"),
            NatureOfEmergency = Required.Text(natureOfEmergency, "emergency.nature"),
            ConsentCouldNotBeObtained = consentCouldNotBeObtained ? true : throw new RuleViolationException("emergency.consent-obtainable"),
            DisclosedAt = Required.Utc(disclosedAt),
            RecordedAt = disclosedAt,
            RecordedBy = Required.Id(recordedBy, "emergency.recorded-by"),
        };

    internal bool Covers(Recipient recipient, DateTime now) =>
        ConsentCouldNotBeObtained
        && now >= DisclosedAt
        && now < DisclosedAt + Lasts
        && (Recipient.SameName(recipient.Name, MedicalPersonnel) || Recipient.SameName(recipient.Name, Affiliation));
}
