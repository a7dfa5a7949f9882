using System.Net;
using System.Text.RegularExpressions;

namespace Glidepath.Web.Tests.Shared;

public sealed partial class HeaderTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/planner")]
    [InlineData("/nowhere")]
    [InlineData("/api/nowhere")]
    [InlineData("/css/site.css")]
    public async Task Every_answer_tells_the_browser_to_be_careful(string address)
    {
        using var answer = await app.Stranger().GetAsync(address, Now);
        var headers = answer.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none'; script-src 'nonce-", headers["Content-Security-Policy"]);
        Assert.Contains("frame-ancestors 'none'; base-uri 'none'", headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Contains("camera=()", headers["Permissions-Policy"]);
        Assert.DoesNotContain("Server", headers.Keys);
        Assert.DoesNotContain("X-Powered-By", headers.Keys);
    }

    [Fact]
    public async Task A_nonce_is_used_once_and_the_script_carries_it()
    {
        var (first, second) = (await app.Stranger().GetAsync("/", Now), await app.Stranger().GetAsync("/", Now));
        Assert.NotEqual(NonceOf(first), NonceOf(second));
        Assert.Contains($"nonce=\"{NonceOf(first)}\"", await first.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task A_page_is_not_stored_and_has_no_style_of_its_own()
    {
        using var answer = await app.Stranger().GetAsync("/", Now);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.DoesNotContain(" style=", html);
        Assert.DoesNotContain("<style", html);
        Assert.DoesNotContain("Set-Cookie", answer.Headers.Select(h => h.Key));
    }

    [Fact]
    public async Task A_font_may_be_kept_for_good()
    {
        using var answer = await app.Stranger().GetAsync("/fonts/uswds-3.14.0/Latin-Merriweather-Bold.woff2", Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_tells_a_stranger_one_word(string address) =>
        Assert.Equal("ok", await app.Stranger().GetStringAsync(address, Now));

    [Fact]
    public async Task Another_name_for_this_server_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var answer = await app.Stranger().SendAsync(request, Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string NonceOf(HttpResponseMessage answer) =>
        NonceIn().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex NonceIn();
}
