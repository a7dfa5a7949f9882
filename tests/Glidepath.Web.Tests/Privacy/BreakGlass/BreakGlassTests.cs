using System.Net;
using Glidepath.Application.Privacy;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy.Disclosures;
using Glidepath.Web.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Web.Tests.Privacy.BreakingGlass;

public sealed class BreakGlassTests
{
    private const string Why = "found unresponsive, need the medicine list";

    [Fact]
    public async Task The_glass_is_broken_read_told_of_runs_out_and_is_reviewed()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Clock = clock };
        var clinic = await Clinic.OpenAsync(app);
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        var summary = new Uri($"/patients/{clinic.PatientId}/summary", UriKind.Relative);
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync(summary, Clinic.Cancel)).StatusCode);

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await Clinic.Send(nurse, "/break-glass", ("do", "open"), ("record", clinic.PatientId.ToString()), ("reason", "too short"))
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await Clinic.Send(nurse, "/break-glass", ("do", "open"), ("record", Guid.CreateVersion7().ToString()), ("reason", Why))
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(
                    nurse,
                    "/break-glass",
                    ("do", "open"),
                    ("record", RecordNumber.Of(clinic.PatientId).ToLowerInvariant()),
                    ("reason", Why)
                )
            ).StatusCode
        );
        var page = await nurse.GetStringAsync(summary, Clinic.Cancel);
        Assert.Contains("data-break-glass", page, StringComparison.Ordinal);
        Assert.Contains(Clinic.Name, page, StringComparison.Ordinal);
        // To read only: a glass gives no consent and takes nothing out.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nurse.GetAsync(new Uri($"/patients/{clinic.PatientId}/consents/give", UriKind.Relative), Clinic.Cancel)).StatusCode
        );

        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        var told = await patient.GetStringAsync("/me/who-looked", Clinic.Cancel);
        Assert.Contains(Why, told, StringComparison.Ordinal);
        Assert.Contains(account.DisplayName, told, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await clinic.AllAsync<Glass>()).PatientToldAt);

        for (var minutes = 0; minutes < 60; minutes += 10)
        {
            Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync(summary, Clinic.Cancel)).StatusCode);
            clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync(summary, Clinic.Cancel)).StatusCode);

        clock.Advance(TimeSpan.FromDays(3));
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var queue = await officer.GetStringAsync("/privacy/break-glass", Clinic.Cancel);
        Assert.Contains("Overdue", queue, StringComparison.Ordinal);
        var glass = Assert.Single(await clinic.AllAsync<Glass>());
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await Clinic.Send(
                    officer,
                    "/privacy/break-glass",
                    ("do", "review"),
                    ("id", glass.Id.ToString()),
                    ($"seen-{glass.Id:N}", glass.Version.ToString()),
                    ($"note-{glass.Id:N}", "no need seen"),
                    ("finding", "concern")
                )
            ).StatusCode
        );
        Assert.Equal(BreakGlassStatus.Concern, Assert.Single(await clinic.AllAsync<Glass>()).Status);
        Assert.Contains(
            await clinic.AuditAsync(),
            e => e.Reason.StartsWith("BreakGlass.Screen", StringComparison.Ordinal) && e.ActorId == account.Id
        );
    }

    [Fact]
    public async Task Of_two_officers_who_write_what_they_found_the_second_sees_the_first_and_keeps_their_own()
    {
        await using var app = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(app);
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        using var opened = await Clinic.Send(
            nurse,
            "/break-glass",
            ("do", "open"),
            ("record", clinic.PatientId.ToString()),
            ("reason", Why)
        );
        var glass = Assert.Single(await clinic.AllAsync<Glass>());
        var (first, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var (second, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        using (var saved = await SendAsync(first, glass.Version, "Called the ward"))
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using (var late = await SendAsync(second, glass.Version, "Asked the nurse"))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            var page = WebUtility.HtmlDecode(await Clinic.Text(late));
            Assert.Contains("On file now: “Called the ward”", page, StringComparison.Ordinal);
            Assert.Contains("value=\"Asked the nurse\"", page, StringComparison.Ordinal);
        }
        var kept = Assert.Single(await clinic.AllAsync<Glass>());
        Assert.Equal("Called the ward", kept.ReviewNote);
        using (var again = await SendAsync(second, kept.Version, "Called the ward; asked the nurse"))
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("Called the ward; asked the nurse", Assert.Single(await clinic.AllAsync<Glass>()).ReviewNote);

        Task<HttpResponseMessage> SendAsync(HttpClient officer, Guid seen, string note) =>
            Clinic.Send(
                officer,
                "/privacy/break-glass",
                ("do", "review"),
                ("id", glass.Id.ToString()),
                ($"seen-{glass.Id:N}", seen.ToString()),
                ($"note-{glass.Id:N}", note),
                ("finding", "begin")
            );
    }

    [Fact]
    public async Task A_review_begins_while_the_record_is_open_and_is_decided_when_the_access_has_ended()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Clock = clock };
        var clinic = await Clinic.OpenAsync(app);
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        using var opened = await Clinic.Send(
            nurse,
            "/break-glass",
            ("do", "open"),
            ("record", clinic.PatientId.ToString()),
            ("reason", Why)
        );
        var glass = Assert.Single(await clinic.AllAsync<Glass>());
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var page = await officer.GetStringAsync("/privacy/break-glass", Clinic.Cancel);
        Assert.Contains($"Decide from {glass.ExpiresAt:MMM d, yyyy, h:mm tt}", page, StringComparison.Ordinal);
        Assert.Contains($"Record {RecordNumber.Of(clinic.PatientId)}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(clinic.PatientId.ToString(), page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"justified\"", page, StringComparison.Ordinal);

        async Task<HttpResponseMessage> SendAsync(string finding, string note) =>
            await Clinic.Send(
                officer,
                "/privacy/break-glass",
                ("do", "review"),
                ("id", glass.Id.ToString()),
                ($"seen-{glass.Id:N}", (await clinic.AllAsync<Glass>()).Single().Version.ToString()),
                ($"note-{glass.Id:N}", note),
                ("finding", finding)
            );
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("begin", "Called the ward")).StatusCode);
        // Sent all the same: said beside the field, and what was typed stays.
        using var early = await SendAsync("justified", "The ward confirms it");
        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Contains("The ward confirms it", await Clinic.Text(early), StringComparison.Ordinal);
        Assert.Equal("Called the ward", Assert.Single(await clinic.AllAsync<Glass>()).ReviewNote);

        clock.Advance(Glass.Lasts);
        var (later, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        officer = later;
        Assert.Contains(
            "value=\"Called the ward\"",
            await officer.GetStringAsync("/privacy/break-glass", Clinic.Cancel),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync("justified", "The ward confirms it")).StatusCode);
        Assert.Equal(BreakGlassStatus.Justified, Assert.Single(await clinic.AllAsync<Glass>()).Status);
    }

    [Fact]
    public async Task A_patient_reads_of_it_however_many_looked_since_and_only_what_is_shown_counts_as_told()
    {
        await using var app = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(app);
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        await Clinic.Send(nurse, "/break-glass", ("do", "open"), ("record", clinic.PatientId.ToString()), ("reason", Why));
        await app.Store.Records.RunWholeAsync(
            new RequestActor(clinic.PrescriberAccount.Id, nameof(Role.Prescriber), "later"),
            new AuditEntry(AuditAction.Create, "Restriction"),
            db =>
            {
                db.AddRange(
                    Enumerable
                        .Range(0, AccountingService.MostLooks + 1)
                        .Select(_ => Restriction.Request(Guid.CreateVersion7(), clinic.PatientId, InformationCategory.Billing, clinic.Now))
                );
                return Task.FromResult(true);
            },
            Clinic.Cancel
        );
        var unseen = Guid.CreateVersion7();
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "BreakGlass"),
            db =>
            {
                db.Add(
                    Glass.Open(
                        unseen,
                        clinic.PatientId,
                        new Actor(account.Id, Role.Nurse),
                        "opened by a row that no person wrote",
                        clinic.Now
                    )
                );
                return Task.FromResult(true);
            },
            Clinic.Cancel
        );

        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        var page = await patient.GetStringAsync("/me/who-looked", Clinic.Cancel);
        Assert.Contains(Why, page, StringComparison.Ordinal);
        Assert.DoesNotContain("opened by a row", page, StringComparison.Ordinal);
        Assert.All(await clinic.AllAsync<Glass>(), g => Assert.Equal(g.Id == unseen, g.PatientToldAt is null));
    }

    [Fact]
    public async Task A_reason_without_words_is_refused_and_one_by_a_new_account_is_pointed_out_to_the_officer()
    {
        await using var app = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(app);
        var ((fresh, _), (old, oldAccount), (again, againAccount)) = (
            await app.SignedInAsync(Role.Nurse),
            await app.SignedInAsync(Role.Nurse),
            await app.SignedInAsync(Role.Nurse)
        );
        await using (var db = app.Store.CreateDbContext())
        {
            foreach (var account in new[] { oldAccount, againAccount })
                (await db.Users.FindAsync([account.Id], Clinic.Cancel))!.CreatedAt -= TimeSpan.FromDays(30);
            await db.SaveChangesAsync(Clinic.Cancel);
        }
        // Old, and in other hands since today.
        await app.Store.Records.NoteAsync(
            new RequestActor(againAccount.Id, nameof(Role.Nurse), "test"),
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: againAccount.Id, Reason: "enrol.password"),
            Clinic.Cancel
        );
        using var vague = await OpenAsync(fresh, "aaaaaaaaaaaaaaaaaaaaaaaa");
        Assert.Equal(HttpStatusCode.BadRequest, vague.StatusCode);
        Assert.Contains("at least 3 different words", await vague.Content.ReadAsStringAsync(Clinic.Cancel), StringComparison.Ordinal);
        foreach (
            var (client, why) in new[]
            {
                (fresh, "by a new one: " + Why),
                (old, "by an old one: " + Why),
                (again, "by a taken one: " + Why),
            }
        )
        {
            using var opened = await OpenAsync(client, why);
            Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        }
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var cards = (await officer.GetStringAsync("/privacy/break-glass", Clinic.Cancel)).Split("<article")[1..];
        Assert.Equal(
            [true, false, true],
            new[] { "a new one", "an old one", "a taken one" }.Select(who =>
                cards
                    .Single(c => c.Contains(who, StringComparison.Ordinal))
                    .Contains("New account, first break-glass access", StringComparison.Ordinal)
            )
        );

        Task<HttpResponseMessage> OpenAsync(HttpClient client, string why) =>
            Clinic.Send(client, "/break-glass", ("do", "open"), ("record", clinic.PatientId.ToString()), ("reason", why));
    }

    [Fact]
    public async Task Closing_it_shuts_the_record_at_once_and_only_a_clinician_opens()
    {
        await using var app = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(app);
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        await Clinic.Send(nurse, "/break-glass", ("do", "open"), ("record", clinic.PatientId.ToString()), ("reason", Why));
        using var close = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", Clinic.Token(await nurse.GetStringAsync("/break-glass", Clinic.Cancel))),
            KeyValuePair.Create("record", clinic.PatientId.ToString()),
        ]);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await nurse.PostAsync(new Uri("/break-glass/close", UriKind.Relative), close, Clinic.Cancel)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await nurse.GetAsync(new Uri($"/patients/{clinic.PatientId}/summary", UriKind.Relative), Clinic.Cancel)).StatusCode
        );
        foreach (var role in new[] { Role.Administrator, Role.Director, Role.Helpline, Role.Patient, Role.Family, Role.PrivacyOfficer })
        {
            var (client, _) = await app.SignedInAsync(role);
            Assert.NotEqual(
                HttpStatusCode.OK,
                (await client.GetAsync(new Uri("/break-glass", UriKind.Relative), Clinic.Cancel)).StatusCode
            );
        }
    }
}
