using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Patients;

/// <summary>
/// What was entered half an hour before or after midnight stands under that day wherever it is read, also around the change of the
/// clocks.
/// </summary>
public sealed class NearMidnightTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("America/Los_Angeles", "2026-10-31", "23:30")]
    [InlineData("America/Los_Angeles", "2026-11-01", "23:30")]
    [InlineData("America/Los_Angeles", "2027-03-14", "23:30")]
    [InlineData("Pacific/Auckland", "2026-09-27", "00:30")]
    [InlineData("Pacific/Auckland", "2027-04-04", "00:30")]
    [InlineData("Pacific/Apia", "2026-09-27", "00:30")]
    public async Task An_entry_near_midnight_stands_under_its_local_day(string zone, string on, string time)
    {
        var day = DateOnly.Parse(on, CultureInfo.InvariantCulture);
        var at = LocalTime
            .InstantOf(day, TimeOnly.Parse(time, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone))!
            .Value;
        using var app = new GlidepathApp { Zone = zone, Clock = new FakeTimeProvider(new DateTimeOffset(at, TimeSpan.Zero)) };
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);

        await SavedAsync(ana, "tasks", ("what", "Call the pharmacy"), ("for", $"{ana.StaffAccount.Id}"), ("due", on));
        Assert.Contains("Call the pharmacy", await ana.GetAsync("/today"), StringComparison.Ordinal);
        var task = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        await SavedAsync(ana, $"tasks/{task.Id}", ("what", "done"), ("note", "They open at nine"));
        await SavedAsync(ana, "taper", [.. Answers, ("go", "keep")]);

        var words = day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);
        var person = await ana.GetAsync($"/patients/{ana.Id}");
        foreach (var what in new[] { "Task done: Call the pharmacy", "Taper draft kept" })
            Assert.Equal(on, DayAbove(person, what));
        Assert.Contains($"{words}, {TimeOnly.Parse(time, CultureInfo.InvariantCulture):h:mm tt}", Plain(person), StringComparison.Ordinal);
        Assert.Contains($"done {words}", Plain(await ana.GetAsync($"/patients/{ana.Id}/tasks")), StringComparison.Ordinal);
        Assert.Contains($"ept {words}", Plain(await ana.GetAsync($"/patients/{ana.Id}/taper")), StringComparison.Ordinal);

        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        using (var ahead = await IncidentAsync(officer, day.AddDays(1)))
            Assert.Equal(HttpStatusCode.BadRequest, ahead.StatusCode);
        using var reported = await IncidentAsync(officer, day);
        Assert.Equal(HttpStatusCode.Redirect, reported.StatusCode);
        Assert.Contains($"{words} by", Plain(await officer.GetStringAsync(reported.Headers.Location, Stop)), StringComparison.Ordinal);
    }

    private static readonly (string, string)[] Answers =
    [
        ("for", "panic"),
        ("supply", "prescribed"),
        ("drug", "clonazepam"),
        ("morning", "0.5 mg"),
        ("bedtime", "0.5 mg"),
        ("age", "41"),
        ("duration", "6"),
        ("duration-unit", "years"),
        ("days-per-week", "7"),
        ("opioid", "no"),
        ("alcohol", "no"),
    ];

    private static async Task SavedAsync(PersonInCare person, string page, params (string, string)[] fields)
    {
        using var saved = await person.SendAsync($"/patients/{person.Id}/{page}", fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private static Task<HttpResponseMessage> IncidentAsync(HttpClient officer, DateOnly discovered) =>
        GlidepathApp.Send(
            officer,
            "/privacy/incidents",
            [
                ("do", "report"),
                ("discovered", discovered.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("what", "A letter was sent to the wrong address by mistake."),
                ("categories", nameof(InformationCategory.Medications)),
            ]
        );

    private static string DayAbove(string page, string what)
    {
        var before = page[..page.IndexOf(what, StringComparison.Ordinal)];
        return Regex.Matches(before, "datetime=\"([^\"]+)\"")[^1].Groups[1].Value;
    }

    private static string Plain(string page) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]*>", " ")), @"\s+", " ");
}
