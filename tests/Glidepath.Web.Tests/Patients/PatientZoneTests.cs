using System.Globalization;
using System.Net;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Patients;

/// <summary>A person who is elsewhere than the program: the times of their doses and visits say where.</summary>
public sealed class PatientZoneTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    public void A_zone_is_kept_by_its_iana_name(string? typed, string? kept) => Assert.Equal(kept, PatientZone.Checked(typed));

    [Theory]
    [InlineData("Mars/Base")]
    [InlineData("EST")]
    [InlineData("US/Eastern")]
    [InlineData("Etc/UTC")]
    [InlineData("Eastern Standard Time")]
    [InlineData("America")]
    [InlineData("America/../Europe/Paris")]
    public void What_is_no_zone_of_a_place_is_refused_with_an_example(string typed)
    {
        var refused = Assert.Throws<RuleViolationException>(() => PatientZone.Checked(typed));
        Assert.Contains($"\"{typed}\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("America/New_York", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_clocks_agree_all_year_nothing_is_said()
    {
        var (program, now) = (TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Null(PatientZone.Of("America/Detroit", program, now));
        Assert.Null(PatientZone.Of(null, program, now));
        Assert.NotNull(PatientZone.Of("America/Chicago", program, now));
        // In summer the clocks of both agree, in winter they do not.
        Assert.NotNull(PatientZone.Of("America/Phoenix", TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"), now));
    }

    [Fact]
    public async Task A_zone_is_set_with_the_details_and_stands_beside_each_time_that_is_another_there()
    {
        using var app = new GlidepathApp { Zone = "America/Los_Angeles" };
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        await SavedAsync(ana, "medicines/new", ("name", "clonazepam"), ("how", "1 mg 8 am"), ("source", "Bottle"));
        var day = app.Store.Today.AddDays(4);
        await SavedAsync(
            ana,
            "visits",
            ("kind", "Nurse"),
            ("with", $"{ana.StaffAccount.Id}"),
            ("on", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("at", "10:30 PM"),
            ("minutes", "30")
        );
        foreach (var page in new[] { "", "/medicines", "/visits" })
            Assert.DoesNotContain("in New York", await ana.GetAsync($"/patients/{ana.Id}{page}"), StringComparison.Ordinal);

        (string, string)[] details = [("given", "Ana"), ("family", "Sample"), ("language", "en")];
        using (var refused = await ana.SendAsync($"/patients/{ana.Id}/details", [.. details, ("zone", "New York")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var again = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
            Assert.Contains("There is no time zone \"New York\".", again, StringComparison.Ordinal);
            Assert.Contains("href=\"#zone\"", again, StringComparison.Ordinal);
            Assert.Contains("value=\"New York\"", again, StringComparison.Ordinal);
        }
        await SavedAsync(ana, "details", [.. details, ("zone", "America/New_York")]);

        Assert.Contains("1 mg 8 am; times in New York", await ana.GetAsync($"/patients/{ana.Id}"), StringComparison.Ordinal);
        Assert.Contains("times in New York", await ana.GetAsync($"/patients/{ana.Id}/medicines"), StringComparison.Ordinal);
        var there = $"{day.AddDays(1).ToString("ddd, MMM d", CultureInfo.InvariantCulture)}, 1:30 AM in New York";
        Assert.Contains($"10:30 PM</b> ({there})", await ana.GetAsync($"/patients/{ana.Id}/visits"), StringComparison.Ordinal);
        var home = await own.GetStringAsync(new Uri("/me", UriKind.Relative), Stop);
        Assert.Contains($"at 10:30 PM, Los Angeles time ({there})", home, StringComparison.Ordinal);
        Assert.Contains("Dose times in New York: take them by the clock there.", home, StringComparison.Ordinal);
    }

    private static async Task SavedAsync(PersonInCare person, string page, params (string, string)[] fields)
    {
        using var saved = await person.SendAsync($"/patients/{person.Id}/{page}", fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }
}
