using System.Net;
using System.Text.RegularExpressions;

namespace Glidepath.Web.Tests.Tapering;

/// <summary>A number out of range, what is at home, who may stop, and what to say to the prescriber.</summary>
public sealed class PlannerAnswerTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly (string, string)[] OneAtBedtime =
    [
        ("drug", "clonazepam"),
        ("bedtime", "1"),
        ("start", "2027-01-04"),
        ("supply", "prescribed"),
        ("go", "plan"),
    ];

    private static readonly (string, string)[] ThreeWeeks = [("duration", "3"), ("duration-unit", "weeks"), ("days-per-week", "7")],
        TwoDaysAWeek = [("duration", "2"), ("duration-unit", "years"), ("days-per-week", "2")];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bedtime", "100")]
    [InlineData("morning", "50")]
    public async Task A_number_out_of_range_is_an_error_at_its_field_with_the_value_kept(string field, string value)
    {
        var html = await Page(HttpStatusCode.BadRequest, (field, value));
        Assert.Contains("Please check these answers", html);
        Assert.Contains($"href=\"#{field}\"", html);
        Assert.Matches(
            $"id=\"{field}-error\">Check this number: usual daily doses of clonazepam are 0.5 to 4 mg, .*true, call 1-800-662-4357",
            html
        );
        Assert.Contains($"name=\"{field}\" type=\"text\" value=\"{value}\"", html);
        Assert.Contains("Call Poison Help now:", html);
        Assert.DoesNotContain("Your plan takes about", html);
    }

    [Fact]
    public async Task A_prescriber_goes_on_with_a_number_out_of_range()
    {
        var html = await Page(HttpStatusCode.OK, ("bedtime", "24"), ("go", "override"), ("reason", "confirmed by the pharmacy"));
        Assert.Contains("confirmed by the pharmacy", html);
        Assert.Contains("Your plan takes about", html);
    }

    [Fact]
    public async Task Where_it_is_not_said_where_the_medicine_comes_from_no_dated_plan_is_made()
    {
        var html = await Page(HttpStatusCode.BadRequest, ("supply", ""));
        Assert.Contains("Choose where you get it. The safe next step depends on it.", html);
        Assert.DoesNotContain("Each step, and how to make it", html);
    }

    [Fact]
    public async Task Where_the_supply_is_not_prescribed_no_number_is_asked_back() =>
        Assert.Contains("The plan comes with it.", await Page(HttpStatusCode.OK, ("bedtime", "100"), ("supply", "not-prescribed")));

    [Theory]
    [InlineData("24 x tablet 0.5", "24 × 0.5 mg tablet")]
    [InlineData("24 x tablet 0,5", "24 × 0.5 mg tablet")]
    public async Task What_is_at_home_says_how_many_days_it_lasts(string have, string shown)
    {
        var html = await Page(HttpStatusCode.OK, ("bedtime", "0.5"), ("have", have));
        Assert.Matches($"At home you have {Regex.Escape(shown)}. They cover [0-9]+ days of this plan, to [A-Z][a-z]+ [0-9]+, 2027", html);
        Assert.DoesNotContain("At home you have", await Page(HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("some", "We read \"some\".")]
    [InlineData("24 x tablet 0.3", "Clonazepam has no 0.3 tablet. We know: ")]
    public async Task What_is_at_home_and_not_understood_is_an_error_at_its_field(string have, string says)
    {
        var html = await Page(HttpStatusCode.BadRequest, ("have", have));
        Assert.Contains("href=\"#have\"", html);
        Assert.Contains("Enter how many and of what, like 24 x tablet 0.5. " + says, html);
        Assert.Contains($"name=\"have\" type=\"text\" value=\"{have}\"", html);
    }

    [Theory]
    [InlineData("seizure", "yes")]
    [InlineData("seizure", "unknown")]
    [InlineData("withdrawal", "yes")]
    [InlineData("alcohol", "yes")]
    public async Task Who_needs_care_first_is_sent_to_the_prescriber_and_never_told_to_stop(string name, string value)
    {
        foreach (var use in new[] { ThreeWeeks, TwoDaysAWeek })
        {
            var html = await Page(HttpStatusCode.OK, [.. use, (name, value)]);
            Assert.Contains("Ask first", html);
            Assert.Contains("Do not stop on your own", html);
            Assert.DoesNotContain("Take none from then on", html);
            Assert.DoesNotContain("Leave it out from your next usual day", html);
            Assert.DoesNotContain("One day less, then none", html);
            Assert.DoesNotContain(">Stop</h2>", await Page(HttpStatusCode.OK, [.. use, (name, value)]));
        }
    }

    [Fact]
    public async Task Without_a_reason_for_care_first_to_stop_is_one_of_the_ways_and_the_page_prints()
    {
        foreach (var use in new[] { ThreeWeeks, TwoDaysAWeek })
        {
            var html = await Page(HttpStatusCode.OK, use);
            Assert.Contains(">Stop</h2>", html);
            Assert.Contains("data-print", html);
            Assert.Contains("My if-then plan", html);
        }
    }

    [Fact]
    public async Task A_plan_comes_with_words_for_the_call_a_letter_and_an_if_then_plan()
    {
        var html = await Page(HttpStatusCode.OK, ("duration", "6"), ("duration-unit", "years"));
        foreach (
            var words in new[]
            {
                "Words for the phone call",
                "Letter to my prescriber",
                "I take clonazepam: 1 mg at bedtime. I have taken it for 6 years.",
                "in 26 steps, then the stop. The first cut is to 0.875 mg on Jan 18, 2027: 13% of current, 13% of original.",
                "My if-then plan",
                "I don't have a prescriber",
            }
        )
            Assert.Contains(words, html);
    }

    [Fact]
    public async Task The_letter_speaks_of_the_medicine_that_is_taken_also_where_it_is_changed_first()
    {
        var html = await Page(HttpStatusCode.OK, ("choice", "cross-over"));
        Assert.Contains("I take clonazepam: 1 mg at bedtime.", html);
        Assert.Contains("first changes clonazepam to diazepam", html);
    }

    /// <summary>Of a plan, of three weeks' use and of two days a week; by its own name or a brand's.</summary>
    [Theory]
    [InlineData("alprazolam 6 mg a day", "alprazolam 6 mg a day: a second benzodiazepine.")]
    [InlineData("Xanax 2 mg", "Xanax 2 mg: a second benzodiazepine.")]
    [InlineData("Ambien 10 mg", "Ambien 10 mg: a second sleep medicine of the same kind.")]
    [InlineData("Klonopin", "Klonopin is clonazepam: the same medicine twice.")]
    public async Task A_second_sedative_stands_under_care_first_on_every_answer(string medicines, string says)
    {
        foreach (var use in new (string, string)[][] { [], ThreeWeeks, TwoDaysAWeek })
        {
            var html = await Page(HttpStatusCode.OK, [.. use, ("other", "yes"), ("medicines", medicines)]);
            Assert.Contains("Care comes first", html);
            Assert.Contains(says, html);
        }
        Assert.DoesNotContain("Care comes first", await Page(HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_plan_with_a_change_first_says_one_length_and_its_other_paces_count_the_change_too()
    {
        var html = await Page(HttpStatusCode.OK, ("choice", "cross-over"));
        var weeks = Regex.Match(html, "Your plan takes about ([0-9]+ weeks)").Groups[1].Value;
        Assert.Matches($"Your pace.*?<b>{weeks}, ", html);
    }

    [Theory]
    [InlineData("usual", "Ten percent of a small dose")]
    [InlineData("20/14", "Twenty percent of a small dose")]
    [InlineData("7.5/14", "7.5% of a small dose")]
    public async Task The_reason_names_the_percent_that_was_asked(string pace, string says) =>
        Assert.Contains(says, await Page(HttpStatusCode.OK, ("pace", pace)));

    [Theory]
    [InlineData("supply", "not-prescribed")]
    [InlineData("medicines", "bromazolam")]
    public async Task A_care_page_names_what_cdc_reports_of_counterfeit_pills(string name, string value)
    {
        var html = await Page(HttpStatusCode.OK, ("other", "yes"), (name, value));
        Assert.Contains("Some pills sold as Xanax (alprazolam) hold bromazolam", html);
        Assert.Contains("MMWR 2024;72:5253a5", html);
    }

    private async Task<string> Page(HttpStatusCode status, params (string, string)[] told)
    {
        using var answer = await GlidepathApp.Send(app.Stranger(), "/planner", [.. OneAtBedtime, .. told]);
        Assert.Equal(status, answer.StatusCode);
        return Regex.Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now)), @"\s+", " ");
    }
}
