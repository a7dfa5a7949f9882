using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>The first page of a record: its tabs, what is next, and safety in few lines.</summary>
public sealed partial class TabsTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    [Theory]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Nurse)]
    [InlineData(Role.Therapist)]
    public async Task A_record_has_at_most_seven_tabs_and_each_of_its_pages_stands_under_one(Role role)
    {
        var ana = await PersonInCare.MakeAsync(app, role);
        List<string> seen = [$"/patients/{ana.Id}"];
        // Each page leads to its neighbors, so that from the first all are reached.
        for (var i = 0; i < seen.Count; i++)
        {
            var page = await ana.GetAsync(seen[i]);
            var row = Links(page, "gp-tabrow");
            Assert.InRange(row.Count, 4, 7);
            Assert.Contains("aria-current=\"page\"", page.Split("gp-tabrow")[1]);
            seen.AddRange(row.Concat(Links(page, "gp-subpages")).Where(l => !seen.Contains(l)).Distinct());
        }
        Assert.InRange(seen.Count, 12, 40);
    }

    [Fact]
    public async Task What_is_not_known_is_named_together_and_what_is_red_leads_and_is_the_first_thing_to_do()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var told = await ana.SendAsync($"{ana.Intake}/p13", ("home-storage", "no"), ("go", "list"));
        var page = WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}"));
        Assert.Contains("<h2>Safety: Medicine cannot be locked away, yes</h2>", page);
        Assert.Single(Regex.Matches(page, "<tr class=\"red\">"));
        Assert.Contains("Not known</span>", page);
        var next = page.Split("h-next")[2];
        Assert.StartsWith("\">What’s next", next);
        Assert.InRange(next.IndexOf("Medicine cannot be locked away: yes", StringComparison.Ordinal), 0, 600);
    }

    [Fact]
    public async Task Today_has_one_row_a_person_and_what_else_waits_stands_under_it()
    {
        var ana = await PersonInCare.MakeAsync(app);
        using var told = await ana.SendAsync($"{ana.Intake}/p13", ("home-storage", "no"), ("go", "list"));
        var page = WebUtility.HtmlDecode(await ana.GetAsync("/today"));
        Assert.Single(Regex.Matches(page, $"class=\"who\" href=\"/patients/{ana.Id}\""));
        var row = page.Split("class=\"who\"")[1].Split("</li>")[0];
        Assert.Contains("Medicine cannot be locked away: yes", row);
        Assert.Contains("Also:</b>", row);
        Assert.Contains("The intake is not finished.", row);
        // Every count leads to the rows that it counts.
        Assert.Contains("<a href=\"#t-now\">One person needs you now.</a>", page);
        Assert.Contains("id=\"t-now\"", page);
    }

    private static List<string> Links(string page, string nav) =>
        page.Contains(nav, StringComparison.Ordinal)
            ?
            [
                .. Href()
                    .Matches(
                        page.Split($"class=\"gp-subnav {nav}", 2) is [_, var row]
                            ? row.Split("</nav>")[0]
                            : page.Split($"class=\"{nav}", 2)[1].Split("</nav>")[0]
                    )
                    .Select(m => m.Groups[1].Value),
            ]
            : [];

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();
}
