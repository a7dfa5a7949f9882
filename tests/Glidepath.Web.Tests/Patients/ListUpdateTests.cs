using System.Net;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Patients;

/// <summary>Two people have the same list open. Whoever is second sees both versions, and neither loses anything.</summary>
public sealed class ListUpdateTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_problem_ended_by_somebody_else_is_a_409_with_both_versions()
    {
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        var id = await client.RegisterAsync("Wren", "Twice");
        var page = $"/patients/{id}/problems";
        await GlidepathApp.Send(client, page, ("what", "add:F41.0"), ("on", "2026-11-01"));
        var problem = Assert.Single(await PersonInCare.StoredAsync<Condition>(app, id));
        var stale = await FormAsync(client, page);
        using var theirs = await GlidepathApp.Send(client, page, ("what", $"resolve:{problem.Id}"), ("on", "2026-11-20"));
        Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);

        using var mine = await GlidepathApp.Submit(client, page, stale, ("what", $"error:{problem.Id}"), ("on", "2026-11-21"));
        var html = WebUtility.HtmlDecode(await mine.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, mine.StatusCode);
        Assert.Contains("Panic disorder, resolved", html);
        Assert.Contains("Panic disorder, active", html);
        Assert.Contains("Entered in error: Panic disorder", html);
        Assert.Equal(ConditionStatus.Resolved, Assert.Single(await PersonInCare.StoredAsync<Condition>(app, id)).Status);
    }

    [Fact]
    public async Task What_was_added_to_a_list_that_changed_is_kept_and_saved_when_asked_again()
    {
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        var id = await client.RegisterAsync("Wren", "Added");
        var page = $"/patients/{id}/problems";
        var stale = await FormAsync(client, page);
        await GlidepathApp.Send(client, page, ("what", "add:F41.0"), ("on", "2026-11-01"));
        (string, string)[] typed = [("what", "add:G47.00"), ("on", "2026-11-02")];
        using var mine = await GlidepathApp.Submit(client, page, stale, typed);
        Assert.Equal(HttpStatusCode.Conflict, mine.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<Condition>(app, id));
        var both = Assert
            .Single(
                GlidepathApp.FormIn().Matches(await mine.Content.ReadAsStringAsync(Stop)),
                m => m.Value.Contains("Save mine over theirs", StringComparison.Ordinal)
            )
            .Value;
        using var saved = await GlidepathApp.Submit(client, page, both, ("go", "save"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(
            ["G47.00", "F41.0"],
            (await PersonInCare.StoredAsync<Condition>(app, id)).OrderByDescending(c => c.On).Select(c => c.Code)
        );
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_done_once_and_is_no_conflict()
    {
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        var id = await client.RegisterAsync("Wren", "Clicked");
        var page = $"/patients/{id}/problems";
        var form = await FormAsync(client, page);
        for (var i = 0; i < 2; i++)
        {
            using var sent = await GlidepathApp.Submit(client, page, form, ("what", "add:F41.0"), ("on", "2026-11-01"));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }
        Assert.Single(await PersonInCare.StoredAsync<Condition>(app, id));
    }

    [Fact]
    public async Task A_team_changed_by_somebody_else_is_a_409_with_both_versions()
    {
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        var (director, _) = await app.SignedInAsync(Role.Director);
        var (_, therapist) = await app.SignedInAsync(Role.Therapist);
        var id = await nurse.RegisterAsync("Wren", "Team");
        var page = $"/patients/{id}/care-team";
        var member = Assert.Single(await PersonInCare.StoredAsync<CareTeamMember>(app, id));
        var stale = await FormAsync(director, page);
        await GlidepathApp.Send(director, page, ("what", $"join:{therapist.Id}"), ("role", "Therapist"));
        using var mine = await GlidepathApp.Submit(director, page, stale, ("what", $"leave:{member.Id}"));
        Assert.Equal(HttpStatusCode.Conflict, mine.StatusCode);
        Assert.Contains(
            "Test Therapist, therapist",
            WebUtility.HtmlDecode(await mine.Content.ReadAsStringAsync(Stop)),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.All(await PersonInCare.StoredAsync<CareTeamMember>(app, id), m => Assert.Null(m.To));
    }

    private static async Task<string> FormAsync(HttpClient client, string page) =>
        GlidepathApp
            .FormIn()
            .Matches(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop))
            .First(m => m.Value.Contains("name=\"what\"", StringComparison.Ordinal))
            .Value;
}
