namespace Glidepath.Treatment.Privacy;

/// <summary>One kind for each consent; several only in <see cref="ConsentTerms.OnSameForm"/>.</summary>
[Flags]
public enum ConsentKind
{
    None = 0,
    SpecificDisclosure = 1 << 0,
    TreatmentPaymentOperations = 1 << 1,
    CounsellingNotes = 1 << 2,
    LegalProceedings = 1 << 3,
}

public enum ConsentExpiry
{
    None,
    OnDay,
    OnEvent,

    /// <summary>The word "none" on the form: a TPO consent only.</summary>
    Never,
}

public enum SignatureMethod
{
    None,
    Paper,
    Electronic,
}

/// <summary>Whose signatures are on the form. Both flags where state law wants the minor and a parent (42 CFR 2.14).</summary>
[Flags]
public enum ConsentSigner
{
    None = 0,

    /// <summary>The patient, of any age.</summary>
    Patient = 1 << 0,
    ParentOrGuardian = 1 << 1,

    /// <summary>42 CFR 2.15: for an adult without capacity, or after death.</summary>
    LegalRepresentative = 1 << 2,
}

/// <summary>How the entry came in. Only what the programme or the patient recorded here is relied on.</summary>
public enum ConsentOrigin
{
    Unknown,
    RecordedByProgramme,
    RecordedByPatient,
    Imported,
    DeviceSync,
}

/// <summary>What is on the form: all elements of 42 CFR 2.31(a). <see cref="ConsentElements"/> says what is missing.</summary>
public sealed record ConsentTerms
{
    public Guid PatientId { get; init; }
    public ConsentKind Kind { get; init; }

    /// <summary>The other kinds that the same signature was asked for.</summary>
    public ConsentKind OnSameForm { get; init; }

    public ConsentOrigin Origin { get; init; }
    public string? PatientName { get; init; }
    public string? DiscloserName { get; init; }
    public InformationCategory Categories { get; init; }

    /// <summary>The categories in words a patient signs: "specific and meaningful".</summary>
    public string? InformationDescription { get; init; }

    public RecipientKind RecipientKind { get; init; }
    public string? RecipientName { get; init; }

    /// <summary>The recipient in the directory. Where it is given, a disclosure must go to this one and not to a namesake.</summary>
    public Guid? RecipientPartyId { get; init; }

    public RecipientClass RecipientClasses { get; init; }

    /// <summary>Names, or a class limited to those with a treating provider relationship.</summary>
    public string? IntermediaryParticipants { get; init; }

    public DisclosurePurpose Purposes { get; init; }
    public string? PurposeText { get; init; }
    public string? HowToRevoke { get; init; }
    public ConsentExpiry Expiry { get; init; }

    /// <summary>The last day it holds, by UTC: west of Greenwich it ends some hours early, never late.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public string? ExpiryEvent { get; init; }
    public ConsentSigner SignedBy { get; init; }
    public string? SignerName { get; init; }

    /// <summary>What lets a representative sign.</summary>
    public string? SignerAuthority { get; init; }

    public SignatureMethod SignatureMethod { get; init; }
    public DateOnly? SignedOn { get; init; }

    /// <summary>The form says that what is sent may be redisclosed, and by which rules.</summary>
    public bool HasRedisclosureStatement { get; init; }

    public string? ConsequencesOfRefusal { get; init; }

    /// <summary>Treatment was made to depend on it. Never allowed for counselling notes.</summary>
    public bool IsConditionOfTreatment { get; init; }
}
