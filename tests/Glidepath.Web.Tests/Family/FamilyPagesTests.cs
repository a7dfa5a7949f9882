using System.Net;

namespace Glidepath.Web.Tests.Family;

public sealed class FamilyPagesTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly (string, string)[] Safe = [("violence", "no"), ("weapons", "no"), ("children", "no"), ("threats", "no")];

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
            using var answer = await GlidepathApp.Send(app.Stranger(), page, [("violence", "no"), ("weapons", "unknown"), ("children", "no"), ("threats", "no")]);
            var html = await answer.Content.ReadAsStringAsync(Now);
            Assert.Contains("tel:18007997233", html);
            Assert.DoesNotContain("Build my message", html);
            Assert.DoesNotContain("Show my message", html);
            Assert.DoesNotContain("Invite", html);
        }
    }

    [Fact]
    public async Task An_open_question_is_asked_again_with_what_was_said_kept()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/family/safety", [("violence", "no")]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(html, "usa-error-message"));
        Assert.Matches("name=\"violence\" value=\"no\" checked", html);
    }

    [Fact]
    public async Task The_message_is_shown_with_advice_and_stands_in_no_address()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/family/message", [.. Safe, ("good", "You cook so well"), ("feeling", "sad"), ("happened", "<script>you always sleep"), ("offer", "stop taking it")]);
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
        Assert.Equal(expected is HttpStatusCode.OK, (await answer.Content.ReadAsStringAsync(Now)).Contains("a step is felt in full after about", StringComparison.Ordinal));
    }
}
