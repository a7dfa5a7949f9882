using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using static Glidepath.Web.Tests.Patients.PatientJourney;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Nobody belongs to nobody: from the helpline to a clinician who said yes, with the follow-up kept.</summary>
public sealed class HandOverTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task The_helpline_asks_a_clinician_who_accepts_and_only_then_does_care_begin()
    {
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        var (other, _) = await app.SignedInAsync(Role.Nurse);
        var id = await helpline.RegisterAsync("Otto", "Nobodys");
        using (var early = await MoveAsync(helpline, id))
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.DoesNotContain("Otto Nobodys", (await nurse.PlainAsync("/today")).Body, StringComparison.Ordinal);

        using var asked = await GlidepathApp.Send(
            helpline,
            $"/patients/{id}/hand-over",
            [("who", account.Id.ToString()), ("note", "Runs out on Friday.")]
        );
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("Otto Nobodys", (await nurse.PlainAsync("/today")).Body, StringComparison.Ordinal);
        var page = await nurse.PlainAsync($"/patients/{id}/hand-over");
        Assert.Contains("Runs out on Friday.", page.Body, StringComparison.Ordinal);
        // Asked is not on the team, and nobody else was asked.
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.PlainAsync($"/patients/{id}/assessments")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PlainAsync($"/patients/{id}/hand-over")).Status);

        using var no = await GlidepathApp.Send(nurse, $"/patients/{id}/hand-over", [("answer", "no")]);
        Assert.Equal(HttpStatusCode.BadRequest, no.StatusCode);
        using var yes = await GlidepathApp.Send(nurse, $"/patients/{id}/hand-over", [("answer", "yes")]);
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nurse.PlainAsync($"/patients/{id}/assessments")).Status);
        using var moved = await MoveAsync(nurse, id);
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        // No referral was open: the helpline has nothing left to do, and sees the person no longer.
        Assert.Equal(HttpStatusCode.NotFound, (await helpline.PlainAsync($"/patients/{id}")).Status);
        Assert.DoesNotContain("Otto Nobodys", (await helpline.PlainAsync("/referrals")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clinician_who_declines_says_why_and_sees_the_person_no_longer()
    {
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        var id = await helpline.RegisterAsync("Vera", "Nobodys");
        await GlidepathApp.Send(helpline, $"/patients/{id}/hand-over", [("who", account.Id.ToString())]);
        using var no = await GlidepathApp.Send(nurse, $"/patients/{id}/hand-over", [("answer", "no"), ("reason", "On leave until May.")]);
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.PlainAsync($"/patients/{id}/hand-over")).Status);
        Assert.Contains("On leave until May.", (await helpline.PlainAsync($"/patients/{id}/hand-over")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_helpline_keeps_the_checks_at_7_and_30_days_after_the_hand_over_and_nothing_after_the_last()
    {
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        var id = await helpline.RegisterAsync("Rita", "Referred");
        await ArrivedAsync(id, account.Id);
        await GlidepathApp.Send(helpline, $"/patients/{id}/hand-over", [("who", account.Id.ToString())]);
        await GlidepathApp.Send(nurse, $"/patients/{id}/hand-over", [("answer", "yes")]);
        using (var moved = await MoveAsync(nurse, id))
            Assert.Equal(HttpStatusCode.OK, moved.StatusCode);

        Assert.Contains("Rita Referred", (await helpline.PlainAsync("/referrals")).Body, StringComparison.Ordinal);
        var own = await helpline.PlainAsync($"/patients/{id}/referrals");
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Contains("Safe contact.", own.Body, StringComparison.Ordinal);
        // Name, safe contact and the referral: nothing of the care.
        Assert.Equal(HttpStatusCode.NotFound, (await helpline.PlainAsync($"/patients/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await helpline.PlainAsync($"/patients/{id}/episode")).Status);
        foreach (var words in new[] { "Sleeps there, likes it.", "Still there." })
        {
            Assert.True(Assert.Single(await PersonInCare.StoredAsync<HandOver>(app, id)).KeepsFollowUp);
            using var done = await GlidepathApp.Submit(
                helpline,
                $"/patients/{id}/referrals",
                await FormAsync(helpline, id),
                ("words", words)
            );
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }
        Assert.False(Assert.Single(await PersonInCare.StoredAsync<HandOver>(app, id)).KeepsFollowUp);
        Assert.Equal(HttpStatusCode.NotFound, (await helpline.PlainAsync($"/patients/{id}/referrals")).Status);
        Assert.DoesNotContain("Rita Referred", (await helpline.PlainAsync("/referrals")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_clinician_names_a_successor_before_they_leave()
    {
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        var (_, next) = await app.SignedInAsync(Role.Therapist);
        var id = await nurse.RegisterAsync("Lena", "Treated");
        var team = $"/patients/{id}/care-team";
        var member = Assert.Single(await PersonInCare.StoredAsync<CareTeamMember>(app, id));
        using (var refused = await GlidepathApp.Send(director, team, [("what", $"leave:{member.Id}")]))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("Nobody else treats this person", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        using (var joined = await GlidepathApp.Send(director, team, [("what", $"join:{next.Id}"), ("role", "Therapist")]))
            Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        using var left = await GlidepathApp.Send(director, team, [("what", $"leave:{member.Id}")]);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
    }

    [Fact]
    public async Task An_account_that_alone_treats_somebody_ends_after_a_successor_or_at_once_where_somebody_says_so()
    {
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        var id = await nurse.RegisterAsync("Mona", "Alone");
        var number = RecordNumber.Of(id);
        Assert.DoesNotContain(number, (await director.PlainAsync("/director")).Body, StringComparison.Ordinal);
        using (var kept = await GlidepathApp.Send(admin, $"/admin/people/{account.Id}", [("do", "role"), ("role", "Helpline")]))
            Assert.Contains(
                "This person alone treats people who are in care",
                await kept.Content.ReadAsStringAsync(Stop),
                StringComparison.Ordinal
            );
        var person = $"/admin/people/{account.Id}";
        Assert.Contains("treats 1 person whom nobody else treats", (await admin.PlainAsync(person)).Body, StringComparison.Ordinal);
        using (var refused = await GlidepathApp.Send(admin, person, [("do", "disable")]))
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await using (var db = app.Store.CreateDbContext())
            Assert.Null(db.Users.Single(u => u.Id == account.Id).DisabledAt);
        // Where it cannot wait, the director is told whose team has nobody.
        using var ended = await GlidepathApp.Send(admin, person, [("do", "disable"), ("alone", "yes")]);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Contains(number, (await director.PlainAsync("/director")).Body, StringComparison.Ordinal);
        foreach (var page in new[] { "/director/care-teams", $"/patients/{id}/care-team" })
            Assert.Contains("account disabled", (await director.PlainAsync(page)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_director_sees_whom_nobody_treats_by_name_and_nobody_else()
    {
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        await helpline.RegisterAsync("Nora", "Orphaned");
        await nurse.RegisterAsync("Tina", "Treatedhere");
        foreach (var page in new[] { "/director", "/director/care-teams" })
        {
            var body = (await director.PlainAsync(page)).Body;
            Assert.Contains("Nora Orphaned", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Treatedhere", body, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> MoveAsync(HttpClient client, Guid id) =>
        await client.PostOnceAsync(
            $"/api/patients/{id}/episode/moves",
            new { to = "intake", on = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
            match: await client.VersionAsync($"/api/patients/{id}/episode")
        );

    private static async Task<string> FormAsync(HttpClient helpline, Guid id) =>
        GlidepathApp
            .FormIn()
            .Matches(await helpline.GetStringAsync(new Uri($"/patients/{id}/referrals", UriKind.Relative), Stop))
            .First(m => m.Value.Contains("check:", StringComparison.Ordinal))
            .Value;

    private Task<Guid> ArrivedAsync(Guid patientId, Guid by) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(Referral), patientId),
            db =>
            {
                var now = app.Store.Clock.GetUtcNow().UtcDateTime;
                var today = DateOnly.FromDateTime(now);
                var episode = db.Set<EpisodeOfCare>().Single(e => e.PatientId == patientId);
                var place = new Place
                {
                    Id = Guid.CreateVersion7(),
                    Name = "Harbor Example",
                    Street = "1 Example Street",
                    City = "Springvale",
                    State = "CA",
                    Zip = "00000",
                    Programmes = [],
                };
                var (referral, draft) = Referral.Draft(Guid.CreateVersion7(), episode, place, today, Entry());
                db.AddRange(
                    referral,
                    draft,
                    referral.Agree(HandOffConsent.PersonOnTheLine, null, today, Entry()),
                    referral.Move(ReferralState.Sent, today, Entry()),
                    referral.Move(ReferralState.Accepted, today, Entry()),
                    referral.MakeAppointment(today, today, Entry()),
                    referral.Arrive(today, Entry())
                );
                return Task.FromResult(referral.Id);

                MoveEntry Entry() => new(Guid.CreateVersion7(), now, by, TimeZoneInfo.Utc);
            },
            Stop
        );
}
