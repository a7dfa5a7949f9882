using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>
/// Every endpoint says who may come in, what it handles and what the audit trail must hold. Each was made to fail once;
/// <see cref="CrossUserTests"/> calls them.
/// </summary>
public sealed class EndpointCensusTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    /// <summary>The framework's own, closed to strangers by the fallback policy, and with nothing of ours behind them.</summary>
    private static readonly string[] Frameworks = ["/_framework/opaque-redirect", "/{**path:file}"];

    private IEnumerable<RouteEndpoint> Endpoints =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => IsOpen(e) || !Frameworks.Contains(Route(e)));

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private void None(Func<RouteEndpoint, bool> wrong, string mend)
    {
        var found = Endpoints.Where(wrong).Select(Route).Distinct().Order().ToList();
        Assert.True(found.Count == 0, $"{string.Join(", ", found)}: {mend}");
    }

    [Fact]
    public void Every_endpoint_has_a_named_policy_or_is_open_on_purpose() =>
        None(
            e =>
                !IsOpen(e)
                && !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null && Policies.Roles.ContainsKey(a.Policy)),
            "add [Authorize(Policy = Policies.…)] to the page, or .RequireAuthorization(Policies.…) to the endpoint. Only what "
                + "is for everybody gets AllowAnonymous or .Open()."
        );

    [Fact]
    public void No_endpoint_lists_roles_of_its_own() =>
        None(
            e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Roles is { Length: > 0 }),
            "roles stand in Policies.Roles; give the group of roles a name there."
        );

    [Fact]
    public void Every_endpoint_names_the_class_of_its_data() =>
        None(
            e => e.Metadata.GetMetadata<EndpointClassAttribute>() is null,
            "add [DataClass(…)] to the page, or .Marked(DataClass.…, AuditExpectation.…) to the endpoint."
        );

    [Fact]
    public void Every_endpoint_says_what_the_audit_trail_must_hold() =>
        None(
            e => e.Metadata.GetMetadata<AuditAttribute>() is null,
            "add [Audit(AuditExpectation.…)] to the page, or .Marked(DataClass.…, AuditExpectation.…) to the endpoint."
        );

    [Fact]
    public void Nothing_of_a_record_is_open_to_strangers() =>
        None(
            e =>
                IsOpen(e)
                && e.Metadata.GetMetadata<EndpointClassAttribute>()?.Value is not EndpointClass.Public and not EndpointClass.Account,
            "open to strangers, and yet more than Public or Account. Give it a policy."
        );

    [Fact]
    public void A_record_that_is_handled_leaves_an_audit_row() =>
        None(
            e =>
                e.Metadata.GetMetadata<EndpointClassAttribute>()?.Value >= EndpointClass.Record
                && e.Metadata.GetMetadata<AuditAttribute>()?.Expects is AuditExpectation.None,
            "handles a record: expect Read or Write in the audit trail."
        );

    /// <summary>What is sent again does no harm, and why.</summary>
    private static readonly Dictionary<string, string> KnownByContent = new()
    {
        ["PUT /api/scale-files/{scheme}"] = "the same file again is the same version, known by its hash",
        ["POST /api/directory/imports"] = "the same file again changes nothing, and unasked nothing is changed",
        ["POST /api/patients/search"] = "reads; what is looked for stands in the body and in no address",
        ["POST /api/matches"] = "computes; nothing is kept",
        ["POST /api/facilities/compare"] = "computes; nothing is kept",
        ["POST /api/plans/draft"] = "computes; nothing is kept",
        ["POST /api/plans/choices"] = "computes; nothing is kept",
    };

    /// <summary>They enter a move, an end or a decision, and change by it something that has versions.</summary>
    private static readonly string[] EntersAndChanges =
    [
        "POST /api/patients/{id:guid}/episode/moves",
        "POST /api/patients/{id:guid}/episode/reversals",
        "POST /api/patients/{id:guid}/taper-course/continuations",
        "POST /api/patients/{id:guid}/taper-course/holds",
        "POST /api/patients/{id:guid}/taper-course/steps",
        "POST /api/patients/{patientId:guid}/safety-steps/{stepId:guid}/close",
    ];

    private IEnumerable<(string Name, RouteEndpoint Endpoint)> WritesForPrograms =>
        from endpoint in Endpoints
        where Route(endpoint).StartsWith("/api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        where !HttpMethods.IsGet(method)
        select ($"{method} {Route(endpoint).TrimEnd('/')}", endpoint);

    private static bool Needs(RouteEndpoint endpoint, NeededHeader header) =>
        endpoint.Metadata.GetOrderedMetadata<NeededHeader>().Contains(header);

    [Fact]
    public void What_other_software_writes_is_done_once_or_at_the_version_it_saw()
    {
        var writes = WritesForPrograms.ToList();
        Assert.Empty(KnownByContent.Keys.Except(writes.Select(w => w.Name)));
        Assert.Empty(
            writes
                .Where(w => !KnownByContent.ContainsKey(w.Name))
                .Where(w =>
                    w.Name.StartsWith("POST ", StringComparison.Ordinal)
                        ? !Needs(w.Endpoint, NeededHeader.Key)
                        : !Needs(w.Endpoint, NeededHeader.Version)
                )
                .Select(w => $"{w.Name}: declare it by JsonRoutes, .Writes(…) or .Changes(…)")
        );
        Assert.Equal(
            EntersAndChanges,
            writes
                .Where(w => Needs(w.Endpoint, NeededHeader.Key) && Needs(w.Endpoint, NeededHeader.Version))
                .Select(w => w.Name)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_other_software_writes_expects_its_row_in_the_audit_trail() =>
        Assert.Empty(
            WritesForPrograms
                .Where(w => !KnownByContent.ContainsKey(w.Name))
                .Where(w => w.Endpoint.Metadata.GetMetadata<AuditAttribute>()?.Expects is not AuditExpectation.Write)
                .Select(w => w.Name)
        );
}
