using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glidepath.Treatment.Assessments;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Assessments;

public sealed class AssessmentApiTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Seven => """{"1":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1}""";

    [Fact]
    public async Task The_same_key_and_body_is_one_entry_and_another_body_a_409()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var body = $$"""{"instrument":"a2","on":"{{Today}}","answers":{{Seven}}}""";
        var (first, second) = (await Post(ana, "k1", body), await Post(ana, "k1", body));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await AssessmentPagesTests.Body(first), await AssessmentPagesTests.Body(second));
        Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await Post(ana, "k1", body.Replace("\"7\":1", "\"7\":2", StringComparison.Ordinal))).StatusCode
        );
        Assert.Contains("\"total\":7", await ana.GetAsync(first.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_are_stopped_until_an_action_is_recorded_and_the_same_key_then_goes_through()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var body = $$"""{"instrument":"a7","on":"{{Today}}","answers":{"6":2} }""";
        var stopped = await Post(ana, "k2", body);
        Assert.Equal(HttpStatusCode.Conflict, stopped.StatusCode);
        var step = (await stopped.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
            .GetProperty("safetyStepId")
            .GetGuid();
        var address = $"/api/patients/{ana.Id}/safety-steps/{step}";
        var done = new
        {
            askedDirectly = "yes",
            stayedWithThePerson = "yes",
            meansTalkedAbout = "yes",
            gave988 = "yes",
            disposition = "staysWithSomeone",
            whatWasSaid = "a",
            plan = "b",
            whoWasTold = "c",
        };
        using var acted = await ana.Staff.PostOnceAsync($"{address}/actions", done, "act");
        Assert.Equal(HttpStatusCode.OK, acted.StatusCode);
        using var again = await ana.Staff.PostOnceAsync($"{address}/actions", done, "act");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Single(await PersonInCare.StoredAsync<SafetyAction>(app, ana.Id));
        using var blind = await ana.Staff.PostOnceAsync($"{address}/close", new { outcome = "over" });
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        using var older = await ana.Staff.PostOnceAsync($"{address}/close", new { outcome = "over" }, match: "*");
        Assert.Equal(HttpStatusCode.Conflict, older.StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Post(ana, "k2", body)).StatusCode);
    }

    [Theory]
    [InlineData("""{"instrument":"gad-7","on":"@","answers":{"1":1}}""", 400)]
    [InlineData("""{"instrument":"a8","on":"@","answers":{"1":1}}""", 400)]
    [InlineData("""{"instrument":"a2","on":"@","answers":{"1":4}}""", 400)]
    [InlineData("""{"instrument":"a2","on":"@","answers":{"99":1}}""", 400)]
    [InlineData("""{"instrument":"a2","on":"@","answers":{}}""", 400)]
    [InlineData("""{"instrument":"a2","on":"2999-01-01","answers":{"1":1}}""", 400)]
    [InlineData("""{"instrument":"a2","on":"@","answers":{"1":"1"}}""", 400)]
    [InlineData("""{"instrument":"a2","on":"@","answers":{"1":1},"amends":"0193a000-0000-7000-8000-000000000001"}""", 400)]
    [InlineData("""{"instrument":"a2","on":"@","answers":{"1":1},"amends":"0193a000-0000-7000-8000-000000000001","reason":"x"}""", 409)]
    [InlineData("[]", 400)]
    public async Task What_does_not_fit_is_refused_and_nothing_is_saved(string body, int status)
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Equal(status, (int)(await Post(ana, "k3", body.Replace("@", Today, StringComparison.Ordinal))).StatusCode);
        Assert.Empty(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id));
        Assert.Empty(await PersonInCare.StoredAsync<AssessmentDraft>(app, ana.Id));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_written()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await Post(ana, null, $$"""{"instrument":"a2","on":"{{Today}}","answers":{{Seven}}}""")).StatusCode
        );
    }

    private static async Task<HttpResponseMessage> Post(PersonInCare person, string? key, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api{person.Scales}")
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await person.Staff.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
