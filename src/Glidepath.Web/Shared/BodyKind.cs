using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Glidepath.Web.Shared;

/// <summary>
/// A body says what it is, as its endpoint asks for: routing lets one without a kind through to all, and another site can send such a one.
/// Text is UTF-8: the readers of the framework fail on an encoding that they do not have, and one that they do have, such as UTF-16, would
/// go past a check that was written for ours. Both are refused before anything reads them.
/// </summary>
internal static class BodyKind
{
    public static Task Refuse(HttpContext context, RequestDelegate next)
    {
        if (SaysNothing(context) || IsInAnotherCharset(context.Request.ContentType))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }
        return next(context);
    }

    private static bool SaysNothing(HttpContext context) =>
        string.IsNullOrWhiteSpace(context.Request.ContentType)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { IsOptional: false }
        && (
            context.Request.ContentLength is { } length
                ? length > 0
                : context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true
        );

    private static bool IsInAnotherCharset(string? kind) =>
        MediaTypeHeaderValue.TryParse(kind, out var type)
        && type.Charset.HasValue
        && HeaderUtilities.RemoveQuotes(type.Charset) is var charset
        && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);
}
