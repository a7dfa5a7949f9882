using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

/// <summary>
/// A patient's written permission (FHIR Consent), as signed. Never changed: a correction is a new consent that replaces it, and it ends by
/// a <see cref="ConsentEnd"/>.
/// On file is not yet in force: only <see cref="ConsentReliance"/> says whether it may be relied on now.
/// </summary>
[RecordOf(DataClass.Consents)]
public sealed class Consent : IPatientRecord, IAppendOnly
{
    private Consent() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public ConsentKind Kind { get; private set; }
    public ConsentKind OnSameForm { get; private set; }
    public ConsentOrigin Origin { get; private set; }

    [Encrypted]
    public string? PatientName { get; private set; }

    [Encrypted]
    public string? DiscloserName { get; private set; }
    public InformationCategory Categories { get; private set; }

    [Encrypted]
    public string? InformationDescription { get; private set; }
    public RecipientKind RecipientKind { get; private set; }

    [Encrypted]
    public string? RecipientName { get; private set; }
    public Guid? RecipientPartyId { get; private set; }
    public RecipientClass RecipientClasses { get; private set; }

    [Encrypted]
    public string? IntermediaryParticipants { get; private set; }
    public DisclosurePurpose Purposes { get; private set; }

    [Encrypted]
    public string? PurposeText { get; private set; }

    [Encrypted]
    public string? HowToRevoke { get; private set; }
    public ConsentExpiry Expiry { get; private set; }
    public DateOnly? ExpiresOn { get; private set; }

    [Encrypted]
    public string? ExpiryEvent { get; private set; }
    public ConsentSigner SignedBy { get; private set; }

    [Encrypted]
    public string? SignerName { get; private set; }

    [Encrypted]
    public string? SignerAuthority { get; private set; }
    public SignatureMethod SignatureMethod { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public bool HasRedisclosureStatement { get; private set; }

    [Encrypted]
    public string? ConsequencesOfRefusal { get; private set; }
    public bool IsConditionOfTreatment { get; private set; }
    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <param name="control">Whose signature is needed, on the day it was signed: <see cref="MinorConsentTable.ControlOf"/>.</param>
    /// <param name="birthDate">Of the patient; null: not known.</param>
    /// <exception cref="RuleViolationException">An element is missing. The rule is the first one's code, the message names all with
    /// theirs.</exception>
    public static Consent Give(
        Guid id,
        ConsentTerms terms,
        MinorControl control,
        DateOnly? birthDate,
        DateTime recordedAt,
        Guid recordedBy,
        TimeZoneInfo zone,
        Guid? amends = null,
        string? amendmentReason = null
    )
    {
        IReadOnlyList<ConsentElement> missing =
        [
            .. ConsentElements.Missing(terms, control),
            .. ConsentElements.Impossible(terms, birthDate, LocalDay.Of(recordedAt, zone)),
        ];
        if (missing is [var first, ..])
            throw RuleViolationException.Of(
                first.Rule,
                Sentence.Of(
                    "consent.missing",
                    (
                        "elements",
                        new SentenceList(
                            "list.semicolon",
                            [.. missing.Select(e => Sentence.Of("consent.missing.element", ("element", e.Says), ("rule", e.Rule)))]
                        )
                    )
                )
            );
        return new Consent
        {
            Id = Required.Id(id, "consent.id"),
            PatientId = terms.PatientId,
            Kind = terms.Kind,
            OnSameForm = terms.OnSameForm,
            Origin = terms.Origin,
            PatientName = terms.PatientName,
            DiscloserName = terms.DiscloserName,
            Categories = terms.Categories,
            InformationDescription = terms.InformationDescription,
            RecipientKind = terms.RecipientKind,
            RecipientName = terms.RecipientName,
            RecipientPartyId = terms.RecipientPartyId,
            RecipientClasses = terms.RecipientClasses,
            IntermediaryParticipants = terms.IntermediaryParticipants,
            Purposes = terms.Purposes,
            PurposeText = terms.PurposeText,
            HowToRevoke = terms.HowToRevoke,
            Expiry = terms.Expiry,
            ExpiresOn = terms.ExpiresOn,
            ExpiryEvent = terms.ExpiryEvent,
            SignedBy = terms.SignedBy,
            SignerName = terms.SignerName,
            SignerAuthority = terms.SignerAuthority,
            SignatureMethod = terms.SignatureMethod,
            SignedOn = terms.SignedOn,
            HasRedisclosureStatement = terms.HasRedisclosureStatement,
            ConsequencesOfRefusal = terms.ConsequencesOfRefusal,
            IsConditionOfTreatment = terms.IsConditionOfTreatment,
            AmendsId = amends,
            AmendmentReason = amends is null ? null : Required.Text(amendmentReason, "consent.amendment.reason"),
            RecordedAt = Required.Utc(recordedAt),
            RecordedBy = Required.Id(recordedBy, "consent.recorded-by"),
        };
    }

    /// <summary>The form again, to be checked again.</summary>
    public ConsentTerms ToTerms() =>
        new()
        {
            PatientId = PatientId,
            Kind = Kind,
            OnSameForm = OnSameForm,
            Origin = Origin,
            PatientName = PatientName,
            DiscloserName = DiscloserName,
            Categories = Categories,
            InformationDescription = InformationDescription,
            RecipientKind = RecipientKind,
            RecipientName = RecipientName,
            RecipientPartyId = RecipientPartyId,
            RecipientClasses = RecipientClasses,
            IntermediaryParticipants = IntermediaryParticipants,
            Purposes = Purposes,
            PurposeText = PurposeText,
            HowToRevoke = HowToRevoke,
            Expiry = Expiry,
            ExpiresOn = ExpiresOn,
            ExpiryEvent = ExpiryEvent,
            SignedBy = SignedBy,
            SignerName = SignerName,
            SignerAuthority = SignerAuthority,
            SignatureMethod = SignatureMethod,
            SignedOn = SignedOn,
            HasRedisclosureStatement = HasRedisclosureStatement,
            ConsequencesOfRefusal = ConsequencesOfRefusal,
            IsConditionOfTreatment = IsConditionOfTreatment,
        };
}
