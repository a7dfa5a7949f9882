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

    /// <summary>In the evening in Los Angeles it is the next day in UTC, and in the morning in Auckland still the one before.</summary>
    [Theory]
    [InlineData("America/Los_Angeles", "2026-12-02T04:00:00Z", "2026-12-01", "2026-12-02")]
    [InlineData("Pacific/Auckland", "2026-12-01T20:00:00Z", "2026-12-02", "2026-12-03")]
    public async Task A_move_on_a_day_after_today_where_the_program_is_is_refused(string zone, string at, string today, string tomorrow)
    {
        using var app = new GlidepathApp
        {
            Zone = zone,
            Clock = new FakeTimeProvider(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)),
        };
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        var page = $"/patients/{await nurse.RegisterAsync("Zoe", "Dayperson")}/episode";
        using (var early = await GlidepathApp.Send(nurse, page, ("to", "Discharged"), ("on", tomorrow), ("discharge", "CareCompleted")))
        {
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, early.StatusCode);
            Assert.Contains(
                "A move is recorded when it has happened, not before.",
                await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }
        using var moved = await GlidepathApp.Send(nurse, page, ("to", "Discharged"), ("on", today), ("discharge", "CareCompleted"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, moved.StatusCode);
    }

    [Fact]
    public void A_zone_that_there_is_not_stops_the_start_and_says_what_would_be_taken()
    {
        var refused = Assert.Throws<Glidepath.Storage.Privacy.StoreRefusedException>(() => Glidepath.Storage.ProgramZone.Find("Mars/Base"));
        Assert.Contains("America/Los_Angeles", refused.Message, StringComparison.Ordinal);
    }
}
