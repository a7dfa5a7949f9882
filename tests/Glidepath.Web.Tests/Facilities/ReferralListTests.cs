using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Facilities;

/// <summary>Places on paper for a prescriber's patient: only the care team makes it, and it tells of no person.</summary>
public sealed class ReferralListTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly (string, string)[] Asked =
    [
        ("near", "Springvale, CA"),
        ("payer", "medicaid"),
        ("pathway", "prescribed"),
        ("need-benzodiazepine-withdrawal", "must"),
        ("need-co-occurring", "lot"),
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private static string List(Guid id) => $"/patients/{id}/referral-list";

    private static string Paper(string html) => html.Split("<article", 2)[1].Split("</article>")[0];

    private static async Task<string> MadeAsync(PersonInCare person, params (string, string)[] fields)
    {
        using var answer = await person.SendAsync(List(person.Id), fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
    }

    [Theory]
    [InlineData(Role.Prescriber)]
    [InlineData(Role.Therapist)]
    public async Task The_team_gets_places_by_fit_with_numbers_reasons_and_what_to_ask(Role role)
    {
        var ana = await PersonInCare.MakeAsync(demo.App, role);
        var paper = Paper(await MadeAsync(ana, Asked));
        Assert.InRange(
            paper.IndexOf("Cedar Hollow Hospital", StringComparison.Ordinal),
            0,
            paper.IndexOf("Riverbend Recovery House", StringComparison.Ordinal)
        );
        Assert.All(
            [
                "555-555-0142",
                "12 Example Avenue",
                "Fits ",
                "not listed, ask",
                "What does it cost me in all",
                "our own program, scored by the same rules",
                "Do not stop suddenly",
            ],
            words => Assert.Contains(words, paper)
        );
        Assert.InRange(paper.Split("\"gp-asklist\"").Length - 1, 3, 5);
    }

    [Fact]
    public async Task The_paper_names_no_person_and_nothing_is_told_to_anybody()
    {
        var ana = await PersonInCare.MakeAsync(demo.App, Role.Prescriber);
        var html = await MadeAsync(ana, Asked);
        Assert.Contains("Ana Sample", html);
        Assert.All(["Ana", "Sample,", ana.Id.ToString(), "41", "Test Prescriber"], words => Assert.DoesNotContain(words, Paper(html)));
        Assert.Empty(await PersonInCare.StoredAsync<DisclosureRecord>(demo.App, ana.Id));
        Assert.Empty(await PersonInCare.StoredAsync<Glidepath.Treatment.Facilities.Referral>(demo.App, ana.Id));
    }

    [Fact]
    public async Task Nothing_is_filled_in_that_was_not_asked()
    {
        var ana = await PersonInCare.MakeAsync(demo.App, Role.Prescriber);
        using (var pathway = await ana.SendAsync($"/patients/{ana.Id}/pathway", ("pathway", "NotPrescribed")))
            Assert.Equal(HttpStatusCode.Redirect, pathway.StatusCode);
        var form = (await ana.GetAsync(List(ana.Id))).Split("aria-labelledby=\"ask-h\"")[1];
        Assert.DoesNotContain(" checked", form);
        Assert.DoesNotContain(" selected", form);
        Assert.DoesNotContain("<article", form);
    }

    [Fact]
    public async Task A_sign_of_danger_comes_in_place_of_any_list()
    {
        var ana = await PersonInCare.MakeAsync(demo.App, Role.Prescriber);
        var html = await MadeAsync(ana, [.. Asked, ("sign", "Seizure")]);
        Assert.Contains("Help now comes first", html);
        Assert.DoesNotContain("Cedar Hollow", html);
    }

    [Fact]
    public async Task Another_clinician_and_the_helpline_find_no_such_page()
    {
        var ana = await PersonInCare.MakeAsync(demo.App, Role.Prescriber);
        foreach (var role in new[] { Role.Prescriber, Role.Therapist, Role.Helpline, Role.Family })
        {
            var (client, _) = await demo.App.SignedInAsync(role);
            using var answer = await client.GetAsync(new Uri(List(ana.Id), UriKind.Relative), Now);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_least_setting_stands_above_every_wish_and_is_asked_anew()
    {
        var ana = await PersonInCare.MakeAsync(demo.App, Role.Prescriber);
        (string, string)[] asked = [("near", "Springvale, CA"), ("need-slow-taper", "lot"), ("need-cbt", "lot")];
        var (free, html) = (Paper(await MadeAsync(ana, asked)), await MadeAsync(ana, [.. asked, ("least-setting", "setting-hospital")]));
        const string Day = "Example County Day Program",
            Hospital = "Northfield Hospital";
        Assert.InRange(free.IndexOf(Day, StringComparison.Ordinal), 0, Place(free, Hospital));
        Assert.InRange(Paper(html).IndexOf(Hospital, StringComparison.Ordinal), 0, Place(Paper(html), Day));
        Assert.Contains("<option value=\"setting-hospital\" selected", html);

        static int Place(string paper, string name) => paper.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;
    }

    [Fact]
    public async Task A_setting_that_is_none_is_a_mistake_to_mend()
    {
        var ana = await PersonInCare.MakeAsync(demo.App, Role.Prescriber);
        using var answer = await ana.SendAsync(List(ana.Id), ("least-setting", "cbt"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("We read \"cbt\". Choose one of the answers.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now)));
    }

    [Fact]
    public async Task A_town_that_nobody_knows_is_a_mistake_to_mend()
    {
        var ana = await PersonInCare.MakeAsync(demo.App, Role.Prescriber);
        using var answer = await ana.SendAsync(List(ana.Id), ("near", "Nowhere, ZZ"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("We do not know", await answer.Content.ReadAsStringAsync(Now));
    }
}
