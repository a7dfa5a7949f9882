namespace Glidepath.Treatment.Privacy;

/// <summary>What allows a disclosure. Paragraphs are of 42 CFR part 2.</summary>
public enum DisclosureBasis
{
    None,

    /// <summary>2.23: the patient, or a print handed to the patient.</summary>
    PatientAccess,

    /// <summary>2.12(c)(3): treatment within the programme, by someone on the patient's care team.</summary>
    CareTeam,

    /// <summary>2.31(a): one specific disclosure.</summary>
    Consent,

    /// <summary>2.31(a)(4)(i), 2.33(b): one consent for treatment, payment and operations.</summary>
    TpoConsent,

    /// <summary>2.31(b).</summary>
    CounsellingNotesConsent,

    /// <summary>2.31(d).</summary>
    LegalProceedingsConsent,

    /// <summary>2.51.</summary>
    MedicalEmergency,

    /// <summary>Treatment use by a clinician who is not on the care team; 164.312(a)(2)(ii) calls it emergency access.</summary>
    BreakGlass,

    /// <summary>2.53.</summary>
    AuditOrEvaluation,

    /// <summary>2.52.</summary>
    Research,

    /// <summary>2.12(c)(4): a qualified service organisation.</summary>
    ServiceAgreement,

    /// <summary>2.61 to 2.67.</summary>
    CourtOrder,

    /// <summary>2.12(c)(5).</summary>
    CrimeOnPremises,

    /// <summary>2.12(c)(6).</summary>
    ChildAbuseReport,
}
