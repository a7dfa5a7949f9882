using System.Net;

namespace Glidepath.Web.Tests.Patients;

/// <summary>A description of a paper that was wrong, and the way from the time line to the paper.</summary>
public sealed class DocumentAmendmentTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_amended_description_stands_beside_the_one_before_and_the_time_line_leads_to_the_paper()
    {
        var ana = await PersonInCare.MakeAsync(app);
        var document = await DocumentSamples.FileAsync(app, ana);
        var page = $"/patients/{ana.Id}/documents/{document.Id}";
        Assert.Contains($"href=\"{page}/description\"", await ana.GetAsync(page));
        using (var silent = await ana.SendAsync($"{page}/description", ("description", "Three days observed"), ("why", "")))
            Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using (
            var amended = await ana.SendAsync($"{page}/description", ("description", "Three days observed"), ("why", "A day was left out."))
        )
            Assert.Equal(HttpStatusCode.Redirect, amended.StatusCode);
        foreach (var way in new[] { page, $"/patients/{ana.Id}/documents", $"/patients/{ana.Id}", $"/api{page}" })
        {
            var shown = WebUtility.HtmlDecode(await ana.GetAsync(way));
            foreach (var words in new[] { "Three days observed", DocumentSamples.Said, "A day was left out." })
                Assert.True(shown.Contains(words, StringComparison.Ordinal), $"{way}: {words}");
        }
        Assert.Contains($"href=\"{page}\"", await ana.GetAsync($"/patients/{ana.Id}"));
        // Entered in error it may be another person's: neither description is on the time line any more.
        using (var marked = await ana.SendAsync(page, ("why", "Another person's paper.")))
            Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
        var home = await ana.GetAsync($"/patients/{ana.Id}");
        Assert.DoesNotContain("days observed", home);
        using var closed = await ana.Staff.GetAsync(new Uri($"{page}/description", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }
}
