using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Shared;

/// <summary>
/// What is shown of a record is first written down: an answer of an endpoint that expects an audit row, made for somebody signed in, waits
/// here until it is whole, and is thrown away if the request wrote none. Such answers stand in memory, never on a disk.
/// </summary>
internal static class AuditGuard
{
    public static void UseAuditGuard(this WebApplication app) => app.Use(RunAsync);

    internal static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<AuditAttribute>()?.Expects is null or AuditExpectation.None
            || context.User.Identity?.IsAuthenticated is not true
        )
        {
            await next(context);
            return;
        }
        var tally = RecordStore.Watch();
        var shown = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = shown;
        }
        // Past its time, or hung up: a page that was given up has written nothing and shows nothing.
        context.RequestAborted.ThrowIfCancellationRequested();
        if (tally.Rows == 0 && context.Response.StatusCode is >= 200 and < 400)
        {
            context.Response.Clear();
            throw new UnauditedAnswerException(context.GetEndpoint()?.DisplayName);
        }
        held.Position = 0;
        await held.CopyToAsync(shown, context.RequestAborted);
    }
}

/// <summary>
/// A mistake in the program: an endpoint marked as one that leaves an audit row answered without one. Nothing of its answer was sent.
/// </summary>
internal sealed class UnauditedAnswerException(string? endpoint)
    : InvalidOperationException(
        $"{endpoint} answered and wrote no audit row. Go through RecordAccess or RecordStore, or mark it AuditExpectation.None if "
            + $"it touches no record."
    );
