using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

public sealed class AccessTests(GlidepathApp shared) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_stranger_at_a_closed_door_is_asked_to_sign_in_and_the_address_tells_nothing()
    {
        using var answer = await shared.Stranger().GetAsync("/admin/people?secret=1", Now);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in?back=", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain("people", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Patient)]
    [InlineData(Role.Director)]
    public async Task Somebody_without_the_right_finds_nothing_there(Role role)
    {
        var (client, _) = await shared.SignedInAsync(role);
        foreach (
            var address in new[]
            {
                "/admin",
                "/admin/people",
                "/admin/organisation",
                "/admin/store",
                "/admin/directory",
                $"/admin/people/{Guid.NewGuid()}",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Now)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Now)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer()
    {
        await using var app = new GlidepathApp { Demo = true };
        var (known, unknown) = (await TextAsync(app, "nils.nurse"), await TextAsync(app, "nils.nobody"));
        Assert.Equal(
            known.Replace("nils.nurse", "X", StringComparison.Ordinal),
            unknown.Replace("nils.nobody", "X", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Ten_wrong_tries_from_one_place_make_the_next_one_wait_whether_the_name_exists_or_not()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        foreach (var name in new[] { "nils.nurse", "nils.nobody" })
        {
            for (var i = 0; i < AttemptLimits.Free; i++)
                Assert.DoesNotContain("too many tries", await TextAsync(app, name));
            Assert.Contains("too many tries", await TextAsync(app, name));
        }
        Assert.Equal(HttpStatusCode.BadRequest, await EnrolmentTests.SignInAsync(app.Browser(), "nils.nurse", DemoAccounts.Password, ""));
        _clock.Advance(AttemptLimits.FirstWait + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(app.Browser(), "nils.nurse", DemoAccounts.Password, ""));
    }

    [Fact]
    public async Task Somebody_disabled_or_given_another_role_is_out_at_once()
    {
        var (admin, _) = await shared.SignedInAsync(Role.Administrator);
        foreach (var change in new (string, string)[][] { [("do", "disable")], [("do", "role"), ("role", "Therapist")] })
        {
            var (client, account) = await shared.SignedInAsync(Role.Nurse);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Now)).StatusCode);
            using var done = await PostAsync(admin, $"/admin/people/{account.Id}", change);
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account", Now)).StatusCode);
        }
    }

    [Fact]
    public async Task After_ten_minutes_a_change_asks_who_it_is_and_does_nothing_before()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        _clock.Advance(StepUp.Lasts);
        using var answer = await GlidepathApp.Send(
            admin,
            "/admin/people",
            ("name", "late.nurse"),
            ("display-name", "Late Nurse"),
            ("role", "Nurse")
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Contains("Is it you?", html);
        Assert.Contains("name=\"held\"", html);
        await using var db = app.Store.CreateDbContext();
        Assert.False(await db.Users.AnyAsync(u => u.UserName == "late.nurse", Now));
    }

    [Fact]
    public async Task What_was_sent_before_the_question_is_kept_and_sent_after_it()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var client = app.Browser();
        Assert.Equal(HttpStatusCode.Redirect, await EnrolmentTests.SignInAsync(client, "ada.admin", DemoAccounts.Password, ""));
        _clock.Advance(StepUp.Lasts);
        using var asked = await GlidepathApp.Send(
            client,
            "/admin/people",
            ("name", "late.nurse"),
            ("display-name", "Late Nurse"),
            ("role", "Nurse"),
            ("reason", "begins on the ward on Monday")
        );
        using var thanked = await SubmitAsync(
            client,
            "/account/confirm",
            await asked.Content.ReadAsStringAsync(Now),
            ("password", DemoAccounts.Password)
        );
        using var sent = await SubmitAsync(client, "/admin/people", await thanked.Content.ReadAsStringAsync(Now));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await using var db = app.Store.CreateDbContext();
        Assert.True(await db.Users.AnyAsync(u => u.UserName == "late.nurse", Now));
    }

    [Fact]
    public async Task A_session_is_ended_by_its_owner_and_by_nobody_else()
    {
        var (mine, account) = await shared.SignedInAsync(Role.Nurse);
        var (others, _) = await shared.SignedInAsync(Role.Nurse);
        await using var db = shared.Store.CreateDbContext();
        var session = (await db.UserSessions.SingleAsync(s => s.AccountId == account.Id, Now)).Id.ToString();
        using var tried = await PostAsync(others, "/account", ("do", "end"), ("session", session));
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync("/account", Now)).StatusCode);
        using var done = await PostAsync(mine, "/account", ("do", "end"), ("session", session));
        Assert.Equal(HttpStatusCode.Redirect, (await mine.GetAsync("/account", Now)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_clears_the_browser()
    {
        var (client, account) = await shared.SignedInAsync(Role.Nurse);
        using var answer = await GlidepathApp.Send(client, "/sign-out");
        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        await using var db = shared.Store.CreateDbContext();
        Assert.False(await db.UserSessions.AnyAsync(s => s.AccountId == account.Id, Now));
        Assert.True(await db.AuditEvents.AnyAsync(e => e.Action == AuditAction.SignOut && e.ActorId == account.Id, Now));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/a\r\nb")]
    [InlineData("")]
    public void Only_an_address_of_our_own_is_gone_back_to(string address) => Assert.False(ReturnAddress.IsLocal(address));

    [Fact]
    public async Task The_keys_of_the_host_stand_sealed_in_the_store()
    {
        await shared.SignedInAsync(Role.Nurse);
        await using var db = shared.Store.CreateDbContext();
        Assert.All(
            await db.DataProtectionKeys.ToListAsync(Now),
            key =>
            {
                Assert.Contains("HostKeyUnseal", key.Xml);
                Assert.DoesNotContain("<masterKey", key.Xml);
            }
        );
        Assert.NotEmpty(db.DataProtectionKeys);
    }

    [Fact]
    public async Task The_numbers_an_administrator_sets_stand_on_every_page()
    {
        await using var app = new GlidepathApp();
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        using var done = await PostAsync(
            admin,
            "/admin/organisation",
            ("do", "numbers"),
            ("emergency", "112"),
            ("line", "988"),
            ("helpline", "1-800-555-0100"),
            ("helpline-name", "Clinic")
        );
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("tel:112", await app.Stranger().GetStringAsync("/", Now));
    }

    private static async Task<string> TextAsync(GlidepathApp app, string name)
    {
        using var answer = await GlidepathApp.Send(app.Browser(), "/sign-in", ("name", name), ("password", "wrong wrong wrong"));
        var html = await answer.Content.ReadAsStringAsync(Now);
        return System.Text.RegularExpressions.Regex.Replace(html, "(nonce=\"|name=\"__RequestVerificationToken\" value=\")[^\"]+", "$1");
    }

    /// <summary>The first form of the page that says <c>do</c> this.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        var forms = GlidepathApp
            .FormIn()
            .Matches(await client.GetStringAsync(page, Now))
            .Select(m => m.Value)
            .Where(f => f.Contains("name=\"do\"", StringComparison.Ordinal))
            .ToList();
        return await GlidepathApp.Submit(
            client,
            page,
            forms.Find(f => f.Contains($"name=\"do\" value=\"{fields[0].Value}\"", StringComparison.Ordinal)) ?? forms[0],
            fields
        );
    }

    private static Task<HttpResponseMessage> SubmitAsync(
        HttpClient client,
        string address,
        string html,
        params (string Name, string Value)[] fields
    ) =>
        GlidepathApp.Submit(
            client,
            address,
            GlidepathApp
                .FormIn()
                .Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..])
                .First(m => m.Value.Contains("button", StringComparison.Ordinal))
                .Value,
            fields
        );
}
