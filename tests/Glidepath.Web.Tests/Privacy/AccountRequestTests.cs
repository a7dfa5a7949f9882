using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>One person alone makes no way into an account that is there, nor an account of staff.</summary>
public sealed partial class AccountRequestTests
{
    private const string Page = "/privacy/account-requests",
        Why = "lost her phone on the train, she stood here with her badge";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_gets_no_code_for_a_clinician_and_the_second_person_alone_is_shown_it()
    {
        await using var app = new GlidepathApp { Demo = true };
        var (admin, director) = (await SignedInAsync(app, "ada.admin"), await SignedInAsync(app, "dora.director"));
        var thea = await IdAsync(app, "thea.therapist");
        using var asked = await GlidepathApp.Send(
            admin,
            $"/admin/people/{thea}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.DoesNotMatch(Code(), await admin.GetStringAsync($"/admin/people/{thea}", Now));
        Assert.Empty(await CodesAsync(app, thea));

        using var confirmed = await DecideAsync(director, "confirm");
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        var code = Code().Match(await confirmed.Content.ReadAsStringAsync(Now)).Value;
        Assert.NotEmpty(code);
        Assert.Single(await CodesAsync(app, thea));
        Assert.DoesNotMatch(Code(), await admin.GetStringAsync($"/admin/people/{thea}", Now));
        Assert.DoesNotMatch(Code(), await admin.GetStringAsync(Page, Now));
        Assert.DoesNotMatch(Code(), await director.GetStringAsync(Page, Now));
        using var opened = await GlidepathApp.Send(app.Browser(), "/enrol", ("enrolment", code));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("thea.therapist", await opened.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_is_told_at_the_next_sign_in_until_they_say_that_they_know_and_reads_it_ever_after()
    {
        await using var app = new GlidepathApp { Demo = true };
        var (admin, director) = (await SignedInAsync(app, "ada.admin"), await SignedInAsync(app, "dora.director"));
        var thea = await IdAsync(app, "thea.therapist");
        using var asked = await GlidepathApp.Send(
            admin,
            $"/admin/people/{thea}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        // Already while it waits: the owner is the one who knows whether it is true.
        await KnowsAsync("Waiting for a second person");
        using var confirmed = await DecideAsync(director, "confirm");
        await KnowsAsync("Confirmed by Dora Director");
        var again = app.Browser();
        Assert.Equal("/home", (await SignInAsync(again, "thea.therapist"))?.OriginalString);
        var account = await again.GetStringAsync("/account", Now);
        Assert.Contains("Confirmed by Dora Director", account, StringComparison.Ordinal);
        Assert.Contains("Ada Admin", account, StringComparison.Ordinal);
        Assert.Contains(Why, account, StringComparison.Ordinal);

        async Task KnowsAsync(string words)
        {
            var owner = app.Browser();
            for (var i = 0; i < 2; i++)
                Assert.Equal("/account/changes", (await SignInAsync(i == 0 ? app.Browser() : owner, "thea.therapist"))?.OriginalString);
            Assert.Contains(words, await owner.GetStringAsync("/account/changes", Now), StringComparison.Ordinal);
            using var told = await GlidepathApp.Send(owner, "/account/changes", ("do", "told"));
            Assert.Equal("/home", told.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task Who_asked_who_is_concerned_whose_account_is_new_and_whose_account_the_asker_made_cannot_confirm()
    {
        await using var app = new GlidepathApp { Demo = true };
        var admin = await SignedInAsync(app, "ada.admin");
        var ada = await IdAsync(app, "ada.admin");
        var thea = await IdAsync(app, "thea.therapist");
        var (fresh, made) = (await app.SignedInAsync(Role.Director), await app.SignedInAsync(Role.PrivacyOfficer));
        await AgeAsync(app, made.Account.Id, 30);
        await app.Store.Records.NoteAsync(
            new RequestActor(ada, nameof(Role.Administrator), "test"),
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: made.Account.Id, Reason: "add.PrivacyOfficer"),
            Now
        );
        using var asked = await GlidepathApp.Send(
            admin,
            $"/admin/people/{thea}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        foreach (
            var (who, why) in new[]
            {
                (admin, "You asked for this."),
                (fresh.Client, "less than 7 days old"),
                (made.Client, "made your account"),
            }
        )
        {
            var html = WebUtility.HtmlDecode(await who.GetStringAsync(Page, Now));
            Assert.Contains(why, html, StringComparison.Ordinal);
            Assert.DoesNotContain("value=\"confirm\"", html, StringComparison.Ordinal);
            // And not by hand either.
            using var no = await DecideAsync(who, "confirm");
            Assert.Equal(HttpStatusCode.BadRequest, no.StatusCode);
            Assert.Contains(why, WebUtility.HtmlDecode(await no.Content.ReadAsStringAsync(Now)), StringComparison.Ordinal);
        }
        Assert.Empty(await CodesAsync(app, thea));
        await using (var db = app.Store.CreateDbContext())
            Assert.Equal(3, await db.AuditEvents.CountAsync(e => e.Reason == "request.confirm" && e.Outcome == AuditOutcome.Refused, Now));
        using var withdrawn = await DecideAsync(admin, "refuse");
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(AccountRequestState.Withdrawn, Assert.Single(await RequestsAsync(app)).State);

        // About her own account the director does not confirm; the officer does.
        var director = await SignedInAsync(app, "dora.director");
        var dora = await IdAsync(app, "dora.director");
        using var about = await GlidepathApp.Send(
            admin,
            $"/admin/people/{dora}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        using var own = await DecideAsync(director, "confirm");
        Assert.Equal(HttpStatusCode.BadRequest, own.StatusCode);
        using var yes = await DecideAsync(await SignedInAsync(app, "olga.officer"), "confirm");
        Assert.Equal(HttpStatusCode.OK, yes.StatusCode);
    }

    [Fact]
    public async Task A_prescriber_of_her_own_waits_whether_made_anew_or_by_another_role()
    {
        await using var app = new GlidepathApp { Demo = true };
        var admin = await SignedInAsync(app, "ada.admin");
        // So that she is not the last one.
        await app.SignedInAsync(Role.Administrator);
        using var vague = await AddAsync(admin, "my.prescriber", "Prescriber", "aaaaaaaaaaaaaaaaaaaaaaaa");
        Assert.Equal(HttpStatusCode.BadRequest, vague.StatusCode);
        using var added = await AddAsync(admin, "my.prescriber", "Prescriber", "she begins with us on Monday");
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Empty(await CodesAsync(app, await IdAsync(app, "my.prescriber")));

        // The first code of a family member is issued by one person; a role of staff for that account is not.
        using var family = await AddAsync(admin, "my.family", "Family", "");
        Assert.Matches(Code(), await family.Content.ReadAsStringAsync(Now));
        foreach (var name in new[] { "my.family", "ada.admin" })
        {
            var id = await IdAsync(app, name);
            using var role = await GlidepathApp.Send(
                admin,
                $"/admin/people/{id}",
                ("role", "Prescriber"),
                ("role-reason", "she begins with us on Monday")
            );
            Assert.Equal(HttpStatusCode.Redirect, role.StatusCode);
            Assert.NotEqual("Prescriber", await RoleAsync(app, id));
        }
        using var code = await GlidepathApp.Send(
            admin,
            $"/admin/people/{await IdAsync(app, "pat.patient")}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", "he has a new phone, he came here himself")
        );
        Assert.Empty(await CodesAsync(app, await IdAsync(app, "pat.patient")));
        Assert.Equal(4, (await RequestsAsync(app)).Count(r => r.State is AccountRequestState.Waiting));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/admin", Now)).StatusCode);
    }

    [Fact]
    public async Task A_role_counts_once_the_second_person_confirms_it_and_ends_the_sessions_of_before()
    {
        await using var app = new GlidepathApp { Demo = true };
        var (admin, officer, nurse) = (
            await SignedInAsync(app, "ada.admin"),
            await SignedInAsync(app, "olga.officer"),
            await SignedInAsync(app, "nils.nurse")
        );
        var nils = await IdAsync(app, "nils.nurse");
        using var asked = await GlidepathApp.Send(
            admin,
            $"/admin/people/{nils}",
            ("role", "Therapist"),
            ("role-reason", "passed his exam, changes teams in May")
        );
        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync("/account", Now)).StatusCode);
        using var confirmed = await DecideAsync(officer, "confirm");
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal("Therapist", await RoleAsync(app, nils));
        Assert.Equal(HttpStatusCode.Redirect, (await nurse.GetAsync("/account", Now)).StatusCode);
    }

    [Fact]
    public async Task Confirming_asks_who_it_is_a_second_click_shows_a_code_too_and_a_refused_request_stays_refused()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Demo = true, Clock = clock };
        var (admin, director) = (await SignedInAsync(app, "ada.admin"), await SignedInAsync(app, "dora.director"));
        var thea = await IdAsync(app, "thea.therapist");
        using var asked = await GlidepathApp.Send(
            admin,
            $"/admin/people/{thea}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        using var twice = await GlidepathApp.Send(
            admin,
            $"/admin/people/{thea}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why + " again")
        );
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        clock.Advance(StepUp.Lasts);
        using var late = await DecideAsync(director, "confirm");
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        director = await SignedInAsync(app, "dora.director");
        var id = Assert.Single(await RequestsAsync(app)).Id;
        for (var click = 0; click < 2; click++)
        {
            using var confirmed = await DecideAsync(director, "confirm", id);
            Assert.Matches(Code(), await confirmed.Content.ReadAsStringAsync(Now));
        }
        Assert.Single(await CodesAsync(app, thea));
        using var other = await DecideAsync(await SignedInAsync(app, "olga.officer"), "confirm", id);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);

        using var anew = await GlidepathApp.Send(
            await SignedInAsync(app, "ada.admin"),
            $"/admin/people/{thea}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        using var refused = await DecideAsync(director, "refuse");
        using var after = await DecideAsync(director, "confirm", (await RequestsAsync(app)).MaxBy(r => r.AskedAt)!.Id);
        Assert.Equal(HttpStatusCode.BadRequest, after.StatusCode);
    }

    [Fact]
    public async Task A_request_that_nobody_confirms_in_seven_days_has_to_be_asked_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Demo = true, Clock = clock };
        var thea = await IdAsync(app, "thea.therapist");
        using var asked = await GlidepathApp.Send(
            await SignedInAsync(app, "ada.admin"),
            $"/admin/people/{thea}",
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        clock.Advance(SecondPerson.WaitsFor);
        using var late = await DecideAsync(
            await SignedInAsync(app, "dora.director"),
            "confirm",
            Assert.Single(await RequestsAsync(app)).Id
        );
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        Assert.Empty(await CodesAsync(app, thea));
    }

    [Fact]
    public async Task A_director_asks_for_staff_and_codes_and_an_administrator_confirms()
    {
        await using var app = new GlidepathApp { Demo = true };
        var (admin, director) = (await SignedInAsync(app, "ada.admin"), await SignedInAsync(app, "dora.director"));
        using var staff = await GlidepathApp.Send(
            director,
            Page,
            ("display-name", "New Nurse"),
            ("name", "new.nurse"),
            ("role", "Nurse"),
            ("reason", "begins on the ward on Monday")
        );
        Assert.Equal(HttpStatusCode.Redirect, staff.StatusCode);
        using var confirmed = await DecideAsync(admin, "confirm");
        Assert.Matches(Code(), await confirmed.Content.ReadAsStringAsync(Now));
        using var unknown = await GlidepathApp.Send(
            director,
            Page,
            ("user", "no.body"),
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using var code = await GlidepathApp.Send(
            director,
            Page,
            ("user", "nils.nurse"),
            ("code-check", "PhotoIdentification"),
            ("code-reason", Why)
        );
        Assert.Equal(HttpStatusCode.Redirect, code.StatusCode);
        Assert.Single(await RequestsAsync(app), r => r.State is AccountRequestState.Waiting);
    }

    [Fact]
    public async Task Before_the_first_patient_one_person_sets_up_and_the_officer_reads_it_later()
    {
        await using var app = new GlidepathApp();
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        using var added = await AddAsync(admin, "first.prescriber", "Prescriber", "");
        Assert.Matches(Code(), await added.Content.ReadAsStringAsync(Now));
        await Clinic.OpenAsync(app);
        using var late = await AddAsync(admin, "next.prescriber", "Prescriber", "");
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        var (officer, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        var list = await officer.GetStringAsync(Page, Now);
        Assert.Contains("Done by one person, before the first patient", list, StringComparison.Ordinal);
        Assert.Contains("first.prescriber", list, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient admin, string name, string role, string reason) =>
        GlidepathApp.Send(admin, "/admin/people", ("name", name), ("display-name", "Somebody New"), ("role", role), ("reason", reason));

    /// <summary>The first that waits, or this one; by hand where the page offers no button.</summary>
    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, string decision, Guid? id = null)
    {
        var html = await client.GetStringAsync(Page, Now);
        var token = WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value);
        var request = id?.ToString() ?? Waiting().Match(html).Groups[1].Value;
        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            new("_handler", "page"),
            new("do", "decide"),
            new("id", request),
            new("decision", decision),
        ]);
        return await client.PostAsync(new Uri(Page, UriKind.Relative), content, Now);
    }

