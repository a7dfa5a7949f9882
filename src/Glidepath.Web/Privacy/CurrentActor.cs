using System.Security.Claims;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Privacy;

/// <summary>Who makes this request, as the record and its audit know them.</summary>
public sealed class CurrentActor(IHttpContextAccessor http)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public bool IsSignedIn => Context.User.Identity?.IsAuthenticated is true;

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint has no policy.</exception>
    public Actor Actor =>
        Context.User is { Identity.IsAuthenticated: true } user
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && EnumWords.TryRead<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(id, role)
            : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Ties the audit to the logs; holds nothing about anybody.</summary>
    public string RequestId => System.Diagnostics.Activity.Current?.TraceId.ToString() ?? Context.TraceIdentifier;

    public RequestActor ForAudit => IsSignedIn ? new(Actor.AccountId, Actor.Role.ToString(), RequestId) : new(null, "stranger", RequestId);
}
