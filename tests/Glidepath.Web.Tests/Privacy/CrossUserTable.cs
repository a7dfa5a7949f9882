using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>How to ask for what belongs to somebody else.</summary>
/// <param name="As">Somebody who may use the route, but is not on this patient's care team and is not this patient.</param>
/// <param name="Call">A request about the person of this id; the same for an id that nobody has.</param>
public sealed record CrossUserCall(Role As, Func<Guid, HttpRequestMessage> Call);

/// <summary>
/// Every route with {patientId}, and all under /me and /family that need a sign-in: one line each, written as the route stands in the endpoint. The census calls it as a
/// stranger to the record, once for a person who exists and once for one who does not; the answers must not differ.
/// </summary>
public static class CrossUserTable
{
    public static readonly Dictionary<string, CrossUserCall> Calls = new(StringComparer.OrdinalIgnoreCase)
    {
        // ["/patients/{patientId:guid}"] = Get(Role.Prescriber, id => $"/patients/{id}"),
        // ["/me/plan"] = Own("/me/plan"),
    };

    public static CrossUserCall Get(Role role, Func<Guid, string> address) => new(role, id => new HttpRequestMessage(HttpMethod.Get, address(id)));

    /// <param name="body">What would be accepted, were it one's own.</param>
    public static CrossUserCall Post(Role role, Func<Guid, string> address, Func<HttpContent>? body = null) => new(role, id => new HttpRequestMessage(HttpMethod.Post, address(id)) { Content = body?.Invoke() });

    /// <summary>A route that names nobody, since it is about whoever is signed in: a person of another role finds nothing there.</summary>
    public static CrossUserCall Own(string address) => new(Role.None, id => new HttpRequestMessage(HttpMethod.Get, id == Guid.Empty ? "/no-such-address" : address));
}
