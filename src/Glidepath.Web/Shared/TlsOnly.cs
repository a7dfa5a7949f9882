using System.Net;

namespace Glidepath.Web.Shared;

/// <summary>
/// Plain http is answered to this machine only, where the proxy that speaks https stands, or somebody tries the demo. Whoever comes from
/// elsewhere over plain http, past the proxy or without one, gets nothing but this refusal; a monitor may ask whether the host is well.
/// </summary>
internal static class TlsOnly
{
    public const string Words = "This address is served over https only. Nothing was read or changed.";

    public static void UseTlsOnly(this WebApplication app) => app.Use(RunAsync);

    internal static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.Request.IsHttps
            || context.Connection.RemoteIpAddress is not { } from
            || IPAddress.IsLoopback(from)
            || context.Request.Path.StartsWithSegments("/health")
        )
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(Words, context.RequestAborted);
    }
}
