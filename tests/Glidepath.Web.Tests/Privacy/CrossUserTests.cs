using System.Text;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>
/// Every route about a person, found in the running host so that none is forgotten, is called by people who may use it but have nothing to
/// do with this person: once for a person who exists, once for one who does not. The answers must not differ, and must be a no.
/// </summary>
public sealed partial class CrossUserTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    /// <summary>The privacy officer and the director come to some records by duty, so they are not strangers to them.</summary>
    private static readonly Role[] Strangers =
    [
        Role.Prescriber,
        Role.Therapist,
        Role.Helpline,
        Role.Patient,
        Role.Family,
        Role.Administrator,
    ];

    private readonly Dictionary<Role, (HttpClient Client, string Form)> _people = [];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Endpoints =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    [Fact]
    public async Task Somebody_elses_record_answers_one_stranger_or_two_as_one_that_does_not_exist()
    {
        var (patientId, calls) = (await PatientAsync(), 0);
        foreach (var endpoint in Endpoints.Where(IsAboutAPerson))
        foreach (var method in Methods(endpoint))
        foreach (var role in Asking([.. Strangers.Where(r => RolesOf(endpoint).Contains(r))]))
        {
            var nobody = Guid.CreateVersion7();
            var (theirs, nobodys) = (
                await CallAsync(role, method, Address(endpoint, patientId), patientId),
                await CallAsync(role, method, Address(endpoint, nobody), nobody)
            );
            var what = $"{method} {Route(endpoint)} as {role}";
            Assert.True(
                theirs == nobodys,
                $"{what}: a person who exists is told from one who does not.\n--- exists\n{theirs}\n--- does not\n{nobodys}"
            );
            Assert.True(
                method is "GET" ? theirs.StartsWith("404", StringComparison.Ordinal) : theirs[0] == '4',
                $"{what}: answered {theirs[..3]}"
            );
            calls++;
        }
        Assert.True(calls >= (Gate.IsAll ? 150 : 90), $"Only {calls} calls: are the routes still found?");
    }

    [Fact]
    public async Task What_is_ones_own_is_not_there_for_anybody_else()
    {
        foreach (
            var endpoint in Endpoints.Where(e =>
                OwnRoute().IsMatch(Route(e)) && Methods(e).Contains("GET") && e.Metadata.GetMetadata<IAllowAnonymous>() is null
            )
        )
        foreach (var role in Strangers.Where(r => !RolesOf(endpoint).Contains(r)))
        {
            var own = await CallAsync(role, "GET", Address(endpoint, Guid.Empty), Guid.Empty);
            Assert.True(own.StartsWith("404", StringComparison.Ordinal), $"{Route(endpoint)} as {role}: answered {own[..3]}");
            var nowhere = Route(endpoint).StartsWith("/api/", StringComparison.Ordinal) ? "/api/no-such-address" : "/no-such-address";
            Assert.Equal(await CallAsync(role, "GET", nowhere, Guid.Empty), own);
        }
    }

    /// <summary>Two for each address, or one: the first or the second, by the commit.</summary>
    private static IEnumerable<Role> Asking(Role[] strangers) =>
        Gate.IsAll || strangers.Length < 2 ? strangers.Take(2) : [strangers[Gate.Quarter % 2]];

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static bool IsAboutAPerson(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Any(p => p.Name.Equals("patientId", StringComparison.OrdinalIgnoreCase))
        || Route(endpoint).StartsWith("/api/patients/{id:guid}", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Intersect(["GET", "POST", "PUT", "DELETE"]) ?? ["GET"];

    private static HashSet<Role> RolesOf(RouteEndpoint endpoint) =>
        [
            .. endpoint
                .Metadata.GetOrderedMetadata<IAuthorizeData>()
                .SelectMany(a => a.Policy is { } policy ? Policies.Roles[policy].AsEnumerable() : []),
        ];

    private static string Address(RouteEndpoint endpoint, Guid person) =>
        Parameter()
            .Replace(
                Route(endpoint),
                m =>
                    m.Groups[1].Value.ToLowerInvariant() switch
                    {
                        "patientid" => person.ToString(),
                        "id" when Route(endpoint).StartsWith("/api/patients/", StringComparison.OrdinalIgnoreCase) => person.ToString(),
                        "slug" when Route(endpoint).Contains("intake", StringComparison.OrdinalIgnoreCase) => "p1",
                        "part" => "p1",
                        "slug" => "a1",
                        _ => "0197f000-0000-7000-8000-000000000001",
                    }
            )
            .TrimEnd('/');

    /// <summary>Status, headers and body, without what differs each time: nonces, tokens, dates, and the id that was asked for.</summary>
    private async Task<string> CallAsync(Role role, string method, string address, Guid person)
    {
        var (client, form) = await PersonAsync(role);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not "GET")
            request.Content = address.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request, Now);
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(h => h.Key is not "Date" and not "Set-Cookie" and not "Content-Length")
            .OrderBy(h => h.Key, StringComparer.Ordinal)
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        var text = $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{await answer.Content.ReadAsStringAsync(Now)}";
        return Changing().Replace(text, "…").Replace(person.ToString(), "ID", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<(HttpClient Client, string Form)> PersonAsync(Role role)
    {
        if (_people.TryGetValue(role, out var known))
            return known;
        var (client, _) = await app.SignedInAsync(role);
        var hidden = Hidden()
            .Matches(
                (await client.GetStringAsync(new Uri("/account", UriKind.Relative), Now))
                    .Split("</form>")
                    .First(f => f.Contains("__RequestVerificationToken", StringComparison.Ordinal))
            );
        var form = string.Join(
            '&',
            hidden.Select(h => $"{h.Groups[1].Value}={Uri.EscapeDataString(System.Net.WebUtility.HtmlDecode(h.Groups[2].Value))}")
        );
        return _people[role] = (client, form);
    }

    private async Task<Guid> PatientAsync()
    {
        var id = Guid.CreateVersion7();
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(Patient), id),
            db =>
            {
                var (by, at) = (Guid.CreateVersion7(), app.Store.Clock.GetUtcNow().UtcDateTime);
                db.Add(Patient.Register(id, new PatientDetails { GivenName = "Made", FamilyName = "Up" }, at, by));
                var (episode, opening) = EpisodeOfCare.Open(
                    Guid.CreateVersion7(),
                    id,
                    DateOnly.FromDateTime(at),
                    new MoveEntry(Guid.CreateVersion7(), at, by, TimeZoneInfo.Utc)
                );
                db.AddRange(
                    episode,
                    opening,
                    episode.Move(
                        EpisodePhase.Intake,
                        DateOnly.FromDateTime(at),
                        new MoveEntry(Guid.CreateVersion7(), at, by, TimeZoneInfo.Utc),
                        readiness: CareReadiness.Ready
                    )
                );
                return Task.FromResult(true);
            },
            Now
        );
        return id;
    }

    [GeneratedRegex("^/(me|family)(/|$)|^/api/(me|family)(/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnRoute();

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("nonce[-=]\"?[^\"' ;]+|name=\"__RequestVerificationToken\" value=\"[^\"]+|\"traceId\":\"[^\"]+|<!--Blazor[^>]*-->")]
    private static partial Regex Changing();
}
