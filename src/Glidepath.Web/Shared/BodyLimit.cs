using Glidepath.Application.Shared;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Shared;

/// <summary>
/// What is too large is a 413 however it comes, and before anything reads it: from its length where the request names one, else from the
/// bytes, which are held until the last has come. A reader of JSON would refuse a long body as malformed at its first strange word, and the
/// answer would depend on what came first.
/// </summary>
internal static class BodyLimit
{
    /// <summary>Of every address that does not say otherwise with <see cref="IRequestSizeLimitMetadata"/>.</summary>
    public const long MaxBytes = 1024 * 1024;

    /// <summary>
    /// What the server takes off the wire. A sender that is cut off in mid-sentence may never hear the 413, so what is over our limit by
    /// less than this is read to its end and thrown away.
    /// </summary>
    public const long MostThrownAway = 8 * MaxBytes;

    public static async Task Refuse(HttpContext context, RequestDelegate next)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? MaxBytes;
        var onTheWire = limit > MaxBytes ? Raise(context, limit) : MostThrownAway;
        int? refusal = context.Request.ContentLength is { } length
            ? length > limit
                ? StatusCodes.Status413PayloadTooLarge
                : null
            : context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is false
                ? null
                // Held before anybody knows who sends it: a file of a record says its length, as every browser does.
                : await HoldAsync(context.Request, HoldsRecord(context) ? Math.Min(limit, MaxBytes) : limit);
        if (refusal is not { } status)
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = status;
        if (!(context.Request.ContentLength > onTheWire) && context.Request.Headers.Expect.Count == 0)
            await ThrowAwayAsync(context.Request);
    }

    /// <summary>
    /// After it is known who sends it: a large body of a record is taken in turn, since it is held in memory (<see cref="FileTurns"/>).
    /// </summary>
    public static async Task TakeInTurn(HttpContext context, RequestDelegate next)
    {
        if (!(context.Request.ContentLength > MaxBytes) || !HoldsRecord(context))
        {
            await next(context);
            return;
        }
        using var turn = await context.RequestServices.GetRequiredService<FileTurns>().EnterAsync(context.RequestAborted);
        await next(context);
    }

    private static bool HoldsRecord(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EndpointClassAttribute>()?.Value >= EndpointClass.Record;

    /// <summary>
    /// For an endpoint that takes more than the others: its forms too, and what is over its limit is thrown away as elsewhere.
    /// </summary>
    /// <returns>What is taken off the wire.</returns>
    private static long Raise(HttpContext context, long limit)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } wire)
            wire.MaxRequestBodySize = limit + MostThrownAway;
        if (context.Request.HasFormContentType)
        {
            var form = context.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value;
            context.Features.Set<IFormFeature>(
                new FormFeature(
                    context.Request,
                    new FormOptions
                    {
                        ValueCountLimit = form.ValueCountLimit,
                        KeyLengthLimit = form.KeyLengthLimit,
                        ValueLengthLimit = form.ValueLengthLimit,
                        MultipartBodyLengthLimit = limit,
                        // A file of a record lies on no disk but in the store, sealed: the framework would put it into a file of its own.
                        MemoryBufferThreshold = HoldsRecord(context) ? checked((int)limit) : form.MemoryBufferThreshold,
                    }
                )
            );
        }
        return limit + MostThrownAway;
    }

    private static async Task ThrowAwayAsync(HttpRequest request)
    {
        try
        {
            await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Too much of it, or the sender has gone: the answer stands either way.
        }
    }

    /// <summary>The status to refuse with, if the body is too long or its chunks are malformed.</summary>
    private static async Task<int?> HoldAsync(HttpRequest request, long limit)
    {
        var wire = request.Body;
        request.EnableBuffering((int)MaxBytes, limit);
        try
        {
            await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
            request.Body.Position = 0;
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (IOException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            request.Body = wire;
            return StatusCodes.Status413PayloadTooLarge;
        }
    }
}
