using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Application.Accounts;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OtpNet;

namespace Glidepath.Web.Tests.Privacy;

public sealed partial class EnrolmentTests
{
    internal const string GoodPassword = "velvet cactus orbit nineteen";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task The_first_administrator_enrols_with_the_code_of_the_terminal_and_signs_in()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (client, secret, recovery) = await EnrolFirstAsync(app);
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.Equal(HttpStatusCode.BadRequest, await SignInAsync(client, "root", GoodPassword, "000000"));
        _clock.Advance(TimeSpan.FromSeconds(60));
        var code = new Totp(secret).ComputeTotp(_clock.GetUtcNow().UtcDateTime);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(client, "root", GoodPassword, code));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/admin", Now)).StatusCode);
        // The same six numbers a second time, from another browser.
        Assert.Equal(HttpStatusCode.BadRequest, await SignInAsync(app.Browser(), "root", GoodPassword, code));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(app.Browser(), "root", GoodPassword, recovery[0].ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.BadRequest, await SignInAsync(app.Browser(), "root", GoodPassword, recovery[0]));
    }

    [Fact]
    public async Task The_first_code_works_only_at_this_machine_for_half_an_hour_and_once()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var client = app.Browser();
        var code = await FirstCodeAsync(app);
        app.Address = IPAddress.Parse("192.0.2.1");
        Assert.Equal(HttpStatusCode.BadRequest, (await OpenAsync(app.Browser(), code)).Status);
        app.Address = IPAddress.Loopback;
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(client, code)).Status);
        _clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.BadRequest, (await OpenAsync(client, code)).Status);
        var second = await FirstCodeAsync(app);
        await EnrolAsync(app, client, second);
        Assert.Equal(HttpStatusCode.BadRequest, (await OpenAsync(client, second)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await OpenAsync(client, code)).Status);
    }

    [Fact]
    public async Task A_code_stands_in_the_store_only_as_a_keyed_hash()
    {
        await using var app = new GlidepathApp();
        var code = (await FirstCodeAsync(app)).Replace("-", "", StringComparison.Ordinal);
        await using var db = app.Store.CreateDbContext();
        var row = Assert.Single(db.AccountCodes);
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)), row.Hash);
        Assert.Equal(32, row.Hash.Length);
    }

    [Theory]
    [InlineData("short", "password")]
    [InlineData("passwordpassword", "password")]
    [InlineData("my name is root and more", "password")]
    public async Task A_password_that_is_easy_to_guess_is_refused_kindly(string password, string field)
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var client = app.Browser();
        var html = (await OpenAsync(client, await FirstCodeAsync(app))).Html;
        var answer = await SendAsync(client, html, password, new Totp(Secret(html)).ComputeTotp(_clock.GetUtcNow().UtcDateTime));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains($"href=\"#{field}\"", answer.Html);
        Assert.DoesNotContain($"value=\"{password}\"", answer.Html);
    }

    [Fact]
    public async Task Somebody_new_gets_a_code_from_an_administrator_that_lasts_three_days()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        using var added = await GlidepathApp.Send(
            admin,
            "/admin/people",
            ("name", "new.nurse"),
            ("display-name", "New Nurse"),
            ("role", "Nurse")
        );
        var code = CodeIn().Match(await added.Content.ReadAsStringAsync(Now)).Value;
        app.Address = IPAddress.Parse("192.0.2.1");
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(app.Browser(), code)).Status);
        _clock.Advance(TimeSpan.FromHours(73));
        Assert.Equal(HttpStatusCode.BadRequest, (await OpenAsync(app.Browser(), code)).Status);
    }

    internal static async Task<(HttpClient Client, byte[] Secret, string[] Recovery)> EnrolFirstAsync(GlidepathApp app)
    {
        var client = app.Browser();
        return await EnrolAsync(app, client, await FirstCodeAsync(app));
    }

    private static async Task<(HttpClient, byte[], string[])> EnrolAsync(GlidepathApp app, HttpClient client, string code)
    {
        var html = (await OpenAsync(client, code)).Html;
        var secret = Secret(html);
        var done = await SendAsync(client, html, GoodPassword, new Totp(secret).ComputeTotp(app.Store.Clock.GetUtcNow().UtcDateTime));
        Assert.True(done.Status is HttpStatusCode.OK, done.Html);
        return (client, secret, [.. CodeIn().Matches(done.Html).Select(m => m.Value)]);
    }

    private static Task<string> FirstCodeAsync(GlidepathApp app) => app.Services.GetRequiredService<OneTimeCodes>().IssueFirstAsync(Now);

    internal static async Task<HttpStatusCode> SignInAsync(HttpClient client, string name, string password, string code)
    {
        using var answer = await GlidepathApp.Send(client, "/sign-in", ("name", name), ("password", password), ("code", code));
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Html)> OpenAsync(HttpClient client, string code)
    {
        using var answer = await GlidepathApp.Send(client, "/enrol", ("enrolment", code));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Now));
    }

    /// <summary>The second form of the page, as a browser sends it.</summary>
    private static async Task<(HttpStatusCode Status, string Html)> SendAsync(HttpClient client, string html, string password, string code)
    {
        var form = html[html.IndexOf("gp-card gp-account", StringComparison.Ordinal)..];
        var hidden = Hidden()
            .Matches(form)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .ToList();
        using var content = new FormUrlEncodedContent([
            .. hidden,
            new("name", "root"),
            new("display-name", "First One"),
            new("password", password),
            new("code", code),
        ]);
        using var answer = await client.PostAsync("/enrol", content, Now);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Now));
    }

    private static byte[] Secret(string html) =>
        Base32Encoding.ToBytes(KeyIn().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")]
    private static partial Regex CodeIn();

    [GeneratedRegex("<code class=\"gp-code\">([A-Z2-7 ]{30,})</code>")]
    private static partial Regex KeyIn();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
