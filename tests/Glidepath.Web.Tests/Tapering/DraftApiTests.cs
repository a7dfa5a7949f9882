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
    private const string WorkedExample = """{"drug":"clonazepam","regimen":{"bedtime":1},"stock":"tablet 0.5 scored, tablet 1","start":"2026-12-01"}""";

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
        Assert.Equal(PlanDocument.Of(TaperPlanner.Plan(request).Plan!, SafetyText.Default).ToJson(), await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task Choices_come_side_by_side()
    {
        using var answer = await Post("/api/plans/choices", WorkedExample);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Now));
        Assert.True(document.RootElement.GetProperty("choices").GetArrayLength() >= 4);
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
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"stepPercent":50}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":1},"facts":{"age":16}}""")]
    [InlineData("""{"drug":"clonazepam","regimen":{"bedtime":0.33},"stock":"tablet 0.5"}""")]
    public async Task A_clinical_no_says_why(string body)
    {
        using var answer = await Post("/api/plans/draft", body);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Now));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
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
        var draft = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("DraftPlan").GetProperty("properties");
        Assert.Equal(180, draft.GetProperty("intervalDays").GetProperty("maximum").GetInt32());
        Assert.Contains("mg", draft.GetProperty("goalMg").GetProperty("description").GetString());
    }

    private async Task<HttpResponseMessage> Post(string address, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await app.Stranger().PostAsync(address, content, Now);
    }
}
