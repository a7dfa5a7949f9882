using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

/// <summary>
/// A consent, a record that leaves and a glass that is broken ask who it is, when the sign-in is more than ten minutes old.
/// </summary>
public class StepUpTests
{
    [Theory]
    [InlineData("/privacy/emergencies")]
    [InlineData("/privacy/legal-demands")]
    [InlineData("/privacy/registers")]
    [InlineData("/privacy/incidents")]
    [InlineData("/privacy/incidents/{IncidentId:guid}")]
    [InlineData("/privacy/complaints")]
    [InlineData("/privacy/copies")]
    [InlineData("/privacy/alerts")]
    [InlineData("/privacy/access-review")]
    [InlineData("/privacy/break-glass")]
    [InlineData("/privacy/reports")]
    [InlineData("/privacy/destructions")]
    [InlineData("/privacy/merges")]
    [InlineData("/patients/{patientId:guid}/consents")]
    [InlineData("/patients/{PatientId:guid}/care-team")]
    [InlineData("/api/patients/{id:guid}/care-team")]
    [InlineData("/api/patients/{id:guid}/care-team/{entry:guid}/end")]
    public async Task What_decides_access_is_changed_only_by_somebody_who_showed_lately_that_it_is_them(string route)
    {
        await using var app = new GlidepathApp();
        var endpoints = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => "/" + e.RoutePattern.RawText?.TrimStart('/') == route)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is "POST" or "PUT") is not false)
            .ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, e => Assert.NotNull(e.Metadata.GetMetadata<StepUpAttribute>()));
    }

    [Fact]
    public async Task Ten_minutes_after_the_sign_in_no_consent_is_given_and_nothing_leaves()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        await using var app = new GlidepathApp { Clock = clock };
        var clinic = await Clinic.OpenAsync(app);
        clock.Advance(StepUp.Lasts);
        using var consent = await Clinic.Send(clinic.Prescriber, $"/patients/{clinic.PatientId}/consents/give", clinic.ConsentFields());
        Assert.Equal(HttpStatusCode.Forbidden, consent.StatusCode);
        Assert.Empty(await clinic.AllAsync<Consent>());
        foreach (var how in new[] { "print", "pdf", "csv", "json" })
        {
            using var shared = await clinic.ShareAsync(clinic.Prescriber, how, "CareTeam");
            Assert.Equal(HttpStatusCode.Forbidden, shared.StatusCode);
        }
        Assert.Empty(await clinic.AllAsync<DisclosureRecord>());
        using var glass = await clinic.Prescriber.PostAsync(
            new Uri($"/api/patients/{clinic.PatientId}/break-glass", UriKind.Relative),
            new StringContent("{}", null, "application/json"),
            Clinic.Cancel
        );
        Assert.Equal(HttpStatusCode.Forbidden, glass.StatusCode);
        using var export = await clinic.Prescriber.PostAsync(
            new Uri($"/api/patients/{clinic.PatientId}/disclosures", UriKind.Relative),
            new StringContent("{}", null, "application/json"),
            Clinic.Cancel
        );
        Assert.Equal(HttpStatusCode.Forbidden, export.StatusCode);
    }

    [Fact]
    public async Task Ten_minutes_after_the_sign_in_no_consent_is_ended_by_page_or_program()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        await using var app = new GlidepathApp { Clock = clock };
        var clinic = await Clinic.OpenAsync(app);
        var consent = await clinic.GiveConsentAsync();
        clock.Advance(StepUp.Lasts);
        using var byPage = await Clinic.Send(
            clinic.Prescriber,
            $"/patients/{clinic.PatientId}/consents",
            ("do", "revoke"),
            ("consent", consent.ToString())
        );
        Assert.Equal(HttpStatusCode.Forbidden, byPage.StatusCode);
        using var byProgram = new HttpRequestMessage(HttpMethod.Post, $"/api/patients/{clinic.PatientId}/consents/{consent}/revoke")
        {
            Headers = { { "Idempotency-Key", "end" } },
        };
        using var answer = await clinic.Prescriber.SendAsync(byProgram, Clinic.Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await clinic.AllAsync<ConsentEnd>());
    }

    [Fact]
    public async Task Every_way_out_and_every_change_of_a_consent_carries_the_mark()
    {
        await using var app = new GlidepathApp();
        var unmarked = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<StepUpAttribute>() is null
                && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not ["GET"]
            )
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(r =>
                r.Contains("/share", StringComparison.Ordinal)
                || r.EndsWith("/file", StringComparison.Ordinal)
                || r.Contains("/consents/", StringComparison.Ordinal)
                || r.Contains("break-glass", StringComparison.Ordinal)
                || r.Contains("destruction", StringComparison.Ordinal)
                || r.EndsWith("/disclosures", StringComparison.Ordinal)
            );
        // To read one consent or the accounting, to close an open record and to review what was opened wait for nothing.
        Assert.Equal(
            [],
            unmarked
                .Where(r =>
                    !r.EndsWith("/close", StringComparison.Ordinal)
                    && !r.StartsWith("/privacy/", StringComparison.Ordinal)
                    && !r.StartsWith("/api/privacy/", StringComparison.Ordinal)
                    && r is not "/me/disclosures"
                    && !r.EndsWith("{consentId:guid}", StringComparison.Ordinal)
                )
                .Distinct()
                .Order()
        );
    }
}
