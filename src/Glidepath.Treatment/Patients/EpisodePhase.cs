namespace Glidepath.Treatment.Patients;

/// <summary>Where an episode of care stands.</summary>
public enum EpisodePhase
{
    Enquiry,
    Intake,
    WithdrawalManagement,
    Treatment,
    ContinuingCare,
    Discharged,
}

public enum DischargeReason
{
    CareCompleted,
    ContinuesElsewhere,
    LeftByOwnChoice,
    ContactLost,
    MovedAway,
    NotAdmitted,
    EndedByProgramme,
    Died,
}

/// <summary>How the medicine came. The two differ in what a place must be ready for, not in worth; both lead to the same safety rules.</summary>
public enum Pathway
{
    Prescribed,
    NotPrescribed,
}

public enum EpisodeMoveKind
{
    Opening,
    Forward,

    /// <summary>Back to an earlier phase, because care needs it.</summary>
    Return,

    /// <summary>The move it reverses was recorded in error.</summary>
    Reversal,
}
