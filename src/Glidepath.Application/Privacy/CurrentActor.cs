using System.Security.Claims;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>Who acts, as the record and its audit know them: a host hands over whom it knows, a job or a test names somebody.</summary>
/// <param name="who">Asked each time, since a request may learn who it is on its way; null or nobody authenticated for a stranger.</param>
/// <param name="requestId">Ties the audit to the logs; holds nothing about anybody.</param>
public sealed class CurrentActor(Func<ClaimsPrincipal?> who, Func<string> requestId)
{
    public bool IsSignedIn => who() is { Identity.IsAuthenticated: true };

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint has no policy.</exception>
    public Actor Actor =>
        who() is { Identity.IsAuthenticated: true } user
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && EnumWords.TryRead<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(id, role)
            : throw new InvalidOperationException("Nobody is signed in.");

    public string RequestId => requestId();

    public RequestActor ForAudit => IsSignedIn ? new(Actor.AccountId, Actor.Role.ToString(), RequestId) : new(null, "stranger", RequestId);

    /// <summary>Outside any request: a job, a command, a test.</summary>
    public static CurrentActor Of(Actor actor, string requestId)
    {
        var user = new ClaimsPrincipal(
            new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, actor.AccountId.ToString()), new(ClaimTypes.Role, actor.Role.ToString())],
                "named"
            )
        );
        return new(() => user, () => requestId);
    }
}
