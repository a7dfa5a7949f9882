using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Tasks;

/// <summary>What somebody on the team will do: asked for, shown to whom it is for, done, handed over.</summary>
public sealed class TasksTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Day(int after = 0) => $"{DateOnly.FromDateTime(DateTime.UtcNow).AddDays(after):yyyy-MM-dd}";

    [Fact]
    public async Task A_task_is_on_today_of_whom_it_is_for_until_it_is_done_and_then_on_the_time_line()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (other, colleague) = await app.SignedInAsync(Role.Prescriber);
        await JoinAsync(ana, colleague, CareTeamRole.Prescriber);
        using var made = await AskAsync(ana, "Call the pharmacy", $"{ana.StaffAccount.Id}");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("Call the pharmacy", await ana.GetAsync("/today"));
        Assert.Contains("Call the pharmacy", await ana.GetAsync("/tasks"));
        // Not on the day of somebody whose task it is not, and still among their patients'.
        Assert.DoesNotContain("Call the pharmacy", (await other.PlainAsync("/today")).Body);
        Assert.DoesNotContain("Call the pharmacy", (await other.PlainAsync("/tasks")).Body);
        Assert.Contains("Call the pharmacy", (await other.PlainAsync("/tasks?show=patients")).Body);
        Assert.DoesNotContain("Task done", await ana.GetAsync($"/patients/{ana.Id}"));

        var one = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        using (var silent = await ana.SendAsync($"/patients/{ana.Id}/tasks/{one.Id}", ("what", "cancel")))
            Assert.Contains("Say why it is not needed any more.", await silent.Content.ReadAsStringAsync(Stop));
        using var done = await ana.SendAsync($"/patients/{ana.Id}/tasks/{one.Id}", ("what", "done"), ("note", "They open at nine"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.DoesNotContain("Call the pharmacy", await ana.GetAsync("/today"));
        Assert.Contains("Task done: Call the pharmacy", await ana.GetAsync($"/patients/{ana.Id}"));
        Assert.Contains("They open at nine", await ana.GetAsync($"/patients/{ana.Id}/tasks"));
    }

    [Fact]
    public async Task A_task_of_a_role_is_on_today_of_everybody_in_it_and_of_nobody_else()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var nobody = await AskAsync(ana, "Order a scan", "Prescriber");
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        var (second, nurse) = await app.SignedInAsync(Role.Nurse);
        await JoinAsync(ana, nurse, CareTeamRole.Nurse);
        using var made = await AskAsync(ana, "Weigh them", "Nurse");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        foreach (var page in new[] { await ana.GetAsync("/today"), (await second.PlainAsync("/today")).Body })
            Assert.Contains("Weigh them", page);
    }

    [Fact]
    public async Task A_task_for_the_past_for_a_disabled_account_or_for_somebody_off_the_team_is_refused_by_name()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var past = await AskAsync(ana, "Call", $"{ana.StaffAccount.Id}", -1);
        var page = await past.Content.ReadAsStringAsync(Stop);
        Assert.Contains("or later", page);
        Assert.Contains("value=\"Call\"", page);
        var route = $"/api/patients/{ana.Id}/tasks";
        var (_, gone) = await app.SignedInAsync(Role.Nurse);
        await JoinAsync(ana, gone, CareTeamRole.Nurse);
        await DisableAsync(gone);
        using var disabled = await ana.Staff.PostOnceAsync(
            route,
            new
            {
                what = "Call",
                forAccountId = gone.Id,
                dueOn = Day(),
            }
        );
        Assert.Equal(HttpStatusCode.Conflict, disabled.StatusCode);
        Assert.Contains($"The account of {gone.DisplayName} is disabled", await disabled.Content.ReadAsStringAsync(Stop));
        var (_, stranger) = await app.SignedInAsync(Role.Nurse);
        using var off = await ana.Staff.PostOnceAsync(
            route,
            new
            {
                what = "Call",
                forAccountId = stranger.Id,
                dueOn = Day(),
            }
        );
        Assert.Contains($"{stranger.DisplayName} is not on this care team", await off.Content.ReadAsStringAsync(Stop));
        Assert.Empty(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
    }

    [Fact]
    public async Task All_open_tasks_of_somebody_who_is_away_go_to_one_other_in_one_step_each_with_its_row_in_the_trail()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (_, next) = await app.SignedInAsync(Role.Nurse);
        foreach (var what in new[] { "Call", "Write" })
            using (await AskAsync(ana, what, $"{ana.StaffAccount.Id}")) { }
        (string, string)[] away = [("from", $"{ana.StaffAccount.Id}"), ("to", $"{next.Id}"), ("why", "On leave")];
        using (var refused = await ana.SendAsync("/tasks/hand-over", away))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("A director adds them to those teams first", await refused.Content.ReadAsStringAsync(Stop));
        }
        await JoinAsync(ana, next, CareTeamRole.Nurse);
        using (var handed = await ana.SendAsync("/tasks/hand-over", away))
            Assert.Equal(HttpStatusCode.Redirect, handed.StatusCode);
        var all = await PersonInCare.StoredAsync<CareTask>(app, ana.Id);
        Assert.All(all, t => Assert.Equal(next.Id, t.ForAccountId));
        await using var db = app.Store.CreateDbContext();
        Assert.Equal(
            2,
            db.AuditEvents.Count(e =>
                e.PatientId == ana.Id && e.Target == nameof(CareTask) && e.Reason == "hand-over" && e.TargetId != null
            )
        );
        Assert.Contains("On leave", await ana.GetAsync($"/patients/{ana.Id}/tasks"));
    }

    [Fact]
    public async Task A_colleague_does_not_hand_over_what_is_not_theirs_and_a_director_does_without_learning_about_whom()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (colleague, next) = await app.SignedInAsync(Role.Nurse);
        var (director, _) = await app.SignedInAsync(Role.Director);
        await JoinAsync(ana, next, CareTeamRole.Nurse);
        using (await AskAsync(ana, "Call", $"{ana.StaffAccount.Id}")) { }
        var body = new
        {
            from = ana.StaffAccount.Id,
            to = next.Id,
            why = "Ill",
        };
        using var refused = await colleague.PostOnceAsync("/api/tasks/hand-over", body);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await director.PlainAsync("/tasks/hand-over");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"{ana.StaffAccount.DisplayName}: 1 task is open", page.Body);
        Assert.DoesNotContain("Sample", page.Body);
        using var handed = await director.PostOnceAsync("/api/tasks/hand-over", body);
        Assert.Equal(HttpStatusCode.OK, handed.StatusCode);
        Assert.Equal(next.Id, Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id)).ForAccountId);
    }

    [Fact]
    public async Task The_end_of_care_asks_somebody_to_call_and_what_was_recorded_in_error_asks_nobody()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var episode = $"/api/patients/{ana.Id}/episode";
        using (
            var ended = await ana.Staff.PostOnceAsync(
                $"{episode}/moves",
                new
                {
                    to = "discharged",
                    on = Day(),
                    discharge = "careCompleted",
                },
                match: await ana.Staff.VersionAsync(episode)
            )
        )
            Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        var task = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        Assert.Equal((ana.StaffAccount.Id, DateOnly.Parse(Day(7), CultureInfo.InvariantCulture)), (task.ForAccountId!.Value, task.DueOn));
        using (
            var back = await ana.Staff.PostOnceAsync(
                $"{episode}/reversals",
                new { reason = "Wrong person" },
                match: await ana.Staff.VersionAsync(episode)
            )
        )
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal(CareTaskState.Canceled, Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id)).State);
    }

    [Fact]
    public async Task Other_software_asks_for_one_and_ends_it_by_version()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var route = $"/api/patients/{ana.Id}/tasks";
        using var made = await ana.Staff.PostOnceAsync(
            route,
            new
            {
                what = "Call",
                forRole = "nurse",
                dueOn = Day(),
            }
        );
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Contains("\"what\":\"Call\"", await ana.GetAsync(route));
        Assert.Contains("\"what\":\"Call\"", await ana.GetAsync("/api/tasks"));
        var one = Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        using var blind = await ana.Staff.PutAsJsonAsync(new Uri($"{route}/{one.Id}/done", UriKind.Relative), new { note = "x" }, Stop);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(PersonInCare person, string what, string whom, int due = 0) =>
        person.SendAsync($"/patients/{person.Id}/tasks", ("what", what), ("for", whom), ("due", Day(due)));

    private Task JoinAsync(PersonInCare person, UserAccount account, CareTeamRole role) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(CareTeamMember), person.Id),
            db =>
            {
                db.Add(
                    CareTeamMember.Join(
                        Guid.CreateVersion7(),
                        person.Episode,
                        account.Id,
                        role,
                        DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1)
                    )
                );
                return Task.FromResult(true);
            },
            Stop
        );

    private async Task DisableAsync(UserAccount account)
    {
        await using var db = app.Store.CreateDbContext();
        db.Users.Single(u => u.Id == account.Id).DisabledAt = DateTime.UtcNow;
        await db.SaveChangesAsync(Stop);
    }
}
