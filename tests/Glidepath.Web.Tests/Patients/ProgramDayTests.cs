using System.Globalization;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Patients;

/// <summary>A day on a page, and a day that is entered, is one where the program is.</summary>
public sealed class ProgramDayTests
{
    [Theory]
    [InlineData("America/Los_Angeles", "2026-11-01T06:30:00Z", "Saturday, October 31")]
    [InlineData("America/Los_Angeles", "2026-11-01T07:00:00Z", "Sunday, November 1")]
    [InlineData("America/Los_Angeles", "2026-11-02T07:59:00Z", "Sunday, November 1")]
    [InlineData("Pacific/Auckland", "2026-09-26T12:00:00Z", "Sunday, September 27")]
    [InlineData("Pacific/Auckland", "2026-09-27T10:59:00Z", "Sunday, September 27")]
    [InlineData("Pacific/Apia", "2026-09-26T11:30:00Z", "Sunday, September 27")]
    public async Task Today_is_the_programs_day_and_whoever_joins_today_is_on_the_team_at_once(string zone, string at, string shown)
    {
        using var app = new GlidepathApp
        {
            Zone = zone,
            Clock = new FakeTimeProvider(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)),
        };
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        Assert.Contains(shown, (await nurse.PlainAsync("/today")).Body, StringComparison.Ordinal);
        var id = await nurse.RegisterAsync("Zoe", "Dayperson");
        Assert.Contains("Zoe Dayperson", (await nurse.PlainAsync($"/patients/{id}")).Body, StringComparison.Ordinal);
        var member = Assert.Single(await PersonInCare.StoredAsync<CareTeamMember>(app, id));
        Assert.Equal(shown, member.From.ToString("dddd, MMMM d", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_zone_that_there_is_not_stops_the_start_and_says_what_would_be_taken()
    {
        var refused = Assert.Throws<Glidepath.Storage.Privacy.StoreRefusedException>(() => Glidepath.Storage.ProgramZone.Find("Mars/Base"));
        Assert.Contains("America/Los_Angeles", refused.Message, StringComparison.Ordinal);
    }
}
