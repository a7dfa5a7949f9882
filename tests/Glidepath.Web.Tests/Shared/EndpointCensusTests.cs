using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Shared;

/// <summary>Every endpoint says who may come in, what it handles and what the audit trail must hold. Each was made to fail once.</summary>
public sealed class EndpointCensusTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private IEnumerable<RouteEndpoint> Endpoints => app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        // The framework's own, which no page here uses; closed to strangers by the fallback policy like everything else.
        .Where(e => e.DisplayName is not "Blazor Opaque Redirection");

    [Fact]
    public void Every_endpoint_has_a_policy_or_is_open_on_purpose() =>
        Assert.Empty(Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetOrderedMetadata<IAuthorizeData>().Count == 0).Select(e => e.DisplayName));

    [Fact]
    public void Every_endpoint_names_the_class_of_its_data() =>
        Assert.Empty(Endpoints.Where(e => e.Metadata.GetMetadata<DataClassAttribute>() is null).Select(e => e.DisplayName));

    [Fact]
    public void Every_endpoint_says_what_the_audit_trail_must_hold() =>
        Assert.Empty(Endpoints.Where(e => e.Metadata.GetMetadata<AuditAttribute>() is null).Select(e => e.DisplayName));

    [Fact]
    public void Nothing_of_a_record_is_open_to_strangers() =>
        Assert.Empty(Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.GetMetadata<DataClassAttribute>()!.Value is not DataClass.Public and not DataClass.Account).Select(e => e.DisplayName));

    [Fact]
    public void A_record_that_is_handled_leaves_an_audit_row() =>
        Assert.Empty(Endpoints.Where(e => e.Metadata.GetMetadata<DataClassAttribute>()?.Value >= DataClass.Record && e.Metadata.GetMetadata<AuditAttribute>()!.Expects is AuditExpectation.None).Select(e => e.DisplayName));
}
