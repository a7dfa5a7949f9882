using System.Net;

namespace Glidepath.Web.Shared;

/// <summary>Where a request comes from.</summary>
internal static class Origin
{
    public static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>
    /// Somebody at this machine. What came through a proxy is not, even where the proxy stands on it; a proxy that is known leaves
    /// X-Original-For.
    /// </summary>
    public static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.Keys.Any(h =>
            h.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || h.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || h.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
            || h.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        );
}
