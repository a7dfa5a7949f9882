using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Accounts;

/// <param name="Idle">Without a request.</param>
/// <param name="Absolute">From the sign-in.</param>
internal sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute)
{
    /// <summary>
    /// Staff 15 minutes and 12 hours, as a reviewed system of the field has it; a patient's own phone longer; administration shorter. Our
    /// own choice, to be weighed by each clinic.
    /// </summary>
    public static SessionLimits Of(Role role, bool sharedComputer) =>
        (role, sharedComputer) switch
        {
            (_, true) => new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)),
            (Role.Administrator or Role.PrivacyOfficer or Role.Director, _) => new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(8)),
            (Role.Prescriber or Role.Nurse or Role.Therapist or Role.Counsellor or Role.Helpline or Role.FrontDesk, _) => new(
                TimeSpan.FromMinutes(15),
                TimeSpan.FromHours(12)
            ),
            (Role.Patient, _) => new(TimeSpan.FromHours(1), TimeSpan.FromDays(7)),
            (Role.Family, _) => new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(24)),
            (Role.None, _) => new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)),
        };
}

internal static class Devices
{
    /// <summary>Between the two in what is kept.</summary>
    private const string On = " on ";

    /// <summary>A browser and a system as their owner would call them; no version, nothing that tells two alike apart.</summary>
    public static string Name(string? userAgent)
    {
        var agent = userAgent ?? "";
        var browser = First(agent, ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
        var system = First(
            agent,
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Android", "Android"),
            ("Windows", "Windows"),
            ("Mac OS X", "Mac"),
            ("Linux", "Linux")
        );
        return (browser, system) switch
        {
            (null, null) => "Unknown device",
            (null, _) => system,
            (_, null) => browser,
            _ => browser + On + system,
        };
    }

    /// <summary>What was kept by <see cref="Name"/>, in the language of the reader; the names of browsers and systems stay.</summary>
    public static string Words(string device) =>
        device.Split(On) is [var browser, var system] ? AccountsText.T["BrowserOnSystem", browser, system] : AccountsText.T[device];

    private static string? First(string agent, params (string Mark, string Name)[] known) =>
        known.Where(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
