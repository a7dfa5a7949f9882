using System.Security.Cryptography;

namespace Glidepath.Web.Shared;

/// <summary>What a browser may do with a page. No page loads anything from another host.</summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    /// <summary>Of this request, for the script elements of its page.</summary>
    public static string Nonce(this HttpContext context)
    {
        if (context.Items[NonceKey] is string made)
            return made;
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceKey] = nonce;
        return nonce;
    }

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    Write(context);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<ReceivedFileMark>() is not null
            ? ReceivedFileMark.Policy
            : $"default-src 'none'; script-src 'nonce-{context.Nonce()}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; "
                + $"font-src 'self'; connect-src 'self'; "
                + "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
            + "payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (ScopeOf(context) is { } scope)
            headers["Service-Worker-Allowed"] = scope;
        if (
            context.Request.Path.StartsWithSegments("/fonts")
            && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
        )
            headers.CacheControl = "public, max-age=31536000, immutable";
        else if (!IsAsset(context))
            (headers.CacheControl, headers.Pragma) = ("no-store", default);
    }

    /// <summary>The workers stand beside the other scripts: one serves the pages of a patient alone, one keeps a page of whom to
    /// call.</summary>
    private static string? ScopeOf(HttpContext context) =>
        context.Request.Path.Value switch
        {
            "/js/offline-worker.js" => "/me",
            "/js/crisis-worker.js" => "/",
            _ => null,
        };

    private static bool IsAsset(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetMark>() is not null;

    /// <summary>
    /// On the endpoints of files that came from outside. They are handed out as attachments of a kind that their bytes showed; should a
    /// browser open one in its place all the same, this lets nothing in it run, load, send or reach the pages of this host.
    /// </summary>
    internal sealed class ReceivedFileMark
    {
        public const string Policy = "default-src 'none'; sandbox";
    }

    /// <summary>On the endpoints of static assets, whose caching is their own.</summary>
    internal sealed class StaticAssetMark;
}
