using System.Net;
using System.Text.Json;
using Glidepath.Application.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Assessments;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Monitoring;

/// <summary>From what a person tells alone to someone who answers: opened with the entry, told, acknowledged, acted on, closed.</summary>
public sealed partial class AlertsTests : IDisposable
{
    private const string Mine = "/me/check-in";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 12, 1, 15, 0, 0, TimeSpan.Zero));

    private readonly GlidepathApp _app;

    public AlertsTests() => _app = new GlidepathApp { Clock = _clock };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_red_sign_is_told_to_the_nurse_on_duty_who_covers_acts_and_closes_and_then_loses_the_record()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Prescriber);
        var (nurse, account) = await OnDutyAsync(Role.Nurse);
        var own = await OwnAsync(ana);
        await RoundAsync();
        await Send(own, Mine, ("flags", nameof(RedSign.Seizure)));
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(_app, ana.Id));
        var danger = $"/me/check-in/{entry.Id}/now";
        Assert.Contains("We are telling the person on duty now.", await ReadAsync(own, danger));
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync(Uri($"/patients/{ana.Id}"), Stop)).StatusCode);

        await RoundAsync();
        // No way out of the program is set up: nobody is told more than a list says.
        Assert.Contains("It is on your clinic's list. We can't tell yet if someone has seen it.", await ReadAsync(own, danger));
        var list = await ReadAsync(nurse, "/duty");
        Assert.Contains("Ana Sample", list);
        Assert.Contains("Seizure", list);
        var alert = Assert.Single(await PersonInCare.StoredAsync<Alert>(_app, ana.Id));
        var page = $"/patients/{ana.Id}/alerts/{alert.Id}";
        Assert.Contains("You cover for their care team", await ReadAsync(nurse, page));

        await Send(nurse, "/duty", ("alert", $"{alert.Id}"));
        Assert.Contains("Your team saw this at", await ReadAsync(own, danger));
        await Send(nurse, page, ("reached", "no"), ("what", "No answer; her sister calls back."));
        Assert.Equal(AlertState.Acknowledged, (await OneAsync(ana)).State);
        await Send(nurse, page, ("reached", "yes"), ("what", "In the emergency room since 8."), ("close", "yes"));
        var closed = await OneAsync(ana);
        Assert.Equal((AlertState.Closed, account.Id, "In the emergency room since 8."), (closed.State, closed.ClosedBy, closed.Outcome));
        // What it rests on is closed in the history of safety too, and a call stands in the record.
        Assert.Contains(
            await PersonInCare.StoredAsync<SafetyEntry>(_app, ana.Id),
            e => e is { Kind: SafetyEntryKind.Closed, Concern: SafetyConcern.DangerSign }
        );
        Assert.Equal(2, (await PersonInCare.StoredAsync<CheckInCall>(_app, ana.Id)).Count);
        Assert.Contains("In the emergency room", await ReadAsync(nurse, "/duty"));

        Assert.True(await MayOpenAsync(account, ana.Id));
        _clock.Advance(TimeSpan.FromHours(AlertCover.HoursAfter));
        Assert.False(await MayOpenAsync(account, ana.Id));
    }

    [Fact]
    public async Task Unanswered_it_goes_on_to_the_prescriber_and_to_the_director_who_reads_a_number_and_no_name()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Therapist);
        var (_, nurse) = await OnDutyAsync(Role.Nurse);
        var (prescriber, second) = await OnDutyAsync(Role.Prescriber);
        var (director, third) = await _app.SignedInAsync(Role.Director);
        await Send(await OwnAsync(ana), Mine, ("flags", nameof(RedSign.Confused)));
        for (var minute = 0; minute <= 36; minute++)
        {
            await RoundAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
            // They are there, and so are their sessions.
            if (minute % 5 == 0)
                await Task.WhenAll(ReadAsync(prescriber, "/duty"), ReadAsync(director, "/duty"));
        }
        var opened = (await OneAsync(ana)).OpenedAt;
        Assert.Equal(
            [(0, nurse.Id), (15, nurse.Id), (20, second.Id), (35, third.Id)],
            (await EventsAsync(ana))
                .Where(e => e.Kind is AlertEventKind.Told)
                .OrderBy(e => e.RecordedAt)
                .Select(e => ((int)(e.RecordedAt - opened).TotalMinutes, e.ToldAccountId!.Value))
        );
        Assert.Contains("Ana Sample", await ReadAsync(prescriber, "/duty"));
        var numbers = await ReadAsync(director, "/duty");
        Assert.Contains(RecordNumber.Of(ana.Id), numbers);
        Assert.DoesNotContain("Ana", numbers);
        Assert.DoesNotContain("confus", numbers, StringComparison.OrdinalIgnoreCase);
        using var refused = await director.GetAsync(Uri($"/patients/{ana.Id}/alerts/{(await OneAsync(ana)).Id}"), Stop);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task Where_no_one_is_on_duty_it_reaches_the_director_at_once_and_the_person_reads_the_truth()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Therapist);
        var own = await OwnAsync(ana);
        await Send(own, Mine, ("flags", nameof(RedSign.Confused)));
        await RoundAsync();
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(_app, ana.Id));
        Assert.Contains("No one at the clinic is on duty right now.", await ReadAsync(own, $"/me/check-in/{entry.Id}/now"));
        Assert.Equal(3, (await EventsAsync(ana)).Where(e => e.Kind is AlertEventKind.NobodyToTell).Select(e => e.To).Distinct().Count());
        var (_, director) = await _app.SignedInAsync(Role.Director);
        _clock.Advance(EscalationPolicy.RetryWithNobody);
        await RoundAsync();
        Assert.Contains(await EventsAsync(ana), e => e.ToldAccountId == director.Id);
    }

    [Fact]
    public async Task Who_is_kept_from_the_check_ins_is_not_told_though_on_duty()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Prescriber);
        var (nurse, account) = await OnDutyAsync(Role.Nurse);
        await PersonInCare.RestrictAsync(_app, ana.Id, InformationCategory.CheckIns, account.Id);
        await Send(await OwnAsync(ana), Mine, ("flags", nameof(RedSign.Seizure)));
        await RoundAsync();
        Assert.DoesNotContain(await EventsAsync(ana), e => e.ToldAccountId == account.Id);
        Assert.DoesNotContain("Ana Sample", await ReadAsync(nurse, "/duty"));
    }

    [Fact]
    public async Task Where_a_shift_begins_who_is_on_duty_now_is_told_of_what_nobody_has_acted_on()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Therapist);
        var (_, first) = await OnDutyAsync(Role.Nurse);
        await Send(await OwnAsync(ana), Mine, ("since", nameof(SinceLast.Fall)));
        await RoundAsync();
        var (_, second) = await _app.SignedInAsync(Role.Nurse);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await TakesOverAsync(second);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync();
        Assert.Equal(
            [first.Id, second.Id],
            (await EventsAsync(ana))
                .Where(e => e.Kind is AlertEventKind.Told)
                .OrderBy(e => e.RecordedAt)
                .Select(e => e.ToldAccountId!.Value)
        );
    }

    [Fact]
    public async Task Of_two_nodes_that_take_one_step_one_does()
    {
        var ana = await PersonInCare.MakeAsync(_app, Role.Therapist);
        await OnDutyAsync(Role.Nurse);
        await Send(await OwnAsync(ana), Mine, ("flags", nameof(RedSign.Seizure)));
        var engine = _app.Services.GetRequiredService<AlertEngine>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => engine.EscalateAsync(Stop), Stop)));
        Assert.Single(await EventsAsync(ana), e => e.Kind is AlertEventKind.Told);
    }

    [Fact]
    public async Task A_missed_dose_of_an_unknown_drug_is_an_alert_of_today_and_a_fall_told_to_staff_is_theirs_already()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        await Send(own, Mine, ("dose", nameof(DoseAnswer.No)));
        Assert.Equal(
            (AlertCause.MissedDoses, AlertLevel.Today, AlertState.Open),
            Assert.Single(await PersonInCare.StoredAsync<Alert>(_app, ana.Id)) is var a ? (a.Cause, a.Level, a.State) : default
        );
        var bea = await PersonInCare.MakeAsync(_app);
        await Send(
            bea.Staff,
            $"/patients/{bea.Id}/check-ins/new",
            ("source", "Telephone"),
            ("on", $"{_app.Store.Today:yyyy-MM-dd}"),
            ("since", "Fall")
        );
        var fall = await OneAsync(bea);
        Assert.Equal((AlertState.Acknowledged, bea.StaffAccount.Id), (fall.State, fall.AcknowledgedBy));
    }

    [Fact]
    public async Task Thoughts_of_suicide_are_answered_in_their_safety_step_and_the_alert_follows()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        await Send(await OwnAsync(ana), Mine, ("flags", nameof(RedSign.ThoughtsOfSuicide)));
        var alert = await OneAsync(ana);
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(_app, ana.Id));
        var page = await ana.GetAsync($"/patients/{ana.Id}/alerts/{alert.Id}");
        Assert.Contains($"/patients/{ana.Id}/now/{step.Id}", page);
        Assert.DoesNotContain("Record what was done", page);
        using var done = await ana.SendAsync($"/patients/{ana.Id}/now/{step.Id}", AssessmentPagesTests.WhatWasDone);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(AlertState.Acted, (await OneAsync(ana)).State);
    }

    [Fact]
    public async Task The_end_of_one_safety_step_leaves_the_alert_while_another_waits()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        await Send(own, Mine, ("flags", nameof(RedSign.ThoughtsOfSuicide)));
        var first = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(_app, ana.Id));
        await Send(ana.Staff, $"/patients/{ana.Id}/now/{first.Id}", AssessmentPagesTests.WhatWasDone);
        Assert.Equal(AlertState.Acted, (await OneAsync(ana)).State);
        // Said again after someone acted: another step, and the alert is open anew.
        await Send(own, Mine, ("flags", nameof(RedSign.ThoughtsOfSuicide)));
        Assert.Equal(AlertState.Open, (await OneAsync(ana)).State);
        using var closed = await ana.SendAsync($"/patients/{ana.Id}/now/{first.Id}", ("outcome", "Safe with her sister."), ("go", "close"));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        var alert = await OneAsync(ana);
        Assert.Equal(AlertState.Open, alert.State);
        Assert.NotNull(alert.NextAt);
    }

    [Fact]
    public async Task A_worse_answer_in_the_same_scale_is_told_again_though_someone_has_acted()
    {
        var ana = await PersonInCare.MakeAsync(_app);
        var own = await OwnAsync(ana);
        await Send(own, "/me/assessments/a3", ("item-9", "1"), ("go", "later"));
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(_app, ana.Id));
        await Send(ana.Staff, $"/patients/{ana.Id}/now/{step.Id}", AssessmentPagesTests.WhatWasDone);
        Assert.Equal(AlertState.Acted, (await OneAsync(ana)).State);
        // The same again says nothing new.
        await Send(own, "/me/assessments/a3", ("item-9", "1"), ("go", "later"));
        Assert.Equal(AlertState.Acted, (await OneAsync(ana)).State);
        await Send(own, "/me/assessments/a3", ("item-9", "3"), ("go", "later"));
        var alert = await OneAsync(ana);
        Assert.Equal((AlertState.Open, 2), (alert.State, alert.Reasons.Count));
        Assert.NotNull(alert.NextAt);
    }

    [Fact]
    public async Task A_page_that_was_not_taken_is_not_sent_again_once_someone_has_acted()
    {
        var pager = new Receiver { Answers = HttpStatusCode.ServiceUnavailable };
        using var app = new GlidepathApp
        {
            Clock = _clock,
            Settings = new Dictionary<string, string>
            {
                ["Alerting:Webhook:Url"] = "https://pager.example.org/in",
                ["Alerting:Webhook:Secret"] = "s",
            },
            Pager = pager,
        };
        var ana = await PersonInCare.MakeAsync(app);
        await OnDutyAsync(app, Role.Nurse);
        await Send(await OwnAsync(ana, app), Mine, ("flags", nameof(RedSign.Seizure)));
        await RoundAsync(app);
        var alert = Assert.Single(await PersonInCare.StoredAsync<Alert>(app, ana.Id));
        await Send(ana.Staff, $"/patients/{ana.Id}/alerts/{alert.Id}", ("reached", "yes"), ("what", "In the emergency room."));
        pager.Answers = HttpStatusCode.OK;
        _clock.Advance(TimeSpan.FromMinutes(2));
        await RoundAsync(app);
        Assert.Single(pager.Got);
        await using var db = app.Store.CreateDbContext();
        Assert.Null(Assert.Single(await db.Outbox.AsNoTracking().ToListAsync(Stop)).NextTryAt);
    }

    [Fact]
    public async Task A_red_alert_goes_before_all_that_waited_for_the_morning()
    {
        var therapist = await PersonInCare.MakeAsync(_app, Role.Therapist);
        await OnDutyAsync(Role.Nurse);
        await Send(await OwnAsync(therapist), Mine, ("since", nameof(SinceLast.Fall)));
        var red = await PersonInCare.MakeAsync(_app, Role.Therapist);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Send(await OwnAsync(red), Mine, ("flags", nameof(RedSign.Seizure)));
        await RoundAsync();
        var (first, second) = (
            (await EventsAsync(red)).First(e => e.Kind is AlertEventKind.Told),
            (await EventsAsync(therapist)).First(e => e.Kind is AlertEventKind.Told)
        );
        Assert.True(string.CompareOrdinal($"{first.Id}", $"{second.Id}") < 0);
    }

    [Fact]
    public async Task A_message_says_nothing_of_anybody_and_is_sent_until_it_is_taken()
    {
        var pager = new Receiver();
        using var app = new GlidepathApp
        {
            Clock = _clock,
            Settings = new Dictionary<string, string>
            {
                ["Alerting:Webhook:Url"] = "https://pager.example.org/in",
                ["Alerting:Webhook:Secret"] = "s",
                ["Alerting:Site"] = "https://care.example.org",
            },
            Pager = pager,
        };
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        await OnDutyAsync(app, Role.Nurse);
        var own = await OwnAsync(ana, app);
        await Send(own, Mine, ("flags", nameof(RedSign.Seizure)), ("note", "my secret"));
        pager.Answers = HttpStatusCode.ServiceUnavailable;
        await RoundAsync(app);
        await RoundAsync(app);
        Assert.Single(pager.Got);
        pager.Answers = HttpStatusCode.OK;
        _clock.Advance(TimeSpan.FromSeconds(6));
        await RoundAsync(app);
        await RoundAsync(app);
        Assert.Equal(2, pager.Got.Count);
        var entry = Assert.Single(await PersonInCare.StoredAsync<CheckIn>(app, ana.Id));
        Assert.Matches(
            "We told your clinic at .*No one has said yet that they saw it",
            await ReadAsync(own, $"/me/check-in/{entry.Id}/now")
        );
        Assert.Equal(pager.Got[0], pager.Got[1]);
        var body = JsonDocument.Parse(pager.Got[0].Body).RootElement;
        Assert.Equal(["id", "level", "link"], body.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ("Red", "https://care.example.org/duty"),
            (body.GetProperty("level").GetString(), body.GetProperty("link").GetString())
        );
        Assert.Equal(body.GetProperty("id").GetString(), pager.Got[0].Key);
        Assert.Equal(64, pager.Got[0].Signature.Length);
        await using var db = app.Store.CreateDbContext();
        var sent = Assert.Single(await db.Outbox.AsNoTracking().ToListAsync(Stop));
        Assert.Equal((2, true, null), (sent.Tries, sent.SentAt is not null, sent.NextTryAt));
    }

    [Fact]
    public async Task The_monitor_outside_is_told_once_no_round_went_well_for_a_minute()
    {
        var client = _app.Stranger();
        await RoundAsync();
        Assert.Equal("ok", await client.GetStringAsync(Uri("/health/alerts"), Stop));
        _clock.Advance(AlertPulse.LateAfter + TimeSpan.FromSeconds(1));
        using var late = await client.GetAsync(Uri("/health/alerts"), Stop);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready"), (late.StatusCode, await late.Content.ReadAsStringAsync(Stop)));
        var (nurse, _) = await _app.SignedInAsync(Role.Nurse);
        Assert.Contains("Alerts are not being sent.", await ReadAsync(nurse, "/duty"));
        await RoundAsync();
        Assert.Equal("ok", await client.GetStringAsync(Uri("/health/alerts"), Stop));
    }

    [Fact]
    public async Task A_list_that_follows_by_itself_keeps_no_session_alive()
    {
        var (nurse, account) = await _app.SignedInAsync(Role.Nurse);
        await ReadAsync(nurse, "/duty");
        var seen = await SeenAsync(account);
        _clock.Advance(TimeSpan.FromMinutes(5));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/duty") { Headers = { { "Glidepath-By-Itself", "1" } } };
        using var answer = await nurse.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(seen, await SeenAsync(account));
        // The session that was read a moment ago is kept for two seconds.
        _clock.Advance(TimeSpan.FromSeconds(3));
        await ReadAsync(nurse, "/duty");
        Assert.True(await SeenAsync(account) > seen);

        async Task<DateTime> SeenAsync(UserAccount of)
        {
            await using var db = _app.Store.CreateDbContext();
            return await db.UserSessions.Where(s => s.AccountId == of.Id).Select(s => s.LastSeenAt).SingleAsync(Stop);
        }
    }
}
