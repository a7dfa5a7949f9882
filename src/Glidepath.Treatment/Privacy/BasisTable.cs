using static Glidepath.Treatment.Privacy.DisclosureBasis;
using static Glidepath.Treatment.Privacy.DisclosureChannel;
using static Glidepath.Treatment.Privacy.DisclosurePurpose;
using Category = Glidepath.Treatment.Privacy.InformationCategory;

namespace Glidepath.Treatment.Privacy;

/// <summary>The outer bounds of one basis. What is on file narrows them further and never widens them.</summary>
/// <param name="Roles">Who may act on it.</param>
/// <param name="Recipients">To whom it can go.</param>
/// <param name="Ceiling">The most it can ever let out.</param>
/// <param name="RestrictionsApply">Whether an agreed restriction narrows it; not where the law requires the disclosure or a life is at
/// stake (45 CFR 164.522(a)).</param>
/// <param name="IsUse">A use inside the programme: audited, not accounted as a disclosure.</param>
public sealed record BasisRule(
    DisclosureBasis Basis,
    string Paragraph,
    IReadOnlySet<Role> Roles,
    IReadOnlySet<DisclosureChannel> Channels,
    DisclosurePurpose Purposes,
    RecipientClass Recipients,
    InformationCategory Ceiling,
    bool RestrictionsApply = true,
    bool IsUse = false
);

public static class BasisTable
{
    private const Category Identity = Category.Demographics | Category.Contact | Category.PresenceInTreatment;

    private const Category ForEmergency =
        Identity
        | Category.Diagnoses
        | Category.Medications
        | Category.TaperPlan
        | Category.DoseTaken
        | Category.Assessments
        | Category.VitalSigns
        | Category.Progress;

    private const DisclosurePurpose ByConsent =
        DisclosurePurpose.Treatment | Payment | Operations | AtPatientsRequest | FamilySupport | BenefitsOrInsurance | Employment;

    private static readonly Category Record = InformationCategories.AllButCounsellingNotes;

