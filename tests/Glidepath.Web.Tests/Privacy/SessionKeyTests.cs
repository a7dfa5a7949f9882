using System.Net;
using System.Text;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>The key of a session: a new one whenever its owner shows who they are, in a cookie that only this host can set.</summary>
public sealed class SessionKeyTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_has_a_new_key_after_each_sign_in_and_each_step_up_and_the_old_one_opens_nothing()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var client = app.Browser();
        var first = await CookieAsync(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(app, first));
        _clock.Advance(StepUp.Lasts);
        var second = await CookieAsync(client, "/account/confirm", ("password", DemoAccounts.Password));
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(app, first));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(app, second));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Now)).StatusCode);
        using (await GlidepathApp.Send(client, "/sign-out")) { }
        var third = await CookieAsync(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(app, second));
        await using var db = app.Store.CreateDbContext();
        Assert.Single(await db.UserSessions.ToListAsync(Now));
        Assert.DoesNotContain(third, new[] { first, second });
    }

    [Fact]
    public async Task A_step_up_that_failed_leaves_the_key_as_it_was()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var client = app.Browser();
        var first = await CookieAsync(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password));
        using var wrong = await GlidepathApp.Send(client, "/account/confirm", ("password", "wrong wrong wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await LookAsync(app, first));
    }

    [Fact]
    public async Task What_another_node_ends_is_ended_here_within_two_seconds_and_what_this_one_ends_at_once()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        var client = app.Browser();
        var key = await CookieAsync(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(app, key));
        // Past all that watches this process, as from another one.
        await using (var elsewhere = new SqliteConnection($"Data Source={app.Store.Location.SqliteFile}"))
        {
            await elsewhere.OpenAsync(Now);
            await using var end = new SqliteCommand("DELETE FROM \"UserSessions\"", elsewhere);
            Assert.Equal(1, await end.ExecuteNonQueryAsync(Now));
        }
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(app, key));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(app, key));

        var again = await CookieAsync(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(app, again));
        await using (var db = app.Store.CreateDbContext())
            await db.UserSessions.ExecuteDeleteAsync(Now);
        Assert.Equal(HttpStatusCode.Redirect, await LookAsync(app, again));
    }

    [Fact]
    public async Task What_another_host_does_to_its_own_accounts_asks_for_nothing_anew_here()
    {
        await using var app = new GlidepathApp { Demo = true, Clock = _clock };
        await using var other = new GlidepathApp();
        using var client = app.Browser();
        await CookieAsync(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password));
        var stamp = app.Store.Accounts.Current;
        await other.SignedInAsync(Role.Nurse);
        Assert.Equal(stamp, app.Store.Accounts.Current);
        Assert.NotEqual(0, other.Store.Accounts.Current);
    }

    [Fact]
    public async Task Over_tls_the_cookies_of_a_person_are_bound_to_this_host()
    {
        await using var app = new GlidepathApp { Demo = true };
        var client = app.CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler());
        using var answer = await GlidepathApp.Send(client, "/sign-in", ("name", "nils.nurse"), ("password", DemoAccounts.Password));
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        foreach (var name in new[] { "__Host-gp-session=", "__Host-gp-device=" })
        {
            var cookie = Assert.Single(cookies, c => c.StartsWith(name, StringComparison.Ordinal));
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }
        Assert.DoesNotContain(cookies, c => c.StartsWith("gp-session", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Now)).StatusCode);
    }

    [Theory]
    [InlineData("POST", "/api/directory/imports?name=a.csv", Role.Administrator)]
    [InlineData("PUT", "/api/scale-files/phq-9", Role.Administrator)]
    [InlineData("POST", "/api/patients/search", Role.Nurse)]
    public async Task A_body_that_does_not_say_its_kind_is_refused(string method, string address, Role role)
    {
        await using var app = new GlidepathApp();
        var (client, _) = await app.SignedInAsync(role);
        foreach (var kind in new[] { null, "text/plain", "application/x-www-form-urlencoded" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address)
            {
                Content = new ByteArrayContent(Encoding.UTF8.GetBytes("a,b\n1,2\n")),
            };
            request.Content.Headers.ContentType = kind is null ? null : new(kind);
            using var answer = await client.SendAsync(request, Now);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }
    }

    private static async Task<string> CookieAsync(HttpClient client, string page, params (string Name, string Value)[] fields)
    {
        using var answer = await GlidepathApp.Send(client, page, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("gp-session=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<HttpStatusCode> LookAsync(GlidepathApp app, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        using var answer = await app.CreateDefaultClient().SendAsync(request, Now);
        return answer.StatusCode;
    }
}
