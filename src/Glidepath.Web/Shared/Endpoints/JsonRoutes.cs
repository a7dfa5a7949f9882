using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Glidepath.Web.Shared;

/// <summary>
/// How endpoints for other software are declared and answer. A read is marked as one. What writes carries an <c>Idempotency-Key</c> and is
/// done once; what changes something that has versions carries the one that the sender saw in <c>If-Match</c>. Who may not see a person
/// gets
/// the answer for one who does not exist.
/// </summary>
internal static class JsonRoutes
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

    /// <summary>The session cookie is SameSite=Strict and the body is JSON: no other site can send one.</summary>
    public static RouteGroupBuilder MapJson(this IEndpointRouteBuilder app, string prefix, string tag) =>
        app.MapGroup(prefix)
            .WithTags(tag)
            .DisableAntiforgery()
            .AddEndpointFilter<RefusedWrites>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, string policy) => endpoint.As(policy, AuditExpectation.Read);

    /// <summary>Done once for each key; sent again with it and the same body, it is answered as the first was.</summary>
    public static RouteHandlerBuilder Writes(this RouteHandlerBuilder endpoint, string policy) =>
        endpoint.As(policy, AuditExpectation.Write).TakesKey();

    /// <summary>Done once for each key; sent again with it, it is a conflict: what it gave out is not given out twice.</summary>
    public static RouteHandlerBuilder WritesOnlyOnce(this RouteHandlerBuilder endpoint, string policy) =>
        endpoint.Writes(policy).AddEndpointFilter<OnlyOnce>();

    /// <summary>A change of what stands there, made to the version that the sender saw.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, string policy) =>
        endpoint.As(policy, AuditExpectation.Write).AtVersion();

    public static RouteHandlerBuilder AtVersion(this RouteHandlerBuilder endpoint) =>
        endpoint
            .AddEndpointFilter<NeedsVersion>()
            .WithMetadata(NeededHeader.Version)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

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
                async (HttpContext context, TBody body, [FromServices] TService service, CancellationToken stop) =>
                    body is null
                        ? NothingSent()
                        : Answer(
                            await work(service, Id(context, "id"), body, OnceOf(context, body), VersionSeen(context), stop),
                            context.Response
                        )
            )
            .WithName(name)
            .Produces<Saved>()
            .ProducesValidationProblem()
            .Writes(policy);

    /// <summary>A change that is answered, where it was lost, with what stands there now and what was sent.</summary>
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
                async (HttpContext context, TBody body, [FromServices] TService service, CancellationToken stop) =>
                {
                    if (body is null)
                        return NothingSent();
                    var (id, entry) = (Id(context, "id"), Id(context, "entry"));
                    try
                    {
                        return Answer(await work(service, id, entry, body, VersionSeen(context), stop), context.Response);
                    }
                    catch (LostUpdateException lost)
                    {
                        return Lost(lost, await current(service, id, entry, stop), body);
                    }
                }
            )
            .WithName(name)
            .Produces<Saved>()
            .ProducesValidationProblem()
            .Changes(policy);

    /// <summary>What is asked under the key of the request: the same address with the same body.</summary>
    public static Once OnceOf<TBody>(HttpContext context, TBody body) =>
        new(context.Request.Headers[NeededHeader.Key.Name].ToString(), $"{context.Request.Path}\n{JsonSerializer.Serialize(body)}");

    /// <returns>No version there is for *, which says that there was nothing; null where none is asked for.</returns>
    public static Guid? VersionSeen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<NeededHeader>().Contains(NeededHeader.Version) is true
            ? VersionOf(context.Request) ?? Guid.Empty
            : null;

    private static Guid? VersionOf(HttpRequest request) =>
        Guid.TryParse(request.Headers[HeaderNames.IfMatch].ToString().Trim('"'), out var version) ? version : null;

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

    private static IResult Answer(Saved? saved, HttpResponse response) => Found(saved, response, saved?.Version);

    private static RouteHandlerBuilder As(this RouteHandlerBuilder endpoint, string policy, AuditExpectation audit) =>
        endpoint.RequireAuthorization(policy).Marked(EndpointClass.Record, audit);

    private static RouteHandlerBuilder TakesKey(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter<NeedsKey>().WithMetadata(NeededHeader.Key);

    private static IResult NothingSent() =>
        Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: SharedText.T["TheBodyIsNullAnObjectIsNeeded"]);

    private static IResult Lost(LostUpdateException lost, object? theirs, object? mine) =>
        Results.Problem(
            statusCode: StatusCodes.Status409Conflict,
            detail: lost.Message,
            extensions: new Dictionary<string, object?>
            {
                ["rule"] = "update.lost",
                ["theirs"] = theirs,
                ["mine"] = mine,
            }
        );

    private static Guid Id(HttpContext context, string name) =>
        context.Request.RouteValues[name] is string text ? Guid.Parse(text) : Guid.Empty;

    private static IResult Wrong(string header, string message) =>
        Results.ValidationProblem(new Dictionary<string, string[]> { [header] = [message] });

    private sealed class NeedsKey : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
            context.HttpContext.Request.Headers[NeededHeader.Key.Name].ToString() is { Length: > 0 and <= NeededHeader.LongestKey }
                ? await next(context)
                : Wrong(NeededHeader.Key.Name, SharedText.T["TheHeaderIsNeeded1To100CharactersOf"]);
    }

    private sealed class NeedsVersion : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var request = context.HttpContext.Request;
            if (request.Headers[HeaderNames.IfMatch].ToString() is not { Length: > 0 } match)
                return Results.Problem(
                    statusCode: StatusCodes.Status428PreconditionRequired,
                    detail: SharedText.T["SendTheVersionThatYouSawInIfMatch"]
                );
            return match is "*" || VersionOf(request) is not null
                ? await next(context)
                : Wrong(HeaderNames.IfMatch, SharedText.T["ItIsTheVersionInQuotationMarks"]);
        }
    }

    /// <summary>What is written is written under the key of the request, and refused where that was used before.</summary>
    private sealed class OnlyOnce : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var request = context.HttpContext.Request;
            var sent = $"{request.Path}\n{request.Headers[NeededHeader.Key.Name]}";
            RecordStore.Take(new FormOnce(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sent)))));
            return await next(context);
        }
    }

    /// <summary>A lost update that no endpoint answered itself, and a request that was taken before.</summary>
    private sealed class RefusedWrites : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            try
            {
                return await next(context);
            }
            catch (LostUpdateException lost)
            {
                return Conflict("update.lost", lost.Message);
            }
            catch (SentAgainException)
            {
                return Conflict("request.sent-again", SharedText.T["ThisKeyWasSentBeforeAndWhatItAsked"]);
            }
        }

        private static IResult Conflict(string rule, string detail) =>
            Results.Problem(
                statusCode: StatusCodes.Status409Conflict,
                detail: detail,
                extensions: new Dictionary<string, object?> { ["rule"] = rule }
            );
    }
}
