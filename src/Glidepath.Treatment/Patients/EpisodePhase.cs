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

/// <summary>By which door the person came in. Both lead to the same safety rules.</summary>
public enum DoorIn
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
