namespace Glidepath.Web.Shared;

/// <summary>
/// What a browser is told to forget when its person leaves: all, but for sealed entries that nobody has received yet. They are then left
/// where they are, unreadable, and the page that keeps them lets go of what it knows besides when it is opened next. Who chose to keep the
/// sealed copy of their plan on this phone keeps it (<c>/me/lock</c>).
/// </summary>
internal static class Forgetting
{
    /// <summary>Set by <c>js/offline.js</c> while entries wait on the phone.</summary>
    private const string UnsentCookie = "gp-unsent";

    /// <summary>Set by <c>js/lock-page.js</c> for who wants their sealed copy to outlast a sign-out.</summary>
    private const string KeepCookie = "gp-keep";

    /// <summary>Read by <c>js/offline.js</c>: the person who used this phone has left.</summary>
    private const string LeftCookie = "gp-left";

    /// <param name="keepsDevice">The mark of a known device stays.</param>
    public static void TellBrowser(HttpContext context, bool keepsDevice = false)
    {
        var keepsEntries = context.Request.Cookies.ContainsKey(UnsentCookie) || context.Request.Cookies.ContainsKey(KeepCookie);
        context.Response.Headers["Clear-Site-Data"] =
            keepsEntries ? "\"cache\""
            : keepsDevice ? "\"cache\", \"storage\""
            : "\"cache\", \"cookies\", \"storage\"";
        if (keepsEntries)
            context.Response.Cookies.Append(
                LeftCookie,
                "1",
                new CookieOptions
                {
                    SameSite = SameSiteMode.Strict,
                    Secure = context.Request.IsHttps,
                    MaxAge = TimeSpan.FromDays(365),
                    IsEssential = true,
                }
            );
    }
}
