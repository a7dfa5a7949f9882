using System.Net;
using System.Text;
using System.Text.Json;
using Glidepath.Paper;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Web.Tests.Tapering;

public sealed class DraftApiTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string WorkedExample =
        """{"drug":"clonazepam","regimen":{"bedtime":1},"stock":"tablet 0.5 scored, tablet 1","start":"2026-12-01"}""";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_the_document_of_the_command_line()
    {
        using var answer = await Post("/api/plans/draft", WorkedExample);
        var request = new TaperRequest
        {
            Drug = BenzodiazepineTable.Clonazepam,
            Regimen = Regimen.Empty.With(TimeOfDay.Bedtime, new Dose(1)),
            Start = new DateOnly(2026, 12, 1),
            Stock = Pharmacology.Products.StockReader.Read(BenzodiazepineTable.Clonazepam, "tablet 0.5 scored, tablet 1", out _),
        };
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            PlanDocument.Of(TaperPlanner.Plan(request).Plan!, SafetyText.Default).ToJson(),
            await answer.Content.ReadAsStringAsync(Now)
        );
    }

    [Fact]
    public async Task Choices_come_side_by_side()
    {
        using var answer = await Post("/api/plans/choices", WorkedExample);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal("as-given", document.RootElement.GetProperty("choices")[0].GetProperty("id").GetString());
        Assert.True(document.RootElement.GetProperty("choices").GetArrayLength() >= 3);
    }

    [Theory]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":"1"}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"pregnant":2}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"overrideReason":"because"}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":-1}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":301}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1e28}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":0.0000001}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":null}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"other":[{"at":"teatime","mg":1}]}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"morning":1,"other":[{"at":"08:00","mg":1}]}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"other":[null]}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"morning":1,"other":null}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":null}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"medicines":null}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"medicines":[null]}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"policy":null}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"policy":"mine"}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"stock":"tablet 7"}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"stepPercent":0}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"stepPercent":10.00000000000001}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"intervalDays":1000000000000}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"goalMg":1}""")]
    [InlineData("""{"drug":"sugar","regimen":{"bedtime":1}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"start":"2026-13-01"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Bad_json_is_a_400_that_says_what_is_wrong(string body)
    {
        using var answer = await Post("/api/plans/draft", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"stepPercent":50}""", "PaceCeiling")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"age":16}}""", "Person")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":0.33},"stock":"tablet 0.5"}""", "StartNotMakeable")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"supply":"notPrescribed"}}""", "CareFirst")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"opioid":"yes","alcohol":"yes"}}""", "CareFirst")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"indication":"seizures"}}""", "Specialist")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":100}}""", "CheckNumber")]
    [InlineData("""{"drug":"diazepam","regimen":{"bedtime":40},"stepPercent":0.5,"intervalDays":180}""", "Length")]
    public async Task A_clinical_no_says_why(string body, string limit)
    {
        using var answer = await Post("/api/plans/draft", body);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
        Assert.Equal(limit, problem.RootElement.GetProperty("limit").GetString());
    }

    /// <summary>The first made 322 MB of fills in a reviewer's hands; the others are as long as a plan may be.</summary>
    [Theory]
    [InlineData(
        """{"drug":"alprazolam","regimen":{"morning":3,"midday":7.5,"evening":1.25,"bedtime":37.5},"stepPercent":0.5,"intervalDays":180,"fillDays":1}"""
    )]
    [InlineData(
        """{"drug":"alprazolam","regimen":{"morning":3,"midday":3,"bedtime":4},"stepPercent":0.5,"intervalDays":180,"fillDays":1}"""
    )]
    [InlineData("""{"drug":"clonazepam","regimen":{"morning":2,"bedtime":2},"stepPercent":5,"intervalDays":28,"fillDays":7}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"fillDays":1}""")]
    public async Task No_strangers_request_makes_an_answer_of_more_than_two_megabytes(string body)
    {
        foreach (var address in new[] { "/api/plans/draft", "/api/plans/choices" })
        {
            using var answer = await Post(address, body);
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Now)).Length, 50, 2_000_000);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Without_a_liquid_the_plan_ends_on_a_dose_and_large_last_steps_lead_to_zero()
    {
        Assert.Equal("stockLimit", await Ends("""{"drug":"clonazepam","regimen":{"bedtime":1},"noLiquid":true}"""));
        Assert.Equal(
            "stop",
            await Ends("""{"drug":"clonazepam","regimen":{"bedtime":1},"noLiquid":true,"acceptLargeLastSteps":true,"maxHoldDays":28}""")
        );
    }

    [Theory]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":0.5},"facts":{"daysPerWeek":2}}""", "occasional", false)]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":0.5},"facts":{"durationDays":21,"daysPerWeek":7}}""", "shortUse", true)]
    public async Task Advice_is_an_answer_with_steps_only_where_there_is_a_plan(string body, string kind, bool hasSteps)
    {
        using var answer = await Post("/api/plans/draft", body);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(kind, document.RootElement.GetProperty("advice").GetProperty("kind").GetString());
        Assert.NotEqual(0, document.RootElement.GetProperty("advice").GetProperty("findings").GetArrayLength());
        Assert.Equal(hasSteps, document.RootElement.TryGetProperty("steps", out _));
    }

    [Fact]
    public async Task A_pace_that_was_sent_is_kept_after_short_use()
    {
        using var answer = await Post(
            "/api/plans/draft",
            """{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"durationDays":21},"stepPercent":10}"""
        );
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal("gradual", document.RootElement.GetProperty("route").GetString());
    }

    [Fact]
    public async Task Another_kind_of_body_is_refused()
    {
        using var content = new StringContent("drug=clonazepam", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await app.Stranger().PostAsync("/api/plans/draft", content, Now);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused()
    {
        using var answer = await Post("/api/plans/draft", "{\"drug\":\"" + new string('a', 1_100_000) + "\"}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task The_description_names_units_and_limits()
    {
        using var document = JsonDocument.Parse(await app.Stranger().GetStringAsync("/openapi/v1.json", Now));
        var draft = document
            .RootElement.GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("DraftPlan")
            .GetProperty("properties");
        Assert.Equal(180, draft.GetProperty("intervalDays").GetProperty("maximum").GetInt32());
        Assert.Contains("mg", draft.GetProperty("goalMg").GetProperty("description").GetString());
    }

    private async Task<string?> Ends(string body)
    {
        using var answer = await Post("/api/plans/draft", body);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Now));
        return document.RootElement.GetProperty("ends").GetString();
    }

    private async Task<HttpResponseMessage> Post(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await app.Stranger().PostAsync(address, content, Now);
    }
}
