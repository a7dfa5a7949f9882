using System.Net;
using Glidepath.Application.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Monitoring.Duty;

/// <summary>What the patient reads about who reads what they send, by roster and setting, on every page the same.</summary>
public sealed class WatchPageTests : IDisposable
{
    private const string Settings = "/admin/organisation";

    /// <summary>Eight in the evening in New York.</summary>
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 2, 1, 0, 0, TimeSpan.Zero));

    private readonly GlidepathApp _app;

    public WatchPageTests() => _app = new GlidepathApp { Clock = _clock, Zone = "America/New_York" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Nothing_is_promised_until_the_program_sets_a_time_and_someone_is_on_duty_for_it()
    {
        var own = await OwnAsync();
        Assert.Contains("No nurse is on duty to read check-ins.", await ReadAsync(own, "/me"));
        await SetAsync("9 am");
        Assert.Contains("No nurse is on duty to read check-ins.", await ReadAsync(own, "/me"));
        await DayShiftAsync();
        foreach (var page in new[] { "/me", "/me/check-in/done" })
        {
            var says = await ReadAsync(own, page);
            Assert.Contains("Your team reads check-ins by 9:00 AM tomorrow.", says);
            Assert.Contains("No nurse is on duty now. The next one starts at 7:00 AM tomorrow.", says);
            Assert.Contains("tel:988", says);
            Assert.Contains("tel:911", says);
        }
        Assert.Contains("Once it arrives, your team reads it by 9:00 AM", await ReadAsync(own, "/me/offline"));
        await SetAsync("");
        Assert.Contains("We can't promise when your team reads check-ins.", await ReadAsync(own, "/me"));
        Assert.Contains("We can't promise when your team reads it.", await ReadAsync(own, "/me/offline"));
    }

    [Fact]
    public async Task After_a_danger_sign_it_says_when_the_next_nurse_starts_and_nothing_of_the_morning()
    {
        var own = await OwnAsync();
        await SetAsync("9 am");
        await DayShiftAsync();
        using var sent = await GlidepathApp.Send(own, "/me/check-in", ("flags", nameof(RedSign.Seizure)));
        var says = await ReadAsync(own, sent.Headers.Location!.ToString());
        Assert.Contains("The next nurse starts on Dec 2, 2026, 7:00 AM, New York time.", says);
        Assert.DoesNotContain("Your team reads check-ins by", says);
    }

    [Fact]
    public async Task A_time_that_is_none_is_refused_and_stays_as_it_was_typed()
    {
        var (admin, _) = await _app.SignedInAsync(Role.Administrator);
        using var refused = await GlidepathApp.Send(admin, Settings, ("read-by", "25:00"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var says = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains("We read \"25:00\".", says);
        Assert.Contains("value=\"25:00\"", says);
    }

    [Fact]
    public void A_person_elsewhere_reads_it_by_the_clock_where_they_are()
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var view = new WatchView(
            new Watch(now, false, null, now.AddHours(11), now.AddHours(13)),
            TimeZoneInfo.FindSystemTimeZoneById("America/New_York")
        );
        Assert.Equal(
            [
                "Your team reads check-ins by 6:00 AM tomorrow (Los Angeles time).",
                "No nurse is on duty now. The next one starts at 4:00 AM tomorrow (Los Angeles time).",
            ],
            view.Lines("America/Los_Angeles")
        );
    }

    private async Task<HttpClient> OwnAsync() => (await _app.SignedInAsync(Role.Patient, (await PersonInCare.MakeAsync(_app)).Id)).Client;

    private async Task SetAsync(string time)
    {
        var (admin, _) = await _app.SignedInAsync(Role.Administrator);
        using var set = await GlidepathApp.Send(admin, Settings, ("read-by", time));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
    }

    private async Task DayShiftAsync()
    {
        var (_, nora) = await _app.SignedInAsync(Role.Nurse);
        var (store, able) = (_app.Store, new HashSet<(DutyRole, Guid)> { (DutyRole.Nurse, nora.Id) });
        await store.Records.RunAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(DutyRotation)),
            db =>
            {
                db.Add(
                    DutyRotation.Begin(
                        Guid.CreateVersion7(),
                        new(DutyRole.Nurse, "Day", new(7, 0), new(19, 0), DutyRoles.EachDay, store.Today, null, [nora.Id], 1),
                        DutyRoster.Of([], [], store.Zone, able),
                        store.Today,
                        _clock.GetUtcNow().UtcDateTime,
                        new Actor(Guid.CreateVersion7(), Role.Director)
                    )
                );
                return Task.FromResult(true);
            },
            Stop
        );
    }

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop));
}
