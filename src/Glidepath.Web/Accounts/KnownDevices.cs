using System.Security.Cryptography;
using System.Text.Json;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Glidepath.Web.Accounts;

/// <summary>
/// A sealed cookie that says with which names this browser was signed in before. It opens nothing: whoever has it is counted apart from
/// strangers when a password is tried, so that they cannot shut each other out. A shared computer gets none, and a patient's or family
/// member's browser forgets it at sign-out, as it forgets the rest.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Cookie = "gp-device";

    private const int MostNames = 8;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("glidepath.device").ToTimeLimitedDataProtector();

    /// <returns>Null where this browser was never signed in with the name.</returns>
    public string? Of(HttpContext context, string name) => Read(context).FirstOrDefault(k => k.Name == name)?.Device;

    public void Remember(HttpContext context, string name)
    {
        var known = Read(context);
        var device = known.Find(k => k.Name == name)?.Device ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        List<Known> kept = [new(name, device), .. known.Where(k => k.Name != name).Take(MostNames - 1)];
        context.Response.Cookies.Append(
            HostCookies.Name(context, Cookie),
            _protector.Protect(JsonSerializer.Serialize(kept), clock.GetUtcNow() + Kept),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = Kept,
                Path = "/",
            }
        );
    }

    private List<Known> Read(HttpContext context)
    {
        if (context.Request.Cookies[HostCookies.Name(context, Cookie)] is not { Length: > 0 } text)
            return [];
        try
        {
            return JsonSerializer.Deserialize<List<Known>>(_protector.Unprotect(text, out _)) ?? [];
        }
        catch (CryptographicException)
        {
            // Too old, or of another installation: a device like any other.
            return [];
        }
    }

    private sealed record Known(string Name, string Device);
}
