using System.Net;
using Glidepath.Application.Privacy;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Privacy.Alerts;
using Glidepath.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Who reads much in a short time, and many who had to wait, are told to those who have to act; once.</summary>
public sealed class AlertTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_account_that_opens_many_records_is_an_alert_of_the_privacy_officer_until_someone_looked()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (_, reader) = await app.SignedInAsync(Role.Nurse);
        var watch = app.Services.GetRequiredService<AlertWatch>();
        await ReadAsync(app, reader.Id, 39);
        await watch.LookAsync(Stop);
        Assert.Empty(await AllAsync(app));
        await ReadAsync(app, reader.Id, 330);
        await watch.LookAsync(Stop);
        var alert = Assert.Single(await AllAsync(app));
        Assert.Equal((SecurityAlertKind.BulkReading, reader.Id, 369, 40), (alert.Kind, alert.AccountId, alert.Count, alert.Limit));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await watch.LookAsync(Stop);
        Assert.Single(await AllAsync(app));

        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        Assert.Contains("Many records read by one account", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        Assert.Contains("Alerts waiting: 1", await officer.GetStringAsync("/privacy", Stop), StringComparison.Ordinal);
        Assert.Contains("369 people in a short time", await officer.GetStringAsync("/privacy/alerts", Stop), StringComparison.Ordinal);
        // An administrator learns nothing of who reads what, and the host is as ready as before.
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        Assert.DoesNotContain("Many records", await admin.GetStringAsync("/privacy/alerts", Stop), StringComparison.Ordinal);
        Assert.Equal("ok", await app.Stranger().GetStringAsync("/health/ready", Stop));

        using (var vague = await SeenAsync(officer, alert.Id, "aaaaaaaaaaaaaaaaaaaaaa"))
            Assert.Equal(HttpStatusCode.BadRequest, vague.StatusCode);
        using (var seen = await SeenAsync(officer, alert.Id, "She made the yearly list of patients for us."))
            Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
        Assert.DoesNotContain("t-alerts", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        await watch.LookAsync(Stop);
        Assert.Single(await AllAsync(app));
        // It goes on after somebody looked: that is a new one.
        _clock.Advance(TimeSpan.FromMinutes(11));
        await ReadAsync(app, reader.Id, 50);
        await watch.LookAsync(Stop);
        Assert.Equal(2, (await AllAsync(app)).Count);
    }

    [Fact]
    public async Task What_is_spread_over_a_day_is_work_and_a_list_has_its_own_limit()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var watch = app.Services.GetRequiredService<AlertWatch>();
        var reader = Guid.CreateVersion7();
        for (var hour = 0; hour < 4; hour++)
        {
            await ReadAsync(app, reader, 30);
            await watch.LookAsync(Stop);
            _clock.Advance(TimeSpan.FromMinutes(30));
        }
        await ReadAsync(app, reader, 400, "list");
        await ReadAsync(app, reader, 400, "register");
        await watch.LookAsync(Stop);
        Assert.Empty(await AllAsync(app));
        await ReadAsync(app, reader, 100, "list");
        await watch.LookAsync(Stop);
        Assert.Equal(500, Assert.Single(await AllAsync(app)).Count);
    }

    [Fact]
    public async Task Many_who_had_to_wait_are_an_alert_of_the_administrator_too_and_the_host_says_degraded_while_it_lasts()
    {
        await using var app = new GlidepathApp
        {
            Clock = _clock,
            Settings = new Dictionary<string, string> { ["Alerts:HadToWait"] = "5" },
        };
        var limits = app.Services.GetRequiredService<AttemptLimits>();
        var watch = app.Services.GetRequiredService<AlertWatch>();
        for (var name = 0; name < 5; name++)
        for (var i = 0; i <= AttemptLimits.Free; i++)
            limits.Try(Attempt.AtUnknownDevice($"192.0.2.{name}", $"NAME{name}"));
        await watch.LookAsync(Stop);
        Assert.Equal((SecurityAlertKind.LockOuts, 5), Assert.Single(await AllAsync(app)) is var a ? (a.Kind, a.Count) : default);
        Assert.Equal("degraded", await app.Stranger().GetStringAsync("/health/ready", Stop));
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        Assert.Contains("Many sign-ins failed: find out why", await admin.GetStringAsync("/admin", Stop), StringComparison.Ordinal);
        Assert.Contains("Many sign-ins failed", await admin.GetStringAsync("/privacy/alerts", Stop), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(11));
        await watch.LookAsync(Stop);
        Assert.Equal("ok", await app.Stranger().GetStringAsync("/health/ready", Stop));
    }

    [Fact]
    public async Task The_second_store_counts_the_same_and_its_officer_opens_every_register()
    {
        var database = await TestStore.CreateDatabaseAsync(isEmpty: true);
        await using (var app = new GlidepathApp { Postgres = database, Demo = true })
        {
            var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
            await ReadAsync(app, Guid.CreateVersion7(), 40);
            await app.Services.GetRequiredService<AlertWatch>().LookAsync(Stop);
            Assert.Equal(40, Assert.Single(await AllAsync(app)).Count);
            foreach (
                var page in new[]
                {
                    "/today",
                    "/privacy",
                    "/privacy/alerts",
                    "/privacy/access-review",
                    "/privacy/incidents",
                    "/privacy/copies",
                }
            )
            {
                using var answer = await officer.GetAsync(new Uri(page, UriKind.Relative), Stop);
                Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
            }
        }
        await TestStore.DropDatabaseAsync(database);
    }

    private static Task ReadAsync(GlidepathApp app, Guid account, int people, string reason = "care-team") =>
        Task.WhenAll(
            Enumerable
                .Range(0, people)
                .Select(_ =>
                    app.Store.Records.NoteAsync(
                        new RequestActor(account, "Nurse", "test"),
                        new AuditEntry(AuditAction.Read, "Patient", Guid.CreateVersion7(), Reason: reason),
                        Stop
                    )
                )
        );

    private static async Task<List<SecurityAlert>> AllAsync(GlidepathApp app)
    {
        await using var db = app.Store.CreateDbContext();
        return await db.SecurityAlerts.AsNoTracking().ToListAsync(Stop);
    }

    private static Task<HttpResponseMessage> SeenAsync(HttpClient officer, Guid alert, string found) =>
        Clinic.Send(officer, "/privacy/alerts", ("do", "seen"), ("id", $"{alert}"), ($"found-{alert:N}", found));
}
