using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Shared;

/// <summary>Who treats people. That they treat this one is asked of the record itself.</summary>
internal static class ClinicalRoles
{
    public const string All = nameof(Role.Prescriber) + "," + nameof(Role.Nurse) + "," + nameof(Role.Therapist) + "," + nameof(Role.Counsellor);

    public const string OrPatient = All + "," + nameof(Role.Patient);

    public const string OrAdministrator = All + "," + nameof(Role.Administrator);
}
