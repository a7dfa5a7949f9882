using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Tasks;

/// <summary>
/// Whose task it is when somebody leaves: a successor from the same care team, or visibly nobody. Never who cannot sign in.
/// </summary>
public sealed class TaskSuccessorTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_ends_at_once_and_each_task_goes_to_whom_its_care_team_has_or_waits_for_a_person()
    {
        var (ana, ben, cleo) = (
            await PersonInCare.MakeAsync(app),
            await PersonInCare.MakeAsync(app, onTeam: false),
            await PersonInCare.MakeAsync(app, onTeam: false)
        );
        var gone = ana.StaffAccount;
        await JoinAsync(ben, gone, CareTeamRole.Nurse);
        await JoinAsync(cleo, gone, CareTeamRole.Nurse);
        var (_, first) = await app.SignedInAsync(Role.Nurse);
        var (second, next) = await app.SignedInAsync(Role.Prescriber);
        await JoinAsync(ana, first, CareTeamRole.Nurse);
        await JoinAsync(ben, next, CareTeamRole.Prescriber);
        foreach (var person in new[] { ana, ben, cleo })
            using (await AskAsync(ana.Staff, person, gone)) { }
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        var page = $"/admin/people/{gone.Id}";
        var shown = (await admin.PlainAsync(page)).Body;
        Assert.DoesNotContain("Sample", shown, StringComparison.Ordinal);
        Assert.Contains("whom nobody else treats", shown, StringComparison.Ordinal);
        // Of two care teams, one successor is named, and for the other nobody.
        var field = Regex
            .Matches(shown, "<select[^>]*name=\"(next-[0-9a-f]+)\".*?</select>", RegexOptions.Singleline)
            .Single(m => m.Value.Contains($"{first.Id}", StringComparison.Ordinal))
            .Groups[1]
            .Value;
        using (var done = await GlidepathApp.Send(admin, page, [("do", "disable"), ("alone", "yes"), (field, $"{first.Id}")]))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        await using var db = app.Store.CreateDbContext();
        Assert.NotNull(db.Users.Single(u => u.Id == gone.Id).DisabledAt);
        Assert.Equal(first.Id, (await OneAsync(ana)).ForAccountId);
        foreach (var person in new[] { ben, cleo })
            Assert.True((await OneAsync(person)).NeedsPerson);

        // The team and the director see it, and somebody takes it over.
        Assert.Contains("Needs a person: Call", (await second.PlainAsync("/today")).Body, StringComparison.Ordinal);
        Assert.Contains("needs a person", (await second.PlainAsync("/tasks")).Body, StringComparison.Ordinal);
        var (director, _) = await app.SignedInAsync(Role.Director);
        var told = (await director.PlainAsync("/director")).Body;
        Assert.Contains(RecordNumber.Of(ben.Id), told, StringComparison.Ordinal);
        Assert.Contains(RecordNumber.Of(cleo.Id), told, StringComparison.Ordinal);
        var task = $"/patients/{ben.Id}/tasks/{(await OneAsync(ben)).Id}";
        using (var unsaid = await GlidepathApp.Send(second, task, [("what", "hand")]))
            Assert.Contains("Choose who takes it over.", await unsaid.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using (
            var taken = await GlidepathApp.Send(second, task, [("what", "hand"), ("to", $"{next.Id}"), ("note", "I see her on Monday.")])
        )
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(next.Id, (await OneAsync(ben)).ForAccountId);
        Assert.Contains("from nobody to", (await second.PlainAsync($"/patients/{ben.Id}/tasks")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(RecordNumber.Of(ben.Id), (await director.PlainAsync("/director")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Who_leaves_a_care_team_hands_over_the_tasks_about_that_person(bool isNamed, bool hasPrescriber)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (_, other) = await app.SignedInAsync(Role.Therapist);
        var (_, prescriber) = await app.SignedInAsync(Role.Prescriber);
        await JoinAsync(ana, other, CareTeamRole.Therapist);
        if (hasPrescriber)
            await JoinAsync(ana, prescriber, CareTeamRole.Prescriber);
        using (await AskAsync(ana.Staff, ana, ana.StaffAccount)) { }
        var (director, _) = await app.SignedInAsync(Role.Director);
        var member = (await PersonInCare.StoredAsync<CareTeamMember>(app, ana.Id)).Single(m => m.AccountId == ana.StaffAccount.Id);
        (string, string)[] leave = [("what", $"leave:{member.Id}")];
        using (
            var absent = await GlidepathApp.Send(director, $"/patients/{ana.Id}/care-team", [.. leave, ("next", $"{ana.StaffAccount.Id}")])
        )
            Assert.Contains("Choose a clinician who stays", await absent.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using (
            var left = await GlidepathApp.Send(
                director,
                $"/patients/{ana.Id}/care-team",
                isNamed ? [.. leave, ("next", $"{other.Id}")] : leave
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Guid? expected =
            isNamed ? other.Id
            : hasPrescriber ? prescriber.Id
            : null;
        Assert.Equal(expected, (await OneAsync(ana)).ForAccountId);
    }

    private async Task<CareTask> OneAsync(PersonInCare person) => Assert.Single(await PersonInCare.StoredAsync<CareTask>(app, person.Id));

    private static Task<HttpResponseMessage> AskAsync(HttpClient by, PersonInCare about, UserAccount whom) =>
        GlidepathApp.Send(
            by,
            $"/patients/{about.Id}/tasks",
            [
                ("what", "Call"),
                ("for", $"{whom.Id}"),
                ("due", DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ]
        );

    private Task JoinAsync(PersonInCare person, UserAccount account, CareTeamRole role) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(CareTeamMember), person.Id),
            db =>
            {
                db.Add(CareTeamMember.Join(Guid.CreateVersion7(), person.Episode, account.Id, role, app.Store.Today.AddDays(-1)));
                return Task.FromResult(true);
            },
            Stop
        );
}
