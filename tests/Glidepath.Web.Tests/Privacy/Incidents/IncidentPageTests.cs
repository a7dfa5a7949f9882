using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy.Incidents;

/// <summary>An incident from its report to its end, as the privacy officer enters it, and once with a mistake.</summary>
public sealed class IncidentPageTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_incident_is_reported_assessed_notified_and_closed()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var page = await ReportAsync(officer, ("records", RecordNumber.Of(clinic.PatientId)));
        var html = await officer.GetStringAsync(page, Stop);
        Assert.Contains("Not assessed: counts as a breach", html, StringComparison.Ordinal);
        Assert.Contains("Notify the individuals: Jan 19, 2027", html, StringComparison.Ordinal);
        Assert.Contains(await clinic.AuditAsync(), e => e.Target.Contains(nameof(PrivacyIncident), StringComparison.Ordinal));

        // With a mistake: assessed before it was discovered.
        using (var wrong = await Clinic.Send(officer, page, Assessment("2026-11-19")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            var again = await Clinic.Text(wrong);
            Assert.Contains("not before the day it was discovered (Nov 20, 2026)", again, StringComparison.Ordinal);
            Assert.Contains("names and dates", again, StringComparison.Ordinal);
        }
        await Done(officer, page, Assessment("2026-11-21"));
        var today = await officer.GetStringAsync("/today", Stop);
        Assert.Contains("Notify the individuals", today, StringComparison.Ordinal);
        Assert.Contains("55 days left", today, StringComparison.Ordinal);
        await Done(officer, page, ("do", "step"), ("step", "IndividualsNotified"), ("on", "2026-11-24"), ("note", "by mail"));
        using (var early = await Clinic.Send(officer, page, ("do", "step"), ("step", "Closed"), ("on", "2026-11-25")))
            Assert.Contains("a notice is still due (45 CFR 164.408(c))", await Clinic.Text(early), StringComparison.Ordinal);
        await Done(officer, page, ("do", "step"), ("step", "HhsNotified"), ("on", "2026-11-25"));
        await Done(officer, page, ("do", "step"), ("step", "Closed"), ("on", "2026-11-25"));
        Assert.DoesNotContain("t-incidents", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        Assert.Contains("Closed on Nov 25, 2026", await officer.GetStringAsync("/privacy/incidents", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_enforcement_delay_moves_the_last_day_and_the_page_says_why_and_what_is_written_is_sealed()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var page = await ReportAsync(officer);
        // With a mistake: in writing, and without the time that makes it one.
        using (var wrong = await Clinic.Send(officer, page, Delay(("delay-until", ""))))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            var again = await Clinic.Text(wrong);
            Assert.Contains("If it names no time, it counts as an oral one.", again, StringComparison.Ordinal);
            Assert.Contains("Agent Demo", again, StringComparison.Ordinal);
        }
        await Done(officer, page, Delay());
        var html = await officer.GetStringAsync(page, Stop);
        Assert.Contains("Notify the individuals: Mar 1, 2027", html, StringComparison.Ordinal);
        Assert.Contains("Law enforcement delay. Without it, the last day is Jan 19, 2027.", html, StringComparison.Ordinal);
        Assert.Contains("Do not notify before Mar 1, 2027", html, StringComparison.Ordinal);
        Assert.Contains("In writing, and it names the time. Stated Nov 23, 2026; wait until Mar 1, 2027.", html, StringComparison.Ordinal);
        Assert.Contains("Without it, the last day is", await officer.GetStringAsync("/privacy/incidents", Stop), StringComparison.Ordinal);
        Assert.Contains("96 days left", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        foreach (var column in new[] { "Official", "Statement" })
            Assert.StartsWith(
                "g1.",
                (string)(await Storage.RecordSamples.SqlAsync(app.Store, $"SELECT \"{column}\" FROM \"LawEnforcementDelay\""))!,
                StringComparison.Ordinal
            );
        await using var db = app.Store.CreateDbContext();
        Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.Reason == "register.delay", Stop));
    }

    private static (string, string)[] Delay(params (string Name, string Value)[] changed) =>
        [
            ("do", "delay"),
            .. new Dictionary<string, string>
            {
                ["delay-form"] = "Written",
                ["delay-on"] = "2026-11-23",
                ["delay-until"] = "2027-03-01",
                ["official"] = "Agent Demo, FBI, 555-0100",
                ["statement"] = "A notice would impede a criminal investigation.",
            }.Select(f => changed.FirstOrDefault(c => c.Name == f.Key) is { Name: not null } c ? c : (f.Key, f.Value)),
        ];

    [Fact]
    public async Task The_most_urgent_stands_first_and_what_is_overdue_says_so()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        await ReportAsync(officer, ("what", "The newer one, found on the twentieth."));
        await ReportAsync(officer, ("discovered", "2026-09-01"), ("what", "The older one, found in September."));
        var html = await officer.GetStringAsync("/privacy/incidents", Stop);
        Assert.True(html.IndexOf("The older one", StringComparison.Ordinal) < html.IndexOf("The newer one", StringComparison.Ordinal));
        Assert.Contains("25 days overdue", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_is_sealed_in_the_store_and_a_second_click_writes_nothing()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var html = await officer.GetStringAsync("/privacy/incidents", Stop);
        var form = GlidepathApp
            .FormIn()
            .Matches(html)
            .Select(m => m.Value)
            .Single(f => f.Contains("value=\"report\"", StringComparison.Ordinal));
        for (var i = 0; i < 2; i++)
            (await GlidepathApp.Submit(officer, "/privacy/incidents", form, Report())).Dispose();
        await using var db = app.Store.CreateDbContext();
        Assert.Equal(1, await db.Set<PrivacyIncident>().CountAsync(Stop));
        var stored = await Glidepath.Web.Tests.Storage.RecordSamples.SqlAsync(app.Store, "SELECT \"What\" FROM \"PrivacyIncident\"");
        Assert.StartsWith("g1.", (string)stored!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_the_privacy_officers_alone_and_one_that_is_not_there_is_not_found()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var page = await ReportAsync(officer);
        foreach (var role in new[] { Role.Administrator, Role.Director, Role.Prescriber, Role.Helpline, Role.Patient, Role.Family })
        {
            var (other, _) = await app.SignedInAsync(role);
            foreach (var address in new[] { "/privacy/incidents", page, "/privacy/complaints", "/privacy/copies" })
            {
                using var answer = await other.GetAsync(new Uri(address, UriKind.Relative), Stop);
                Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            }
        }
        using var missing = await officer.GetAsync(new Uri($"/privacy/incidents/{Guid.CreateVersion7()}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_record_number_that_nobody_has_is_said_and_nothing_is_saved()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        using var answer = await Clinic.Send(officer, "/privacy/incidents", Report(("records", "00000-00000")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("There is no record with the number 00000-00000", await Clinic.Text(answer), StringComparison.Ordinal);
        await using var db = app.Store.CreateDbContext();
        Assert.Equal(0, await db.Set<PrivacyIncident>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_complaint_is_entered_found_out_and_closed()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        const string page = "/privacy/complaints";
        await Done(officer, page, ("do", "receive"), ("received", "2026-11-20"), ("way", "Letter"), ("about", "My name was called aloud."));
        Assert.Contains("Open complaint", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        await using var db = app.Store.CreateDbContext();
        var id = await db.Set<PrivacyComplaint>().Select(c => c.Id).SingleAsync(Stop);
        using (
            var wrong = await Clinic.Send(
                officer,
                page,
                ("do", "close"),
                ("id", $"{id}"),
                ($"found-{id:N}", "It was."),
                ($"closed-on-{id:N}", "2026-11-19")
            )
        )
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.Contains($"closed-on-{id:N}-error", await Clinic.Text(wrong), StringComparison.Ordinal);
        }
        await Done(
            officer,
            page,
            ("do", "close"),
            ("id", $"{id}"),
            ($"found-{id:N}", "It was."),
            ($"done-{id:N}", "Numbers are called now."),
            ($"closed-on-{id:N}", "2026-11-25")
        );
        var html = await officer.GetStringAsync(page, Stop);
        Assert.Contains("Numbers are called now.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"close\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_for_a_copy_is_on_today_until_it_is_answered()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var clinic = await Clinic.OpenAsync(app);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var copy = await clinic.AskForCopyAsync(officer, "Demographics");
        Assert.Contains("Answer by Dec 25, 2026", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        var share = await officer.GetStringAsync($"/patients/{clinic.PatientId}/share", Stop);
        Assert.Contains($"PatientAccess {copy.Id}", share, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"PatientAccess\"", share, StringComparison.Ordinal);
        await Done(
            officer,
            "/privacy/copies",
            ("do", "answer"),
            ("id", $"{copy.Id}"),
            ($"how-{copy.Id:N}", "extend"),
            ($"reason-{copy.Id:N}", "the paper charts are in an archive")
        );
        Assert.Contains("Answer by Jan 24, 2027", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        using (var pdf = await clinic.ShareAsync(officer, "pdf", $"PatientAccess {copy.Id}", ("categories", "Demographics")))
            Assert.Equal(HttpStatusCode.OK, pdf.StatusCode);
        Assert.DoesNotContain("t-copies", await officer.GetStringAsync("/today", Stop), StringComparison.Ordinal);
        Assert.Contains("Copy made on Nov 25, 2026", await officer.GetStringAsync("/privacy/copies", Stop), StringComparison.Ordinal);
    }

    private static (string, string)[] Report(params (string Name, string Value)[] changed) =>
        [
            .. new[]
            {
                ("do", "report"),
                ("discovered", "2026-11-20"),
                ("what", "A letter went to a wrong address."),
                ("categories", "Demographics"),
                ("people", "1"),
                ("state", "1"),
            }.Where(f => changed.All(c => c.Name != f.Item1)),
            .. changed,
        ];

    private static (string, string)[] Assessment(string on) =>
        [
            ("do", "assess"),
            ("assessed", on),
            ("nature", "names and dates"),
            ("receiver", "a neighbor"),
            ("viewed", "the letter was opened"),
            ("mitigation", "it was given back"),
            ("decision", "Breach"),
            ("reason", "It was read."),
        ];

    private static async Task<string> ReportAsync(HttpClient officer, params (string Name, string Value)[] changed)
    {
        using var answer = await Clinic.Send(officer, "/privacy/incidents", Report(changed));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode}: {await Clinic.Text(answer)}");
        return answer.Headers.Location!.ToString();
    }

    private static async Task Done(HttpClient officer, string page, params (string Name, string Value)[] fields)
    {
        using var answer = await Clinic.Send(officer, page, fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode}: {await Clinic.Text(answer)}");
    }
}
