using System.Net;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Glidepath.Web.Tests.Shared;

/// <summary>Seen by what rests on the address: the limit of requests of one address, and the cookie that is for https only.</summary>
public sealed class ProxyTests
{
    private static readonly IPAddress Known = IPAddress.Parse("10.9.0.7");

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "10.9.0.7")]
    [InlineData("Proxy:KnownNetworks:0", "10.9.0.0/24")]
    public async Task A_known_proxy_is_believed(string setting, string value)
    {
        await using var app = new GlidepathApp
        {
            PerMinute = 2,
            Address = Known,
            OverTls = false,
            Settings = new Dictionary<string, string> { [setting] = value },
        };
        Assert.Equal(new[] { 200, 200, 429 }, await AskEachAsync(app, "203.0.113.1", "203.0.113.1", "203.0.113.1"));
        Assert.Equal(200, await AskAsync(app, "203.0.113.2"));
        // What a visitor wrote themselves stands before what the proxy wrote, and is not taken.
        Assert.Equal(429, await AskAsync(app, "198.51.100.9, 203.0.113.1"));
        Assert.True(await IsSecureAsync(app, "203.0.113.3"));
    }

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "10.9.0.8")]
    [InlineData("Proxy:KnownNetworks:0", "10.8.0.0/24")]
    [InlineData(null, null)]
    public async Task From_an_unknown_address_the_header_is_ignored(string? setting, string? value)
    {
        await using var app = new GlidepathApp
        {
            PerMinute = 3,
            Address = Known,
            Settings = setting is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [setting] = value! },
        };
        Assert.Equal(new[] { 200, 200, 200, 429 }, await AskEachAsync(app, "203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"));
        await using var plain = new GlidepathApp
        {
            Address = Known,
            OverTls = false,
            Settings = app.Settings,
        };
        // That it was https is not believed either, and plain http is for this machine alone.
        Assert.Equal(403, await AskAsync(plain, "127.0.0.1"));
    }

    [Fact]
    public async Task On_https_the_browser_is_told_to_stay_there_and_the_cookies_are_for_https_and_for_no_script()
    {
        await using var app = new GlidepathApp
        {
            Address = Known,
            OverTls = false,
            Settings = new Dictionary<string, string> { ["Proxy:KnownProxies:0"] = Known.ToString(), ["AllowedHosts"] = "clinic.example" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in")
        {
            Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.1" } },
        };
        request.Headers.Host = "clinic.example";
        using var answer = await app.Stranger().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("max-age=31536000; includeSubDomains", answer.Headers.GetValues("Strict-Transport-Security").Single());
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(
            cookies,
            cookie =>
                Assert.All(
                    new[] { "secure", "httponly", "samesite=strict" },
                    mark => Assert.Contains(mark, cookie, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    [Theory]
    [InlineData("Proxy:KnownProxies:0", "the proxy")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0/99")]
    [InlineData("Proxy:KnownNetworks:0", "0.0.0.0/0")]
    [InlineData("Proxy:ForwardLimit", "0")]
    public void What_was_not_understood_refuses_the_start_and_says_what_is_accepted(string setting, string value)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(setting, value)]);
        Assert.False(builder.TryAddProxy(out var refusal));
        Assert.Contains("accepted", refusal, StringComparison.Ordinal);
        Assert.Contains(value, refusal, StringComparison.Ordinal);
    }

    private static async Task<List<int>> AskEachAsync(GlidepathApp app, params string[] forwarded)
    {
        var answers = new List<int>();
        foreach (var one in forwarded)
            answers.Add(await AskAsync(app, one));
        return answers;
    }

    private static async Task<int> AskAsync(GlidepathApp app, string forwarded)
    {
        using var answer = await SendAsync(app, forwarded);
        return (int)answer.StatusCode;
    }

    private static async Task<bool> IsSecureAsync(GlidepathApp app, string forwarded)
    {
        using var answer = await SendAsync(app, forwarded);
        return answer
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("gp-form", StringComparison.Ordinal))
            .Contains("secure", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<HttpResponseMessage> SendAsync(GlidepathApp app, string forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in")
        {
            Headers = { { "X-Forwarded-For", forwarded }, { "X-Forwarded-Proto", "https" } },
        };
        return await app.Stranger().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
