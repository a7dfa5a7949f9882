using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Privacy;

namespace Glidepath.Web.Tests.Shared;

/// <summary>What a page, a file and a paper say does not hang on the machine or the browser.</summary>
public sealed partial class LanguageTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/es/planner")]
    [InlineData("/de")]
    [InlineData("/qps-ploc/planner")]
    public async Task A_language_without_a_translation_is_no_address(string address)
    {
        await using var app = new GlidepathApp();
        using var answer = await app.Stranger().GetAsync(new Uri(address, UriKind.Relative), Now);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_speaks_German_is_answered_in_American_English()
    {
        await using var app = new GlidepathApp();
        using var client = app.Stranger();
        client.DefaultRequestHeaders.Add("Accept-Language", "de-DE,de;q=0.9");
        var html = await client.GetStringAsync("/planner", Now);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("Which medicine?", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_German_machine_pages_files_and_papers_are_the_same()
    {
        await using var app = new GlidepathApp();
        var clinic = await Clinic.OpenAsync(app);
        var (patient, _) = await app.SignedInAsync(Role.Patient, clinic.PatientId);
        var american = await AnswersAsync(app, patient, "en-US");
        Assert.Contains("0.25", american[0], StringComparison.Ordinal);
        Assert.All(american, text => Assert.True(text.Length > 200, text));
        Assert.Equal(american, await AnswersAsync(app, patient, "de-DE"));
    }

    /// <summary>A planner page, its plan as JSON and as a PDF, and a record as CSV.</summary>
    private static async Task<string[]> AnswersAsync(GlidepathApp app, HttpClient patient, string culture)
    {
        var (own, ownWords) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            (string, string)[] plan =
            [
                ("drug", "clonazepam"),
                ("morning", "0.5"),
                ("bedtime", "0.5"),
                ("start", "2026-12-07"),
                ("supply", "prescribed"),
            ];
            using var client = app.Browser();
            using var page = await GlidepathApp.Send(client, "/planner", [.. plan, ("go", "plan")]);
            var form = await client.GetStringAsync("/planner", Now);
            using var asked = new StringContent(
                """{"drug":"clonazepam","regimen":{"morning":0.5,"bedtime":0.5},"start":"2026-12-07"}""",
                Encoding.UTF8,
                "application/json"
            );
            using var json = await client.PostAsync(new Uri("/api/plans/draft", UriKind.Relative), asked, Now);
            using var paper = await PostAsync(client, "/planner/calendar", form, plan);
            using var record = await PostAsync(
                patient,
                "/me/record/file",
                await patient.GetStringAsync("/me/record", Now),
                [("as", "csv")]
            );
            return
            [
                .. new[]
                {
                    await page.Content.ReadAsStringAsync(Now),
                    await json.Content.ReadAsStringAsync(Now),
                    Encoding.Latin1.GetString(await paper.Content.ReadAsByteArrayAsync(Now)),
                    await record.Content.ReadAsStringAsync(Now),
                }.Select(text => NewEachTime().Replace(text, "")),
            ];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (own, ownWords);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string page, (string, string)[] fields)
    {
        using var content = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", Clinic.Token(page))).Select(f => KeyValuePair.Create(f.Item1, f.Item2))
        );
        var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content, Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }

    /// <summary>Tokens, nonces, keys of forms, and the time of day.</summary>
    [GeneratedRegex("nonce=\"[^\"]*\"|value=\"CfDJ8[^\"]*\"|[0-9a-f]{8}-[0-9a-f-]{27}|\\d\\d:\\d\\d(:\\d\\d)?")]
    private static partial Regex NewEachTime();
}
