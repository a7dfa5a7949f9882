namespace Glidepath.Treatment.Privacy;

/// <summary>What an accounting shows and what may be deleted.</summary>
public static class DisclosureAccounting
{
    /// <summary>45 CFR 164.528(a)(1) and 164.530(j).</summary>
    public const int KeptYears = 6;

    /// <summary>42 CFR 2.25(a).</summary>
    public const int Part2Years = 3;

    private const DisclosureBasis NoBasis = DisclosureBasis.None;

    /// <summary>
    /// 42 CFR 2.25: made with consent in the last three years; under a TPO consent only what went through the record system. A shorter
    /// period may be asked for.
    /// </summary>
    public static IReadOnlyList<DisclosureRecord> Part2Report(
        IEnumerable<DisclosureRecord> records,
        Guid patientId,
        DateTime now,
        DateTime? from = null
    ) =>
        Report(
            records,
            patientId,
            now,
            Part2Years,
            from,
            r =>
                r.Basis switch
                {
                    DisclosureBasis.Consent or DisclosureBasis.CounsellingNotesConsent or DisclosureBasis.LegalProceedingsConsent => true,
                    DisclosureBasis.TpoConsent => r.ThroughRecordSystem,
                    NoBasis
                    or DisclosureBasis.PatientAccess
                    or DisclosureBasis.CareTeam
                    or DisclosureBasis.MedicalEmergency
                    or DisclosureBasis.BreakGlass => false,
                    DisclosureBasis.AuditOrEvaluation or DisclosureBasis.Research or DisclosureBasis.ServiceAgreement => false,
                    DisclosureBasis.CourtOrder or DisclosureBasis.CrimeOnPremises or DisclosureBasis.ChildAbuseReport => false,
                }
        );

    /// <summary>
    /// 45 CFR 164.528: six years, without what the patient authorised, received, or that was for treatment, payment and operations.
    /// </summary>
    public static IReadOnlyList<DisclosureRecord> HipaaReport(
        IEnumerable<DisclosureRecord> records,
        Guid patientId,
        DateTime now,
        DateTime? from = null
    ) =>
        Report(
            records,
            patientId,
            now,
            KeptYears,
            from,
            r =>
                r.Basis switch
                {
                    DisclosureBasis.MedicalEmergency or DisclosureBasis.AuditOrEvaluation or DisclosureBasis.Research => true,
                    DisclosureBasis.CourtOrder or DisclosureBasis.CrimeOnPremises or DisclosureBasis.ChildAbuseReport => true,
                    NoBasis
                    or DisclosureBasis.PatientAccess
                    or DisclosureBasis.CareTeam
                    or DisclosureBasis.BreakGlass
                    or DisclosureBasis.ServiceAgreement => false,
                    DisclosureBasis.Consent
                    or DisclosureBasis.TpoConsent
                    or DisclosureBasis.CounsellingNotesConsent
                    or DisclosureBasis.LegalProceedingsConsent => false,
                }
        );

    /// <param name="heldAsEvidence">Entries that an open breach, incident, complaint or legal demand needs. They stay, whatever their
    /// age.</param>
    public static IReadOnlyList<DisclosureRecord> MayBePurged(
        IEnumerable<DisclosureRecord> records,
        DateTime now,
        IReadOnlySet<Guid> heldAsEvidence
    ) => [.. records.Where(r => r.DisclosedAt.AddYears(KeptYears) < now && !heldAsEvidence.Contains(r.Id))];

    private static IReadOnlyList<DisclosureRecord> Report(
        IEnumerable<DisclosureRecord> records,
        Guid patientId,
        DateTime now,
        int years,
        DateTime? from,
        Func<DisclosureRecord, bool> shows
    )
    {
        var earliest = now.AddYears(-years);
        var start = from is { } asked && asked > earliest ? asked : earliest;
        return
        [
            .. records
                .Where(r => r.PatientId == patientId && r.DisclosedAt >= start && r.DisclosedAt <= now && shows(r))
                .OrderBy(r => r.DisclosedAt),
        ];
    }
}
