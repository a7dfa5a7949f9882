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
}

/// <summary>Who acts.</summary>
public sealed record Actor(Guid AccountId, Role Role);
