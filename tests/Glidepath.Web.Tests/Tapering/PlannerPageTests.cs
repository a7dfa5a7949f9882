using System.Net;
using System.Text.RegularExpressions;

namespace Glidepath.Web.Tests.Tapering;

public sealed partial class PlannerPageTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly (string, string)[] WorkedExample =
    [
        ("drug", "clonazepam"),
        ("morning", "0.5"),
        ("bedtime", "0.5"),
        ("start", "2027-01-04"),
        ("supply", "prescribed"),
        ("go", "plan"),
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_a_draft_in_plain_words_with_both_percentages_and_its_sources()
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", WorkedExample);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (
            var words in new[]
            {
                "DRAFT, NOT APPROVED",
                "Take this to your prescriber",
                "Do not stop suddenly",
                "of current",
                "of original",
                "Where this comes from",
                "Show the numbers as a table",
                "Switch to diazepam",
                "<svg",
            }
        )
            Assert.Contains(words, html);
        Assert.DoesNotContain("type=\"checkbox\"", html);
        Assert.DoesNotContain(" style=", html);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_answer_comes_first_then_the_notice_the_paces_the_chart_and_the_steps()
    {
        var html = await Page();
        var order = new[]
        {
            "Your plan takes about",
            "The first cut is",
            "Why that long?",
            "Biggest cut",
            "not an order to change your dose",
            "Shorter, or slower",
            "The path down",
            "Each step, and how to make it",
            "What we checked",
            "If something here won&#x27;t work for you",
        };
        var at = order.Select(words => html.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
        Assert.Contains("Jan 18, 2027", html);
    }

    [Fact]
    public async Task A_line_with_a_liquid_names_its_syringe()
    {
        var html = await Page();
        Assert.Matches(@"\d mL with a \d+ mL oral syringe", html);
        Assert.Contains("A liquid, measured with a syringe", html);
    }

    [Theory]
    [InlineData("Know:")]
    [InlineData("Look at this")]
    [InlineData("[glidepath]")]
    [InlineData("--")]
    [InlineData("for receptors no bound")]
    [InlineData("read on the drug")]
    [InlineData("Continue")]
    [InlineData("unverified")]
    public async Task Words_of_developers_never_reach_the_page(string words)
    {
        var html = await Page(
            ("medicines", "carbamazepine, sertraline"),
            ("other", "yes"),
            ("duration", "6"),
            ("duration-unit", "years"),
            ("days-per-week", "7")
        );
        Assert.DoesNotContain(words, Regex.Replace(html, "<!--.*?-->|<svg.*?</svg>|<[^>]+>", " ", RegexOptions.Singleline));
    }

    [Theory]
    [InlineData("Shorter")]
    [InlineData("Slower")]
    public async Task A_shorter_and_a_slower_plan_stand_beside_it_and_can_be_shown(string name)
    {
        var html = await Page();
        var pace = Regex.Match(html, $"name=\"pace\" value=\"([0-9./]+)\">Show this<span class=\"usa-sr-only\">: {name}").Groups[1].Value;
        Assert.NotEmpty(pace);
        var other = await Page(("pace", pace));
        Assert.NotEqual(Title(html), Title(other));
        Assert.Contains("You chose about", other);
    }

    [Fact]
    public async Task Without_a_liquid_the_plan_stays_on_a_dose_and_zero_is_a_choice_after_it()
    {
        Assert.DoesNotContain("value=\"large\"", await Page());
        var stays = await Page(("liquid", "no"));
        Assert.Matches("to 0.375 mg a day, in", Title(stays));
        Assert.Contains("Show the plan to zero with tablets only; the last cuts are larger than the guideline&#x27;s", stays);
        var large = await Page(("liquid", "no"), ("choice", "large"));
        Assert.DoesNotContain("a day, in", Title(large));
        Assert.Contains("Exceeds limit:", large);
        Assert.DoesNotContain("Exceeds limit:", await Page(("choice", "large")));
    }

    [Fact]
    public async Task What_calls_for_care_stands_before_the_answer()
    {
        var html = await Page(("seizure", "yes"));
        Assert.InRange(
            html.IndexOf("Care comes first", StringComparison.Ordinal),
            0,
            html.IndexOf("Your plan takes about", StringComparison.Ordinal)
        );
        Assert.Contains("You have had a seizure.", html);
    }

    [Fact]
    public async Task Not_sure_is_planned_as_yes_and_never_told_as_a_fact()
    {
        var html = await Page(("seizure", "unknown"));
        Assert.Contains("You weren&#x27;t sure about this: a seizure.", html);
        Assert.DoesNotContain("You have had a seizure.", html);
    }

    [Theory]
    [InlineData("supply", "not-prescribed")]
    [InlineData("supply", "unknown")]
    public async Task Where_care_comes_first_there_is_no_dose_no_date_and_no_paper(string name, string value) =>
        await CareFirst((name, value));

    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("unknown", "yes")]
    [InlineData("yes", "unknown")]
    public async Task An_opioid_and_alcohol_lead_to_care_first(string opioid, string alcohol) =>
        await CareFirst(("opioid", opioid), ("alcohol", alcohol));

    [Fact]
    public async Task A_prescriber_goes_on_with_a_reason_that_stands_on_the_plan()
    {
        (string, string)[] street = [("supply", "not-prescribed")];
        using var bare = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, .. street, ("go", "override")]);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains("Enter your reason.", await bare.Content.ReadAsStringAsync(Now));
        var html = await Page([.. street, ("go", "override"), ("reason", "seen today, dose confirmed")]);
        Assert.Contains("Your plan takes about", html);
        Assert.Contains("Continued by a prescriber. Reason:</b> seen today, dose confirmed", html);
    }

    [Theory]
    [InlineData("for", "seizures", "Ask the specialist who treats you")]
    [InlineData("age", "17", "This planner is not the right help here")]
    [InlineData("end-of-life", "yes", "no plan is made")]
    public async Task A_clinical_no_says_what_to_do(string name, string value, string says)
    {
        var html = await Page((name, value));
        Assert.Contains(says, html);
        Assert.Contains("What to do", html);
        Assert.DoesNotContain("Each step, and how to make it", html);
        Assert.DoesNotContain("/planner/calendar", html);
    }

    [Theory]
    [InlineData("supply", "prescribed")]
    [InlineData("supply", "not-prescribed")]
    [InlineData("age", "17")]
    [InlineData("days-per-week", "2")]
    public async Task Thoughts_of_suicide_show_988_at_once(string name, string value)
    {
        var html = await Page(("suicide", "yes"), (name, value));
        Assert.InRange(html.IndexOf("Call or text 988 now", StringComparison.Ordinal), 0, html.IndexOf("<h1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_three_weeks_stopping_and_a_short_taper_stand_side_by_side()
    {
        (string, string)[] weeks = [("morning", ""), ("duration", "3"), ("duration-unit", "weeks"), ("days-per-week", "7")];
        var html = await Page(weeks);
        foreach (
            var words in new[]
            {
                "You don&#x27;t need a long plan",
                "<h2 id=\"w1\">Stop",
                "<h2 id=\"w2\">Short taper",
                "Call if",
                "Why no slow plan?",
                "2 weeks",
            }
        )
            Assert.Contains(words, html);
        Assert.DoesNotContain("Your plan takes about", html);
        var one = await Page([.. weeks, ("weeks", "1")]);
        Assert.Contains("Week 1:", one);
        Assert.DoesNotContain("Week 2:", one);
    }

    [Fact]
    public async Task Taken_two_days_a_week_there_is_no_daily_plan()
    {
        var html = await Page(("days-per-week", "2"), ("duration", "2"), ("duration-unit", "years"));
        Assert.Contains("No daily plan, because you don&#x27;t take it daily", html);
        Assert.Contains("One day less, then none", html);
        Assert.DoesNotContain("Each step, and how to make it", html);
    }

    [Fact]
    public async Task Enter_continues_and_never_goes_back()
    {
        var form = GlidepathApp
            .FormIn()
            .Matches(await app.Stranger().GetStringAsync("/planner", Now))
            .Select(m => m.Value)
            .Single(f => f.Contains("name=\"drug\"", StringComparison.Ordinal));
        Assert.Equal("plan", FirstButton().Match(form).Groups[1].Value);
    }

    [Theory]
    [InlineData("0,5", "We read 0.5 mg")]
    [InlineData("½", "We read 0.5 mg")]
    [InlineData("500 mcg", "We read 0.5 mg")]
    [InlineData("1 tablet of 0.5 mg", "We read 0.5 mg")]
    public async Task A_dose_is_read_as_people_write_it_and_shown_back(string written, string says)
    {
        var html = await Page(("morning", written), ("go", "ask"));
        Assert.Contains(says, html);
    }

    [Theory]
    [InlineData("4 pm")]
    [InlineData("16:00")]
    public async Task A_dose_at_another_time_is_part_of_the_plan(string written)
    {
        Assert.DoesNotContain("data-label=\"4 pm\"", await Page());
        Assert.Contains("data-label=\"4 pm\"", await Page(("time-5", written), ("dose-5", "½")));
    }

    [Theory]
    [InlineData("dose-5", "0.5", "Enter the time, like 4 pm.", "time-5")]
    [InlineData("time-5", "4 pm", "Enter the dose at 4 pm in milligrams", "dose-5")]
    public async Task A_dose_at_another_time_needs_both_parts(string name, string value, string says, string at)
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, (name, value)]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, html);
        Assert.Contains($"href=\"#{at}\"", html);
    }

    [Theory]
    [InlineData("morning", "1,000", "could be 1 or 1000")]
    [InlineData("morning", "-1", "Enter the morning dose in milligrams, like 0.5.")]
    [InlineData("morning", "9999", "Enter the dose in milligrams, from 0 to 300")]
    [InlineData("morning", "1e5", "Enter the morning dose in milligrams, like 0.5.")]
    [InlineData("every", "0", "Enter a whole number of days from 1 to 180")]
    [InlineData("step", "100", "Enter a number from 0.5 to 99")]
    [InlineData("pace", "fast", "Choose one of the answers")]
    [InlineData("drug", "sugar", "Choose one of: ")]
    [InlineData("goal", "2", "The dose to end on must be below what is taken now")]
    [InlineData("to", "lower", "Enter the daily dose to end on")]
    [InlineData("start", "tomorrow", "Enter a date like 2026-12-01")]
    [InlineData("start", "1900-01-01", "The first day must be from 2000-01-01")]
    [InlineData("age", "x", "Enter a whole number of years from 0 to 120")]
    [InlineData("seizure", "maybe", "Choose one of the answers")]
    [InlineData("for", "fun", "Choose one of the answers")]
    public async Task Bad_input_says_what_would_do_and_keeps_what_was_typed(string name, string value, string says)
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, (name, value)]);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Please check these answers", html);
        Assert.Contains($"href=\"#{(name is "to" ? "goal" : name)}\"", html);
        Assert.Contains(says, html);
        if (name is "morning" or "age")
            Assert.Contains($"value=\"{value}\"", html);
    }

    [Fact]
    public async Task Markup_that_is_typed_stays_text()
    {
        using var answer = await GlidepathApp.Send(
            app.Stranger(),
            "/planner",
            [.. WorkedExample, ("morning", "\"><script>alert(1)</script>"), ("medicines", "<b>x</b>")]
        );
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
    [InlineData("/planner/calendar", true)]
    [InlineData("/planner/order-sheet", true)]
    [InlineData("/planner/calendar", false)]
    public async Task The_plan_comes_on_paper_with_a_name_that_says_nothing_and_only_where_there_is_one(string address, bool isPlanned)
    {
        var client = app.Stranger();
        var token = TokenIn().Match(await client.GetStringAsync("/planner", Now)).Groups[1].Value;
        // Unsure of both: the page plans as if both were yes, and so does the paper.
        var unsure = isPlanned ? "no" : "unknown";
        (string, string)[] asked = [.. WorkedExample, ("supply", "prescribed"), ("opioid", unsure), ("alcohol", unsure)];
        using var content = new FormUrlEncodedContent(
            asked.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))
        );
        using var answer = await client.PostAsync(address, content, Now);
        Assert.Equal(isPlanned ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        if (isPlanned)
        {
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
            Assert.DoesNotContain("clonazepam", answer.Content.Headers.ContentDisposition!.ToString());
        }
        using var bare = await client.PostAsync(
            address,
            new FormUrlEncodedContent(WorkedExample.Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
            Now
        );
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }

    private async Task CareFirst(params (string, string)[] told)
    {
        var html = await Page(told);
        foreach (
            var words in new[]
            {
                "The plan comes with it.",
                "Find a place with medical withdrawal care",
                "Call 911 for any of these",
                "Naloxone",
                "What you can say",
                "Continue as a prescriber",
            }
        )
            Assert.Contains(words, html);
        var text = Regex.Replace(html, "<[^>]+>", " ");
        Assert.DoesNotMatch(@"\d mg\b", text);
        Assert.DoesNotContain("2027", text);
        Assert.DoesNotContain("/planner/calendar", html);
        Assert.DoesNotContain("<form method=\"get\"", html);
    }

    private async Task<string> Page(params (string, string)[] told)
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. WorkedExample, .. told]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Now);
    }

    private static string Title(string html) =>
        WebUtility.HtmlDecode(Regex.Match(html, "<h1>(.*?)</h1>", RegexOptions.Singleline).Groups[1].Value);

    [GeneratedRegex("<button[^>]*type=\"submit\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex FirstButton();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenIn();
}
