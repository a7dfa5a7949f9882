using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Glidepath.Web.Shared;

/// <summary>
/// What a request that fails is answered with: problem+json under /api and /fhir, a kind page elsewhere, never a stack trace. A page is
/// made by running the request again as a GET, so that a form that was refused is not refused once more as a page.
/// </summary>
internal static class Errors
{
    public static void AddErrors(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ExceptionTranslator>();
    }

    public static void UseErrors(this WebApplication app)
    {
        app.Use(ShowWhatIsEmpty);
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = e => Status(e.Exception) < 500 });
    }

    public static bool IsForPrograms(this HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/fhir") || request.Path.StartsWithSegments("/openapi");

    /// <summary>
    /// Not the framework's own middleware for this: that one leaves a refused form blank, since its page had already named its kind of
    /// content.
    /// </summary>
    private static async Task ShowWhatIsEmpty(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, ContentLength: null or 0, StatusCode: >= 400 and < 600 })
            await Show(context, next);
    }

    private static async Task Show(HttpContext context, RequestDelegate next)
    {
        context.Response.ContentType = null;
        var failure = context.Features.Get<Failure>() ?? new Failure(context.Response.StatusCode, null, null);
        if (context.Request.IsForPrograms())
        {
            await Results
                .Problem(
                    statusCode: failure.Status,
                    detail: failure.Message,
                    extensions: failure.Rule is { } rule ? new Dictionary<string, object?> { ["rule"] = rule } : null
                )
                .ExecuteAsync(context);
            return;
        }
        context.Features.Set(failure);
        // Without it a page that answers 404 would be left empty, for a middleware like this one to fill.
        context.Features.Set<IStatusCodeReExecuteFeature>(
            new StatusCodeReExecuteFeature { OriginalPath = context.Request.Path, OriginalPathBase = context.Request.PathBase }
        );
        // A form refused for its token would have its page refused for it as well.
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (
            HttpMethods.Get,
            failure.Status is StatusCodes.Status404NotFound ? "/not-found" : "/error",
            default
        );
        // What a page keeps for one request must not meet the page that failed.
        await using var scope = context.RequestServices.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await next(context);
        if (!context.Response.HasStarted)
            context.Response.StatusCode = failure.Status;
    }

    internal static int Status(Exception exception) =>
        exception switch
        {
            RuleViolationException or LostUpdateException => StatusCodes.Status409Conflict,
            BadHttpRequestException bad => bad.StatusCode,
            StoreBusyException or AccessSealException or BusyException => StatusCodes.Status503ServiceUnavailable,
            // A form that cannot be read, such as one of too many fields, has no token either.
            InvalidDataException or AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };

    private sealed class ExceptionTranslator : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            var broken = exception as RuleViolationException;
            httpContext.Response.StatusCode = Status(exception);
            httpContext.Features.Set(
                new Failure(
                    Status(exception),
                    exception is RuleViolationException or LostUpdateException or StoreBusyException or AccessSealException or BusyException
                        ? exception.Message
                        : null,
                    broken?.Rule
                )
            );
            // The body stays empty: the page of the status is written around this.
            return ValueTask.FromResult(true);
        }
    }
}

/// <summary>What went wrong with the request, for the page that says so. The message is only ever one of our own.</summary>
internal sealed record Failure(int Status, string? Message, string? Rule);
