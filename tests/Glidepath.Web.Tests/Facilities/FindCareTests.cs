using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Glidepath.Web.Accounts;

namespace Glidepath.Web.Tests.Facilities;

/// <summary>The demo's nine made-up places.</summary>
public sealed class DemoApp() : DemoFixture(new GlidepathApp { Demo = true });

public abstract class DemoFixture(GlidepathApp app) : IDisposable
{
    public GlidepathApp App => app;

    public void Dispose()
    {
        app.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed partial class FindCareTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly (string, string)[] Asked =
    [
        ("near", "Springvale, CA"),
        ("payer", "medicaid"),
        ("pathway", "prescribed"),
        ("need-benzodiazepine-withdrawal", "must"),
        ("need-co-occurring", "lot"),
        ("go", "list"),
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> Post(params (string, string)[] fields) =>
        GlidepathApp.Send(demo.App.Stranger(), "/find-care", fields);

    private async Task<string> Html(params (string, string)[] fields)
    {
        using var answer = await Post(fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task The_best_fit_comes_first_with_its_reasons_and_no_need_stands_in_any_address()
    {
        var html = await Html(Asked);
        Assert.Contains("3 places within", html);
        Assert.InRange(
            html.IndexOf("Cedar Hollow Hospital", StringComparison.Ordinal),
            0,
            html.IndexOf("Riverbend Recovery House", StringComparison.Ordinal)
        );
        Assert.Contains("not listed, ask", html);
        Assert.Contains("our own program, scored by the same rules", html);
        Assert.Contains("Made-up directory of the demo, 2026", html);
        Assert.DoesNotContain("Only Opioids Clinic", html);
        Assert.DoesNotMatch("(href|action)=\"[^\"]*(medicaid|benzodiazepine|prescribed)", html);
    }

    [Fact]
    public async Task Each_count_of_what_else_could_be_asked_is_how_many_places_are_left_when_it_is()
    {
        var html = await Html([.. Asked, ("within", "10")]);
        var counts = Facet()
            .Matches(html)
            .Select(m => (Id: m.Groups[1].Value, Here: int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)))
            .ToList();
        Assert.Contains(counts, c => c.Here == 0);
        Assert.Contains(counts, c => c.Here > 0);
        Assert.Matches("0 here, [1-9][0-9]* (within [0-9]+ miles|anywhere)", html);
        Assert.DoesNotContain(counts, c => c.Id is "medicaid" or "co-occurring" or "benzodiazepine-withdrawal");
        foreach (var (id, here) in counts)
            Assert.Contains(
                here switch
                {
                    0 => "No place fits all you told us",
                    1 => "1 place within",
                    _ => $"{here} places within",
                },
                await Html([.. Asked[..^1], ("within", "10"), ("also", id)])
            );
    }

    [Fact]
    public async Task A_sign_of_danger_shows_a_number_and_no_list()
    {
        var html = await Html([.. Asked, ("sign", "Seizure")]);
        Assert.Contains("Call 911", html);
        Assert.DoesNotContain("Cedar Hollow", html);
    }

    [Theory]
    [InlineData("near", "Nowhere, ZZ", "We do not know")]
    [InlineData("near", "99999", "We do not know")]
    [InlineData("within", "-5", "whole number of miles")]
    [InlineData("within", "999999999999", "whole number of miles")]
    [InlineData("need-cbt", "perhaps", "Choose one of the answers")]
    [InlineData("sign", "0", "Choose one of the answers")]
    [InlineData("care", "x", "Choose one of the answers")]
    [InlineData("also", "moonlight", "Choose one of the list")]
    [InlineData("also", "medicaid", "Choose one of the list")]
    public async Task What_is_not_understood_is_named_and_what_was_told_stays(string field, string value, string expected)
    {
        using var answer = await Post([.. Asked.Where(a => a.Item1 != field), (field, value)]);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, html);
        Assert.Matches("value=\"medicaid\" selected", html);
    }

    [Fact]
    public async Task Two_to_five_places_stand_side_by_side_differences_first_with_source_and_date()
    {
        var ids = Place().Matches(await Html(Asked)).Select(m => m.Groups[1].Value).ToList();
        var html = await Html([.. Asked[..^1], ("place", ids[0]), ("place", ids[1]), ("go", "compare")]);
        Assert.Contains("Compare 2 places", html);
        Assert.Contains("Not listed: ask", html);
        Assert.Contains("Only the rows that differ and matter to you", html);
        Assert.Matches("Show all [0-9]+ rows", html);
        Assert.Matches("href=\"tel:\\+1555555[0-9]{4}\"", html);
        Assert.Contains("scope=\"rowgroup\"", html);
        foreach (var few in new[] { ids[..1], ids })
        {
            using var answer = await Post([.. Asked[..^1], .. few.Select(i => ("place", i)), ("go", "compare")]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_form_has_at_most_25_controls_before_the_first_result_and_more_when_they_are_asked_for()
    {
        var page = await demo.App.Stranger().GetStringAsync(new Uri("/find-care", UriKind.Relative), Now);
        Assert.InRange(Controls(page), 10, 25);
        var list = await Html([
            .. Asked.Where(a => a.Item1 != "need-co-occurring"),
            ("need-anxiety", "some"),
            ("need-cbt-insomnia", "some"),
        ]);
        Assert.InRange(Controls(list[..list.IndexOf("gp-place\"", StringComparison.Ordinal)]), 10, 25);
        Assert.Contains("Has mental health care there, for anxiety", list);
        Assert.InRange(Controls(await Html([.. Asked[..^1], ("more", "list")])), 80, 200);

        static int Controls(string html) => Control().Count(html[html.IndexOf("<main", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A_place_that_fits_everything_is_under_that_heading_the_nearer_first()
    {
        var html = await Html(("near", "Springvale, CA"), ("need-anxiety", "some"), ("go", "list"));
        var everything = html.IndexOf("<h2>Fits everything</h2>", StringComparison.Ordinal);
        var most = html.IndexOf("<h2>Fits most of it</h2>", StringComparison.Ordinal);
        Assert.InRange(everything, 0, most);
        Assert.DoesNotContain("not listed, ask", html[everything..most]);
        var miles = Miles()
            .Matches(html[everything..most])
            .Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(miles.Order(), miles);
    }

    [Theory]
    [InlineData("saint louis mo", "St. Louis, Missouri")]
    [InlineData("63188", "This ZIP is for post office boxes or one building, so we count from its town.")]
    public async Task How_a_place_was_read_is_shown_and_the_map_of_its_region_is_ours(string near, string read)
    {
        var html = await Html(("near", near), ("go", "list"));
        Assert.Contains(read, html);
        Assert.Contains("class=\"gp-map\"", html);
        Assert.DoesNotMatch("(src|href)=\"https?://", html);
    }

    [Fact]
    public async Task More_of_the_list_is_a_list()
    {
        Assert.Contains("3 places within", await Html([.. Asked[..^1], ("show", "40")]));
    }

    [Fact]
    public async Task What_a_family_thinks_of_a_place_goes_with_them_from_page_to_page_and_onto_their_paper()
    {
        var ids = Place().Matches(await Html(Asked)).Select(m => m.Groups[1].Value).Take(2).ToList();
        (string, string)[] thought =
        [
            .. Asked[..^1],
            .. ids.Select(i => ("place", i)),
            ($"note-{Guid.Parse(ids[0]):N}", "kind on the phone"),
            ($"star-{Guid.Parse(ids[0]):N}", "4"),
        ];
        Assert.Contains("<b>kind on the phone</b>", await Html([.. thought, ("go", "compare-sheet")]));
        Assert.Contains("value=\"kind on the phone\"", await Html([.. thought, ("go", "compare-sheet")]));
        Assert.Contains("value=\"kind on the phone\"", await Html([.. thought, ("go", "list")]));
        Assert.DoesNotContain("value=\"kind on the phone\"", await Html([.. thought, ("go", "compare")]));
    }

    [Fact]
    public async Task A_call_sheet_asks_what_is_not_listed_and_warns_of_bad_actors()
    {
        var id = Place().Match(await Html(Asked)).Groups[1].Value;
        var html = await Html([.. Asked[..^1], ("sheet", id)]);
        Assert.Contains("Call sheet", html);
        Assert.Contains("What is the slowest taper you do?", html);
        Assert.Contains("before they have asked about your health", html);
    }

    [Fact]
    public async Task Other_software_asks_in_the_body_and_reads_ids_it_can_ask_with()
    {
        using var client = demo.App.Stranger();
        using var answer = await client.PostAsJsonAsync(
            "/api/matches",
            new
            {
                near = "Springvale, CA",
                must = new[] { "benzodiazepine-withdrawal" },
                payers = new[] { "medicaid" },
                withinMiles = 50,
            },
            Now
        );
        var match = await answer.Content.ReadFromJsonAsync<JsonElement>(Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var first = match.GetProperty("results")[0];
        Assert.Contains("benzodiazepine-withdrawal", first.GetProperty("fits").EnumerateArray().Select(f => f.GetString()));
        using var place = await client.GetAsync(new Uri($"/api/facilities/{first.GetProperty("id").GetString()}", UriKind.Relative), Now);
        Assert.Equal(HttpStatusCode.OK, place.StatusCode);
        using var none = await client.GetAsync(new Uri($"/api/facilities/{Guid.NewGuid()}", UriKind.Relative), Now);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("{\"must\":[\"moonlight\"]}", "must")]
    [InlineData("{\"payers\":[\"cbt\"]}", "payers")]
    [InlineData("{\"near\":\"Nowhere, ZZ\"}", "near")]
    [InlineData("{\"must\":[\"cbt\"],\"not\":[\"cbt\"]}", "not")]
    [InlineData("{\"withinMiles\":50}", "withinMiles")]
    [InlineData("{\"withinMiles\":-1}", "WithinMiles")]
    [InlineData("{\"must\":[\"for-profit\"]}", "must")]
    public async Task A_bad_question_is_told_what_would_be_accepted(string body, string field)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await demo.App.Stranger().PostAsync(new Uri("/api/matches", UriKind.Relative), content, Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(Now));
    }

    [Theory]
    [InlineData("{\"minimumSetting\":\"spa\"}", "minimumSetting", "spa", "accepted: setting-office, ")]
    [InlineData("{\"near\":\"Springvale, CA\",\"tooFarMiles\":0.5}", "TooFarMiles", "tooFarMiles: read 0.5", "accepted: 1 to 3000 miles")]
    [InlineData("{\"distanceWeight\":11}", "DistanceWeight", "distanceWeight: read 11", "accepted: 0 to 10.")]
    [InlineData("{\"withinMiles\":-1}", "WithinMiles", "withinMiles: read -1", "accepted: 1 to 3000 miles")]
    [InlineData("{\"tooFarMiles\":50}", "tooFarMiles", "needs near", "to count from")]
    public async Task A_number_or_setting_out_of_range_is_told_by_field_value_and_what_is_accepted(
        string body,
        string field,
        string read,
        string accepted
    )
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await demo.App.Stranger().PostAsync(new Uri("/api/matches", UriKind.Relative), content, Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var told = (await answer.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("errors").GetProperty(field)[0].GetString();
        Assert.All([read, accepted], words => Assert.Contains(words, told));
    }

    [Fact]
    public async Task Other_software_sets_the_least_setting_what_is_too_far_and_how_much_near_counts()
    {
        var hospitals = await MatchAsync(new { minimumSetting = "setting-hospital" });
        Assert.Equal(2, hospitals.GetProperty("count").GetInt32());
        Assert.All(
            Results(hospitals).Take(2),
            r => Assert.Contains("setting-hospital", r.GetProperty("fits").EnumerateArray().Select(f => f.GetString()))
        );

        var near = Results(await MatchAsync(new { near = "Springvale, CA", tooFarMiles = 5 }));
        Assert.All(near, r => Assert.Equal(r.GetProperty("miles").GetDouble() < 5, r.GetProperty("score").GetDouble() > 0));
        Assert.Contains(near, r => r.GetProperty("miles").GetDouble() > 5);

        var wish = new[] { new { id = "cbt" } };
        var unweighed = Results(
            await MatchAsync(
                new
                {
                    near = "Springvale, CA",
                    wishes = wish,
                    distanceWeight = 0,
                }
            )
        );
        Assert.Contains(unweighed, r => r.GetProperty("miles").GetDouble() > 5 && r.GetProperty("score").GetDouble() == 100);
        Assert.DoesNotContain(
            Results(await MatchAsync(new { near = "Springvale, CA", wishes = wish })),
            r => r.GetProperty("miles").GetDouble() > 5 && r.GetProperty("score").GetDouble() == 100
        );
    }

    [Fact]
    public async Task The_description_for_other_software_says_what_each_of_these_accepts()
    {
        using var document = JsonDocument.Parse(
            await demo.App.Stranger().GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Now)
        );
        var asked = document
            .RootElement.GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("MatchRequest")
            .GetProperty("properties");
        Assert.Equal(
            (3_000, 10),
            (
                asked.GetProperty("tooFarMiles").GetProperty("maximum").GetDouble(),
                asked.GetProperty("distanceWeight").GetProperty("maximum").GetDouble()
            )
        );
        Assert.All(
            ["minimumSetting", "tooFarMiles", "distanceWeight"],
            name => Assert.NotEqual("", asked.GetProperty(name).GetProperty("description").GetString())
        );
        Assert.Contains("setting-hospital", asked.GetProperty("minimumSetting").GetProperty("description").GetString());
    }

    private async Task<JsonElement> MatchAsync(object needs)
    {
        using var client = demo.App.Stranger();
        using var answer = await client.PostAsJsonAsync("/api/matches", needs, Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Now);
    }

    private static List<JsonElement> Results(JsonElement match) => [.. match.GetProperty("results").EnumerateArray()];

    [GeneratedRegex("name=\"place\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Place();

    [GeneratedRegex("<(select|textarea|button|input(?![^>]*type=\"hidden\"))")]
    private static partial Regex Control();

    [GeneratedRegex("· (?:about )?([0-9]+) miles?")]
    private static partial Regex Miles();

    [GeneratedRegex("name=\"also\" value=\"([a-z0-9-]+)\"[^>]*><span>[^<]*</span><small>([0-9]+) here")]
    private static partial Regex Facet();
}
