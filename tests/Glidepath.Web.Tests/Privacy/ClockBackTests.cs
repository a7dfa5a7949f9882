using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>While the host runs, somebody sets its clock back.</summary>
public sealed class ClockBackTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_of_a_time_to_come_is_over_and_the_officer_reads_that_the_clock_went_back()
    {
        var clock = new SetClock(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Clock = clock };
        var (before, _) = await app.SignedInAsync(Role.Nurse);
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/account", Now)).StatusCode);
        // Something is written, as in any minute of a working day.
        await Clinic.OpenAsync(app);
        clock.Now -= TimeSpan.FromDays(3);
        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/account", Now)).StatusCode);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        await officer.GetStringAsync("/privacy", Now);
        var home = await officer.GetStringAsync("/privacy", Now);
        Assert.Contains("The clock went back", home, StringComparison.Ordinal);
        Assert.Contains("by 3 days", home, StringComparison.Ordinal);
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        Assert.Contains("The clock went back", await admin.GetStringAsync("/admin", Now), StringComparison.Ordinal);
    }
}
