using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>The account of a person in care: invited by who treats them, set up by the person alone, ended, and invited again.</summary>
public sealed partial class PatientAccountTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_treats_a_person_invites_them_once_somebody_made_sure_who_it_is()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Contains("No account yet", await ana.GetAsync(Page(ana)));
        using var unchecked_ = await ana.SendAsync(Page(ana), ("check", ""));
        Assert.Equal(HttpStatusCode.BadRequest, unchecked_.StatusCode);
        Assert.Contains("The identity check is missing.", await unchecked_.Content.ReadAsStringAsync(Stop));
        Assert.Null(await AccountAsync(ana));

        var code = await InviteAsync(ana);
        Assert.Contains("Invited, not set up yet", await ana.GetAsync(Page(ana)));
        var step = Assert.Single(await PersonInCare.StoredAsync<AccountStep>(app, ana.Id));
        Assert.Equal((AccountStepKind.Invited, IdentityCheck.PhotoIdentification), (step.Kind, step.Check));
        Assert.Contains("Invited to an account", await ana.GetAsync($"/patients/{ana.Id}"));

        // A slip that was lost: the code on it is worth nothing any more.
        var second = await InviteAsync(ana);
        Assert.Equal(HttpStatusCode.BadRequest, (await OpenAsync(app.Browser(), code)).Status);
        var person = app.Browser();
        var home = await EnrolAsync(person, second, $"river-{ana.Id:N}"[..20]);
        Assert.Contains("Hello, Ana", home);
        Assert.DoesNotMatch("[0-9] mg", home);
        Assert.Contains("\"setUp\"", await ana.GetAsync($"/api{Page(ana)}"), StringComparison.OrdinalIgnoreCase);
        var page = await ana.GetAsync(Page(ana));
        Assert.Contains("Set up, since", page);
        Assert.Contains(app.Store.Today.ToString("MMM d, yyyy", System.Globalization.CultureInfo.InvariantCulture), page);
    }

    [Fact]
    public async Task The_slip_says_nothing_of_the_person_the_program_or_why_somebody_comes()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var answer = await ana.SendAsync(Page(ana), ("check", "KnownInPerson"));
        var html = await answer.Content.ReadAsStringAsync(Stop);
        var slip = WebUtility.HtmlDecode(Tag().Replace(Slip().Match(html).Value, " "));
        Assert.Matches(Code(), slip);
        Assert.Contains("localhost/enrol", slip);
        Assert.Empty(NeutralMessage.TellingWords(slip));
        Assert.DoesNotContain("Ana", slip);
        Assert.DoesNotContain("Glidepath", slip);
        Assert.Contains("<title>Your sign-in</title>", html);
    }

    [Theory]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Therapist)]
    [InlineData(Role.Counsellor)]
    [InlineData(Role.Helpline)]
    [InlineData(Role.Director)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.PrivacyOfficer)]
    [InlineData(Role.Patient)]
    [InlineData(Role.Family)]
    public async Task Nobody_else_invites_them_or_learns_that_they_have_an_account(Role role)
    {
        var ana = await PersonInCare.MakeAsync(app);
        await InviteAsync(ana);
        var (other, _) = await app.SignedInAsync(role);
        foreach (var address in new[] { Page(ana), $"/api{Page(ana)}" })
        {
            using var seen = await other.GetAsync(new Uri(address, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, seen.StatusCode);
        }
        var form = FormOf(await ana.GetAsync(Page(ana)), "check");
        foreach (var (what, field, value) in new[] { ("invite", "check", "KnownInPerson"), ("end", "why", "left us") })
        {
            using var sent = await GlidepathApp.Submit(other, Page(ana), form.Replace("\"invite\"", $"\"{what}\""), (field, value));
            Assert.NotEqual(HttpStatusCode.OK, sent.StatusCode);
            Assert.NotEqual(HttpStatusCode.Redirect, sent.StatusCode);
        }
        Assert.Single(await PersonInCare.StoredAsync<AccountStep>(app, ana.Id));
    }

    [Fact]
    public async Task An_end_throws_everybody_out_at_once_and_a_second_person_confirms_the_next_code()
    {
        await using var own = new GlidepathApp { Demo = true };
        var nils = await StaffAsync(own, "nils.nurse");
        var finn = await PatientOfAsync(own, "pat.patient");
        var person = await StaffAsync(own, "pat.patient");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync(new Uri("/me", UriKind.Relative), Stop)).StatusCode);
        var page = $"/patients/{finn}/account";
        using var mute = await GlidepathApp.Send(nils, page, ("why", ""));
        Assert.Equal(HttpStatusCode.BadRequest, mute.StatusCode);
        using var ended = await GlidepathApp.Send(nils, page, ("why", "asked for it"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var out_ = await person.GetAsync(new Uri("/me", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
        using var no = await GlidepathApp.Send(
            own.Browser(),
            "/sign-in",
            ("name", "pat.patient"),
            ("password", Glidepath.Web.Accounts.DemoAccounts.Password)
        );
        Assert.Equal(HttpStatusCode.BadRequest, no.StatusCode);
        Assert.Contains("Ended: nobody can sign in", await nils.GetStringAsync(page, Stop));

        using var again = await GlidepathApp.Send(nils, page, ("check", "KnownInPerson"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("A new code waits for a second person", await nils.GetStringAsync(page, Stop));
        Assert.DoesNotMatch(Code(), await nils.GetStringAsync(page, Stop));
        var dora = await StaffAsync(own, "dora.director");
        Assert.Contains("Who it is: known in person", await dora.GetStringAsync("/privacy/account-requests", Stop));
        using var confirmed = await GlidepathApp.Send(
            dora,
            "/privacy/account-requests",
            ("id", await RequestAsync(own)),
            ("decision", "confirm")
        );
        var code = Code().Match(await confirmed.Content.ReadAsStringAsync(Stop)).Value;
        Assert.Contains("Hello, Finn", await EnrolAsync(own.Browser(), code, "quiet.river", own));
    }

    [Fact]
    public async Task An_invitation_that_ended_before_it_was_used_is_not_said_to_have_been_set_up()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await InviteAsync(ana);
        using var ended = await GlidepathApp.Send(ana.Staff, $"/patients/{ana.Id}/account", ("do", "end"), ("why", "wrong person"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        var page = await ana.GetAsync($"/patients/{ana.Id}/account");
        Assert.DoesNotContain("was set up before", page);
        Assert.Contains("The invitation was ended before anyone used it.", page);
    }

    [Fact]
    public async Task Whoever_is_signed_in_as_somebody_else_does_not_set_up_the_account()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var code = await InviteAsync(ana);
        var (status, html) = await OpenAsync(ana.Staff, code);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Someone else is signed in here.", html);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(app.Browser(), code)).Status);
    }

    [Fact]
    public async Task Who_runs_the_program_reads_a_record_number_and_no_name_among_the_accounts()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await InviteAsync(ana);
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        var people = await admin.GetStringAsync("/admin/people", Stop);
        Assert.Contains(RecordNumber.Of(ana.Id), people);
        Assert.DoesNotContain("Ana Sample", people);
    }

    [Fact]
    public async Task A_user_name_that_somebody_has_is_refused_and_the_code_still_works()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var code = await InviteAsync(ana);
        var taken = (await app.SignedInAsync(Role.Family)).Account.UserName!;
        var person = app.Browser();
        var html = (await OpenAsync(person, code)).Html;
        using var refused = await SetUpAsync(person, html, taken, app);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("That user name is taken.", await refused.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(person, code)).Status);
    }

    private static string Page(PersonInCare person) => $"/patients/{person.Id}/account";

    private static async Task<string> InviteAsync(PersonInCare person)
    {
        using var answer = await person.SendAsync(Page(person), ("check", "PhotoIdentification"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Code().Match(await answer.Content.ReadAsStringAsync(Stop)).Value;
    }

    private async Task<UserAccount?> AccountAsync(PersonInCare person)
    {
        await using var db = app.Store.CreateDbContext();
        return await db.Users.SingleOrDefaultAsync(u => u.PatientId == person.Id, Stop);
    }

    private static async Task<(HttpStatusCode Status, string Html)> OpenAsync(HttpClient client, string code)
    {
        using var answer = await GlidepathApp.Send(client, "/enrol", ("enrolment", code));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>To the end, as a person does it: code, name and password, recovery codes, home.</summary>
    private async Task<string> EnrolAsync(HttpClient person, string code, string name, GlidepathApp? host = null)
    {
        var html = (await OpenAsync(person, code)).Html;
        using var done = await SetUpAsync(person, html, name, host ?? app);
        var codes = await done.Content.ReadAsStringAsync(Stop);
        Assert.Contains("href=\"/home\"", codes);
        using var home = await person.GetAsync(new Uri("/home", UriKind.Relative), Stop);
        Assert.Equal("/me", home.Headers.Location?.OriginalString);
        return await person.GetStringAsync("/me", Stop);
    }

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient person, string html, string name, GlidepathApp host)
    {
        var secret = Base32Encoding.ToBytes(KeyIn().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
        return GlidepathApp.Submit(
            person,
            "/enrol",
            FormOf(html, "password"),
            ("name", name),
            ("password", EnrolmentTests.GoodPassword),
            ("code", new Totp(secret).ComputeTotp(host.Store.Clock.GetUtcNow().UtcDateTime))
        );
    }

    private static string FormOf(string html, string field) =>
        GlidepathApp.FormIn().Matches(html).Select(m => m.Value).First(f => f.Contains($"name=\"{field}\"", StringComparison.Ordinal));

    private static async Task<HttpClient> StaffAsync(GlidepathApp host, string name)
    {
        var client = host.Browser();
        using var answer = await GlidepathApp.Send(
            client,
            "/sign-in",
            ("name", name),
            ("password", Glidepath.Web.Accounts.DemoAccounts.Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static async Task<Guid> PatientOfAsync(GlidepathApp host, string name)
    {
        await using var db = host.Store.CreateDbContext();
        return (await db.Users.SingleAsync(u => u.UserName == name, Stop)).PatientId!.Value;
    }

    private static async Task<string> RequestAsync(GlidepathApp host)
    {
        await using var db = host.Store.CreateDbContext();
        return (await db.AccountRequests.SingleAsync(r => r.State == AccountRequestState.Waiting, Stop)).Id.ToString();
    }

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")]
    private static partial Regex Code();

    [GeneratedRegex("<code class=\"gp-code\">([A-Z2-7 ]{30,})</code>")]
    private static partial Regex KeyIn();

    [GeneratedRegex("<section class=\"[^\"]*gp-slip--neutral.*?</section>", RegexOptions.Singleline)]
    private static partial Regex Slip();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
