using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Patients;

/// <summary>What a role may do at all. Who may see one patient is <see cref="AccessPolicy"/>'s to say.</summary>
internal static class PatientRoles
{
    /// <summary>Whether the role has any right of this kind, for what a page offers.</summary>
    public static bool May(this Role role, AccessAction action, DataClass dataClass) =>
        RolePermissions.All.Any(p => p.Role == role && p.DataClasses.Contains(dataClass) && p.Actions.Contains(action));

    /// <summary>
    /// Whether what was written about care is for the role at all. The front desk sees when, with whom and how a visit ended, and no word
    /// of why or of what was said.
    /// </summary>
    public static bool TellsCare(this Role role) => role is not Role.FrontDesk;

    /// <summary>
    /// A clinician is on a team as what their account says, or in one of the parts that need no license of their own. Nobody else is: the
    /// list tells the patient who treats them.
    /// </summary>
    public static bool CanBe(Role? account, CareTeamRole onTeam) =>
        account is { } role
        && OnTeam(role) is { } own
        && (own == onTeam || onTeam is CareTeamRole.Pharmacist or CareTeamRole.PeerSupport or CareTeamRole.CareCoordinator);

    public static CareTeamRole? OnTeam(Role role) =>
        role switch
        {
            Role.Prescriber => CareTeamRole.Prescriber,
            Role.Nurse => CareTeamRole.Nurse,
            Role.Therapist => CareTeamRole.Therapist,
            Role.Counsellor => CareTeamRole.Counsellor,
            _ => null,
        };
}
