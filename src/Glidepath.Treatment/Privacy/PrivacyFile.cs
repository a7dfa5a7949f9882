namespace Glidepath.Treatment.Privacy;

/// <summary>
/// All that is on file about one patient and bears on a disclosure, read from the store in one go. A list left out closes a door and never
/// opens one, except restrictions and ends: give them all.
/// </summary>
public sealed record PrivacyFile
{
    public required Guid PatientId { get; init; }

    /// <summary>Other records of the same person, whose entries on file here bind this one too.</summary>
    public IReadOnlySet<Guid> AlsoOf { get; init; } = new HashSet<Guid>();

    /// <summary>Null is unknown: treated as a minor's.</summary>
    public required DateOnly? BirthDate { get; init; }

    /// <summary>The state whose law governs, two letters.</summary>
    public required string State { get; init; }

    /// <summary>Where the program is: a first and a last day are days there.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <param name="utc">An instant.</param>
    public DateOnly DayOf(DateTime utc) => LocalDay.Of(utc, Zone);

    public required IReadOnlyList<ConsentEnd> ConsentEnds { get; init; }
    public required IReadOnlyList<Restriction> Restrictions { get; init; }
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>The patient's own account, where there is one.</summary>
    public Guid? PatientAccountId { get; init; }

    /// <summary>Accounts on the care team now.</summary>
    public IReadOnlySet<Guid> CareTeam { get; init; } = new HashSet<Guid>();

    public IReadOnlyList<BreakGlass> BreakGlass { get; init; } = [];
    public IReadOnlyList<EmergencyDisclosure> Emergencies { get; init; } = [];
    public IReadOnlyList<LegalDemand> LegalDemands { get; init; } = [];
    public IReadOnlyList<StatutoryReport> StatutoryReports { get; init; } = [];

    /// <summary>Copies that the patient asked for.</summary>
    public IReadOnlyList<CopyRequest> CopyRequests { get; init; } = [];
    public IReadOnlyList<RegisteredApproval> Approvals { get; init; } = [];
    public IReadOnlyList<ServiceAgreement> Agreements { get; init; } = [];

    /// <summary>Of the organisation that holds the record.</summary>
    public IReadOnlyList<ProgrammeScope> Scopes { get; init; } = [];

    /// <summary>Answers that counsel has confirmed in writing; they go before the built-in table.</summary>
    public IReadOnlyList<MinorConsentRule> CounselsMinorRules { get; init; } = [];

    internal bool IsOf(Guid patientId) => patientId == PatientId || AlsoOf.Contains(patientId);

    /// <summary>By restrictions that were agreed.</summary>
    internal InformationCategory KeptBackFrom(Recipient recipient) =>
        Restrictions
            .Where(r => IsOf(r.PatientId) && r.Withholds(recipient))
            .Aggregate(InformationCategory.None, (all, r) => all | r.Categories);
}
