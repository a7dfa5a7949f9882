namespace Glidepath.Web.Shared;

/// <summary>
/// For a phone or a screen that others see: titles and the icon say nothing of medicines or health. Kept in a cookie of this browser,
/// nowhere else.
/// </summary>
internal static class NeutralMode
{
    private const string Cookie = "gp-neutral";

    public const string Title = "My notes";

    public static bool IsNeutral(this HttpContext context) => context.Request.Cookies.ContainsKey(Cookie);

    public static void MapNeutral(this WebApplication app) => app.MapPost("/neutral", Switch).DisableAntiforgery().Open();

    /// <summary>Turns it on or off, then shows the home page.</summary>
    internal static IResult Switch(HttpContext context)
    {
        if (context.IsNeutral())
            context.Response.Cookies.Delete(Cookie);
        else
            context.Response.Cookies.Append(
                Cookie,
                "1",
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Strict,
                    Secure = context.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(365),
                    IsEssential = true,
                }
            );
        return TypedResults.LocalRedirect("/");
    }
}
