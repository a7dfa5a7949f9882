using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Patients;

/// <summary>Who may come to the door of a page. Who may see one patient is <see cref="AccessPolicy"/>'s to say.</summary>
internal static class PatientRoles
{
    public const string Clinicians = "Prescriber,Nurse,Therapist,Counsellor";
    public const string Registering = Clinicians + ",Helpline";
    public const string Reading = Registering + ",PrivacyOfficer";
    public const string Teams = Reading + ",Director";
    public const string Prescribers = "Prescriber";
    public const string Director = "Director";

    /// <summary>Whether the role has any right of this kind, for what a page offers.</summary>
    public static bool May(this Role role, AccessAction action, RecordClass dataClass) =>
        RolePermissions.All.Any(p => p.Role == role && p.DataClasses.Contains(dataClass) && p.Actions.Contains(action));

    public static CareTeamRole? OnTeam(Role role) => role switch
    {
        Role.Prescriber => CareTeamRole.Prescriber,
        Role.Nurse => CareTeamRole.Nurse,
        Role.Therapist => CareTeamRole.Therapist,
        Role.Counsellor => CareTeamRole.Counsellor,
        _ => null,
    };
}
