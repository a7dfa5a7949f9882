using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Glidepath.Application.Patients;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients.Intake;

namespace Glidepath.Web.Tests.Patients.Intake;

public sealed class IntakeApiTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task A_part_is_written_and_read_back()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var answer = await Put(ana, "p5", """{"answers":{"seizures.ever":{"state":"given","value":"no"}}}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var part = JsonDocument.Parse(await ana.GetAsync($"/api{ana.Intake}/p5")).RootElement;
        Assert.Equal("complete", part.GetProperty("state").GetString());
        Assert.Equal(13, JsonDocument.Parse(await ana.GetAsync($"/api{ana.Intake}")).RootElement.GetProperty("parts").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"answers":{"seizures.ever":{"state":"given","value":"maybe"}}}""", "Expected yes or no")]
    [InlineData("""{"answers":{"alcohol.any":{"state":"given","value":"no"}}}""", "Not a question of this part")]
    [InlineData("""{"answers":{"nothing":{"state":"unknown"}}}""", "No such question")]
    [InlineData("""{"answers":{"seizures.ever":{"state":"unknown","value":"no"}}}""", "only with the state given")]
    public async Task A_wrong_answer_is_refused_and_nothing_is_saved(string body, string says)
    {
        var ana = await PersonInCare.MakeAsync(app);
        var answer = await Put(ana, "p5", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"answers":{},"more":1}""")]
    [InlineData("""{"answers":{"seizures.ever":{"state":"7"}}}""")]
    public async Task What_is_not_such_a_document_is_a_400(string body)
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Equal(HttpStatusCode.BadRequest, (await Put(ana, "p5", body)).StatusCode);
    }

    [Fact]
    public async Task An_older_version_is_a_409_with_both_and_writes_nothing_over()
    {
        var ana = await PersonInCare.MakeAsync(app);
        await Put(ana, "p2", """{"answers":{"pattern.months":{"state":"given","value":"10"}}}""");
        var answer = await Put(ana, "p2", """{"answers":{"pattern.months":{"state":"given","value":"12"}}}""");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var clash = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("clashes")[0];
        Assert.Equal(
            ("10", "12"),
            (clash.GetProperty("theirs").GetProperty("value").GetString(), clash.GetProperty("yours").GetProperty("value").GetString())
        );
        Assert.Equal("10", Assert.Single(await PersonInCare.StoredAsync<IntakeSection>(app, ana.Id)).Answers["pattern.months"].Value);
    }

    [Fact]
    public async Task A_body_too_large_and_another_persons_record_are_refused()
    {
        var ana = await PersonInCare.MakeAsync(app);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Put(ana, "p5", new string(' ', 1_100_000))).StatusCode);
        var (other, _) = await app.SignedInAsync(Role.Prescriber);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.GetAsync(new Uri($"/api{ana.Intake}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Fact]
    public void No_address_names_a_health_need() =>
        Assert.All(Enum.GetValues<IntakePart>(), p => Assert.Matches("^p[0-9]+$", IntakeParts.Slug(p)));

    private static async Task<HttpResponseMessage> Put(PersonInCare person, string part, string json, string match = "*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api{person.Intake}/{part}")
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", match);
        return await person.Staff.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
