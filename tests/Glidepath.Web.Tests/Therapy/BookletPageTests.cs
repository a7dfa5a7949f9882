using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;
using Glidepath.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>The booklet as a stranger reads it: tailored, kept nowhere, and what does not fit is said beside its field.</summary>
public sealed partial class BookletPageTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static readonly (string Name, string Value)[] Older =
    [
        ("age", "71"),
        ("drug", "clonazepam"),
        ("mg", "1.5"),
        ("years", "9"),
        ("for", "Sleep"),
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static (string, string)[] But(string field, string value) => [.. Older.Select(f => f.Name == field ? (field, value) : f)];

    [Fact]
    public async Task It_is_read_part_by_part_and_what_was_marked_stands_beside_what_is_known()
    {
        var quiz = await PageAsync("Quiz", Older);
        Assert.Contains("True or false?", quiz);
        Assert.Contains("It must be safe. I've had it for 9 years.", quiz);
        Assert.DoesNotContain("Where this comes from", quiz);
        var answers = await PageAsync("Answers", [.. Older, ("safe", "true"), ("tonight", "unsure")]);
        Assert.Matches(
            @"It must be safe\. I've had it for 9 years\.\s+You said: True\s+False\.\s+Years don't make it safe\. You're 71 now\.",
            answers
        );
        Assert.Matches(@"I can stop tonight\.\s+You said: Not sure\s+False\.", answers);
        Assert.Equal(2, Regex.Count(answers, "You said:"));
        Assert.Contains("What it can do at your age", await PageAsync("Age", Older));
        Assert.Contains("We made this person up.", await PageAsync("Story", Older));
        Assert.Contains("DRAFT, NOT APPROVED", await PageAsync("Taper", Older));
        Assert.Contains("Does a booklet help?", await PageAsync("Next", Older));
    }

    [Fact]
    public async Task What_was_said_and_marked_goes_along_from_part_to_part_and_back_to_the_questions()
    {
        using var answer = await SendAsync(app.Stranger(), "Story", [.. Older, ("safe", "true")]);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.All(
            [.. Older, ("safe", "true")],
            f => Assert.Contains($"<input type=\"hidden\" name=\"{f.Item1}\" value=\"{f.Item2}\"", html)
        );
        Assert.Contains("name=\"part\" value=\"Age\"", html);
        Assert.Contains("name=\"part\" value=\"Taper\"", html);
        using var again = await SendAsync(app.Stranger(), "Ask", Older);
        var asked = await again.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Matches("id=\"mg\"[^>]* value=\"1.5\"", asked);
        Assert.Matches("value=\"Sleep\" checked", asked);
    }

    [Fact]
    public async Task Each_part_says_that_it_is_no_plan_and_not_to_stop_and_shows_no_dose_to_take()
    {
        foreach (var part in new[] { "Quiz", "Answers", "Age", "Story", "Taper", "Next", "All" })
        {
            var words = await PageAsync(part, Older);
            Assert.Contains("This is not a plan. Only your doctor can change your dose.", words);
            Assert.Contains("Do not stop suddenly", words);
            Assert.DoesNotMatch(@"(?i)(?<!\bI )take (half|one|two|\d)", words);
        }
    }

    [Fact]
    public async Task Every_fact_opens_to_where_it_comes_from()
    {
        var all = await PageAsync("All", Older);
        foreach (
            var source in new[]
            {
                "Woolcott 2009",
                "Donnelly 2017",
                "Barker 2004",
                "Johnell 2014",
                "Curran 2003",
                "EMPOWER-ED",
                "10.1001/jamanetworkopen.2025.51807",
                "We read this where others quote it.",
            }
        )
            Assert.Contains(source, all);
        Assert.DoesNotContain("not confirmed", all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_is_stored_no_cookie_is_set_and_nothing_of_it_is_in_an_address()
    {
        var before = await RowsAsync();
        var client = app.Stranger();
        using (var asked = await client.GetAsync(new Uri("/booklet", UriKind.Relative), Now))
            Assert.False(asked.Headers.Contains("Set-Cookie"));
        foreach (var part in new[] { "Quiz", "Answers", "All", "Ask" })
        {
            using var answer = await SendAsync(client, part, Older);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            var html = await answer.Content.ReadAsStringAsync(Now);
            Assert.DoesNotMatch("(?:href|action)=\"[^\"]*(?:clonazepam|71|Sleep)", html);
        }
        using (var paper = await PrintAsync(client, Older))
        {
            Assert.False(paper.Headers.Contains("Set-Cookie"));
            Assert.True(paper.Headers.CacheControl!.NoStore);
        }
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task It_prints_as_eight_pages_under_a_name_that_says_nothing()
    {
        using var answer = await PrintAsync(app.Stranger(), Older);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("booklet.pdf", answer.Content.Headers.ContentDisposition!.FileName);
        var pdf = System.Text.Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Now));
        Assert.StartsWith("%PDF", pdf);
        Assert.Equal(8, Regex.Count(pdf, @"/Type ?/Page\b"));
    }

    [Theory]
    [InlineData("age", "12", "You entered 12 as your age. This booklet is for ages 18 to 110. If you're younger, ask the doctor")]
    [InlineData("age", "17", "You entered 17 as your age. This booklet is for ages 18 to 110.")]
    [InlineData("age", "130", "You entered \"130\" as your age. Enter your age in whole years, from 18 to 110.")]
    [InlineData("age", "old", "You entered \"old\" as your age.")]
    [InlineData("age", "71.5", "Enter your age in whole years, from 18 to 110.")]
    [InlineData("age", "", "Enter your age in years, like 71.")]
    [InlineData(
        "mg",
        "0",
        "You entered \"0\" for one day. For clonazepam, enter a number of mg from 0.001 to 20, the most that a US label names."
    )]
    [InlineData("mg", "20.5", "You entered \"20.5\" for one day. For clonazepam, enter a number of mg from 0.001 to 20")]
    [InlineData("mg", "1,5", "You entered \"1,5\" for one day.")]
    [InlineData("mg", "-1", "You entered \"-1\" for one day.")]
    [InlineData("mg", "1.23456", "You entered \"1.23456\" for one day.")]
    [InlineData("mg", "", "Enter what you take in a whole day, in mg, like 1.5.")]
    [InlineData("years", "72", "You entered 72 years, and 71 as your age. Enter how long you have taken it, from 0.1 to 71 years.")]
    [InlineData("years", "0", "You entered \"0\" years. Enter how long you have taken it, from 0.1 to 71 years.")]
    [InlineData("years", "long", "You entered \"long\" years.")]
    [InlineData("years", "", "Enter how many years you have taken it, like 9. Half a year is 0.5.")]
    [InlineData("drug", "zolpidem", "Choose the medicine from the list.")]
    [InlineData("drug", "", "Choose the medicine from the list.")]
    [InlineData("for", "fun", "Choose what you take it for.")]
    [InlineData("for", "", "Choose what you take it for.")]
    public async Task What_does_not_fit_is_said_with_what_is_accepted_and_what_was_typed_is_kept(string field, string value, string said)
    {
        foreach (var part in new[] { "Quiz", "All" })
        {
            using var answer = await SendAsync(app.Stranger(), part, But(field, value));
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(said, html);
            Assert.Equal(1, Regex.Count(html, "usa-error-message"));
            if (field is "age" or "mg" or "years" && value.Length > 0)
                Assert.Matches($"id=\"{field}\"[^>]* value=\"{Regex.Escape(value)}\"", html);
            Assert.DoesNotContain("True or false?", html);
        }
        using var paper = await PrintAsync(app.Stranger(), But(field, value));
        Assert.Equal(HttpStatusCode.BadRequest, paper.StatusCode);
    }

    [Fact]
    public async Task Five_mistakes_are_five_sentences()
    {
        using var answer = await SendAsync(
            app.Stranger(),
            "Quiz",
            [("age", "12"), ("drug", "clonazepam"), ("mg", "25"), ("years", "130"), ("for", "")]
        );
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal(4, Regex.Count(html, "usa-error-message"));
        Assert.Matches("<option value=\"clonazepam\" selected", html);
    }

    [Fact]
    public async Task For_seizures_there_is_no_booklet_and_who_to_ask_instead()
    {
        var words = await PageAsync("Quiz", But("for", "Seizures"));
        Assert.Contains("This booklet isn't for seizures", words);
        Assert.Contains("Ask the doctor who treats your seizures.", words);
        Assert.DoesNotContain("True or false?", words);
        using var paper = await PrintAsync(app.Stranger(), But("for", "Seizures"));
        Assert.Equal(HttpStatusCode.BadRequest, paper.StatusCode);
    }

    [Theory]
    [InlineData("part", "99")]
    [InlineData("part", "quiz")]
    [InlineData("safe", "<script>alert(1)</script>")]
    [InlineData("once", "x")]
    public async Task A_part_or_a_mark_that_nobody_offered_does_no_harm(string field, string value)
    {
        using var answer = await GlidepathApp.Submit(app.Stranger(), "/booklet", Hidden, [.. Older, (field, value)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task It_is_reached_from_the_home_page_the_planner_the_family_pages_and_the_foot()
    {
        foreach (var (page, links) in new[] { ("/", 2), ("/planner", 2), ("/family", 2), ("/privacy-promise", 1) })
            Assert.Equal(
                links,
                Regex.Count(await app.Stranger().GetStringAsync(new Uri(page, UriKind.Relative), Now), "href=\"/booklet\"")
            );
    }

    /// <summary>The page in whole, by what a reader reads.</summary>
    [Theory]
    [InlineData("71", "9", "Sleep")]
    [InlineData("34", "0.5", "Panic")]
    [InlineData("52", "3", "Muscle")]
    public async Task Its_page_reads_at_sixth_grade(string age, string years, string reason)
    {
        var all = MainOf(
            await PageAsync("All", [("age", age), ("drug", "lorazepam"), ("mg", "2"), ("years", years), ("for", reason)], true)
        );
        // Names of studies are not ours, and the name of the medicine is on the bottle.
        var words = Tags().Replace(Sources().Replace(all, " "), ". ").Replace("lorazepam", "pill", StringComparison.Ordinal);
        Assert.True(words.Split(' ').Length > 500);
        Assert.True(Reading.Grade(words) <= 6, $"grade {Reading.Grade(words):0.0}");
        Assert.True(Reading.Smog(words) < 7, $"SMOG {Reading.Smog(words):0.0}");
        var asked = MainOf(await app.Stranger().GetStringAsync(new Uri("/booklet", UriKind.Relative), Now));
        Assert.True(Reading.Grade(Tags().Replace(Options().Replace(asked, ""), ". ")) <= 6);
    }

    [Fact]
    public async Task No_part_says_a_sentence_that_is_in_no_resource()
    {
        await using var pseudo = new GlidepathApp
        {
            Environment = "Test",
            Settings = new Dictionary<string, string> { [Glidepath.Web.Shared.Languages.PseudoSetting] = "true" },
        };
        foreach (var fields in new[] { Older, But("for", "Seizures"), But("age", "12") })
        foreach (var part in new[] { "Quiz", "All" })
        {
            using var answer = await GlidepathApp.Submit(
                pseudo.Stranger(),
                $"/{Glidepath.Pharmacology.Units.PseudoLanguage.Name}/booklet",
                Hidden,
                [.. fields, ("part", part), ("safe", "true")]
            );
            Assert.Empty(Unmarked.In(await answer.Content.ReadAsStringAsync(Now)));
        }
    }

    private const string Hidden = "<input type=\"hidden\" name=\"_handler\" value=\"page\"";

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string part, (string, string)[] fields) =>
        GlidepathApp.Submit(client, "/booklet", Hidden, [.. fields, ("part", part)]);

    private static Task<HttpResponseMessage> PrintAsync(HttpClient client, (string, string)[] fields) =>
        GlidepathApp.Submit(client, "/booklet/pdf", Hidden, fields);

    /// <summary>Words alone, or the page as it was sent.</summary>
    private async Task<string> PageAsync(string part, (string, string)[] fields, bool whole = false)
    {
        using var answer = await SendAsync(app.Stranger(), part, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
        return whole ? html : Spaces().Replace(Tags().Replace(html, " "), " ");
    }

    private static string MainOf(string html) => WebUtility.HtmlDecode(html).Split("<main")[1].Split("</main>")[0];

    /// <summary>All rows of all tables: what was asked leaves none.</summary>
    private async Task<long> RowsAsync()
    {
        await using var db = app.Store.CreateDbContext();
        var rows = 0L;
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct())
            rows += Convert.ToInt64(
                await RecordSamples.SqlAsync(app.Store, $"SELECT COUNT(*) FROM \"{table}\""),
                System.Globalization.CultureInfo.InvariantCulture
            );
        return rows;
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<p class=\"gp-source\">.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Sources();

    [GeneratedRegex("<option.*?</option>", RegexOptions.Singleline)]
    private static partial Regex Options();
}
