using System.Text.Json;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Glidepath.Web.Patients;

/// <summary>
/// How the endpoints of patients answer: alike whether a person is not there or may not be seen, and with both versions where an update was
/// lost.
/// </summary>
internal static class PatientAnswers
{
    public delegate Task<Saved?> Write<TService, TBody>(
        TService service,
        Guid id,
        TBody body,
        Once once,
        Guid? version,
        CancellationToken cancellationToken
    );

    public delegate Task<Saved?> Change<TService, TBody>(
        TService service,
        Guid id,
        Guid entry,
        TBody body,
        Guid? version,
        CancellationToken cancellationToken
    );

    public delegate Task<object?> Current<TService>(TService service, Guid id, Guid entry, CancellationToken cancellationToken);

    public static RouteHandlerBuilder As(this RouteHandlerBuilder endpoint, string policy, AuditExpectation audit) =>
        endpoint.RequireAuthorization(policy).Marked(Web.Shared.DataClass.Record, audit);

    /// <summary>A POST that is done once for each key.</summary>
    public static RouteHandlerBuilder Post<TService, TBody>(
        RouteGroupBuilder api,
        string route,
        string name,
        string policy,
        Write<TService, TBody> work
    )
        where TService : notnull =>
        api.MapPost(
                route,
                async (
                    HttpContext context,
                    TBody body,
                    [FromServices] TService service,
                    [FromHeader(Name = "Idempotency-Key")] string? key,
                    CancellationToken stop
                ) =>
                {
                    if (body is null)
                        return NothingSent();
                    if (key is not { Length: > 0 and <= 100 })
                        return Results.ValidationProblem(
                            new Dictionary<string, string[]>
                            {
                                ["Idempotency-Key"] = [$"The header has {key?.Length ?? 0} characters; 1 to 100 are needed."],
                            }
                        );
                    var id = context.Request.RouteValues["id"] is string text ? Guid.Parse(text) : Guid.Empty;
                    var saved = await work(
                        service,
                        id,
                        body,
                        new Once(key, $"{route}\n{JsonSerializer.Serialize(body)}"),
                        VersionOf(context.Request),
                        stop
                    );
                    return saved is null ? NoSuchPerson() : Tagged(context.Response, saved);
                }
            )
            .WithName(name)
            .Produces<Saved>()
            .ProducesValidationProblem()
            .As(policy, AuditExpectation.Write);

    /// <summary>A change of what stands there, made to the version that the sender saw.</summary>
    public static RouteHandlerBuilder Put<TService, TBody>(
        RouteGroupBuilder api,
        string route,
        string name,
        string policy,
        Change<TService, TBody> work,
        Current<TService> current
    )
        where TService : notnull =>
        api.MapPut(
                route,
                async (
                    HttpContext context,
                    TBody body,
                    [FromServices] TService service,
                    [FromHeader(Name = "If-Match")] string? match,
                    CancellationToken stop
                ) =>
                {
                    if (body is null)
                        return NothingSent();
                    if (match is null)
                        return Results.Problem(
                            statusCode: StatusCodes.Status428PreconditionRequired,
                            detail: "Send the version that you saw in If-Match; * where there was none."
                        );
                    if (match is not "*" && VersionOf(context.Request) is null)
                        return Results.ValidationProblem(
                            new Dictionary<string, string[]>
                            {
                                ["If-Match"] = ["It is the version in quotation marks, as the ETag had it."],
                            }
                        );
                    var (id, entry) = (Id(context, "id"), Id(context, "entry"));
                    try
                    {
                        var saved = await work(service, id, entry, body, VersionOf(context.Request) ?? Guid.Empty, stop);
                        return saved is null ? NoSuchPerson() : Tagged(context.Response, saved);
                    }
                    catch (LostUpdateException lost)
                    {
                        var theirs = await current(service, id, entry, stop);
                        return Results.Problem(
                            statusCode: StatusCodes.Status409Conflict,
                            detail: lost.Message,
                            extensions: new Dictionary<string, object?>
                            {
                                ["rule"] = "update.lost",
                                ["theirs"] = theirs,
                                ["mine"] = body,
                            }
                        );
                    }
                }
            )
            .WithName(name)
            .Produces<Saved>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .As(policy, AuditExpectation.Write);

    private static IResult NothingSent() =>
        Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "The body is null; an object is needed.");

    public static IResult NoSuchPerson() => Results.Problem(statusCode: StatusCodes.Status404NotFound);

    public static IResult Found<T>(T? found)
        where T : class => found is null ? NoSuchPerson() : Results.Ok(found);

    public static IResult Found<T>(T? found, HttpResponse response)
        where T : class, IVersioned => Found(found, response, found?.Version);

    public static IResult Found<T>(T? found, HttpResponse response, Guid? version)
        where T : class
    {
        if (version is not null)
            response.Headers.ETag = $"\"{version}\"";
        return Found(found);
    }

    private static IResult Tagged(HttpResponse response, Saved saved)
    {
        if (saved.Version is { } version)
            response.Headers.ETag = $"\"{version}\"";
        return Results.Ok(saved);
    }

    private static Guid Id(HttpContext context, string name) =>
        context.Request.RouteValues[name] is string text ? Guid.Parse(text) : Guid.Empty;

    private static Guid? VersionOf(HttpRequest request) =>
        Guid.TryParse(request.Headers[HeaderNames.IfMatch].ToString().Trim('"'), out var version) ? version : null;
}

/// <summary>A lost update that no endpoint answered itself.</summary>
internal sealed class LostUpdateFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (LostUpdateException lost)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status409Conflict,
                detail: lost.Message,
                extensions: new Dictionary<string, object?> { ["rule"] = "update.lost" }
            );
        }
    }
}
