using System.Net;

namespace Glidepath.Web.Tests.Tapering;

public sealed class PlannerPageTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly (string, string)[] WorkedExample =
        [("drug", "clonazepam"), ("morning", "1"), ("bedtime", "1"), ("every", "14"), ("step", "10"), ("start", "2026-12-01"), ("go", "plan")];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_a_draft_in_plain_words_with_both_percentages_and_its_sources()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", WorkedExample);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var words in new[] { "DRAFT, NOT APPROVED", "Take this to your prescriber", "Do not stop suddenly", "of current", "of original", "Where this comes from", "Show the numbers as a table", "Switch to diazepam first", "<svg" })
            Assert.Contains(words, html);
        Assert.DoesNotContain("override", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("type=\"checkbox\"", html);
        Assert.DoesNotContain(" style=", html);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task What_calls_for_care_stands_before_any_dose()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, ("seizure", "yes"), ("supply", "not-prescribed")]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.InRange(html.IndexOf("Care comes first", StringComparison.Ordinal), 0, html.IndexOf("ways to do it", StringComparison.Ordinal));
        Assert.Contains("You have had a seizure.", html);
    }

    [Theory]
    [InlineData("age", "17")]
    [InlineData("end-of-life", "yes")]
    public async Task For_some_no_plan_is_made(string name, string value)
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, (name, value)]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Contains("no plan is made", html);
        Assert.DoesNotContain("ways to do it", html);
    }

    [Theory]
    [InlineData("morning", "1,5", "We read &quot;1,5&quot;. Write a number from 0 to 300")]
    [InlineData("morning", "-1", "Write a number from 0 to 300")]
    [InlineData("morning", "9999", "Write a number from 0 to 300")]
    [InlineData("morning", "1e5", "Write a number from 0 to 300")]
    [InlineData("every", "0", "Write a whole number of days from 1 to 180")]
    [InlineData("step", "100", "Write a number from 0.5 to 99")]
    [InlineData("drug", "sugar", "Choose one of: ")]
    [InlineData("goal", "2", "The dose to end on must be below what is taken now")]
    [InlineData("start", "tomorrow", "Write a date like 2026-12-01")]
    [InlineData("start", "1900-01-01", "The first day must be from 2000-01-01")]
    [InlineData("age", "x", "Write a whole number of years from 0 to 120")]
    [InlineData("seizure", "maybe", "Choose one of the answers")]
    public async Task Bad_input_says_what_would_do_and_keeps_what_was_typed(string name, string value, string says)
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, (name, value)]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Please look at this again", html);
        Assert.Contains($"href=\"#{name}\"", html);
        Assert.Contains(says, html);
        if (name is "morning" or "age")
            Assert.Contains($"value=\"{value}\"", html);
    }

    [Fact]
    public async Task Markup_that_is_typed_stays_text()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, ("morning", "\"><script>alert(1)</script>"), ("medicines", "<b>x</b>")]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("<b>x</b>", html);
    }

    [Fact]
    public async Task More_than_a_form_may_hold_is_refused()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", ("medicines", new string('a', 30_000)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var many = await GlidepathApp.Send(app.Stranger(), "/planner", [.. Enumerable.Range(0, 400).Select(i => ($"f{i}", "x"))]);
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
    }

    [Theory]
    [InlineData("/planner/calendar")]
    [InlineData("/planner/order-sheet")]
    public async Task The_plan_comes_on_paper_with_a_name_that_says_nothing(string address)
    {
        var client = app.Stranger();
        var html = await client.GetStringAsync("/planner", Now);
        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent(WorkedExample.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await client.PostAsync(address, content, Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("clonazepam", answer.Content.Headers.ContentDisposition!.ToString());
        using var bare = await client.PostAsync(address, new FormUrlEncodedContent(WorkedExample.Select(f => KeyValuePair.Create(f.Item1, f.Item2))), Now);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }
}
