using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>
/// Thought records, chains and the roots page in the hands of others: nothing of what is not shared by any way, all of what is, and nothing
/// again once it is taken back.
/// </summary>
public sealed class OwnWorkKeptTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Thought = "the night thought of canary one",
        Chain = "the kitchen of canary two",
        Roots = "the loud house of canary three";

    private static readonly string[] Words = [Thought, Chain, Roots];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_shared_is_found_by_nobody_else_what_is_shared_by_the_team_and_taken_back_by_nobody()
    {
        var clinic = await Clinic.OpenAsync(app);
        var own = await WrittenAsync(clinic);
        var others = await OthersAsync(clinic);
        foreach (var (who, client, page) in others)
        foreach (var word in Words)
            Assert.False(await FindsAsync(client, page, word), $"{who} found {word} on {page}, and it is not shared.");
        // The person reads all of it, and takes all of it along.
        var record = WebUtility.HtmlDecode(await own.GetStringAsync(new Uri("/me/record", UriKind.Relative), Stop));
        Assert.All(Words, word => Assert.Contains(word, record));

        await ShareAllAsync(clinic, own, "share");
        foreach (var (who, client, page) in others.Where(o => IsOfTeam(o.Who)))
        foreach (var word in Words)
            Assert.True(await FindsAsync(client, page, word), $"{who} did not find {word} on {page}, and it is shared.");
        foreach (var (who, client, page) in others.Where(o => !IsOfTeam(o.Who) && o.Who is not "family"))
        foreach (var word in Words)
            Assert.False(await FindsAsync(client, page, word), $"{who} found {word} on {page}, and is not of the team.");
        // A consent for therapy work is one for what is shared.
        foreach (var (_, client, page) in others.Where(o => o.Who is "family"))
            Assert.True(await FindsAsync(client, page, Thought));

        await ShareAllAsync(clinic, own, "hide");
        foreach (var (who, client, page) in others)
        foreach (var word in Words)
            Assert.False(await FindsAsync(client, page, word), $"{who} found {word} on {page}, and it was taken back.");
    }

    [Fact]
    public async Task A_copy_for_others_holds_what_is_shared_and_no_more()
    {
        var clinic = await Clinic.OpenAsync(app);
        var own = await WrittenAsync(clinic);
        var consent = await clinic.GiveConsentAsync(("categories", "TherapyWork"));
        foreach (var isShared in new[] { false, true, false })
        {
            await ShareAllAsync(clinic, own, isShared ? "share" : "hide");
            foreach (var how in new[] { "print", "csv", "json" })
            {
                using var answer = await clinic.ShareAsync(
                    clinic.Prescriber,
                    how,
                    $"Consent {consent}",
                    ("purpose", "Treatment"),
                    ("categories", "TherapyWork")
                );
                var text = WebUtility.HtmlDecode(await Clinic.Text(answer));
                Assert.All(Words, word => Assert.Equal(isShared, text.Contains(word, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task A_therapist_edits_the_roots_page_with_the_person_only_while_it_is_shared()
    {
        var clinic = await Clinic.OpenAsync(app);
        var own = await WrittenAsync(clinic);
        var therapist = await JoinedAsync(clinic, Role.Therapist, CareTeamRole.Therapist);
        var nurse = await JoinedAsync(clinic, Role.Nurse, CareTeamRole.Nurse);
        var page = $"/patients/{clinic.PatientId}/therapy/roots";
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(therapist, page));
        await ShareAllAsync(clinic, own, "share");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(nurse, page));
        var form = await FormAsync(therapist, page);
        using var saved = await GlidepathApp.Submit(
            therapist,
            page,
            form,
            ("early", Roots),
            ("beliefs", "I'm on my own.\r\n\r\nNo one comes.")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var sheet = Assert.Single(await clinic.AllAsync<RootsSheet>());
        Assert.Equal(["I'm on my own.", "No one comes."], sheet.Lines.Beliefs);
        Assert.Contains("by Test Therapist", await own.GetStringAsync(new Uri("/me/roots", UriKind.Relative), Stop));
        // The person was at it in the meantime: the therapist sees both, and writes nothing over.
        var stale = await FormAsync(therapist, page);
        using var theirs = await Clinic.Send(own, "/me/roots", ("do", "keep"), ("early", Roots), ("use", "I lie awake."));
        Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);
        using var conflict = await GlidepathApp.Submit(therapist, page, stale, ("early", "Something else"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var both = WebUtility.HtmlDecode(await conflict.Content.ReadAsStringAsync(Stop));
        Assert.Contains("I lie awake.", both);
        Assert.Contains("Something else", both);
        // Taken back while the form was open: nothing is found, and nothing is written.
        var open = await FormAsync(therapist, page);
        await ShareAllAsync(clinic, own, "hide");
        using var late = await GlidepathApp.Submit(therapist, page, open, ("early", "Too late"));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal(["I lie awake."], Assert.Single(await clinic.AllAsync<RootsSheet>()).Lines.Use);
    }

    [Fact]
    public async Task The_person_who_was_slower_than_their_therapist_sees_both_versions()
    {
        var clinic = await Clinic.OpenAsync(app);
        var own = await WrittenAsync(clinic);
        await ShareAllAsync(clinic, own, "share");
        var therapist = await JoinedAsync(clinic, Role.Therapist, CareTeamRole.Therapist);
        var stale = await FormAsync(own, "/me/roots");
        var page = $"/patients/{clinic.PatientId}/therapy/roots";
        using var faster = await GlidepathApp.Submit(therapist, page, await FormAsync(therapist, page), ("early", "Said in the session"));
        Assert.Equal(HttpStatusCode.Redirect, faster.StatusCode);
        using var slower = await GlidepathApp.Submit(own, "/me/roots", stale, ("early", "Typed on the phone"));
        Assert.Equal(HttpStatusCode.Conflict, slower.StatusCode);
        var both = WebUtility.HtmlDecode(await slower.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Said in the session", both);
        Assert.Contains("Typed on the phone", both);
        Assert.Equal(["Said in the session"], Assert.Single(await clinic.AllAsync<RootsSheet>()).Lines.Early);
    }

    [Fact]
    public async Task A_kind_that_is_not_shared_is_named_without_a_count_or_a_day()
    {
        var clinic = await Clinic.OpenAsync(app);
        var own = await WrittenAsync(clinic);
        var therapist = await JoinedAsync(clinic, Role.Therapist, CareTeamRole.Therapist);
        var page = await therapist.GetStringAsync(new Uri($"/patients/{clinic.PatientId}/therapy", UriKind.Relative), Stop);
        Assert.Contains("Thought records: not shared", page);
        Assert.Contains("Roots page: not shared", page);
        var json = await therapist.GetStringAsync(new Uri($"/api/patients/{clinic.PatientId}/therapy", UriKind.Relative), Stop);
        Assert.Contains("\"thoughts\":[]", json);
        Assert.Contains("\"chains\":[]", json);
        // All of a kind at once, by the page of sharing.
        using var all = await Clinic.Send(own, "/me/sharing", ("do", "choose"), ("kind", "Thoughts"), ("share", "all"));
        Assert.Equal(HttpStatusCode.Redirect, all.StatusCode);
        json = await therapist.GetStringAsync(new Uri($"/api/patients/{clinic.PatientId}/therapy", UriKind.Relative), Stop);
        Assert.Contains(Thought, json);
        Assert.DoesNotContain(Chain, json);
    }

    private async Task<HttpClient> WrittenAsync(Clinic clinic)
    {
        var (own, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        using var thought = await GlidepathApp.Send(own, "/me/thoughts/new", ("first", Thought));
        using var chain = await GlidepathApp.Send(own, "/me/chains/new", ("people", ""), ("places", Chain), ("share", "me"));
        using var roots = await Clinic.Send(own, "/me/roots", ("do", "keep"), ("early", Roots));
        Assert.All([thought, chain, roots], saved => Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode));
        return own;
    }

    /// <param name="what">"share" or "hide".</param>
    private static async Task ShareAllAsync(Clinic clinic, HttpClient own, string what)
    {
        var (thought, chain) = (
            Assert.Single(await clinic.AllAsync<ThoughtRecord>()),
            Assert.Single(await clinic.AllAsync<Treatment.Therapy.Chain>())
        );
        if (thought.IsShared == what is "share")
            return;
        using var one = await Clinic.Send(own, "/me/thoughts", ("do", what), ("id", $"{thought.Id}"));
        using var two = await Clinic.Send(own, "/me/chains", ("do", what), ("id", $"{chain.Id}"));
        using var three = await Clinic.Send(own, "/me/roots", ("do", what));
        Assert.All([one, two, three], done => Assert.Equal(HttpStatusCode.Redirect, done.StatusCode));
    }

    private static bool IsOfTeam(string who) => who is "prescriber" or "therapist" or "nurse" or "counselor";

    /// <summary>Everyone else with each page on which it could stand.</summary>
    private async Task<List<(string Who, HttpClient Client, string Page)>> OthersAsync(Clinic clinic)
    {
        var (sister, account) = await app.SignedInAsync(Role.Family);
        await clinic.GiveConsentAsync(
            ("recipient", account.DisplayName),
            ("recipient-classes", "Family"),
            ("family-account", account.UserName!),
            ("purposes", "FamilySupport"),
            ("categories", "TherapyWork")
        );
        var staff = new List<(string Who, HttpClient Client)>
        {
            ("prescriber", clinic.Prescriber),
            ("therapist", await JoinedAsync(clinic, Role.Therapist, CareTeamRole.Therapist)),
            ("nurse", await JoinedAsync(clinic, Role.Nurse, CareTeamRole.Nurse)),
            ("counselor", await JoinedAsync(clinic, Role.Counsellor, CareTeamRole.Counsellor)),
            ("another therapist", (await app.SignedInAsync(Role.Therapist)).Client),
            ("officer", (await app.SignedInAsync(Role.PrivacyOfficer)).Client),
            ("director", (await app.SignedInAsync(Role.Director)).Client),
            ("administrator", (await app.SignedInAsync(Role.Administrator)).Client),
            ("front desk", (await app.SignedInAsync(Role.FrontDesk)).Client),
            ("another patient", (await app.SignedInAsync(Role.Patient, Guid.CreateVersion7())).Client),
        };
        return
        [
            .. staff.SelectMany(s => new[] { "", "api/" }.Select(way => (s.Who, s.Client, $"/{way}patients/{clinic.PatientId}/therapy"))),
            ("family", sister, "/family/updates"),
        ];
    }

    private async Task<HttpClient> JoinedAsync(Clinic clinic, Role role, CareTeamRole on)
    {
        var (client, account) = await app.SignedInAsync(role);
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(CareTeamMember), clinic.PatientId),
            async db =>
            {
                var episode = await db.Set<EpisodeOfCare>().SingleAsync(e => e.PatientId == clinic.PatientId, Stop);
                db.Add(CareTeamMember.Join(Guid.CreateVersion7(), episode, account.Id, on, clinic.Today));
                return true;
            },
            Stop
        );
        return client;
    }

    private static async Task<bool> FindsAsync(HttpClient client, string page, string word)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Stop);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)).Contains(word, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    private static async Task<string> FormAsync(HttpClient client, string page) =>
        GlidepathApp
            .FormIn()
            .Matches(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop))
            .Select(m => m.Value)
            .First(f => f.Contains("name=\"early\"", StringComparison.Ordinal));
}