    private static async Task<HttpClient> SignedInAsync(GlidepathApp app, string name)
    {
        var client = app.Browser();
        Assert.NotNull(await SignInAsync(client, name));
        return client;
    }

    /// <returns>Where it leads; null where it did not let in.</returns>
    private static async Task<Uri?> SignInAsync(HttpClient client, string name)
    {
        using var answer = await GlidepathApp.Send(client, "/sign-in", ("name", name), ("password", DemoAccounts.Password), ("code", ""));
        return answer.Headers.Location;
    }

    private static async Task<Guid> IdAsync(GlidepathApp app, string name)
    {
        await using var db = app.Store.CreateDbContext();
        return await db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync(Now);
    }

    private static async Task<string> RoleAsync(GlidepathApp app, Guid id)
    {
        await using var db = app.Store.CreateDbContext();
        return await db.Users.Where(u => u.Id == id).Select(u => u.Role).SingleAsync(Now);
    }

    private static async Task AgeAsync(GlidepathApp app, Guid id, int days)
    {
        await using var db = app.Store.CreateDbContext();
        (await db.Users.SingleAsync(u => u.Id == id, Now)).CreatedAt -= TimeSpan.FromDays(days);
        await db.SaveChangesAsync(Now);
    }

    private static async Task<List<AccountCode>> CodesAsync(GlidepathApp app, Guid id)
    {
        await using var db = app.Store.CreateDbContext();
        return await db.AccountCodes.Where(c => c.AccountId == id && c.Kind == AccountCodeKind.Enrolment).ToListAsync(Now);
    }

    private static async Task<List<AccountRequest>> RequestsAsync(GlidepathApp app)
    {
        await using var db = app.Store.CreateDbContext();
        return await db.AccountRequests.AsNoTracking().ToListAsync(Now);
    }

    [GeneratedRegex("(?<=<code class=\"gp-code\">)[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")]
    private static partial Regex Code();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<input type=\"hidden\" name=\"id\" value=\"([^\"]+)\"")]
    private static partial Regex Waiting();
}
