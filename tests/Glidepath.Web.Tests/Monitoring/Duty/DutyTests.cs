using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Glidepath.Application.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Monitoring.Duty;

/// <summary>Duty on its page and in the API: rotations, the empty shift before it happens, a swap, and who may do what.</summary>
public sealed partial class DutyTests
{
    private const string Page = "/duty/change";

    /// <summary>A Monday, 9 am in New York.</summary>
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 14, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private GlidepathApp App() => new() { Clock = _clock, Zone = "America/New_York" };

    [Fact]
    public async Task A_shift_that_nobody_has_is_seen_before_it_happens_and_is_filled_from_where_it_is_seen()
    {
        await using var app = App();
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (_, ann) = await app.SignedInAsync(Role.Nurse);
        var (_, pia) = await app.SignedInAsync(Role.Prescriber);
        Assert.Contains("2 shifts of the next 14 days have nobody", (await director.PlainAsync("/director")).Body);
        var empty = (await director.PlainAsync(Page)).Body;
        Assert.Contains("No rotation yet", empty);
        Assert.Contains("From Mon, Nov 30, 9:00 AM on", empty);
        Assert.Contains("href=\"/duty/change?role=Nurse#rotation\"", empty);
        await Done(director, Rotation("Nurse", "Day", "7:00 AM", "7 pm", ann));
        await Done(director, Rotation("Prescriber", "On call", "07:00", "07:00", pia));
        // Whoever has nights comes next week.
        await Done(director, [.. Rotation("Nurse", "Night", "19:00", "7:00", ann), ("from", "2026-12-07")]);

        var page = (await director.PlainAsync(Page)).Body;
        Assert.Contains("Mon, Nov 30, 7:00 PM to Tue, Dec 1, 7:00 AM", page);
        Assert.Contains("And 4 more", page);
        Assert.Contains("Duty nurse, to 7:00 PM. Then nobody.", page);
        Assert.Contains("7 days have an empty shift", page);
        var fill = WebUtility.HtmlDecode(FillLink().Match(page).Groups[1].Value);
        Assert.Equal("/duty/change?role=Nurse&from=2026-11-30T19:00&to=2026-12-01T07:00", fill);
        // Within a day: red on the first page of the director.
        Assert.Matches("gp-signal--call[^<]*<svg.*?</svg>Nobody on duty", (await director.PlainAsync("/director")).Body);

        var form = (await director.PlainAsync(fill)).Body;
        foreach (var (field, value) in new[] { ("o-from-day", "2026-11-30"), ("o-from-time", "19:00"), ("o-to-time", "07:00") })
            Assert.Matches($"""name="{field}"[^>]* value="{value}"| value="{value}"[^>]* name="{field}" """.Trim(), form);
        await Done(
            director,
            [
                ("do", "enter"),
                ("o-role", "Nurse"),
                ("o-from-day", "2026-11-30"),
                ("o-from-time", "19:00"),
                ("o-to-day", "2026-12-01"),
                ("o-to-time", "07:00"),
                ("o-account", $"{ann.Id}"),
                ("o-why", "Nobody else yet"),
            ]
        );
        Assert.DoesNotContain("Mon, Nov 30, 7:00 PM to Tue, Dec 1, 7:00 AM</b>\n<span>", (await director.PlainAsync(Page)).Body);
        Assert.Contains("And 3 more", (await director.PlainAsync(Page)).Body);
        Assert.Equal(ann.Id, (await RosterAsync(app)).OnDuty(DutyRole.Nurse, new(2026, 12, 1, 8, 0, 0, DateTimeKind.Utc)));

        // Of an account that is disabled nothing is left: it is nobody.
        await DisableAsync(app, ann);
        var now = Assert.Single((await DutyAsync(director)).GetProperty("onDuty").EnumerateArray(), t => Is(t, "nurse"));
        Assert.Equal(JsonValueKind.Null, now.GetProperty("accountId").ValueKind);
    }

