using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Tests.Assessments;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Privacy;

public sealed partial class MergeTests
{
    private DateOnly Today => app.Store.Today;

    [Fact]
    public async Task Who_treats_by_the_record_that_was_merged_is_alerted_and_has_tasks_on_the_one_that_goes_on()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app, onTeam: false));
        await MergeAsync(old, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        using (await GlidepathApp.Send(own, "/me/assessments/a3", [.. AssessmentPagesTests.Answers(9), ("go", "finish")])) { }
        var step = Assert.Single(await PersonInCare.StoredAsync<SafetyStep>(app, ana.Id));
        Assert.Equal((SafetyState.OpenAlerted, old.StaffAccount.Id), (step.State, step.AlertedAccountId));
        Assert.Contains($"{step.Id}", await old.GetAsync("/api/safety-steps"));
        using (
            var asked = await old.SendAsync(
                $"/patients/{ana.Id}/tasks",
                ("what", "Call the pharmacy"),
                ("for", $"{old.StaffAccount.Id}"),
                ("due", $"{Today:yyyy-MM-dd}")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Contains("Call the pharmacy", await old.GetAsync("/tasks"));
    }

    [Fact]
    public async Task All_tasks_of_an_account_are_handed_to_somebody_whose_team_was_joined_and_to_nobody_else()
    {
        var (old, apart, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await MergeAsync(old, ana);
        await MergeAsync(apart, ana, ("teams", "apart"));
        await SaveAsync(Call(ana, TaskOwner.Account(ana.StaffAccount.Id)));
        using (var refused = await HandAsync(apart))
            Assert.False(refused.IsSuccessStatusCode);
        using (var handed = await HandAsync(old))
            Assert.True(handed.IsSuccessStatusCode, await handed.Content.ReadAsStringAsync(Stop));
        Assert.Equal(old.StaffAccount.Id, Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id)).ForAccountId);

        Task<HttpResponseMessage> HandAsync(PersonInCare to) =>
            ana.Staff.PostOnceAsync(
                "/api/tasks/hand-over",
                new
                {
                    from = ana.StaffAccount.Id,
                    to = to.StaffAccount.Id,
                    why = "Away",
                }
            );
    }

    [Fact]
    public async Task A_task_of_somebody_who_may_not_open_the_record_that_goes_on_needs_a_person_there()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        var left = Call(old, TaskOwner.Account(old.StaffAccount.Id));
        left.LeaveToNobody("Left", DateTime.UtcNow, old.StaffAccount.Id);
        await SaveAsync(
            Call(old, TaskOwner.Account(old.StaffAccount.Id)),
            Call(old, TaskOwner.Of(CareTeamRole.Prescriber)),
            Call(old, TaskOwner.Of(CareTeamRole.Nurse)),
            left
        );
        await MergeAsync(old, ana, ("teams", "apart"));
        Assert.All(await PersonInCare.StoredAsync<CareTask>(app, old.Id), t => Assert.False(t.IsOpen));
        var moved = await PersonInCare.StoredAsync<CareTask>(app, ana.Id);
        Assert.Equal(4, moved.Count);
        Assert.Equal(CareTeamRole.Nurse, Assert.Single(moved, t => !t.NeedsPerson).ForRole);
        Assert.Contains("Needs a person: Call", await ana.GetAsync("/today"));
        var (director, _) = await app.SignedInAsync(Role.Director);
        Assert.Contains(RecordNumber.Of(ana.Id), (await director.PlainAsync("/director")).Body);
    }

    [Fact]
    public async Task A_visit_that_goes_on_in_the_other_record_was_not_called_off_for_the_patient()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        foreach (var at in new[] { "10:30", "14:00" })
            using (
                var planned = await old.SendAsync(
                    $"/patients/{old.Id}/visits",
                    ("kind", "Nurse"),
                    ("with", $"{old.StaffAccount.Id}"),
                    ("on", $"{Today.AddDays(4):yyyy-MM-dd}"),
                    ("at", at),
                    ("minutes", "30")
                )
            )
                Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        await MergeAsync(old, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var home = (await own.PlainAsync("/me")).Body;
        Assert.Contains("Your next visit", home);
        Assert.DoesNotContain("was called off.", home);
        var visits = await PersonInCare.StoredAsync<Treatment.Visits.Appointment>(app, ana.Id);
        using (await ana.SendAsync($"/patients/{ana.Id}/visits/{visits[0].Id}", ("what", "CalledOff"), ("why", "Closed"))) { }
        Assert.Contains("was called off.", (await own.PlainAsync("/me")).Body);
    }

    [Theory]
    [InlineData("joined", true, true)]
    [InlineData("joined", false, false)]
    [InlineData("apart", false, true)]
    public async Task The_last_of_a_merged_record_leaves_it_where_the_person_keeps_somebody(string teams, bool hasOther, bool leaves)
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app, onTeam: hasOther));
        await MergeAsync(old, ana, ("teams", teams));
        var isMine = teams is "joined";
        if (isMine)
            await SaveAsync(Call(ana, TaskOwner.Account(old.StaffAccount.Id)));
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        // Whom they alone treat is counted by the record that goes on, and by that alone.
        Assert.Equal(
            leaves,
            !(await admin.PlainAsync($"/admin/people/{old.StaffAccount.Id}")).Body.Contains("This account treats", StringComparison.Ordinal)
        );
        var (director, _) = await app.SignedInAsync(Role.Director);
        var lines = (await director.PlainAsync("/api/care-teams")).Body;
        Assert.DoesNotContain($"{old.Id}", lines);
        Assert.Contains($"{ana.Id}", lines);
        var member = Assert.Single(await PersonInCare.StoredAsync<CareTeamMember>(app, old.Id));
        using var left = await GlidepathApp.Send(director, $"/patients/{old.Id}/care-team", [("what", $"leave:{member.Id}")]);
        Assert.Equal(leaves ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, left.StatusCode);
        if (isMine)
            Assert.Equal(leaves, Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id)).NeedsPerson);
    }

    [Fact]
    public async Task An_account_that_ended_in_the_merged_record_hides_nothing_from_the_one_in_use()
    {
        var (old, ana) = (await PersonInCare.MakeAsync(app), await PersonInCare.MakeAsync(app));
        await SaveAsync(Medicine(old, "zolpidem"));
        var (_, ended) = await app.SignedInAsync(Role.Patient, old.Id);
        await using (var db = app.Store.CreateDbContext())
        {
            db.Users.Single(u => u.Id == ended.Id).DisabledAt = DateTime.UtcNow;
            await db.SaveChangesAsync(Stop);
        }
        await MergeAsync(old, ana);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        Assert.Contains("zolpidem", (await own.PlainAsync("/me/record")).Body);
    }

    private CareTask Call(PersonInCare of, TaskOwner whose) =>
        CareTask.Ask(Guid.CreateVersion7(), of.Episode, new TaskDetails("Call", whose, Today), Today, DateTime.UtcNow, of.StaffAccount.Id);
}
