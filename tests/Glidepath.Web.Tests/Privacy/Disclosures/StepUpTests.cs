using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

/// <summary>A consent, a record that leaves and a glass that is broken ask who it is, when the sign-in is more than ten minutes old.</summary>
public class StepUpTests
{
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
        using var glass = await clinic.Prescriber.PostAsync(new Uri($"/api/patients/{clinic.PatientId}/break-glass", UriKind.Relative), new StringContent("{}", null, "application/json"), Clinic.Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, glass.StatusCode);
    }

    [Fact]
    public async Task Every_way_out_and_every_change_of_a_consent_carries_the_mark()
    {
        await using var app = new GlidepathApp();
        var unmarked = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StepUpAttribute>() is null).Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(r => r.Contains("/share", StringComparison.Ordinal) || r.EndsWith("/file", StringComparison.Ordinal) || r.Contains("/consents/", StringComparison.Ordinal) || r.Contains("break-glass", StringComparison.Ordinal) || r.Contains("destruction", StringComparison.Ordinal));
        // To read one consent, to close an open record, to review what was opened, and to end a consent by the API wait for nothing.
        Assert.Equal([], unmarked.Where(r => !r.EndsWith("/close", StringComparison.Ordinal) && !r.StartsWith("/privacy/", StringComparison.Ordinal) && !r.StartsWith("/api/privacy/", StringComparison.Ordinal) && !r.EndsWith("/revoke", StringComparison.Ordinal) && !r.EndsWith("{consentId:guid}", StringComparison.Ordinal)).Distinct().Order());
    }
}
