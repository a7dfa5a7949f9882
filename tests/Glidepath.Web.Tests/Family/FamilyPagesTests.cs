using System.Net;
using System.Text.RegularExpressions;

namespace Glidepath.Web.Tests.Family;

public sealed partial class FamilyPagesTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly (string, string)[] Safe =
    [
        ("self-harm", "no"),
        ("violence", "no"),
        ("weapons", "no"),
        ("children", "no"),
        ("threats", "no"),
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/family")]
    [InlineData("/family/safety")]
    [InlineData("/family/message")]
    [InlineData("/family/words")]
    [InlineData("/family/week")]
    [InlineData("/family/storage")]
    [InlineData("/family/treatment")]
    [InlineData("/family/kit")]
    public async Task Each_page_near_a_dose_says_never_to_take_the_pills_away(string page)
    {
        var html = await app.Stranger().GetStringAsync(new Uri(page, UriKind.Relative), Now);
        Assert.Contains("Never take the pills away", html);
        Assert.Contains("tel:911", html);
    }

    [Fact]
    public async Task Danger_at_home_shows_hotlines_and_no_word_on_how_to_talk_to_the_person()
    {
        foreach (var page in new[] { "/family/safety", "/family/message" })
        {
            using var answer = await GlidepathApp.Send(
                app.Stranger(),
                page,
                [("self-harm", "no"), ("violence", "no"), ("weapons", "unknown"), ("children", "no"), ("threats", "no")]
            );
            var html = await answer.Content.ReadAsStringAsync(Now);
            Assert.Contains("18007997233", html);
            Assert.DoesNotContain("Build my message", html);
            Assert.DoesNotContain("Show my message", html);
            Assert.DoesNotContain("Invite", html);
        }
    }

    [Fact]
    public async Task Who_may_hurt_themselves_is_stayed_with_and_the_daily_dose_continues()
    {
        foreach (var page in new[] { "/family/safety", "/family/message" })
        {
            using var answer = await GlidepathApp.Send(
                app.Stranger(),
                page,
                [("self-harm", "unknown"), ("violence", "no"), ("weapons", "yes"), ("children", "no"), ("threats", "no")]
            );
            var html = await answer.Content.ReadAsStringAsync(Now);
            Assert.Contains("Stay with them. Call or text 988.", html);
            Assert.Contains("Lock up all spare pills", html);
            Assert.Contains("The daily dose continues", html);
            Assert.Contains("tel:911", html);
            Assert.DoesNotContain("A plan for the next days", html);
            Assert.DoesNotContain("Show my message", html);
        }
    }

    [Fact]
    public async Task The_safety_plan_leads_to_hotlines_and_to_no_other_family_page()
    {
        foreach (var page in new[] { "/family/safety", "/family/message" })
        {
            using var answer = await GlidepathApp.Send(
                app.Stranger(),
                page,
                [("self-harm", "no"), ("violence", "yes"), ("weapons", "no"), ("children", "no"), ("threats", "no")]
            );
            var article = Article(await answer.Content.ReadAsStringAsync(Now));
            Assert.Contains("A plan for the next days", article);
            Assert.DoesNotContain("More for families", article);
            Assert.All(
                Links().Matches(article).Select(m => m.Groups[1].Value),
                link => Assert.True(link is "/family/safety" || link.StartsWith("tel:", StringComparison.Ordinal), link)
            );
        }
        Assert.Contains(
            "More for families",
            Article(await app.Stranger().GetStringAsync(new Uri("/family/safety", UriKind.Relative), Now))
        );
    }

    [Fact]
    public async Task What_to_say_asks_for_the_safety_questions_before_there_is_anything_to_say()
    {
        var article = Article(await app.Stranger().GetStringAsync(new Uri("/family/words", UriKind.Relative), Now));
        var first = article.Split("<section", 3)[1];
        Assert.Contains("gp-card", first);
        Assert.Contains("answer four short questions", first);
        Assert.Contains("href=\"/family/safety\"", first);
        Assert.InRange(
            article.IndexOf("answer four short questions", StringComparison.Ordinal),
            0,
            article.IndexOf("<table", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_open_question_is_asked_again_with_what_was_said_kept()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/family/safety", [("violence", "no")]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(4, Regex.Count(html, "usa-error-message"));
        Assert.Matches("name=\"violence\" value=\"no\" checked", html);
    }

    [Fact]
    public async Task The_message_is_shown_with_advice_and_stands_in_no_address()
    {
        using var answer = await GlidepathApp.Send(
            app.Stranger(),
            "/family/message",
            [
                .. Safe,
                ("good", "You cook so well"),
                ("feeling", "sad"),
                ("happened", "<script>you always sleep"),
                ("offer", "stop taking it"),
            ]
        );
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("You cook so well. I feel sad when &lt;script&gt;you always sleep.", html);
        Assert.Contains("Stopping suddenly can cause a seizure", html);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("clonazepam", "1", HttpStatusCode.OK)]
    [InlineData("clonazepam", "-1", HttpStatusCode.BadRequest)]
    [InlineData("clonazepam", "9999999999999", HttpStatusCode.BadRequest)]
    [InlineData("aspirin", "1", HttpStatusCode.BadRequest)]
    [InlineData("", "", HttpStatusCode.BadRequest)]
    public async Task The_week_is_worked_out_or_says_what_to_mend(string drug, string days, HttpStatusCode expected)
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/family/week", [("drug", drug), ("days", days)]);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(
            expected is HttpStatusCode.OK,
            (await answer.Content.ReadAsStringAsync(Now)).Contains("the level has mostly settled about", StringComparison.Ordinal)
        );
    }

    private static string Article(string html) => html.Split("<article", 2)[1].Split("</article>")[0];

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Links();
}
