namespace Glidepath.Web.Privacy;

/// <summary>The exit, neutral pages, and what we promise.</summary>
internal static class PrivacyArea
{
    public static void AddPrivacy(this WebApplicationBuilder builder) => builder.Services.AddOptions<ExitOptions>().BindConfiguration("Exit");

    public static void MapPrivacy(this WebApplication app)
    {
        app.MapExit();
        app.MapNeutral();
    }
}
