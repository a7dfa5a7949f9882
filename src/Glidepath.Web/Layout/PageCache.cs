using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Glidepath.Web.Shared;
using Microsoft.Net.Http.Headers;

namespace Glidepath.Web.Layout;

/// <summary>
/// On a page that is the same for every stranger, for a minute: no form with a token, no key of a form, no count, nothing of the address
/// but its path. <see cref="PageCache"/> keeps its answer; a page without it is drawn each time.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForAllAttribute : Attribute;

/// <summary>
/// Answers to strangers, kept in memory and compressed once. Browsers are still told to store nothing. A page is kept without the nonce of
/// its answer: each answer gets the one that its own policy names.
/// </summary>
/// <remarks>
/// ASP.NET's own output cache keeps whole answers, and a nonce that is kept is none.
/// The key is the page, the language and neutral mode; what else there is of an address goes past the cache, so it stays as small as the
/// list of pages.
/// </remarks>
internal sealed class PageCache(TimeProvider clock)
{
    /// <summary>So that new settings, such as another crisis line, are seen soon.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Path, string Language, bool IsNeutral), KeptPage> _pages = new();

    /// <summary>How many pages were drawn to be kept.</summary>
    public int Drawn => _drawn;

    private int _drawn;

    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsKept(context))
        {
            await next(context);
            return;
        }
        var key = (context.Request.Path.Value!, CultureInfo.CurrentUICulture.Name, context.IsNeutral());
        if (!_pages.TryGetValue(key, out var page) || clock.GetUtcNow() - page.Made > Kept)
        {
            if (await DrawAsync(context, next) is not { } drawn)
                return;
            page = _pages[key] = drawn;
        }
        await page.WriteAsync(context);
    }

    /// <summary>Only the address as the page has it: another spelling of it, or a question after it, is not kept.</summary>
    private static bool IsKept(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint() is RouteEndpoint endpoint
        && endpoint.Metadata.GetMetadata<SameForAllAttribute>() is not null
        && !context.Request.QueryString.HasValue
        && string.Equals(context.Request.Path, $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}", StringComparison.Ordinal)
        && context.User.Identity is not { IsAuthenticated: true };

    /// <returns>Null where the answer is not to be kept; it has been sent then.</returns>
    private async Task<KeptPage?> DrawAsync(HttpContext context, RequestDelegate next)
    {
        var (body, drawn) = (context.Response.Body, new MemoryStream());
        context.Response.Body = drawn;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
        var bytes = drawn.ToArray();
        if (
            context.Response.StatusCode is StatusCodes.Status200OK
            && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie)
            && KeptPage.Of(bytes, context.Nonce(), context.Response.ContentType, clock.GetUtcNow()) is { } page
        )
        {
            Interlocked.Increment(ref _drawn);
            return page;
        }
        // Nothing is written where nothing was: an empty answer may still become the page of its status.
        if (bytes.Length > 0)
            await body.WriteAsync(bytes, context.RequestAborted);
        return null;
    }
}

/// <summary>A page cut where its nonce stood.</summary>
internal sealed class KeptPage
{
    private readonly byte[] _before;
    private readonly byte[] _packed;
    private readonly byte[] _after;
    private readonly string? _contentType;

    private KeptPage(byte[] before, byte[] after, string? contentType, DateTimeOffset made)
    {
        (_before, _after, _contentType, Made) = (before, after, contentType, made);
        _packed = OpenBrotli.Pack(before);
    }

    public DateTimeOffset Made { get; }

    /// <returns>Null where the nonce does not stand in the page exactly once.</returns>
    public static KeptPage? Of(byte[] page, string nonce, string? contentType, DateTimeOffset made)
    {
        var sign = Encoding.ASCII.GetBytes(nonce);
        var at = page.AsSpan().IndexOf(sign);
        return at >= 0 && page.AsSpan(at + sign.Length).IndexOf(sign) < 0
            ? new KeptPage(page[..at], page[(at + sign.Length)..], contentType, made)
            : null;
    }

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = _contentType;
        var rest = (byte[])[.. Encoding.ASCII.GetBytes(context.Nonce()), .. _after];
        // Where the reader does not take Brotli, what stands around this packs the page as it does any other.
        if (rest.Length <= OpenBrotli.MostRest && TakesBrotli(context.Request))
        {
            response.Headers.ContentEncoding = "br";
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            rest = OpenBrotli.End(rest);
            response.ContentLength = _packed.Length + rest.Length;
            await response.Body.WriteAsync(_packed, context.RequestAborted);
        }
        else
            await response.Body.WriteAsync(_before, context.RequestAborted);
        await response.Body.WriteAsync(rest, context.RequestAborted);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var encodings)
        && encodings.Any(e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0);
}
