using System.Net;
using System.Text.Json;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Assessments;

public sealed class InstrumentFileTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Fact]
    public async Task A_file_that_fits_is_kept_with_hash_and_name_and_then_offered()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        Assert.DoesNotContain("/assessments/a11\"", await ana.GetAsync(ana.Scales), StringComparison.Ordinal);
        var loaded = await Load(admin, "bwsq", Questionnaire(FileScheme.Bwsq));
        Assert.True(loaded.StatusCode == HttpStatusCode.Redirect, await AssessmentPagesTests.Body(loaded));
        var page = await admin.GetStringAsync(new Uri("/scale-files", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Test Administrator", page, StringComparison.Ordinal);
        Assert.Contains("/assessments/a11\"", await ana.GetAsync(ana.Scales), StringComparison.Ordinal);
        await ana.SendAsync($"{ana.Scales}/a11", [.. AssessmentPagesTests.Answers(20), ("go", "finish")]);
        Assert.Equal(20, Assert.Single(await PersonInCare.StoredAsync<ScoredAssessment>(app, ana.Id)).Total);
    }

    [Theory]
    [InlineData("{", "expected one FHIR R4 Questionnaire")]
    [InlineData("""{"resourceType":"Patient"}""", "resourceType: found")]
    [InlineData("""{"resourceType":"Questionnaire","status":"active","item":[]}""", "expected 20 for CIWA-B")]
    public async Task A_file_that_does_not_fit_is_refused_with_field_value_and_what_is_accepted(string json, string says)
    {
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        var answer = await Load(nurse, "ciwa-b", json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, WebUtility.HtmlDecode(await AssessmentPagesTests.Body(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_large_is_refused()
    {
        var (nurse, _) = await app.SignedInAsync(Role.Nurse);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Load(nurse, "ciwa-b", new string(' ', 1_048_576))).StatusCode);
        using var sent = await nurse.PutAsync(
            new Uri("/api/scale-files/ciwa-b", UriKind.Relative),
            new StringContent(new string(' ', 1_048_577), null, "application/json"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, sent.StatusCode);
    }

    [Fact]
    public async Task Other_programs_load_a_file_and_see_what_is_loaded()
    {
        await using var own = new GlidepathApp();
        var (admin, _) = await own.SignedInAsync(Role.Administrator);
        var json = Questionnaire(FileScheme.Bwsq);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(admin, "no-such-scale", json)).StatusCode);
        var refused = await Put(admin, "bwsq", "{}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("resourceType", await AssessmentPagesTests.Body(refused), StringComparison.Ordinal);
        Assert.Equal(
            "[]",
            await admin.GetStringAsync(new Uri("/api/scale-files", UriKind.Relative), TestContext.Current.CancellationToken)
        );
        // The same file again is the same version.
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await Put(admin, "bwsq", json)).StatusCode);
        var listed = JsonDocument
            .Parse(await admin.GetStringAsync(new Uri("/api/scale-files", UriKind.Relative), TestContext.Current.CancellationToken))
            .RootElement;
        Assert.Equal(("bwsq", 1), (listed[0].GetProperty("schemeId").GetString(), listed.GetArrayLength()));
        var (family, _) = await own.SignedInAsync(Role.Family);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(family, "bwsq", json)).StatusCode);
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, string scheme, string json) =>
        client.PutAsync(
            new Uri($"/api/scale-files/{scheme}", UriKind.Relative),
            new StringContent(json, null, "application/json"),
            TestContext.Current.CancellationToken
        );

    [Fact]
    public async Task Nobody_else_may_load_one()
    {
        var (patient, _) = await app.SignedInAsync(Role.Patient);
        Assert.NotEqual(
            HttpStatusCode.OK,
            (await patient.GetAsync(new Uri("/scale-files", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
        );
    }

    private static string Questionnaire(FileScheme scheme) =>
        JsonSerializer.Serialize(
            new
            {
                resourceType = "Questionnaire",
                status = "active",
                item = Enumerable
                    .Range(1, scheme.ScoredItems)
                    .Select(i => new
                    {
                        linkId = $"{i}",
                        text = $"Made-up item {i}",
                        type = "choice",
                        answerOption = Enumerable.Range(0, scheme.MostPerItem + 1).Select(s => new { valueInteger = s }),
                    }),
            }
        );

    private static async Task<HttpResponseMessage> Load(HttpClient client, string scheme, string json)
    {
        var html = await client.GetStringAsync(new Uri("/scale-files", UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new MultipartFormDataContent();
        foreach (
            System.Text.RegularExpressions.Match hidden in System.Text.RegularExpressions.Regex.Matches(
                html,
                "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\""
            )
        )
            form.Add(new StringContent(WebUtility.HtmlDecode(hidden.Groups[2].Value)), hidden.Groups[1].Value);
        form.Add(new StringContent(scheme), "scheme");
        form.Add(new StringContent(json), "file", "scale.json");
        return await client.PostAsync(new Uri("/scale-files", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
