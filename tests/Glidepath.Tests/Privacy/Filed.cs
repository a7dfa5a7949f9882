using System.Reflection;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Tests.Privacy;

/// <summary>A made-up patient, the people around, and what is on file, all of it in order unless a test changes it.</summary>
internal static class Filed
{
    public const InformationCategory Covered =
        InformationCategory.Medications | InformationCategory.Diagnoses | InformationCategory.PresenceInTreatment;

    public static readonly DateTime Now = new(2026, 11, 25, 15, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    public static readonly Guid Patient = Id(1);
    public static readonly Guid OtherPatient = Id(2);
    public static readonly Guid PatientAccount = Id(3);
    public static readonly Guid Therapist = Id(4);
    public static readonly Guid Officer = Id(5);
    public static readonly Guid Clinic = Id(6);
    public static readonly Guid Sister = Id(7);
    public static readonly Guid Stranger = Id(8);
    public static readonly Guid Entry = Id(100);

    public static Guid Id(int n) => new(n, 0, 0, new byte[8]);

    public static readonly Recipient ToClinic = new("Harbour Clinic", RecipientClass.TreatingProvider, Clinic, "1 Quay Street");
    public static readonly Recipient ToSister = new("Anna Lee", RecipientClass.Family, Sister);

    public static ConsentTerms Terms(ConsentKind kind = ConsentKind.SpecificDisclosure) =>
        new()
        {
            PatientId = Patient,
            Kind = kind,
            OnSameForm = kind,
            Origin = ConsentOrigin.RecordedByProgramme,
            PatientName = "Made Up",
            DiscloserName = "Glidepath Demo Program",
            Categories = kind == ConsentKind.CounsellingNotes ? InformationCategory.CounsellingNotes : Covered,
            InformationDescription = "what I take and why",
            RecipientKind = kind == ConsentKind.TreatmentPaymentOperations ? RecipientKind.Class : RecipientKind.Named,
            RecipientName =
                kind == ConsentKind.TreatmentPaymentOperations ? null
                : kind == ConsentKind.LegalProceedings ? "County Court"
                : "Harbour Clinic",
            RecipientPartyId = kind == ConsentKind.TreatmentPaymentOperations ? null : Clinic,
            RecipientClasses = kind switch
            {
                ConsentKind.TreatmentPaymentOperations => RecipientClass.TreatingProvider
                    | RecipientClass.Payer
                    | RecipientClass.OperationsSupport,
                ConsentKind.LegalProceedings => RecipientClass.CourtOrLawEnforcement,
                _ => RecipientClass.TreatingProvider,
            },
            Purposes = kind == ConsentKind.LegalProceedings ? DisclosurePurpose.LegalProceedings : DisclosurePurpose.Treatment,
            PurposeText = "so that both teams know",
            HowToRevoke = "say so, or write to the privacy officer",
            Expiry = kind == ConsentKind.TreatmentPaymentOperations ? ConsentExpiry.Never : ConsentExpiry.OnDay,
            ExpiresOn = kind == ConsentKind.TreatmentPaymentOperations ? null : Today.AddDays(30),
            SignedBy = ConsentSigner.Patient,
            SignerName = "Made Up",
            SignatureMethod = SignatureMethod.Electronic,
            SignedOn = Today.AddDays(-10),
            HasRedisclosureStatement = true,
            ConsequencesOfRefusal = "none for your treatment",
        };

    public static ConsentTerms ForSister() =>
        Terms() with
        {
            RecipientName = ToSister.Name,
            RecipientPartyId = Sister,
            RecipientClasses = RecipientClass.Family,
            Purposes = DisclosurePurpose.FamilySupport,
        };

    public static Consent Given(
        ConsentTerms? terms = null,
        int id = 10,
        Guid? amends = null,
        MinorControl control = MinorControl.NotAMinor
    ) =>
        Consent.Give(
            Id(id),
            terms ?? Terms(),
            control,
            birthDate: null,
            Now.AddDays(-10),
            Officer,
            TimeZoneInfo.Utc,
            amends,
            amends is null ? null : "a wrong date"
        );

    public static ConsentEnd Ended(Consent consent, ConsentEndKind kind = ConsentEndKind.Revoked, int id = 20) =>
        ConsentEnd.Of(Id(id), consent, kind, Now.AddMinutes(-1), PatientAccount);

    /// <summary>As a row comes from a store that someone wrote to without asking: the only way to a deficient entry.</summary>
    public static T Tampered<T>(T entity, string property, object? value)
    {
        typeof(T).GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.SetValue(entity, value);
        return entity;
    }

    public static PrivacyFile File(params Consent[] consents) =>
        new()
        {
            PatientId = Patient,
            BirthDate = new DateOnly(1980, 5, 1),
            State = "CA",
            Consents = consents,
            ConsentEnds = [],
            Restrictions = [],
            PatientAccountId = PatientAccount,
            CareTeam = new HashSet<Guid> { Therapist },
        };

    /// <summary>The specific consent, by FHIR read, to the clinic: permitted as it stands.</summary>
    public static DisclosureRequest Request(PrivacyFile? file = null, Guid? reference = null) =>
        new()
        {
            RecordId = Entry,
            Channel = DisclosureChannel.FhirRead,
            Basis = DisclosureBasis.Consent,
            Reference = reference ?? Id(10),
            Actor = new Actor(Therapist, Role.Therapist),
            Recipient = ToClinic,
            Purpose = DisclosurePurpose.Treatment,
            Categories = InformationCategory.Medications,
            File = file ?? File(Given()),
            Now = Now,
        };

    public static LegalDemandTerms Order(LegalDemandKind kind = LegalDemandKind.OrderForNoncriminalPurpose) =>
        new()
        {
            Kind = kind,
            Issuer = "County Court",
            RecipientName = "County Court",
            Categories = Covered,
            RecordsFindings = true,
            NoticeWasGiven = true,
            SeenByCounsel = true,
            ServedOn = Today.AddDays(-3),
            ValidUntil = Today.AddDays(30),
        };

    public static string Reason(DisclosureDecision decision) => Assert.IsType<DisclosureDecision.Refuse>(decision).Reason;

    public static DisclosureDecision.Permit Permit(DisclosureDecision decision) => Assert.IsType<DisclosureDecision.Permit>(decision);
}
