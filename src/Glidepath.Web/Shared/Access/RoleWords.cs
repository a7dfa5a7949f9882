using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.Extensions.Localization;

namespace Glidepath.Web.Shared;

/// <summary>Roles as people call them.</summary>
internal static class RoleWords
{
    public static string Of(Role role) =>
        role switch
        {
            Role.PrivacyOfficer => "Privacy officer",
            Role.Counsellor => "Counselor",
            Role.FrontDesk => "Front desk",
            Role.Patient => "Person in care",
            Role.None => "None",
            Role.Administrator or Role.Director or Role.Prescriber or Role.Nurse or Role.Therapist or Role.Helpline or Role.Family =>
                role.ToString(),
        };

    /// <returns>Null where it is no role that somebody can have.</returns>
    public static Role? Read(string? role) => EnumWords.TryRead<Role>(role, out var known) && known is not Role.None ? known : null;

    public static IEnumerable<Choice> Choices(IStringLocalizer words, Func<Role, bool> offered) =>
        Enum.GetValues<Role>().Where(r => r is not Role.None && offered(r)).Select(r => new Choice(r.ToString(), words[Of(r)]));
}
