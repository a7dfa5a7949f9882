using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Layout;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Shared;

/// <summary>What is kept of a page is the same for every stranger, and nobody else gets it.</summary>
public sealed partial class PageCacheTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private int Drawn => app.Services.GetRequiredService<PageCache>().Drawn;

    [Fact]
    public async Task A_page_is_drawn_once_and_each_answer_has_a_nonce_of_its_own()
    {
        var client = app.Stranger();
        var before = Drawn;
        using var first = await client.GetAsync("/family/storage", Now);
        using var second = await client.GetAsync("/family/storage", Now);
        Assert.Equal(before + 1, Drawn);
        var (one, other) = (NonceOf(first), NonceOf(second));
        Assert.NotEqual(one, other);
        var (drawn, kept) = (await first.Content.ReadAsStringAsync(Now), await second.Content.ReadAsStringAsync(Now));
        Assert.Contains($"nonce=\"{other}\"", kept);
        Assert.DoesNotContain(one, kept);
        Assert.Equal(drawn, kept.Replace(other, one, StringComparison.Ordinal));
        Assert.True(second.Headers.CacheControl!.NoStore);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
    }

    [Fact]
    public async Task Who_is_signed_in_neither_gets_a_kept_page_nor_leaves_one()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        var before = Drawn;
        Assert.Contains("/account", await client.GetStringAsync("/family/words", Now));
        Assert.Equal(before, Drawn);
        Assert.DoesNotContain("/account", await app.Stranger().GetStringAsync("/family/words", Now));
        Assert.Equal(before + 1, Drawn);
        Assert.Contains("/account", await client.GetStringAsync("/family/words", Now));
    }

    [Fact]
    public async Task Neutral_mode_has_pages_of_its_own()
    {
        var (client, neutral) = (app.Stranger(), app.Stranger());
        neutral.DefaultRequestHeaders.Add("Cookie", "gp-neutral=1");
        for (var i = 0; i < 2; i++)
        {
            Assert.DoesNotContain("<title>My notes</title>", await client.GetStringAsync("/family/overdose", Now));
            Assert.Contains("<title>My notes</title>", await neutral.GetStringAsync("/family/overdose", Now));
        }
    }

    [Theory]
    [InlineData("/planner")]
    [InlineData("/find-care")]
    [InlineData("/sign-in")]
    [InlineData("/family/kit")]
    [InlineData("/nowhere")]
    public async Task A_page_that_does_not_say_so_is_drawn_each_time(string address)
    {
        var before = Drawn;
        for (var i = 0; i < 2; i++)
            using (await app.Stranger().GetAsync(address, Now)) { }
        Assert.Equal(before, Drawn);
    }

    [Theory]
    [InlineData("GET", "/page", "", true)]
    [InlineData("GET", "/page", "?x=1", false)]
    [InlineData("GET", "/Page", "", false)]
    [InlineData("GET", "/page/", "", false)]
    [InlineData("HEAD", "/page", "", false)]
    [InlineData("POST", "/page", "", false)]
    public async Task Another_verb_spelling_or_question_goes_past_it(string verb, string path, string query, bool isKept)
    {
        var cache = new PageCache(TimeProvider.System);
        await AskAsync(cache, "", "first");
        var again = await AskAsync(cache, "", "second", ask: r => (r.Method, r.Path, r.QueryString) = (verb, path, new QueryString(query)));
        Assert.Equal(isKept ? "first" : "second", again);
        Assert.Equal("first", await AskAsync(cache, "", "third"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip, deflate, br")]
    [InlineData("gzip")]
    [InlineData("gzip, br;q=0")]
    [InlineData("identity")]
    public async Task In_each_encoding_it_is_the_same_page(string accepted)
    {
        var plain = await app.Stranger().GetStringAsync("/privacy-promise", Now);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy-promise");
        request.Headers.Add("Accept-Encoding", accepted);
        using var answer = await app.Stranger().SendAsync(request, Now);
        var encoding = answer.Content.Headers.ContentEncoding.SingleOrDefault();
        Assert.Equal(
            accepted.EndsWith("br", StringComparison.Ordinal) ? "br"
                : accepted.StartsWith("gzip", StringComparison.Ordinal) ? "gzip"
                : null,
            encoding
        );
        await using var body = await answer.Content.ReadAsStreamAsync(Now);
        await using Stream unpacked = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        var read = await new StreamReader(unpacked).ReadToEndAsync(Now);
        Assert.Equal(NonceIn().Replace(plain, ""), NonceIn().Replace(read, ""));
        Assert.Contains($"nonce=\"{NonceOf(answer)}\"", read);
        if (encoding is not null)
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(65_536)]
    public void An_open_end_takes_as_many_bytes_as_a_block_holds(int length)
    {
        var (first, rest) = (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>words</p>", 5000))), new byte[length]);
        new Random(7).NextBytes(rest);
        using var unpacked = new MemoryStream();
        using (
            var packed = new BrotliStream(
                new MemoryStream([.. OpenBrotli.Pack(first), .. OpenBrotli.End(rest)]),
                CompressionMode.Decompress
            )
        )
            packed.CopyTo(unpacked);
        Assert.Equal([.. first, .. rest], unpacked.ToArray());
    }

    [Fact]
    public async Task A_page_that_says_it_is_the_same_for_all_holds_no_token_and_no_key()
    {
        var pages = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<SameForAllAttribute>() is not null)
            .ToList();
        Assert.InRange(pages.Count, 8, 40);
        foreach (var page in pages)
        {
            Assert.Equal(Glidepath.Web.Shared.EndpointClass.Public, page.Metadata.GetMetadata<EndpointClassAttribute>()!.Value);
            Assert.NotNull(page.Metadata.GetMetadata<IAllowAnonymous>());
            var client = app.Stranger();
            client.DefaultRequestHeaders.Add("Cookie", "gp-neutral=1");
            var address = $"/{page.RoutePattern.RawText!.TrimStart('/')}";
            using var answer = await client.GetAsync(address, Now);
            var html = await answer.Content.ReadAsStringAsync(Now);
            Assert.DoesNotContain("__RequestVerificationToken", html);
            Assert.DoesNotContain($"name=\"{Glidepath.Web.Shared.SentForm.Once}\"", html);
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            var before = Drawn;
            await client.GetStringAsync(address, Now);
            Assert.Equal(before, Drawn);
        }
    }

    [Fact]
    public async Task Each_language_has_a_page_of_its_own_and_a_page_is_kept_for_a_minute()
    {
        var clock = new Hand();
        var cache = new PageCache(clock);
        Assert.Equal("English 1", await AskAsync(cache, "en-US", "English 1"));
        Assert.Equal("español", await AskAsync(cache, "es", "español"));
        Assert.Equal("English 1", await AskAsync(cache, "en-US", "English 2"));
        clock.Time += TimeSpan.FromSeconds(61);
        Assert.Equal("English 2", await AskAsync(cache, "en-US", "English 2"));
    }

    [Theory]
    [InlineData("without its nonce", 200, false, false)]
    [InlineData("with its nonce twice: {0} {0}", 200, false, false)]
    [InlineData("no page: {0}", 404, false, false)]
    [InlineData("with a cookie: {0}", 200, true, false)]
    [InlineData("a page: {0}", 200, false, true)]
    public async Task Only_a_whole_page_with_one_nonce_and_no_cookie_is_kept(string body, int status, bool cookie, bool isKept)
    {
        var cache = new PageCache(TimeProvider.System);
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, body, ""), await AskAsync(cache, "en-US", body, status, cookie));
        Assert.Equal(isKept ? 1 : 0, cache.Drawn);
    }

    /// <returns>The body without its nonce.</returns>
    private static async Task<string> AskAsync(
        PageCache cache,
        string language,
        string body,
        int status = 200,
        bool cookie = false,
        Action<HttpRequest>? ask = null
    )
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("GET", "/page");
        ask?.Invoke(context.Request);
        context.SetEndpoint(
            new RouteEndpoint(
                _ => Task.CompletedTask,
                RoutePatternFactory.Parse("/page"),
                0,
                new EndpointMetadataCollection(new SameForAllAttribute()),
                null
            )
        );
        using var sent = new MemoryStream();
        context.Response.Body = sent;
        var own = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new Named(language);
        try
        {
            await cache.AnswerAsync(
                context,
                drawn =>
                {
                    drawn.Response.StatusCode = status;
                    if (cookie)
                        drawn.Response.Cookies.Append("a", "b");
                    return drawn.Response.WriteAsync(
                        body.Contains("nonce", StringComparison.Ordinal) || body.Contains("{0}", StringComparison.Ordinal)
                            ? string.Format(CultureInfo.InvariantCulture, body, drawn.Nonce())
                            : body + drawn.Nonce(),
                        Now
                    );
                }
            );
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
        return Encoding.UTF8.GetString(sent.ToArray()).Replace(context.Nonce(), "", StringComparison.Ordinal);
    }

    /// <summary>A language with nothing but its name, which any machine has.</summary>
    private sealed class Named(string name) : CultureInfo("")
    {
        public override string Name => name;
    }

    private sealed class Hand : TimeProvider
    {
        public DateTimeOffset Time { get; set; } = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Time;
    }

    private static string NonceOf(HttpResponseMessage answer) =>
        NonceIn().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Value;

    [GeneratedRegex("(?<=nonce[-=]\"?)[0-9a-f]{32}")]
    private static partial Regex NonceIn();
}
