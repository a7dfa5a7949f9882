namespace Glidepath.Treatment.Privacy;

/// <summary>Who treats people, by the role of the account.</summary>
public static class Clinicians
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Prescriber, Role.Nurse, Role.Therapist, Role.Counsellor];
}
