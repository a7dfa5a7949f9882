using System.Net;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Who may not see a person gets what a made-up id gets.</summary>
public sealed class PatientAccessTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_nurse_off_the_care_team_gets_the_same_as_for_a_person_who_does_not_exist()
    {
        var (one, _) = await app.SignedInAsync(Role.Nurse);
        var (other, _) = await app.SignedInAsync(Role.Nurse);
        var (there, nowhere) = (await one.RegisterAsync(), Guid.CreateVersion7());
        foreach (
            var path in PatientJourney
                .Pages.Select(p => $"/patients/{{0}}{p}")
                .Concat(PatientJourney.Addresses.Select(a => $"/api/patients/{{0}}{a}"))
        )
        {
            var real = await other.PlainAsync(path.Replace("{0}", there.ToString(), StringComparison.Ordinal));
            var made = await other.PlainAsync(path.Replace("{0}", nowhere.ToString(), StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.NotFound, real.Status);
            Assert.Equal(
                (path, made.Status, made.Body.Replace(nowhere.ToString(), "", StringComparison.Ordinal)),
                (path, real.Status, real.Body.Replace(there.ToString(), "", StringComparison.Ordinal))
            );
        }
        using var write = await other.PostOnceAsync($"/api/patients/{there}/contacts", new { name = "Sister" });
        Assert.Equal(HttpStatusCode.NotFound, write.StatusCode);
        Assert.DoesNotContain("Testperson", (await other.PlainAsync("/patients")).Body);
        using var search = await GlidepathApp.Send(other, "/patients", ("q", "Testperson"));
        Assert.DoesNotContain(there.ToString(), await search.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task The_helpline_sees_enquiries_only()
    {
        var (clinician, _) = await app.SignedInAsync(Role.Nurse);
        var (helpline, _) = await app.SignedInAsync(Role.Helpline);
        var id = await clinician.RegisterAsync("Enquiry", "Caller");
        Assert.Equal(HttpStatusCode.OK, (await helpline.PlainAsync($"/patients/{id}")).Status);
        Assert.Contains("Enquiry Caller", (await helpline.PlainAsync("/today")).Body);
        using var move = await clinician.PostOnceAsync(
            $"/api/patients/{id}/episode/moves",
            new { to = "intake", on = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) },
            match: await clinician.VersionAsync($"/api/patients/{id}/episode")
        );
        Assert.Equal(HttpStatusCode.OK, move.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await helpline.PlainAsync($"/patients/{id}")).Status);
        Assert.DoesNotContain("Enquiry Caller", (await helpline.PlainAsync("/patients")).Body);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Director)]
    [InlineData(Role.Patient)]
    [InlineData(Role.Family)]
    public async Task Others_see_no_clinical_page(Role role)
    {
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        var (client, _) = await app.SignedInAsync(role);
        var id = await nurse.RegisterAsync();
        foreach (
            var path in PatientJourney
                .Pages.Where(p => p is not "/care-team")
                .Select(p => $"/patients/{id}{p}")
                .Concat(["/today", "/patients", "/patients/new"])
        )
        {
            var (status, body) = await client.PlainAsync(path);
            Assert.NotEqual(HttpStatusCode.OK, status);
            Assert.DoesNotContain("Testperson", body);
        }
    }

    [Fact]
    public async Task The_director_arranges_a_team_without_seeing_who_the_person_is()
    {
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (therapist, joining) = await app.SignedInAsync(Role.Therapist);
        var id = await nurse.RegisterAsync("Team", "Secretname");
        var page = await director.PlainAsync($"/patients/{id}/care-team");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Secretname", page.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await therapist.PlainAsync($"/patients/{id}")).Status);
        using var joined = await GlidepathApp.Send(
            director,
            $"/patients/{id}/care-team",
            ("what", $"join:{joining.Id}"),
            ("role", "Therapist")
        );
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await therapist.PlainAsync($"/patients/{id}")).Status);
    }

    [Fact]
    public async Task The_director_finds_teams_by_record_number_and_learns_nothing_else()
    {
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        var (director, account) = await app.SignedInAsync(Role.Director);
        var (open, discharged) = (await nurse.RegisterAsync("Listed", "Secretname"), await nurse.RegisterAsync("Gone", "Secretname"));
        using (
            var moved = await nurse.PostOnceAsync(
                $"/api/patients/{discharged}/episode/moves",
                new
                {
                    to = "discharged",
                    on = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    reason = "Went elsewhere",
                    discharge = "movedAway",
                },
                match: await nurse.VersionAsync($"/api/patients/{discharged}/episode")
            )
        )
            Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync(Stop));
        foreach (
            var (status, body) in new[] { await director.PlainAsync("/director/care-teams"), await director.PlainAsync("/api/care-teams") }
        )
        {
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(open.ToString(), body);
            Assert.DoesNotContain(discharged.ToString(), body);
            Assert.Contains("Test Nurse", body);
            Assert.All(new[] { "Secretname", "Listed", "1990", "nquiry", "0199" }, word => Assert.DoesNotContain(word, body));
        }
        Assert.All((await app.AuditAsync(account.Id)).Where(r => r.PatientId is not null), r => Assert.Equal("CareTeamMember", r.Target));
        foreach (var role in new[] { Role.Nurse, Role.PrivacyOfficer, Role.Administrator, Role.Helpline, Role.Family })
        {
            var (other, _) = await app.SignedInAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await other.PlainAsync("/director/care-teams")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.PlainAsync("/api/care-teams")).Status);
        }
    }

    [Fact]
    public async Task Every_request_leaves_its_rows()
    {
        var (client, account) = await app.SignedInAsync(Role.Nurse);
        var (other, stranger) = await app.SignedInAsync(Role.Nurse);
        var (one, two) = (await client.RegisterAsync("Audit", "One"), await client.RegisterAsync("Audit", "Two"));
        var before = (await app.AuditAsync(account.Id)).Count;
        await client.PlainAsync("/patients");
        var rows = (await app.AuditAsync(account.Id)).Skip(before).ToList();
        Assert.Equal(new HashSet<Guid?> { one, two }, rows.Select(r => r.PatientId).ToHashSet());
        Assert.Equal(2, rows.Count);
        await other.PlainAsync($"/patients/{one}");
        Assert.Equal([("Refused", one)], (await app.AuditAsync(stranger.Id)).Select(r => (r.Outcome, r.PatientId!.Value)));
    }
}
