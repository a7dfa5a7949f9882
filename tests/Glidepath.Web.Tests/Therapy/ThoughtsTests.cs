using System.Globalization;
using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Privacy;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>Thought records, chains and the roots page as the person writes them.</summary>
public sealed class ThoughtsTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string First = "I'll never sleep again";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thought_is_kept_step_by_step_left_for_later_finished_and_its_belief_goes_on_the_roots_page()
    {
        var (ana, own) = await OwnAsync();
        Assert.Contains("No thoughts yet.", await ReadAsync(own, "/me/thoughts"));
        var page = await NewThoughtAsync(own);
        // Only me, until they say otherwise.
        Assert.Matches("value=\"me\" checked", await own.GetStringAsync(new Uri(page, UriKind.Relative), Stop));
        using var second = await GlidepathApp.Send(
            own,
            page,
            ("first", First),
            ("situation", "Woke at 3."),
            ("share", "me"),
            ("step", "2")
        );
        Assert.Equal($"{page}?step=2#step-2", second.Headers.Location!.ToString());
        Assert.Contains("Woke at 3.", await ReadAsync(own, page));
        using var later = await GlidepathApp.Send(
            own,
            page,
            ("first", First),
            ("situation", "Woke at 3."),
            ("feeling-1", "Scared"),
            ("before-1", "80"),
            ("kind-fortune-telling", "yes"),
            ("share", "me"),
            ("later", "yes")
        );
        Assert.Equal("/me/thoughts?done=later", later.Headers.Location!.ToString());
        Assert.Contains("Not finished", await ReadAsync(own, "/me/thoughts"));
        Assert.Contains("before: 80", await ReadAsync(own, page));
        // What is not finished offers nothing yet.
        using var finished = await GlidepathApp.Send(
            own,
            page,
            ("first", First),
            ("feeling-1", "Scared"),
            ("before-1", "80"),
            ("after-1", "0"),
            ("fairer", "A rough week."),
            ("deeper", "I can't do this alone."),
            ("share", "me"),
            ("finish", "yes")
        );
        Assert.Equal("/me/thoughts?done=yes", finished.Headers.Location!.ToString());
        var thought = Assert.Single(await PersonInCare.StoredAsync<ThoughtRecord>(app, ana.Id));
        Assert.True(thought.IsFinished);
        Assert.Equal([new Feeling("Scared", 80, 0)], thought.Feelings);
        // What was taken out of a step is out.
        Assert.Equal((null, 0), (thought.Words.Situation, thought.Patterns.Count));
        Assert.DoesNotContain("Not finished", await ReadAsync(own, "/me/thoughts"));
        Assert.Contains("I can't do this alone.", await ReadAsync(own, "/me/roots"));
        using var added = await Clinic.Send(own, "/me/roots", ("do", "add"), ("id", thought.Id.ToString()));
        Assert.Equal("/me/roots?done=yes", added.Headers.Location!.ToString());
        var sheet = Assert.Single(await PersonInCare.StoredAsync<RootsSheet>(app, ana.Id));
        Assert.Equal(["I can't do this alone."], sheet.Lines.Beliefs);
        Assert.DoesNotContain("From your thought records", await ReadAsync(own, "/me/roots"));
    }

    [Fact]
    public async Task A_second_click_begins_one_thought_and_one_chain()
    {
        var (ana, own) = await OwnAsync();
        foreach (var (page, field) in new[] { ("/me/thoughts/new", "first"), ("/me/chains/new", "places") })
        {
            var form = GlidepathApp
                .FormIn()
                .Matches(await own.GetStringAsync(new Uri(page, UriKind.Relative), Stop))
                .Select(m => m.Value)
                .First(f => f.Contains($"name=\"{field}\"", StringComparison.Ordinal));
            using var one = await GlidepathApp.Submit(own, page, form, (field, "Kitchen"));
            using var two = await GlidepathApp.Submit(own, page, form, (field, "Kitchen"));
            Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
            Assert.Equal(one.Headers.Location, two.Headers.Location);
        }
        Assert.Single(await PersonInCare.StoredAsync<ThoughtRecord>(app, ana.Id));
        Assert.Single(await PersonInCare.StoredAsync<Chain>(app, ana.Id));
    }

    [Theory]
    [InlineData("before-1", "101", "Enter a whole number of points from 0 to 100.")]
    [InlineData("after-2", "-1", "Enter a whole number of points from 0 to 100.")]
    [InlineData("before-1", "much", "We read \"much\".")]
    [InlineData("first", "", "Write the thought that came first.")]
    [InlineData("fairer", "600", "At most 600 fit.")]
    public async Task A_step_that_does_not_fit_is_said_beside_it_and_all_that_was_typed_stays(string field, string typed, string says)
    {
        var (ana, own) = await OwnAsync();
        var page = await NewThoughtAsync(own);
        var value = typed is "600" ? new string('x', 601) : typed;
        (string Name, string Value)[] all =
        [
            ("first", First),
            ("situation", "Woke at 3."),
            ("feeling-1", "Scared"),
            ("feeling-2", "Ashamed"),
            ("before-2", "45"),
            ("kind-worst-case", "yes"),
            ("share", "team"),
        ];
        using var refused = await GlidepathApp.Send(own, page, [.. all.Where(f => f.Name != field), (field, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var shown = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains(says, shown);
        foreach (var kept in all.Where(f => f.Name != field && f.Name is not ("kind-worst-case" or "share")))
            Assert.Contains(kept.Value, shown);
        Assert.Matches("name=\"kind-worst-case\" value=\"yes\" checked", shown);
        Assert.Matches("value=\"team\" checked", shown);
        if (typed.Length > 0)
            Assert.Contains(value, shown);
        var thought = Assert.Single(await PersonInCare.StoredAsync<ThoughtRecord>(app, ana.Id));
        Assert.Equal((First, null, false), (thought.Words.First!, thought.Words.Situation, thought.IsShared));
    }

    [Theory]
    [InlineData("/me/thoughts/new", "first", -8)]
    [InlineData("/me/thoughts/new", "first", 1)]
    [InlineData("/me/chains/new", "places", -8)]
    [InlineData("/me/chains/new", "places", 1)]
    public async Task An_entry_older_than_a_week_or_of_tomorrow_is_not_kept_and_comes_back(string page, string field, int days)
    {
        var (ana, own) = await OwnAsync();
        var on = app.Store.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var refused = await GlidepathApp.Send(own, page, (field, "The kitchen at night"), ("on", on), ("at", "09:30"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var shown = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Choose a time that is not in the future and at most 7 days ago.", shown);
        Assert.Contains("The kitchen at night", shown);
        Assert.Contains($"value=\"{on}\"", shown);
        Assert.Empty(await PersonInCare.StoredAsync<ThoughtRecord>(app, ana.Id));
        Assert.Empty(await PersonInCare.StoredAsync<Chain>(app, ana.Id));
        using var three = await GlidepathApp.Send(
            own,
            page,
            (field, "The kitchen at night"),
            ("on", app.Store.Today.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("at", "")
        );
        Assert.Equal(HttpStatusCode.Redirect, three.StatusCode);
    }

    [Fact]
    public async Task Two_devices_see_both_versions_and_nothing_is_written_over()
    {
        var (ana, own) = await OwnAsync();
        var page = await NewThoughtAsync(own);
        var form = await FormAsync(own, page);
        using var first = await GlidepathApp.Submit(own, page, form, ("first", First), ("situation", "From the phone"), ("share", "me"));
        var old = form.Replace(Once(form), Guid.NewGuid().ToString(), StringComparison.Ordinal);
        using var second = await GlidepathApp.Submit(own, page, old, ("first", First), ("situation", "From the tablet"), ("share", "me"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(Stop));
        Assert.Contains("From the phone", both);
        Assert.Contains("From the tablet", both);
        Assert.Equal("From the phone", Assert.Single(await PersonInCare.StoredAsync<ThoughtRecord>(app, ana.Id)).Words.Situation);
        var decided = GlidepathApp
            .FormIn()
            .Matches(both)
            .Select(m => m.Value)
            .First(f => f.Contains("name=\"go\"", StringComparison.Ordinal));
        using var mine = await GlidepathApp.Submit(own, page, decided, ("go", "save"));
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        Assert.Equal("From the tablet", Assert.Single(await PersonInCare.StoredAsync<ThoughtRecord>(app, ana.Id)).Words.Situation);
    }

    [Fact]
    public async Task A_chain_of_two_cards_is_kept_and_its_words_are_offered_for_an_if_then_plan()
    {
        var (ana, own) = await OwnAsync();
        Assert.Contains("href=\"/me/chains/new\"", await ReadAsync(own, "/me/took-extra"));
        using var empty = await GlidepathApp.Send(own, "/me/chains/new", ("people", " "), ("share", "me"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("Write something on at least one card.", await empty.Content.ReadAsStringAsync(Stop));
        using var saved = await GlidepathApp.Send(
            own,
            "/me/chains/new",
            ("people", ""),
            ("places", "the kitchen at night"),
            ("how-much", "half a tablet more"),
            ("source", "Prescribed"),
            ("share", "me")
        );
        var chain = Assert.Single(await PersonInCare.StoredAsync<Chain>(app, ana.Id));
        Assert.Equal($"/me/chains/{chain.Id}?done=yes", saved.Headers.Location!.ToString());
        var page = await ReadAsync(own, $"/me/chains/{chain.Id}");
        Assert.Contains("half a tablet more", page);
        Assert.Contains("href=\"/me/if-then?add=yes\"", page);
        var plans = await ReadAsync(own, "/me/if-then?add=yes");
        Assert.Contains("<option value=\"the kitchen at night\"", plans);
        Assert.DoesNotContain("half a tablet more", plans);
        using var changed = await GlidepathApp.Send(own, $"/me/chains/{chain.Id}", ("people", "Alone"), ("share", "team"));
        chain = Assert.Single(await PersonInCare.StoredAsync<Chain>(app, ana.Id));
        Assert.Equal(("Alone", null, true), (chain.Words.Before.People!, chain.Words.Before.Places, chain.IsShared));
    }

    [Fact]
    public async Task Another_ones_entry_is_not_found_whatever_is_asked_of_it()
    {
        var (ana, own) = await OwnAsync();
        var thought = await NewThoughtAsync(own);
        using var chain = await GlidepathApp.Send(own, "/me/chains/new", ("places", "Kitchen"), ("share", "me"));
        var (ben, other) = await OwnAsync();
        await NewThoughtAsync(other);
        foreach (var page in new[] { thought, chain.Headers.Location!.ToString().Split('?')[0], $"/me/chains/{Guid.NewGuid()}" })
        {
            using var answer = await other.GetAsync(new Uri(page, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        var id = thought.Split('/')[^1];
        using var shared = await Clinic.Send(other, "/me/thoughts", ("do", "share"), ("id", id));
        Assert.Equal(HttpStatusCode.NotFound, shared.StatusCode);
        using var added = await Clinic.Send(other, "/me/roots", ("do", "add"), ("id", id));
        Assert.Equal(HttpStatusCode.BadRequest, added.StatusCode);
        Assert.Empty(await PersonInCare.StoredAsync<RootsSheet>(app, ben.Id));
        Assert.False(Assert.Single(await PersonInCare.StoredAsync<ThoughtRecord>(app, ana.Id)).IsShared);
    }

    [Fact]
    public async Task Every_kind_of_thought_stands_with_its_cases_and_the_answers_are_a_tap_away()
    {
        var (_, own) = await OwnAsync();
        var page = await NewThoughtAsync(own);
        using var cases = await GlidepathApp.Send(own, page, ("first", First), ("fairer", "Half typed"), ("share", "me"), ("cases", "yes"));
        var shown = await ReadAsync(own, cases.Headers.Location!.ToString());
        Assert.Contains($"{page}?step=3#step-3", shown);
        Assert.All(ThinkingPatterns.All, p => Assert.Contains(p.Cases[1].Thought, shown));
        Assert.Equal(20, shown.Split("<summary>See the answer").Length - 1);
        Assert.DoesNotContain("<details open", shown);
        Assert.Contains("Half typed", await ReadAsync(own, page));
    }

    private async Task<(PersonInCare Person, HttpClient Own)> OwnAsync()
    {
        var person = await PersonInCare.MakeAsync(app);
        return (person, (await app.SignedInAsync(Role.Patient, person.Id)).Client);
    }

    private static async Task<string> NewThoughtAsync(HttpClient own)
    {
        using var saved = await GlidepathApp.Send(own, "/me/thoughts/new", ("first", First));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return saved.Headers.Location!.ToString();
    }

    private static async Task<string> FormAsync(HttpClient own, string page) =>
        GlidepathApp
            .FormIn()
            .Matches(await own.GetStringAsync(new Uri(page, UriKind.Relative), Stop))
            .Select(m => m.Value)
            .First(f => f.Contains("name=\"first\"", StringComparison.Ordinal));

    private static string Once(string form) => form.Split("name=\"once\" value=\"")[1].Split('"')[0];

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page.Split('#')[0], UriKind.Relative), Stop));
}
