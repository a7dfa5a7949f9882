using System.Net;
using Glidepath.Application.Messages;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Glidepath.Web.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Messages;

/// <summary>No answer by the promised time is a task, and a working day later an alert: never early, never twice.</summary>
public sealed class MessageReminderTests : IDisposable
{
    private const string Said = "The pharmacy has no quarter tablets";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 1, 15, 0, 0, TimeSpan.Zero));

    private readonly List<GlidepathApp> _apps = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _apps.ForEach(a => a.Dispose());

    [Theory]
    // Of a usual week; over the nights in which clocks go forward and back; over a weekend.
    [InlineData("2026-12-01 15:00", "2026-12-02 22:00", "2026-12-03 22:00")]
    [InlineData("2027-03-12 20:00", "2027-03-15 21:00", "2027-03-16 21:00")]
    [InlineData("2026-10-30 15:00", "2026-11-02 22:00", "2026-11-03 22:00")]
    [InlineData("2026-12-03 20:00", "2026-12-04 22:00", "2026-12-07 22:00")]
    public async Task A_task_comes_at_the_promised_time_and_an_alert_a_working_day_later_and_neither_early_nor_twice(
        string sent,
        string task,
        string alert
    )
    {
        var app = App("America/New_York", sent);
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(app, ana);
        await At(app, Utc(task).AddSeconds(-1), 0);
        Assert.Empty(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        await At(app, Utc(task), 1);
        await At(app, Utc(task).AddSeconds(1), 0);
        var asked = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        Assert.Equal((TaskOrigin.Message, "A message waits for an answer", true), (asked.Origin, asked.What, asked.IsOpen));
        Assert.Equal((null, (CareTeamRole?)CareTeamRole.Nurse), (asked.ForAccountId, asked.ForRole));
        await At(app, Utc(alert).AddSeconds(-1), 0);
        Assert.Empty(await PersonInCare.StoredAsync<Alert>(app, ana.Id));
        await At(app, Utc(alert), 1);
        await At(app, Utc(alert).AddDays(30), 0);
        var raised = Assert.Single(await PersonInCare.StoredAsync<Alert>(app, ana.Id));
        Assert.Equal((AlertCause.UnansweredMessage, AlertLevel.ThisWeek, AlertState.Open), (raised.Cause, raised.Level, raised.State));
        Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
    }

    [Fact]
    public async Task An_answer_in_time_leaves_nothing_to_ask_for_and_one_too_late_ends_the_task_and_the_alert()
    {
        var app = App("Etc/UTC", "2026-12-01 15:00");
        var (ana, ben) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        foreach (var person in new[] { ana, ben })
            await WriteAsync(app, person);
        using (var answered = await ana.SendAsync($"/patients/{ana.Id}/messages", ("text", "Ask for whole ones.")))
            Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        await At(app, Utc("2026-12-03 17:00"), 1);
        await At(app, Utc("2026-12-03 17:00"), 1);
        await At(app, Utc("2026-12-09 17:00"), 0);
        Assert.Empty(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        Assert.Empty(await PersonInCare.StoredAsync<Alert>(app, ana.Id));

        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "CareTeamMember", ben.Id),
            db =>
            {
                db.Add(
                    CareTeamMember.Join(Guid.CreateVersion7(), ben.Episode, account.Id, CareTeamRole.Nurse, app.Store.Today.AddDays(-1))
                );
                return Task.FromResult(true);
            },
            Stop
        );
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync(new Uri("/messages", UriKind.Relative), Stop));
        Assert.Contains("Late", page);
        using (var late = await GlidepathApp.Send(nurse, $"/patients/{ben.Id}/messages", ("text", "Sorry, we are late.")))
            Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Equal(CareTaskState.Canceled, Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ben.Id)).State);
        Assert.Equal(AlertState.Closed, Assert.Single(await PersonInCare.StoredAsync<Alert>(app, ben.Id)).State);
    }

    [Fact]
    public async Task Of_several_nodes_that_go_round_at_once_one_asks()
    {
        var app = App("Etc/UTC", "2026-12-01 15:00");
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(app, ana);
        _clock.SetUtcNow(Utc("2026-12-02 17:00"));
        var nodes = Enumerable
            .Range(0, 6)
            .Select(_ => ActivatorUtilities.CreateInstance<MessageRounds>(app.Services))
            .Select(node => Task.Run(() => node.RoundAsync(Stop), Stop));
        Assert.Equal(1, (await Task.WhenAll(nodes)).Sum());
        Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
    }

    [Fact]
    public async Task On_the_second_store_too_one_of_many_has_it_one_node_asks_and_two_messages_at_once_are_one_turn()
    {
        var database = await TestStore.CreateDatabaseAsync(isEmpty: true);
        await using (var app = new GlidepathApp { Postgres = database, Clock = _clock })
        {
            var ana = await PersonInCare.MakeAsync(app);
            var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
            var api = $"/api/patients/{ana.Id}/messages";
            foreach (var sent in await Task.WhenAll(Enumerable.Range(0, 4).Select(n => own.PostOnceAsync(api, new { text = $"{n}" }))))
                using (sent)
                    Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
            var turn = Assert.Single(await PersonInCare.StoredAsync<MessageTurn>(app, ana.Id));
            Assert.Equal(4, (await PersonInCare.StoredAsync<Message>(app, ana.Id)).Count(m => m.TurnId == turn.Id));
            var claims = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(_ => ana.Staff.PutAsync($"{api}/turns/{turn.Id}/claim", new { isMine = true }, $"\"{turn.Version}\""))
            );
            Assert.Equal(
                [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict],
                claims.Select(c => c.StatusCode).Order()
            );
            foreach (var claim in claims)
                claim.Dispose();
            _clock.SetUtcNow(Utc("2026-12-02 17:00"));
            var nodes = Enumerable
                .Range(0, 6)
                .Select(_ => ActivatorUtilities.CreateInstance<MessageRounds>(app.Services))
                .Select(node => Task.Run(() => node.RoundAsync(Stop), Stop));
            Assert.Equal(1, (await Task.WhenAll(nodes)).Sum());
            Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        }
        await TestStore.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Who_has_it_gets_the_task_and_what_was_written_stands_in_no_task_alert_or_row_of_the_trail()
    {
        var app = App("Etc/UTC", "2026-12-01 15:00");
        var ana = await PersonInCare.MakeAsync(app);
        await WriteAsync(app, ana);
        using (var claimed = await GlidepathApp.Send(ana.Staff, "/messages", ("patient", $"{ana.Id}")))
            Assert.Equal(HttpStatusCode.Redirect, claimed.StatusCode);
        await At(app, Utc("2026-12-03 17:00"), 1);
        await At(app, Utc("2026-12-03 17:00"), 1);
        var task = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        Assert.Equal(ana.StaffAccount.Id, task.ForAccountId);
        var alert = Assert.Single(await PersonInCare.StoredAsync<Alert>(app, ana.Id));
        await using var db = app.Store.CreateDbContext();
        var trail = System.Text.Json.JsonSerializer.Serialize(db.AuditEvents.Where(e => e.PatientId == ana.Id).ToList());
        Assert.Contains("message.remind", trail);
        Assert.DoesNotContain("quarter", trail + task.What + alert.ReasonsJson, StringComparison.Ordinal);
        // In the store it is sealed.
        var file = await File.ReadAllBytesAsync(app.Store.Location.SqliteFile, Stop);
        Assert.Equal(-1, file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes("quarter tablets")));
    }

    private GlidepathApp App(string zone, string now)
    {
        // A fake clock goes forward alone.
        var clock = Utc(now) < _clock.GetUtcNow().UtcDateTime ? new FakeTimeProvider(new DateTimeOffset(Utc(now))) : _clock;
        clock.SetUtcNow(Utc(now));
        var app = new GlidepathApp { Clock = clock, Zone = zone };
        _apps.Add(app);
        return app;
    }

    private static async Task WriteAsync(GlidepathApp app, PersonInCare person)
    {
        var (own, _) = await app.SignedInAsync(Role.Patient, person.Id);
        using var sent = await GlidepathApp.Send(own, "/me/messages", ("text", Said));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    private static async Task At(GlidepathApp app, DateTime now, int taken)
    {
        ((FakeTimeProvider)app.Clock!).SetUtcNow(now);
        Assert.Equal(taken, await app.Services.GetRequiredService<MessageRounds>().RoundAsync(Stop));
    }

    private static DateTime Utc(string at) =>
        DateTime.SpecifyKind(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