    public static IReadOnlyList<BasisRule> All { get; } =
    [
        new(
            PatientAccess,
            "2.23",
            Set([Role.Patient, Role.PrivacyOfficer, .. Clinicians.Roles]),
            Set(Screen, Print, Pdf, Csv, Json, FhirRead, FhirSearch, Api, EmailText, Sync, Telephone),
            AtPatientsRequest,
            RecipientClass.Patient,
            Record,
            RestrictionsApply: false
        ),
        new(
            CareTeam,
            "2.12(c)(3)",
            Set([.. Clinicians.Roles]),
            Set(Screen, Print, Pdf, FhirRead, FhirSearch, Api, Sync),
            DisclosurePurpose.Treatment,
            RecipientClass.Programme,
            InformationCategories.All,
            IsUse: true
        ),
        new(
            DisclosureBasis.Consent,
            "2.31(a), 2.33(a)",
            Set([Role.PrivacyOfficer, Role.Family, .. Clinicians.Roles]),
            Set(Screen, Print, Pdf, Csv, Json, FhirRead, FhirSearch, Api, EmailText, Telephone),
            ByConsent,
            Outside | RecipientClass.Family | RecipientClass.Employer | RecipientClass.Other,
            Record
        ),
        new(
            TpoConsent,
            "2.31(a)(4)(i), 2.33(b)",
            Set([Role.PrivacyOfficer, .. Clinicians.Roles]),
            Set(Screen, Print, Pdf, Csv, Json, FhirRead, FhirSearch, Bulk, Api, EmailText, Telephone),
            DisclosurePurposes.TreatmentPaymentOperations,
            Outside,
            Record
        ),
        new(
            CounsellingNotesConsent,
            "2.31(b)",
            Set(Role.Therapist, Role.Counsellor, Role.PrivacyOfficer),
            Set(Screen, Print, Pdf),
            ByConsent,
            RecipientClass.TreatingProvider | RecipientClass.Family | RecipientClass.Other,
            Category.CounsellingNotes
        ),
        new(
            LegalProceedingsConsent,
            "2.31(d)",
            Set(Role.PrivacyOfficer),
            Set(Print, Pdf),
            LegalProceedings,
            RecipientClass.CourtOrLawEnforcement | RecipientClass.Other,
            Record
        ),
        new(
            DisclosureBasis.MedicalEmergency,
            "2.51",
            Set([Role.PrivacyOfficer, .. Clinicians.Roles]),
            Set(Screen, Print, Pdf, FhirRead, Telephone),
            DisclosurePurpose.MedicalEmergency,
            RecipientClass.TreatingProvider,
            ForEmergency,
            RestrictionsApply: false
        ),
        new(
            DisclosureBasis.BreakGlass,
            "2.12(c)(3); 45 CFR 164.312(a)(2)(ii)",
            Set([.. Clinicians.Roles]),
            Set(Screen),
            DisclosurePurpose.Treatment,
            RecipientClass.Programme,
            Record & ~Category.Billing,
            RestrictionsApply: false,
            IsUse: true
        ),
        new(
            DisclosureBasis.AuditOrEvaluation,
            "2.53",
            Set(Role.PrivacyOfficer),
            Set(Screen, Print, Pdf, Csv, Bulk),
            DisclosurePurpose.AuditOrEvaluation,
            RecipientClass.Auditor,
            Record
        ),
        new(
            DisclosureBasis.Research,
            "2.52",
            Set(Role.PrivacyOfficer),
            Set(Csv, Bulk),
            DisclosurePurpose.Research,
            RecipientClass.Researcher,
            Record
        ),
        new(
            DisclosureBasis.ServiceAgreement,
            "2.12(c)(4)",
            Set(Role.PrivacyOfficer),
            Set(Print, Pdf, Csv, Json, FhirRead, FhirSearch, Bulk, Api, BackupExport),
            DisclosurePurposes.TreatmentPaymentOperations,
            RecipientClass.ServiceOrganisation,
            Record
        ),
        new(
            CourtOrder,
            "2.61 to 2.67",
            Set(Role.PrivacyOfficer),
            Set(Print, Pdf),
            LegalProceedings,
            RecipientClass.CourtOrLawEnforcement | RecipientClass.Other,
            Record,
            RestrictionsApply: false
        ),
        new(
            CrimeOnPremises,
            "2.12(c)(5)",
            Set([Role.PrivacyOfficer, Role.Director, .. Clinicians.Roles]),
            Set(Print, Pdf, Telephone),
            CrimeReport,
            RecipientClass.CourtOrLawEnforcement,
            Identity
        ),
        new(
            ChildAbuseReport,
            "2.12(c)(6)",
            Set([Role.PrivacyOfficer, .. Clinicians.Roles]),
            Set(Print, Pdf, Telephone),
            ChildProtection,
            RecipientClass.ChildProtection | RecipientClass.CourtOrLawEnforcement,
            Identity,
            RestrictionsApply: false
        ),
    ];

    /// <summary>The channels on which counselling notes may ever travel; their own basis narrows them further.</summary>
    public static IReadOnlySet<DisclosureChannel> ForCounsellingNotes { get; } = Set(Screen, Print, Pdf);

    /// <summary>Where no person looks at the recipient before it is sent: the directory must have identified it.</summary>
    public static IReadOnlySet<DisclosureChannel> Automated { get; } = Set(FhirRead, FhirSearch, Bulk, Api, Sync);

    private const RecipientClass Outside = RecipientClass.TreatingProvider | RecipientClass.Payer | RecipientClass.OperationsSupport;

    /// <exception cref="ArgumentOutOfRangeException">The basis is none of the table.</exception>
    public static BasisRule Of(DisclosureBasis basis) =>
        Find(basis) ?? throw new ArgumentOutOfRangeException(nameof(basis), basis, "No such basis.");

    internal static BasisRule? Find(DisclosureBasis basis) => All.SingleOrDefault(r => r.Basis == basis);

    private static HashSet<T> Set<T>(params T[] values) => [.. values];
}
