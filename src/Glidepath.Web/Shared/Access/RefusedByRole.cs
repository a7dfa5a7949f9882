using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Glidepath.Web.Shared;

/// <summary>
/// Someone signed in who asks for what their role never reaches gets the answer of an address that does not exist, and leaves an audit row:
/// who tries one record after another is seen, whoever it is. Written down whether there is such a person or not, so that the time of the
/// answer tells nothing either.
/// </summary>
internal sealed class RefusedByRole(Store store) : IAuthorizationMiddlewareResultHandler
{
    private static readonly string[] Names = ["patientId", "id"];

    private readonly AuthorizationMiddlewareResultHandler _next = new();

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Forbidden && context.GetEndpoint()?.Metadata.GetMetadata<EndpointClassAttribute>()?.Value is { } kind)
            await store.Records.NoteAsync(
                context.RequestServices.GetRequiredService<CurrentActor>().ForAudit,
                new AuditEntry(
                    IsRead(context.Request.Method) ? AuditAction.Read : AuditAction.Update,
                    kind.ToString(),
                    PersonIn(context),
                    Outcome: AuditOutcome.Refused,
                    Reason: "denied.role"
                ),
                context.RequestAborted
            );
        await _next.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <summary>Whose record was asked for, where the address says it.</summary>
    private static Guid? PersonIn(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route
        && (
            route.Contains("{patientId", StringComparison.OrdinalIgnoreCase)
            || route.Contains("patients/{id", StringComparison.OrdinalIgnoreCase)
        )
            ? Names
                .Select(n => Guid.TryParse(context.Request.RouteValues[n] as string, out var id) ? id : (Guid?)null)
                .FirstOrDefault(id => id is not null)
            : null;

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