    [Fact]
    public async Task What_is_wrong_in_a_form_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await using var app = App();
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (_, ann) = await app.SignedInAsync(Role.Nurse);
        using var time = await Clinic.Send(director, Page, Rotation("Nurse", "Day", "seven", "19:00", ann));
        var page = await Clinic.Text(time);
        Assert.Equal(HttpStatusCode.BadRequest, time.StatusCode);
        Assert.Contains("We read &quot;seven&quot;. Enter a time like 7:00 AM or 19:00.", page);
        Assert.Contains("href=\"#starts\"", page);
        Assert.Contains("value=\"seven\"", page);
        using var wrongRole = await Clinic.Send(director, Page, Rotation("Prescriber", "Day", "07:00", "19:00", ann));
        Assert.Matches("id=\"turn1-error\"[^>]*>[^<]*have this duty", await Clinic.Text(wrongRole));
        using var noDays = await Clinic.Send(
            director,
            Page,
            [.. Rotation("Nurse", "Day", "07:00", "19:00", ann).Where(f => f.Name != "days")]
        );
        Assert.Matches("id=\"days-error\"[^>]*>Choose one day", await Clinic.Text(noDays));
        using var backwards = await Clinic.Send(director, Page, Override("2026-12-02", "19:00", "2026-12-02", "07:00", ann));
        Assert.Matches("id=\"o-to-day-error\"[^>]*>The end is not after the start", await Clinic.Text(backwards));
        using var nobodyChosen = await Clinic.Send(
            director,
            Page,
            [.. Override("2026-12-02", "07:00", "2026-12-02", "19:00", ann).Select(f => f.Name == "o-account" ? (f.Name, "") : f)]
        );
        // An answer that was not given is never nobody.
        Assert.Matches("id=\"o-account-error\"[^>]*>Choose who takes it", await Clinic.Text(nobodyChosen));
        await using var db = app.Store.CreateDbContext();
        Assert.Empty(await db.Set<DutyRotation>().ToListAsync(Stop));
        Assert.Empty(await db.Set<DutyOverride>().ToListAsync(Stop));
    }

    [Fact]
    public async Task A_nurse_gives_her_shift_to_a_colleague_and_takes_it_back_and_touches_no_other()
    {
        await using var app = App();
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (nurse, ann) = await app.SignedInAsync(Role.Nurse);
        var (colleague, ben) = await app.SignedInAsync(Role.Nurse);
        await Done(director, Rotation("Nurse", "Day", "07:00", "19:00", ann));
        await Done(director, Rotation("Nurse", "Night", "19:00", "07:00", ben));
        Assert.DoesNotContain("Add a rotation", (await nurse.PlainAsync(Page)).Body);
        var at = new DateTime(2026, 12, 2, 15, 0, 0, DateTimeKind.Utc);

        using (var night = await Clinic.Send(nurse, Page, Override("2026-12-02", "07:00", "2026-12-03", "07:00", ben)))
            Assert.Contains("Some of this time is not yours to give.", await Clinic.Text(night));
        await Done(nurse, Override("2026-12-02", "07:00", "2026-12-02", "19:00", ben));
        Assert.Equal(ben.Id, (await RosterAsync(app)).OnDuty(DutyRole.Nurse, at));
        var calendar = (await colleague.PlainAsync(Page)).Body;
        Assert.Contains("for Test Nurse", calendar);
        Assert.DoesNotContain("value=\"take-back\"", calendar);

        await using var db = app.Store.CreateDbContext();
        var id = (await db.Set<DutyOverride>().SingleAsync(Stop)).Id;
        using (var others = await Clinic.Send(colleague, Page, ("do", "take-back"), ("id", $"{id}")))
            Assert.Contains("Only the person who entered this override", await Clinic.Text(others));
        await Done(nurse, [("do", "take-back"), ("id", $"{id}")]);
        Assert.Equal(ann.Id, (await RosterAsync(app)).OnDuty(DutyRole.Nurse, at));
        Assert.Contains("Taken back", (await nurse.PlainAsync(Page)).Body);
        // Of two for the same time the newer counts, and the page says so of the older.
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Done(nurse, Override("2026-12-03", "07:00", "2026-12-03", "19:00", ben));
        Assert.DoesNotContain("A newer override counts.", (await nurse.PlainAsync(Page)).Body);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Done(nurse, Override("2026-12-03", "07:00", "2026-12-03", "19:00", ann));
        Assert.Single(Regex.Matches((await nurse.PlainAsync(Page)).Body, "A newer override counts\\."));

        // Sent by hand, past the page that does not offer it.
        using (var begun = await Clinic.Send(nurse, Page, Rotation("Nurse", "Evening", "15:00", "23:00", ann)))
            Assert.Contains("Only a director begins or ends a rotation.", await Clinic.Text(begun));
        await using var after = app.Store.CreateDbContext();
        Assert.Equal(2, await after.Set<DutyRotation>().CountAsync(Stop));
        Assert.Equal(3, await after.Set<DutyOverride>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_rotation_is_changed_by_its_end_and_another_and_the_days_before_stay()
    {
        await using var app = App();
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (_, ann) = await app.SignedInAsync(Role.Nurse);
        var (_, ben) = await app.SignedInAsync(Role.Nurse);
        await Done(director, Rotation("Nurse", "Day", "07:00", "19:00", ann));
        using (var twice = await Clinic.Send(director, Page, Rotation("Nurse", "day", "07:00", "19:00", ben)))
            Assert.Contains("covers some of these days already", await Clinic.Text(twice));
        await using var db = app.Store.CreateDbContext();
        var id = (await db.Set<DutyRotation>().SingleAsync(Stop)).Id;
        using (var past = await Clinic.Send(director, Page, ("do", "end"), ("id", $"{id}"), ($"end-{id:N}", "2026-11-29")))
            Assert.Matches($"id=\"end-{id:N}-error\"[^>]*>Enter Nov 30, 2026 or later", await Clinic.Text(past));
        await Done(director, [("do", "end"), ("id", $"{id}"), ($"end-{id:N}", "2026-12-01")]);
        await Done(director, [.. Rotation("Nurse", "Day", "08:00", "19:00", ben), ("from", "2026-12-02")]);
        var roster = await RosterAsync(app);
        Assert.Equal(ann.Id, roster.OnDuty(DutyRole.Nurse, new(2026, 12, 1, 23, 59, 0, DateTimeKind.Utc)));
        Assert.Null(roster.OnDuty(DutyRole.Nurse, new(2026, 12, 2, 12, 30, 0, DateTimeKind.Utc)));
        Assert.Equal(ben.Id, roster.OnDuty(DutyRole.Nurse, new(2026, 12, 2, 13, 0, 0, DateTimeKind.Utc)));
        using var unknown = await Clinic.Send(director, Page, ("do", "end"), ("id", $"{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Other_software_reads_and_writes_it_by_the_same_rules_once_and_at_the_version_it_saw()
    {
        await using var app = App();
        var (director, me) = await app.SignedInAsync(Role.Director);
        var (nurse, ann) = await app.SignedInAsync(Role.Nurse);
        var (therapist, _) = await app.SignedInAsync(Role.Therapist);
        var rotation = new
        {
            role = "nurse",
            shift = "Day",
            startsAt = "07:00:00",
            endsAt = "19:00:00",
            from = "2026-11-30",
            inTurn = new[] { ann.Id },
            everyDays = 7,
        };
        using (var refused = await nurse.PostOnceAsync("/api/duty/rotations", rotation))
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var made = await director.PostOnceAsync("/api/duty/rotations", rotation, "a-key");
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var (id, version) = (await made.Content.ReadFromJsonAsync<Glidepath.Application.Shared.Saved>(Stop))!;
        using (var again = await director.PostOnceAsync("/api/duty/rotations", rotation, "a-key"))
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var off = new
        {
            role = "nurse",
            fromDay = "2026-12-02",
            fromTime = "07:00:00",
            toDay = "2026-12-02",
            toTime = "19:00:00",
            accountId = (Guid?)null,
            why = "On leave",
        };
        using (var notHers = await nurse.PostOnceAsync("/api/duty/overrides", off))
        {
            Assert.Equal(HttpStatusCode.Conflict, notHers.StatusCode);
            Assert.Contains("duty.override.nobody", await notHers.Content.ReadAsStringAsync(Stop));
        }
        using (var entered = await director.PostOnceAsync("/api/duty/overrides", off))
            Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        var duty = await DutyAsync(therapist);
        var shift = Assert.Single(
            duty.GetProperty("shifts").EnumerateArray(),
            s => s.GetProperty("day").ToString() == "2026-12-02" && Is(s, "nurse")
        );
        Assert.Equal((JsonValueKind.Null, $"{ann.Id}"), (shift.GetProperty("accountId").ValueKind, shift.GetProperty("inTurn").ToString()));
        Assert.Equal("2026-12-02T12:00:00Z", shift.GetProperty("from").ToString());
        using (
            var stale = await director.PutAsync($"/api/duty/rotations/{id}/end", new { lastDay = "2026-12-05" }, $"\"{Guid.NewGuid()}\"")
        )
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using (var ended = await director.PutAsync($"/api/duty/rotations/{id}/end", new { lastDay = "2026-12-05" }, $"\"{version}\""))
            Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        // The trail says what was done, by whom, and nothing of what was written.
        await using var db = app.Store.CreateDbContext();
        var rows = await db.AuditEvents.Where(e => e.ActorId == me.Id && e.Reason == "duty").ToListAsync(Stop);
        Assert.Equal(
            [AuditAction.Create, AuditAction.Create, AuditAction.Update],
            rows.Where(r => r.Action != AuditAction.Read && r.Outcome == AuditOutcome.Permitted).Select(r => r.Action).Order()
        );
        Assert.DoesNotContain(rows, r => $"{r.Target} {r.Reason}".Contains("leave", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Therapist, HttpStatusCode.OK)]
    [InlineData(Role.Helpline, HttpStatusCode.NotFound)]
    [InlineData(Role.Patient, HttpStatusCode.NotFound)]
    [InlineData(Role.Administrator, HttpStatusCode.NotFound)]
    public async Task Who_has_no_duty_does_not_reach_the_page_and_only_clinicians_and_directors_read_who_has(
        Role role,
        HttpStatusCode reads
    )
    {
        await using var app = App();
        var (client, _) = await app.SignedInAsync(role);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PlainAsync(Page)).Status);
        Assert.Equal(reads, (await client.PlainAsync("/api/duty")).Status);
    }

    private static (string Name, string Value)[] Rotation(string role, string shift, string starts, string ends, UserAccount who) =>
        [
            ("do", "begin"),
            ("role", role),
            ("shift", shift),
            ("starts", starts),
            ("ends", ends),
            .. Enum.GetNames<DayOfWeek>().Select(d => ("days", d)),
            ("from", "2026-11-30"),
            ("turn1", $"{who.Id}"),
            ("every", "7"),
        ];

    private static (string Name, string Value)[] Override(string fromDay, string from, string toDay, string to, UserAccount who) =>
        [
            ("do", "enter"),
            ("o-role", "Nurse"),
            ("o-from-day", fromDay),
            ("o-from-time", from),
            ("o-to-day", toDay),
            ("o-to-time", to),
            ("o-account", $"{who.Id}"),
            ("o-why", "A swap"),
        ];

    private static bool Is(JsonElement entry, string role) => entry.GetProperty("role").ToString() == role;

    private static async Task<JsonElement> DutyAsync(HttpClient client) => await client.GetFromJsonAsync<JsonElement>("/api/duty", Stop);

    private static async Task Done(HttpClient client, (string Name, string Value)[] fields)
    {
        using var answer = await Clinic.Send(client, Page, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode}: {await Clinic.Text(answer)}");
    }

    private static Task<DutyRoster> RosterAsync(GlidepathApp app) =>
        app.Store.Records.RunAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, nameof(DutyRotation)),
            db => DutyRosters.ReadAsync(db, app.Store.Clock.GetUtcNow().UtcDateTime, Stop),
            Stop
        );

    private static async Task DisableAsync(GlidepathApp app, UserAccount account)
    {
        await using var db = app.Store.CreateDbContext();
        (await db.Users.SingleAsync(u => u.Id == account.Id, Stop)).DisabledAt = app.Store.Clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(Stop);
    }

    [GeneratedRegex("href=\"(/duty/change\\?role=Nurse[^\"#]*)#override\"")]
    private static partial Regex FillLink();
}
