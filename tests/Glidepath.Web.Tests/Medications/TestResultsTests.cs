using System.Net;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Medications;

/// <summary>Drug tests typed by hand: what was found and expected, and that a screen changes nothing.</summary>
public sealed class TestResultsTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private (string, string)[] Screen =>
        [
            ("kind", "DrugTest"),
            ("what", "benzodiazepines"),
            ("specimen", "Urine"),
            ("method", "Immunoassay"),
            ("outcome", "NotFound"),
            ("expected", "Found"),
            ("expected-why", "takes clonazepam"),
            ("taken", $"{app.Store.Today:yyyy-MM-dd}"),
            ("reported", $"{app.Store.Today:yyyy-MM-dd}"),
        ];

    [Fact]
    public async Task A_screen_against_what_was_expected_asks_to_be_confirmed_and_changes_nothing_else()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        string[] ways = [$"/api/patients/{ana.Id}/medications", $"/patients/{ana.Id}/tasks", $"/patients/{ana.Id}/alerts"];
        var before = await AllAsync(ana, ways);
        using var saved = await ana.SendAsync(Page(ana), Screen);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await ana.GetAsync(Page(ana));
        Assert.Contains("Unexpected and not confirmed. Confirm it?", page);
        Assert.Contains("An immunoassay can miss clonazepam.", page);
        Assert.Contains("Expected: found. takes clonazepam", page);
        Assert.Equal(before, await AllAsync(ana, ways));
        Assert.Empty(await PersonInCare.StoredAsync<CareTask>(app, ana.Id));
        Assert.Empty(await PersonInCare.StoredAsync<Alert>(app, ana.Id));
        Assert.Empty(await PersonInCare.StoredAsync<MedicationStatement>(app, ana.Id));
        Assert.DoesNotContain("benzodiazepines", await ana.GetAsync("/today"));
        Assert.Contains("benzodiazepines: not found (urine; immunoassay, not confirmed)", await ana.GetAsync($"/patients/{ana.Id}"));
    }

    [Fact]
    public async Task A_wrong_value_comes_back_as_typed_and_nothing_is_written()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        using var refused = await ana.SendAsync(
            Page(ana),
            [.. Screen.Where(f => f.Item1 is not "outcome"), ("outcome", "Value"), ("value", "12.5")]
        );
        var page = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Enter the unit of the value, like ng/mL.", page);
        Assert.Contains("value=\"12.5\"", page);
        Assert.Empty(await PersonInCare.StoredAsync<ObservationResult>(app, ana.Id));
    }

    [Fact]
    public async Task A_correction_stands_in_front_and_what_it_corrects_stays()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        using var first = await ana.SendAsync(Page(ana), Screen);
        var wrong = Assert.Single(await PersonInCare.StoredAsync<ObservationResult>(app, ana.Id));
        using var second = await ana.SendAsync(
            Page(ana),
            [
                .. Screen.Where(f => f.Item1 is not "method"),
                ("method", "Confirmed"),
                ("amends", $"{wrong.Id}"),
                ("amend-why", "It was the confirmed test"),
            ]
        );
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        var page = await ana.GetAsync(Page(ana));
        Assert.Contains("Corrected results", page);
        Assert.Contains("Corrected: It was the confirmed test", page);
        Assert.DoesNotContain("Confirm it?", page);
    }

    [Fact]
    public async Task A_result_kept_back_with_the_medicines_is_on_no_page()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Prescriber);
        using var saved = await ana.SendAsync(Page(ana), Screen);
        Assert.Contains("benzodiazepines: not found", await ana.GetAsync($"/patients/{ana.Id}"));
        await PersonInCare.RestrictAsync(app, ana.Id, InformationCategory.Assessments, ana.StaffAccount.Id);
        Assert.DoesNotContain("benzodiazepines: not found", await ana.GetAsync($"/patients/{ana.Id}"));
        using var page = await ana.Staff.GetAsync(new Uri(Page(ana), UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private static string Page(PersonInCare ana) => $"/patients/{ana.Id}/medicines/results";

    // Each form of a page has a number of its own, which is new at each visit.
    private static async Task<string> AllAsync(PersonInCare ana, string[] ways)
    {
        var all = "";
        foreach (var way in ways)
            all += System.Text.RegularExpressions.Regex.Replace(await ana.GetAsync(way), "(value|nonce|content)=\"[^\"]*\"", "");
        return all;
    }
}
