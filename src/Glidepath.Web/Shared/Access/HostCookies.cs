using Microsoft.AspNetCore.Authentication.Cookies;

namespace Glidepath.Web.Shared;

/// <summary>
/// Over TLS a cookie is called __Host-: the browser then takes it only from this host and sends it only to this host, so that a
/// neighboring subdomain can neither set nor read it. Over plain HTTP, on this machine, browsers refuse such a name.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager _cookies = new();

    public static string Name(HttpContext context, string name) => context.Request.IsHttps ? Prefix + name : name;

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, Bound(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), Bound(context, options));

    /// <summary>What the name asks for: Secure, the whole host, and no domain.</summary>
    private static CookieOptions Bound(HttpContext context, CookieOptions options) =>
        context.Request.IsHttps
            ? new CookieOptions(options)
            {
                Secure = true,
                Path = "/",
                Domain = null,
            }
            : options;
}
