namespace Glidepath.Treatment.Facilities;

/// <summary>Where a referral stands. The words in brackets are those of an HL7 FHIR Task.</summary>
public enum ReferralState
{
    /// <summary>(draft)</summary>
    Drafted,

    /// <summary>The person agreed to be referred. (ready)</summary>
    Consented,

    /// <summary>The place has been told. (requested)</summary>
    Sent,

    /// <summary>(accepted)</summary>
    Accepted,

    /// <summary>(on-hold)</summary>
    Waitlisted,

    /// <summary>With a reason, which is kept for the place. (rejected)</summary>
    Declined,

    /// <summary>(in-progress)</summary>
    Appointment,

    /// <summary>(completed)</summary>
    Arrived,

    /// <summary>(failed)</summary>
    DidNotArrive,

    /// <summary>The person no longer wants it. (cancelled)</summary>
    Withdrawn,
}

/// <summary>How the person agreed. In neither case does staff tell a place more than was agreed.</summary>
public enum HandOffConsent
{
    /// <summary>The person is on the line with the place and speaks for themselves; staff disclose nothing.</summary>
    PersonOnTheLine,

    /// <summary>A written consent on file that names the place.</summary>
    WrittenConsent,
}

public enum DeclineReason
{
    Full,
    DoesNotTakePayer,

    /// <summary>The place does not treat benzodiazepine dependence, or only with another drug.</summary>
    NotForBenzodiazepines,
    NotForPrescribedDependence,
    NeedsHigherSetting,
    NeedsLowerSetting,
    AgeOrSex,
    OutOfArea,
    Other,
}
