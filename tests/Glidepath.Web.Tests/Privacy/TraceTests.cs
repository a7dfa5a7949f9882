using System.Net;
using System.Net.Http.Json;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>What the audit says, and who may decide what it says.</summary>
public sealed class TraceTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("traceparent", "00-11111111111111111111111111111111-2222222222222222-01")]
    [InlineData("Request-Id", "|11111111111111111111111111111111.1.")]
    public async Task No_caller_chooses_the_id_under_which_a_request_is_audited(string header, string value)
    {
        var (nurse, account) = await app.SignedInAsync(Role.Nurse);
        nurse.DefaultRequestHeaders.Add(header, value);
        using (await nurse.GetAsync("/api/patients", Now)) { }
        using (await nurse.GetAsync("/api/today", Now)) { }
        await using var db = app.Store.CreateDbContext();
        var ids = await db.AuditEvents.Where(e => e.ActorId == account.Id).Select(e => e.RequestId).ToListAsync(Now);
        Assert.DoesNotContain(ids, id => id.Contains("1111111111111111", StringComparison.Ordinal));
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Director)]
    [InlineData(Role.Family)]
    public async Task A_look_that_the_role_never_has_leaves_a_row_whether_there_is_such_a_person_or_not(Role role)
    {
        var clinic = await Clinic.OpenAsync(app);
        var (client, account) = await app.SignedInAsync(role);
        var nobody = Guid.CreateVersion7();
        foreach (var id in new[] { clinic.PatientId, nobody })
        foreach (var address in new[] { $"/api/patients/{id}", $"/patients/{id}/pathway" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Now)).StatusCode);
        await using var db = app.Store.CreateDbContext();
        var rows = await db.AuditEvents.Where(e => e.ActorId == account.Id && e.Reason == "denied.role").ToListAsync(Now);
        Assert.All(rows, r => Assert.Equal(AuditOutcome.Refused, r.Outcome));
        Assert.Equal([clinic.PatientId, clinic.PatientId, nobody, nobody], rows.OrderBy(r => r.Sequence).Select(r => r.PatientId!.Value));
    }

    [Theory]
    [InlineData("/api/care-teams")]
    [InlineData("/director/care-teams")]
    public async Task The_list_of_teams_audits_a_person_without_a_team(string address)
    {
        var person = await PersonInCare.MakeAsync(app, onTeam: false);
        var (director, account) = await app.SignedInAsync(Role.Director);
        Assert.Equal(HttpStatusCode.OK, (await director.GetAsync(address, Now)).StatusCode);
        await using var db = app.Store.CreateDbContext();
        Assert.True(await db.AuditEvents.AnyAsync(e => e.ActorId == account.Id && e.PatientId == person.Id, Now));
    }

    [Theory]
    [InlineData(Role.Helpline, "nurse", false)]
    [InlineData(Role.Family, "prescriber", false)]
    [InlineData(Role.Administrator, "therapist", false)]
    [InlineData(Role.PrivacyOfficer, "careCoordinator", false)]
    [InlineData(Role.Nurse, "prescriber", false)]
    [InlineData(Role.Nurse, "nurse", true)]
    [InlineData(Role.Therapist, "careCoordinator", true)]
    public async Task A_team_takes_only_whom_it_can_have(Role account, string onTeam, bool holds)
    {
        var person = await PersonInCare.MakeAsync(app);
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (_, joining) = await app.SignedInAsync(account);
        using var answer = await director.PostOnceAsync(
            $"/api/patients/{person.Id}/care-team",
            new
            {
                accountId = joining.Id,
                role = onTeam,
                from = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            }
        );
        Assert.Equal(holds ? HttpStatusCode.OK : HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task The_form_of_a_patient_does_not_tell_who_has_a_family_account()
    {
        var clinic = await Clinic.OpenAsync(app);
        var (_, family) = await app.SignedInAsync(Role.Family);
        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        var answers = new List<string>();
        foreach (var name in new[] { family.UserName!, "nobody.at.all" })
        {
            using var answer = await Clinic.Send(
                patient,
                "/me/consents/give",
                clinic.ConsentFields(("family-account", name), ("agree", "yes"))
            );
            answers.Add($"{(int)answer.StatusCode} {answer.Headers.Location}");
        }
        Assert.Equal("302 /me/consents", answers[0]);
        Assert.Equal(answers[0], answers[1]);
    }
}
