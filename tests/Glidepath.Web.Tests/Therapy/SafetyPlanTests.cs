using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>A safety plan: written when it is calm, and first in a hard moment once thoughts of suicide were said.</summary>
public sealed class SafetyPlanTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Change = "/me/safety-plan/change";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_written_read_by_whom_the_person_chose_and_its_numbers_are_one_tap_away()
    {
        var (ana, own) = await PersonAsync();
        using var made = await GlidepathApp.Send(
            own,
            Change,
            ("signs", "I stop answering\nI feel trapped"),
            ("ask", "Rosa, (555) 555-0188\nDev"),
            ("safer", "Rosa keeps the pills"),
            ("who", "team")
        );
        Assert.Equal("/me/safety-plan", made.Headers.Location!.ToString());
        var plan = Assert.Single(await PersonInCare.StoredAsync<OwnSafetyPlan>(app, ana.Id));
        Assert.Equal(["I stop answering", "I feel trapped"], plan.Words.Signs);
        Assert.Equal([new SafetyContact("Rosa", "555-555-0188"), new SafetyContact("Dev", null)], plan.Words.Ask);
        Assert.Contains("href=\"tel:+15555550188\"", await ReadAsync(own, "/me/safety-plan"));
        Assert.Contains("Rosa keeps the pills", await ana.GetAsync($"/patients/{ana.Id}/therapy"));
        using var back = await GlidepathApp.Send(own, Change, ("signs", "I feel trapped"), ("who", "me"));
        Assert.DoesNotContain("I feel trapped", WebUtility.HtmlDecode(await ana.GetAsync($"/patients/{ana.Id}/therapy")));
        Assert.Equal(2, (await PersonInCare.StoredAsync<OwnSafetyPlan>(app, ana.Id)).Count);
    }

    [Fact]
    public async Task Once_thoughts_of_suicide_were_said_the_plan_is_first_in_a_hard_moment_and_before_not()
    {
        var (_, own) = await PersonAsync();
        using var made = await GlidepathApp.Send(own, Change, ("alone", "sit on the porch"), ("who", "me"));
        Assert.DoesNotContain("sit on the porch", await ReadAsync(own, "/me/hard-moment"));
        using var said = await GlidepathApp.Send(own, "/me/check-in", ("flags", "ThoughtsOfSuicide"));
        var page = await ReadAsync(own, "/me/hard-moment");
        Assert.InRange(
            page.IndexOf("sit on the porch", StringComparison.Ordinal),
            1,
            page.IndexOf("How strong is it now?", StringComparison.Ordinal)
        );
        Assert.InRange(
            page.IndexOf("href=\"tel:988\"", page.IndexOf("<main", StringComparison.Ordinal), StringComparison.Ordinal),
            1,
            page.IndexOf("sit on the porch", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_form_from_before_another_device_saved_writes_nothing_over_and_shows_both()
    {
        var (ana, own) = await PersonAsync();
        using var first = await GlidepathApp.Send(own, Change, ("signs", "the first"), ("who", "me"));
        var stale = GlidepathApp
            .FormIn()
            .Matches(await own.GetStringAsync(new Uri(Change, UriKind.Relative), Stop))
            .Select(m => m.Value)
            .First(f => f.Contains("name=\"signs\"", StringComparison.Ordinal));
        using var newer = await GlidepathApp.Send(own, Change, ("signs", "from the other phone"), ("who", "team"));
        using var late = await GlidepathApp.Submit(own, Change, stale, ("signs", "from this one"), ("who", "me"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("from the other phone", both);
        Assert.Contains("from this one", both);
        Assert.Equal(2, (await PersonInCare.StoredAsync<OwnSafetyPlan>(app, ana.Id)).Count);
        Assert.Contains("from the other phone", await ReadAsync(own, "/me/safety-plan"));
        // Both were read: it is theirs to say which holds.
        var form = GlidepathApp.FormIn().Matches(both).Select(m => m.Value).First(f => f.Contains("\"signs\"", StringComparison.Ordinal));
        using var saved = await GlidepathApp.Submit(own, Change, form, ("go", "save"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("from this one", await ReadAsync(own, "/me/safety-plan"));
    }

    [Theory]
    [InlineData("Write at least one line.", "signs", "", "who", "me")]
    [InlineData("Choose who can see it.", "signs", "I feel trapped", "who", "")]
    [InlineData("We could not read the number of Rosa.", "ask", "Rosa, 12", "who", "me")]
    [InlineData("Each part holds 6 lines at most.", "signs", "a\nb\nc\nd\ne\nf\ng", "who", "team")]
    public async Task What_does_not_fit_comes_back_with_what_is_accepted_and_as_it_was_written(string says, params string[] typed)
    {
        var (ana, own) = await PersonAsync();
        using var refused = await GlidepathApp.Send(own, Change, [.. typed.Chunk(2).Select(t => (t[0], t[1]))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains(says, page);
        Assert.Contains($">{typed[1]}</textarea>", page);
        Assert.Empty(await PersonInCare.StoredAsync<OwnSafetyPlan>(app, ana.Id));
    }

    private async Task<(PersonInCare Ana, HttpClient Own)> PersonAsync()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        return (ana, (await app.SignedInAsync(Role.Patient, ana.Id)).Client);
    }

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop));
}
