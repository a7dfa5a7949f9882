using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WebDataClass = Glidepath.Web.Shared.DataClass;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Every endpoint says who may come in, what it handles and what the audit trail must hold, and tells nobody about others. Each was made to fail once.</summary>
public sealed partial class EndpointCensusTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    /// <summary>The framework's own, closed to strangers by the fallback policy, and with nothing of ours behind them.</summary>
    private static readonly string[] Frameworks = ["/_framework/opaque-redirect", "/{**path:file}"];

    private IEnumerable<RouteEndpoint> Endpoints =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => IsOpen(e) || !Frameworks.Contains(Route(e)));

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private void None(Func<RouteEndpoint, bool> wrong, string mend)
    {
        var found = Endpoints.Where(wrong).Select(Route).Distinct().Order().ToList();
        Assert.True(found.Count == 0, $"{string.Join(", ", found)}: {mend}");
    }

    [Fact]
    public void Every_endpoint_has_a_policy_or_is_open_on_purpose() => None(
        e => !IsOpen(e) && !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Roles is { Length: > 0 } || (a.Policy is not null && Policies.Roles.ContainsKey(a.Policy))),
        "add [Authorize(Policy = Policies.…)] to the page, or .RequireAuthorization(Policies.…) to the endpoint. Only what is for everybody gets AllowAnonymous or .Open().");

    [Fact]
    public void Every_endpoint_names_the_class_of_its_data() => None(
        e => e.Metadata.GetMetadata<DataClassAttribute>() is null, "add [DataClass(…)] to the page, or .Marked(DataClass.…, AuditExpectation.…) to the endpoint.");

    [Fact]
    public void Every_endpoint_says_what_the_audit_trail_must_hold() => None(
        e => e.Metadata.GetMetadata<AuditAttribute>() is null, "add [Audit(AuditExpectation.…)] to the page, or .Marked(DataClass.…, AuditExpectation.…) to the endpoint.");

    [Fact]
    public void Nothing_of_a_record_is_open_to_strangers() => None(
        e => IsOpen(e) && e.Metadata.GetMetadata<DataClassAttribute>()?.Value is not WebDataClass.Public and not WebDataClass.Account, "open to strangers, and yet more than Public or Account. Give it a policy.");

    [Fact]
    public void A_record_that_is_handled_leaves_an_audit_row() => None(
        e => e.Metadata.GetMetadata<DataClassAttribute>()?.Value >= WebDataClass.Record && e.Metadata.GetMetadata<AuditAttribute>()?.Expects is AuditExpectation.None, "handles a record: expect Read or Write in the audit trail.");

    [Fact]
    public void Every_route_about_a_person_has_its_cross_user_test() => None(
        e => NeedsCrossUserTest(e) && !CrossUserTable.Calls.ContainsKey(Route(e)) && !CrossUserTable.NotYet.Contains(Route(e)), "add a line to tests/Glidepath.Web.Tests/Privacy/CrossUserTable.cs that says how to call it for another person.");

    [Fact]
    public void The_cross_user_table_names_only_routes_there_are()
    {
        var routes = Endpoints.Select(Route).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(CrossUserTable.Calls.Keys, r => !routes.Contains(r));
    }

    [Fact]
    public async Task Somebody_elses_record_answers_as_one_that_does_not_exist()
    {
        var patientId = await PatientAsync();
        foreach (var (route, call) in CrossUserTable.Calls)
            foreach (var role in call.As is Role.None ? OthersThan(route) : [call.As])
            {
                var (client, _) = await app.SignedInAsync(role);
                var unknown = call.As is Role.None ? Guid.Empty : Guid.CreateVersion7();
                var (theirs, nobodys) = (await AnswerAsync(client, call.Call(patientId), patientId), await AnswerAsync(client, call.Call(unknown), unknown));
                Assert.True(theirs == nobodys, $"{route} as {role}: a person who exists is told from one who does not.\n--- exists\n{theirs}\n--- does not\n{nobodys}");
                Assert.True(theirs.StartsWith("NotFound", StringComparison.Ordinal) || call.As is not Role.None, $"{route} as {role}: answered {theirs[..20]}");
            }
    }

    private static bool NeedsCrossUserTest(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Any(p => p.Name.Equals("patientId", StringComparison.OrdinalIgnoreCase))
        || (!IsOpen(endpoint) && OwnRoute().IsMatch(Route(endpoint)));

    private static IEnumerable<Role> OthersThan(string route) =>
        new[] { Role.Patient, Role.Family, Role.Prescriber, Role.Administrator }.Where(r => !route.StartsWith(Policies.Home(r), StringComparison.Ordinal));

    /// <summary>Status, headers and body, without what differs each time: nonces, tokens, dates, and the id that was asked for.</summary>
    private static async Task<string> AnswerAsync(HttpClient client, HttpRequestMessage request, Guid id)
    {
        using var answer = await client.SendAsync(request, Now);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not "Date" and not "Set-Cookie" and not "Content-Length").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        var text = $"{answer.StatusCode}\n{string.Join('\n', headers)}\n\n{await answer.Content.ReadAsStringAsync(Now)}";
        text = Nonce().Replace(text, "$1…");
        text = Token().Replace(text, "$1…");
        return TraceId().Replace(text, "$1…").Replace(id.ToString(), "ID", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Guid> PatientAsync()
    {
        var id = Guid.CreateVersion7();
        await app.Store.Records.RunAsync(RequestActor.System("test"), new AuditEntry(AuditAction.Create, nameof(Patient), id), db =>
        {
            db.Add(Patient.Register(id, new PatientDetails { GivenName = "Made", FamilyName = "Up" }, app.Store.Clock.GetUtcNow().UtcDateTime, Guid.CreateVersion7()));
            return Task.FromResult(true);
        }, Now);
        return id;
    }

    [GeneratedRegex("^/(me|family)(/|$)|^/api/(me|family)(/|$)", RegexOptions.IgnoreCase)]
    private static partial Regex OwnRoute();

    [GeneratedRegex("(nonce[-=]\"?)[^\"']+")]
    private static partial Regex Nonce();

    [GeneratedRegex("(name=\"__RequestVerificationToken\" value=\")[^\"]+")]
    private static partial Regex Token();

    [GeneratedRegex("(\"traceId\":\")[^\"]+")]
    private static partial Regex TraceId();
}
