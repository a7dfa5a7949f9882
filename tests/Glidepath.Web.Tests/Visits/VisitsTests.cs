using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Glidepath.Web.Tests.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Visits;

/// <summary>Visits: planned, moved, called off, how each ended, and who sees them.</summary>
public sealed class VisitsTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateOnly Today => app.Store.Today;

    [Fact]
    public async Task A_visit_is_planned_and_is_on_the_day_on_the_first_page_and_on_the_time_line()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.DoesNotContain("Nurse visit", await ana.GetAsync($"/patients/{ana.Id}"));
        var visit = await PlanAsync(ana, Today.AddDays(4), ("place", "Room 4"));
        Assert.Equal((AppointmentKind.Nurse, ana.StaffAccount.Id), (visit.Kind, visit.WithAccountId));
        var list = await ana.GetAsync($"/patients/{ana.Id}/visits");
        Assert.Contains("10:30 AM</b> · Nurse visit", list);
        Assert.Contains("Room 4", list);
        Assert.DoesNotContain("Record outcome", list);
        var home = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.Contains("at 10:30 AM, ", home);
        Assert.Contains("Visit planned: Nurse visit", home);
        Assert.Contains("Ana Sample", await ana.GetAsync($"/visits?day={Today.AddDays(4):yyyy-MM-dd}"));
        Assert.DoesNotContain("Ana Sample", await ana.GetAsync($"/visits?day={Today.AddDays(5):yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("at", "half past ten", "We read “half past ten”. Enter a time like 10:30 AM or 14:30.")]
    [InlineData("minutes", "4", "4 minutes is out of range. Enter 5 to 480 minutes.")]
    [InlineData("minutes", "7.5", "We read “7.5”. Enter whole minutes, 5 to 480.")]
    [InlineData("link", "https://video.example.org/x", "Only a video visit has a link.")]
    [InlineData("with", "0193a000-0000-7000-8000-000000000001", "Choose one of the answers")]
    public async Task What_cannot_be_comes_back_as_typed_and_nothing_is_written(string field, string typed, string says)
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var refused = await ana.SendAsync(
            $"/patients/{ana.Id}/visits",
            [.. Fields(ana, Today.AddDays(1)).Where(f => f.Item1 != field), (field, typed)]
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains(says, page);
        if (field is not "with")
            Assert.Contains($"value=\"{typed}\"", page);
        Assert.Empty(await PersonInCare.StoredAsync<Appointment>(app, ana.Id));
    }

    [Fact]
    public async Task A_past_visit_waits_on_today_for_its_outcome_and_who_did_not_come_for_a_call()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var visit = await PlanAsync(ana, Today.AddDays(-1));
        var page = $"/patients/{ana.Id}/visits/{visit.Id}";
        var today = await ana.GetAsync("/today");
        Assert.Contains("A visit has no outcome yet.", today);
        Assert.Contains($"href=\"{page}\"", today);
        using var without = await ana.SendAsync(page, ("what", "DidNotCome"));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var ended = await ana.SendAsync(page, ("what", "DidNotCome"), ("why", "No word from her."));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        today = await ana.GetAsync("/today");
        Assert.DoesNotContain("A visit has no outcome yet.", today);
        Assert.Contains("They did not come. Call and ask how they are.", today);
        using var called = await ana.SendAsync(page, ("done", "Called at noon; she forgot."));
        Assert.Equal(HttpStatusCode.Redirect, called.StatusCode);
        Assert.DoesNotContain("They did not come.", await ana.GetAsync("/today"));
        Assert.Contains("Called at noon; she forgot.", await ana.GetAsync($"/patients/{ana.Id}"));
        using var corrected = await ana.SendAsync($"{page}/correct", ("what", "Came"), ("why", "She sat in the other room."));
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        var list = await ana.GetAsync($"/patients/{ana.Id}/visits");
        Assert.Contains("<b>Came</b>: She sat in the other room.", list);
        Assert.Contains("No word from her.", list);
        var steps = await PersonInCare.StoredAsync<AppointmentStep>(app, ana.Id);
        Assert.Equal(4, steps.Count);
        var wrong = Assert.Single(steps, s => s.Kind is AppointmentStepKind.DidNotCome);
        Assert.Equal(wrong.Id, Assert.Single(steps, s => s.Kind is AppointmentStepKind.Came).AmendsId);
    }

    [Fact]
    public async Task A_visit_today_is_on_today_and_a_later_one_is_not()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await PlanAsync(ana, Today.AddDays(1));
        Assert.DoesNotContain("A visit is today.", await ana.GetAsync("/today"));
        await PlanAsync(ana, Today);
        Assert.Contains("A visit is today.", await ana.GetAsync("/today"));
    }

    [Fact]
    public async Task Two_visits_of_one_clinician_at_one_time_are_shown_and_not_forbidden_and_name_nobody()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await PlanAsync(ana, Today.AddDays(2));
        Assert.DoesNotContain("has another visit then", await ana.GetAsync($"/patients/{ana.Id}/visits"));
        var bo = await PersonInCare.MakeAsync(app);
        await PlanAsync(bo, Today.AddDays(2), ("at", "10:45 AM"), ("with", ana.StaffAccount.Id.ToString()));
        var list = await bo.GetAsync($"/patients/{bo.Id}/visits");
        Assert.Contains("has another visit then: 10:30 AM to 11:00 AM", list);
        Assert.DoesNotContain(ana.Id.ToString(), list);
        // Of the day the clinician sees that there is one, and not with whom: bo is not theirs.
        var day = await ana.GetAsync($"/visits?day={Today.AddDays(2):yyyy-MM-dd}");
        Assert.Contains("has another visit then: 10:45 AM to 11:15 AM", day);
        Assert.Contains("10:45 AM to 11:15 AM: a visit with you of a person whose record you can’t open.", WebUtility.HtmlDecode(day));
        Assert.DoesNotContain(bo.Id.ToString(), day);
    }

    [Fact]
    public async Task A_visit_is_never_planned_with_a_disabled_account_and_none_is_offered()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (_, gone) = await app.SignedInAsync(Role.Therapist);
        await using (var db = app.Store.CreateDbContext())
            await db.Users.Where(u => u.Id == gone.Id).ExecuteUpdateAsync(u => u.SetProperty(a => a.DisabledAt, DateTime.UtcNow), Stop);
        Assert.DoesNotContain(gone.Id.ToString(), await ana.GetAsync($"/patients/{ana.Id}/visits"));
        using var refused = await PostAsync(ana, gone.Id);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("This account is disabled.", await refused.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<Appointment>(app, ana.Id));
    }

    [Fact]
    public async Task A_patient_sees_the_next_visit_and_takes_a_neutral_entry_that_follows_it()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.DoesNotContain("Your next visit", await own.GetStringAsync(new Uri("/me", UriKind.Relative), Stop));
        var visit = await PlanAsync(ana, Today.AddDays(4));
        var home = await own.GetStringAsync(new Uri("/me", UriKind.Relative), Stop);
        Assert.Contains("Your next visit", home);
        Assert.Contains("at 10:30 AM", home);
        Assert.DoesNotContain("Nurse visit", home);
        var file = await CalendarAsync();
        Assert.Contains("SUMMARY:Appointment", file);
        Assert.Contains("SEQUENCE:0", file);
        using var moved = await ana.SendAsync(
            $"/patients/{ana.Id}/visits/{visit.Id}/move",
            [.. Fields(ana, Today.AddDays(5)), ("why", "She asked.")]
        );
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        file = await CalendarAsync();
        Assert.Contains("SEQUENCE:1", file);
        Assert.Contains($"DTSTART:{Today.AddDays(5):yyyyMMdd}T103000Z", file);
        var next = Assert.Single(await PersonInCare.StoredAsync<Appointment>(app, ana.Id), a => a.State is AppointmentState.Planned);
        using var off = await ana.SendAsync(
            $"/patients/{ana.Id}/visits/{next.Id}",
            ("what", "CalledOff"),
            ("why", "The program is closed that day.")
        );
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        file = await CalendarAsync();
        Assert.Contains("STATUS:CANCELLED", file);
        Assert.Contains("SEQUENCE:2", file);
        home = await own.GetStringAsync(new Uri("/me", UriKind.Relative), Stop);
        Assert.DoesNotContain("Your next visit", home);
        Assert.Contains("was called off.", home);
        Assert.DoesNotContain("The program is closed", home);
        var (other, _) = await app.SignedInAsync(Role.Patient, (await PersonInCare.MakeAsync(app)).Id);
        using var stranger = await other.GetAsync(new Uri($"/me/visits/{visit.CalendarId}.ics", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);

        Task<string> CalendarAsync() => own.GetStringAsync(new Uri($"/me/visits/{visit.CalendarId}.ics", UriKind.Relative), Stop);
    }

    [Fact]
    public async Task The_helpline_plans_the_first_visit_of_an_inquiry_and_nobody_off_the_team_sees_one_in_care()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var visit = await PlanAsync(ana, Today.AddDays(1));
        foreach (var role in new[] { Role.Helpline, Role.Nurse, Role.Director, Role.PrivacyOfficer, Role.Administrator })
        {
            var (client, _) = await app.SignedInAsync(role);
            foreach (
                var page in new[]
                {
                    $"/patients/{ana.Id}/visits",
                    $"/patients/{ana.Id}/visits/{visit.Id}/move",
                    $"/api/patients/{ana.Id}/visits",
                }
            )
            {
                using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Stop);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{role} {page}: {answer.StatusCode}");
            }
            if (role is Role.Helpline or Role.Nurse)
                Assert.DoesNotContain(
                    ana.Id.ToString(),
                    await client.GetStringAsync(new Uri($"/visits?day={Today.AddDays(1):yyyy-MM-dd}", UriKind.Relative), Stop)
                );
        }
    }

    [Fact]
    public async Task Other_software_plans_and_ends_a_visit_by_key_and_version()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var planned = await PostAsync(ana, ana.StaffAccount.Id, "one");
        Assert.Equal(HttpStatusCode.OK, planned.StatusCode);
        using var again = await PostAsync(ana, ana.StaffAccount.Id, "one");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var visit = Assert.Single(await PersonInCare.StoredAsync<Appointment>(app, ana.Id));
        Assert.Contains("\"state\":\"planned\"", await ana.GetAsync($"/api/patients/{ana.Id}/visits"));
        var address = new Uri($"/api/patients/{ana.Id}/visits/{visit.Id}/outcome", UriKind.Relative);
        using var blind = await ana.Staff.PutAsJsonAsync(address, new { outcome = "calledOff", why = "cold" }, Stop);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        using var lost = await PutAsync(Guid.CreateVersion7(), "calledOff");
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        using var early = await PutAsync(visit.Version, "came");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("The visit has not begun.", await early.Content.ReadAsStringAsync(Stop));
        using var off = await PutAsync(visit.Version, "calledOff");
        Assert.Equal(HttpStatusCode.OK, off.StatusCode);
        Assert.Equal(AppointmentState.CalledOff, Assert.Single(await PersonInCare.StoredAsync<Appointment>(app, ana.Id)).State);

        Task<HttpResponseMessage> PutAsync(Guid version, string outcome)
        {
            var put = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(new { outcome, why = "cold" }) };
            put.Headers.Add("If-Match", $"\"{version}\"");
            return ana.Staff.SendAsync(put, Stop);
        }
    }

    [Fact]
    public async Task A_day_is_one_of_the_programs_zone_and_a_skipped_time_is_refused_in_words()
    {
        using var auckland = new GlidepathApp { Zone = "Pacific/Auckland" };
        var ana = await PersonInCare.MakeAsync(auckland);
        var day = auckland.Store.Today.AddDays(3);
        // A quarter past midnight there is the day before in UTC.
        using var planned = await ana.SendAsync($"/patients/{ana.Id}/visits", [.. Fields(ana, day, "0:15")]);
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        Assert.Contains("Ana Sample", await ana.GetAsync($"/visits?day={day:yyyy-MM-dd}"));
        Assert.DoesNotContain("Ana Sample", await ana.GetAsync($"/visits?day={day.AddDays(-1):yyyy-MM-dd}"));
        var skip = Enumerable
            .Range(1, 400)
            .Select(day.AddDays)
            .First(d => Glidepath.Treatment.LocalTime.InstantOf(d, new(2, 30), auckland.Store.Zone) is null);
        using var refused = await ana.SendAsync($"/patients/{ana.Id}/visits", [.. Fields(ana, skip, "2:30 AM")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("the clocks go forward and skip 2:30 AM", await refused.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("CareCompleted")]
    [InlineData("Died")]
    public async Task The_end_of_care_calls_off_later_visits_and_opening_it_again_brings_none_back(string reason)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (past, later) = (await PlanAsync(ana, Today.AddDays(-1)), await PlanAsync(ana, Today.AddDays(4)));
        Assert.Contains("calls off the visits still to come", await ana.GetAsync($"/patients/{ana.Id}/episode"));
        (string, string)[] ends = [("to", "Discharged"), ("on", $"{Today:yyyy-MM-dd}"), ("discharge", reason)];
        using (var ended = await ana.SendAsync($"/patients/{ana.Id}/episode", ends))
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(AppointmentState.CalledOff, await StateAsync(later));
        // Whether the person came to the one before is still asked.
        Assert.Equal(AppointmentState.Planned, await StateAsync(past));
        Assert.Contains("Care ended.", await ana.GetAsync($"/patients/{ana.Id}/visits"));
        Assert.Contains("Care ended.", await ana.GetAsync($"/patients/{ana.Id}"));
        using (var undone = await ana.SendAsync($"/patients/{ana.Id}/episode", ("to", "Reverse"), ("why", "The wrong person.")))
            Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(AppointmentState.CalledOff, await StateAsync(later));

        async Task<AppointmentState> StateAsync(Appointment visit) =>
            (await PersonInCare.StoredAsync<Appointment>(app, ana.Id)).Single(a => a.Id == visit.Id).State;
    }

    private Task<HttpResponseMessage> PostAsync(PersonInCare ana, Guid with, string key = "k")
    {
        var post = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/patients/{ana.Id}/visits", UriKind.Relative))
        {
            Content = JsonContent.Create(
                new
                {
                    kind = "telephone",
                    withId = with,
                    on = Today.AddDays(1),
                    at = "14:30:00",
                    minutes = 15,
                }
            ),
        };
        post.Headers.Add("Idempotency-Key", key);
        return ana.Staff.SendAsync(post, Stop);
    }

    private static IEnumerable<(string, string)> Fields(PersonInCare ana, DateOnly on, string at = "10:30 am") =>
        [
            ("kind", "Nurse"),
            ("with", ana.StaffAccount.Id.ToString()),
            ("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("at", at),
            ("minutes", "30"),
        ];

    private async Task<Appointment> PlanAsync(PersonInCare ana, DateOnly on, params (string Name, string Value)[] besides)
    {
        var before = (await PersonInCare.StoredAsync<Appointment>(app, ana.Id)).Select(a => a.Id).ToHashSet();
        using var planned = await ana.SendAsync(
            $"/patients/{ana.Id}/visits",
            [.. Fields(ana, on).Where(f => !besides.Any(b => b.Name == f.Item1)), .. besides]
        );
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        return Assert.Single(await PersonInCare.StoredAsync<Appointment>(app, ana.Id), a => !before.Contains(a.Id));
    }
}
