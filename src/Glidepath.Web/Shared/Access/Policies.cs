using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.Authorization;

namespace Glidepath.Web.Shared;

/// <summary>
/// Who may come in, in one place: <c>@attribute [Authorize(Policy = Policies.Staff)]</c>. A policy is about the role only; whose record it
/// is, is asked by
/// <see cref="Glidepath.Storage.Privacy.RecordAccess"/> each time.
/// </summary>
public static class Policies
{
    public const string SignedIn = "signed-in",
        Staff = "staff",
        Clinician = "clinician",
        Prescriber = "prescriber",
        Helpline = "helpline",
        PrivacyOfficer = "privacy-officer",
        Director = "director",
        Administrator = "administrator",
        Patient = "patient",
        Family = "family";

    /// <summary>
    /// Several roles at one door: who registers people, who keeps the list of medicines, who plans visits, who enters check-ins, who has a
    /// duty or arranges
    /// it, who comes to records at all, who sees how far care is, who sees who treats whom, who ends records, who is the second person for
    /// what is done
    /// to an account.
    /// </summary>
    public const string Registering = "registering",
        Medicating = "medicating",
        Visiting = "visiting",
        Monitoring = "monitoring",
        Duty = "duty",
        UnitSetting = "unit-setting",
        MonitoringOrPatient = "monitoring-or-patient",
        RecordReader = "record-reader",
        CareTeam = "care-team",
        EndOfRecords = "end-of-records",
        SecondPerson = "second-person",
        ClinicianOrHelpline = "clinician-or-helpline",
        ClinicianOrFrontDesk = "clinician-or-front-desk",
        EpisodeReader = "episode-reader",
        ClinicianOrDirector = "clinician-or-director",
        ClinicianOrOfficer = "clinician-or-officer",
        ClinicianOrPatient = "clinician-or-patient",
        ClinicianOrAdministrator = "clinician-or-administrator",
        ClinicianOfficerOrPatient = "clinician-officer-or-patient",
        OfficerOrPatient = "officer-or-patient",
        OfficerOrAdministrator = "officer-or-administrator";

    /// <summary>An administrator is no member of staff here: the role reaches no record.</summary>
    internal static readonly Dictionary<string, Role[]> Roles = new(StringComparer.Ordinal)
    {
        [SignedIn] = [.. Enum.GetValues<Role>().Where(r => r is not Role.None)],
        [Staff] = [Role.Director, .. Clinicians.Roles, Role.Helpline, Role.FrontDesk, Role.PrivacyOfficer],
        [Clinician] = [.. Clinicians.Roles],
        [Prescriber] = [Role.Prescriber],
        [Helpline] = [Role.Helpline],
        [PrivacyOfficer] = [Role.PrivacyOfficer],
        [Director] = [Role.Director],
        [Administrator] = [Role.Administrator],
        [Patient] = [Role.Patient],
        [Family] = [Role.Family],
        [Registering] = [.. Clinicians.Roles, Role.Helpline, Role.FrontDesk],
        [Medicating] = [Role.Prescriber, Role.Nurse],
        [Visiting] = [.. Clinicians.Roles, Role.Helpline, Role.FrontDesk],
        [Monitoring] = [Role.Prescriber, Role.Nurse],
        [Duty] = [Role.Director, Role.Prescriber, Role.Nurse],
        [UnitSetting] = [Role.Director, Role.Administrator],
        [MonitoringOrPatient] = [Role.Prescriber, Role.Nurse, Role.Patient],
        [RecordReader] = [.. Clinicians.Roles, Role.Helpline, Role.FrontDesk, Role.PrivacyOfficer],
        [EpisodeReader] = [.. Clinicians.Roles, Role.Helpline, Role.PrivacyOfficer],
        [ClinicianOrHelpline] = [.. Clinicians.Roles, Role.Helpline],
        [ClinicianOrFrontDesk] = [.. Clinicians.Roles, Role.FrontDesk],
        [CareTeam] = [.. Clinicians.Roles, Role.Helpline, Role.PrivacyOfficer, Role.Director],
        [EndOfRecords] = [Role.PrivacyOfficer, Role.Director, Role.Administrator],
        [SecondPerson] = [Role.PrivacyOfficer, Role.Director, Role.Administrator],
        [ClinicianOrDirector] = [.. Clinicians.Roles, Role.Director],
        [ClinicianOrOfficer] = [.. Clinicians.Roles, Role.PrivacyOfficer],
        [ClinicianOrPatient] = [.. Clinicians.Roles, Role.Patient],
        [ClinicianOrAdministrator] = [.. Clinicians.Roles, Role.Administrator],
        [ClinicianOfficerOrPatient] = [.. Clinicians.Roles, Role.PrivacyOfficer, Role.Patient],
        [OfficerOrAdministrator] = [Role.PrivacyOfficer, Role.Administrator],
        [OfficerOrPatient] = [Role.PrivacyOfficer, Role.Patient],
    };

    public static void AddPolicies(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedByRole>();
        var authorization = builder.Services.AddAuthorizationBuilder();
        foreach (var (name, roles) in Roles)
            authorization.AddPolicy(
                name,
                new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(roles.Select(r => r.ToString())).Build()
            );
    }

    /// <summary>Where each role begins its day.</summary>
    public static string Home(Role role) =>
        role switch
        {
            Role.Administrator => "/admin",
            Role.Patient => "/me",
            Role.Family => "/family/updates",
            Role.None => "/",
            Role.Director => "/director",
            Role.Prescriber or Role.Nurse or Role.Therapist or Role.Counsellor or Role.Helpline or Role.FrontDesk or Role.PrivacyOfficer =>
                "/today",
        };
}
