using System.Net;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Patients;

/// <summary>The way of a person through the pages, with script off.</summary>
public sealed class PatientPageTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_registered_found_moved_taken_back_and_given_a_letter()
    {
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        using var made = await GlidepathApp.Send(client, "/patients/new", ("given", "Maya"), ("family", "Madeup"), ("born", "1990-02-03"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var reach = made.Headers.Location!.ToString();
        Assert.EndsWith("/admit/reach", reach);
        var home = new Uri(new Uri("http://localhost"), reach).AbsolutePath.Replace("/admit/reach", "", StringComparison.Ordinal);
        using var reached = await GlidepathApp.Send(
            client,
            home + "/admit/reach",
            ("phone", "555 555 0100"),
            ("privacy", "OthersCanSee"),
            ("seen", "my partner has the code"),
            ("call", "Yes")
        );
        Assert.EndsWith("/admit/pathway", reached.Headers.Location!.ToString());
        using var pathway = await GlidepathApp.Send(client, home + "/admit/pathway", ("pathway", "Prescribed"));
        Assert.EndsWith("/admit/check", pathway.Headers.Location!.ToString());
        using var check = await GlidepathApp.Send(client, home + "/admit/check", ("next", "intake"));
        Assert.Equal(HttpStatusCode.Redirect, check.StatusCode);

        using var found = await GlidepathApp.Send(client, "/patients", ("q", "madeup"));
        Assert.Contains("Maya Madeup", await found.Content.ReadAsStringAsync(Stop));
        Assert.Contains("<b>Intake</b>", await client.GetStringAsync(home, Stop));

        using var back = await GlidepathApp.Send(client, home + "/episode", ("to", "Reverse"), ("why", "Wrong person"));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        var episode = await client.GetStringAsync(home + "/episode", Stop);
        Assert.Contains("Taken back", episode);
        Assert.Contains("Wrong person", episode);

        using var one = await GlidepathApp.Send(
            client,
            home + "/pathway/prescribed",
            ("prescriber", "Dr. Example"),
            ("drug", "clonazepam"),
            ("strength", "1 mg"),
            ("questions", "What about my sleep?")
        );
        Assert.Equal(HttpStatusCode.Redirect, one.StatusCode);
        var letter = await client.GetStringAsync(home + "/pathway/letter", Stop);
        Assert.Contains("Dear Dr. Example", letter);
        Assert.Contains("What about my sleep?", letter);
    }

    [Fact]
    public async Task A_lost_update_shows_both_versions_and_goes_on_with_mine()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        var id = await client.RegisterAsync("Wren", "Both");
        var page = $"/patients/{id}/details";
        using var theirs = await GlidepathApp.Send(client, page, ("given", "Robin"), ("family", "Both"), ("language", "en"));
        Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);
        using var mine = await GlidepathApp.Send(
            client,
            page,
            ("version", Guid.NewGuid().ToString()),
            ("given", "Sparrow"),
            ("family", "Both"),
            ("language", "en")
        );
        // What the page hid stands before what was typed, so the older version is the last of the two.
        var html = await mine.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Conflict, mine.StatusCode);
        Assert.Contains("Robin", html);
        Assert.Contains("Sparrow", html);
        Assert.Contains("Save mine over theirs", html);
        using var saved = await GlidepathApp.Send(
            client,
            page,
            ("go", "save"),
            ("given", "Sparrow"),
            ("family", "Both"),
            ("language", "en")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Sparrow", await client.GetStringAsync(page, Stop));
    }

    [Theory]
    [InlineData("given", "", "One name is needed")]
    [InlineData("born", "3 March", "We read &quot;3 March&quot;. Enter a date like 2026-12-01")]
    [InlineData("born", "2999-01-01", "It is a day that has passed")]
    [InlineData("given", "LONG", "At most 200 fit.")]
    public async Task A_form_that_does_not_fit_says_what_was_read_and_what_is_accepted(string field, string value, string says)
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        using var answer = await GlidepathApp.Send(client, "/patients/new", (field, value is "LONG" ? new string('x', 300) : value));
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, html.Replace("&#x27;", "'", StringComparison.Ordinal));
        Assert.Contains("Please check these answers", html);
    }

    [Fact]
    public async Task By_the_prescribed_pathway_a_use_disorder_needs_a_clinician_who_says_so()
    {
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        var id = await client.RegisterAsync("Wren", "Problem");
        var page = $"/patients/{id}/problems";
        using var refused = await GlidepathApp.Send(client, page, ("what", "add:F13.20"), ("on", "2026-11-01"), ("basis", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var first = await GlidepathApp.Send(client, page, ("what", "add:Z79.899"), ("on", "2026-11-01"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Contains("Long-term use of a prescribed medicine", await client.GetStringAsync($"/patients/{id}", Stop));
    }

    [Fact]
    public async Task A_setting_is_decided_with_the_findings_that_were_seen_and_an_amendment_says_why()
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        var id = await client.RegisterAsync("Wren", "Setting");
        var page = $"/patients/{id}/setting";
        using var made = await GlidepathApp.Send(
            client,
            page,
            ("setting", "Outpatient"),
            ("reason", "Steady at home"),
            ("on", "2026-11-20")
        );
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var html = await client.GetStringAsync(page, Stop);
        Assert.Contains("Steady at home", html);
        var old = System.Text.RegularExpressions.Regex.Match(html, "<option value=\"([0-9a-f-]{36})\"").Groups[1].Value;
        using var amended = await GlidepathApp.Send(
            client,
            page,
            ("setting", "Residential"),
            ("reason", "Seizure told later"),
            ("on", "2026-11-20"),
            ("amends", old),
            ("why", "Not known at first")
        );
        Assert.Equal(HttpStatusCode.Redirect, amended.StatusCode);
        var line = await client.GetStringAsync($"/patients/{id}", Stop);
        Assert.Contains("Replaced by a later entry", line);
        Assert.Contains("Not known at first", line);
    }

    [Fact]
    public async Task No_page_ever_holds_a_sealed_text()
    {
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        var id = await client.RegisterAsync("Wren", "Sealed");
        foreach (
            var page in PatientJourney
                .Pages.Append("/pathway/not-prescribed/note")
                .Select(p => $"/patients/{id}{p}")
                .Concat(["/today", "/patients", "/patients/new"])
                .Concat(PatientJourney.Addresses.Select(a => $"/api/patients/{id}{a}"))
        )
        {
            var (status, body) = await client.PlainAsync(page);
            Assert.Equal((page, HttpStatusCode.OK), (page, status));
            Assert.DoesNotContain("g1.", body);
        }
    }

    [Theory]
    [InlineData("/patients/{0}/door", "/patients/{0}/pathway")]
    [InlineData("/patients/{0}/door/one", "/patients/{0}/pathway/prescribed")]
    [InlineData("/patients/{0}/door/two/talk", "/patients/{0}/pathway/not-prescribed/talk")]
    [InlineData("/patients/{0}/door/letter", "/patients/{0}/pathway/letter")]
    [InlineData("/patients/{0}/admit/door", "/patients/{0}/admit/pathway")]
    [InlineData("/api/patients/{0}/door", "/api/patients/{0}/pathway")]
    [InlineData("/api/patients/{0}/door/letter", "/api/patients/{0}/pathway/letter")]
    public async Task An_address_of_before_leads_to_the_pathway_whoever_asks(string before, string now)
    {
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        var known = await client.RegisterAsync("Moved", "Address");
        foreach (var id in new[] { known, Guid.CreateVersion7() })
        {
            using var answer = await client.GetAsync(Address(before, id), Stop);
            Assert.Equal((HttpStatusCode.PermanentRedirect, Address(now, id)), (answer.StatusCode, answer.Headers.Location));
        }
        using var there = await client.GetAsync(Address(now, known), Stop);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);

        static Uri Address(string address, Guid id) =>
            new(address.Replace("{0}", id.ToString(), StringComparison.Ordinal), UriKind.Relative);
    }
}
