using System.Net;
using System.Text.RegularExpressions;

namespace Glidepath.Web.Tests.Shared;

/// <summary>A style sheet names no file that is not there: a list would have no arrow, and a phone would ask for it in vain.</summary>
public sealed partial class StyleFileTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/css/record.css")]
    public async Task Every_file_that_a_style_sheet_names_is_there(string sheet)
    {
        using var client = app.CreateClient();
        var css = await client.GetStringAsync(new Uri(sheet, UriKind.Relative), TestContext.Current.CancellationToken);
        var named = Named().Matches(css).Select(m => m.Groups[1].Value).Where(u => !u.StartsWith("data:", StringComparison.Ordinal));
        foreach (var url in named.Distinct())
        {
            var address = new Uri(new Uri($"http://localhost{sheet}"), url).PathAndQuery;
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{sheet} names {url}: {answer.StatusCode}");
        }
    }

    [GeneratedRegex("url\\([\"']?([^\"')]+)[\"']?\\)")]
    private static partial Regex Named();
}
