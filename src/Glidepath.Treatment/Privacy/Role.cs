namespace Glidepath.Treatment.Privacy;

public enum Role
{
    None,
    Administrator,
    Director,
    Prescriber,
    Nurse,
    Therapist,
    Counsellor,
    Helpline,
    PrivacyOfficer,
    Patient,
    Family,

    /// <summary>Who meets people at the desk, keeps how to reach them and plans their visits; nothing of why they come.</summary>
    FrontDesk,
}

/// <summary>Who acts.</summary>
public sealed record Actor(Guid AccountId, Role Role);
