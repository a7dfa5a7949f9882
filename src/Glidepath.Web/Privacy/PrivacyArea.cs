using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy;

/// <summary>Sign-in, accounts and administration, the exit, neutral pages, and what we promise.</summary>
internal static class PrivacyArea
{
    public static void AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ExitOptions>().BindConfiguration("Exit");
        builder.Services.HandOver(StaffPages).HandOver(new RecordBanner(typeof(Emergency.BreakGlassBanner)));
    }

    private static readonly StaffLink[] StaffPages =
    [
        new("Program", "/director", 60, Policies.Roles[Policies.Director]),
        new("Administration", "/admin", 100, Policies.Roles[Policies.Administrator]),
        new("Account requests", "/privacy/account-requests", 106, Role.Director, Role.Administrator),
    ];

    public static void MapPrivacy(this WebApplication app)
    {
        app.MapExit();
        app.MapNeutral();
        app.MapPasskeys();
        app.MapGet("/home", (CurrentActor who) => TypedResults.LocalRedirect(who.IsSignedIn ? Policies.Home(who.Actor.Role) : "/")).Open();
    }
}
