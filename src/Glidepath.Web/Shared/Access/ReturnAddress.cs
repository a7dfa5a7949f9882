using Microsoft.AspNetCore.DataProtection;

namespace Glidepath.Web.Shared;

/// <summary>
/// Where somebody was going before we asked who they are. Sealed, so that the address tells nothing and nobody else can choose where it
/// leads.
/// </summary>
internal sealed class ReturnAddress(IDataProtectionProvider protection)
{
    public const string Name = "back";

    private const int Longest = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("glidepath.return").ToTimeLimitedDataProtector();

    /// <returns><paramref name="page"/> with the way back to what was asked for, if that was a page and not something sent.</returns>
    public string To(string page, HttpRequest request)
    {
        var asked = request.PathBase.Add(request.Path) + request.QueryString;
        return HttpMethods.IsGet(request.Method) && IsLocal(asked) ? $"{page}?{Name}={_protector.Protect(asked, Kept)}" : page;
    }

    /// <returns>Null where there is none, it is too old, or it is not ours.</returns>
    public string? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return _protector.Unprotect(text) is var address && IsLocal(address) ? address : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    internal static bool IsLocal(string address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= Longest && !address.Any(char.IsControl);
}
