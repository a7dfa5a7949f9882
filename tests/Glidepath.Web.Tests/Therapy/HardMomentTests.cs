using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Monitoring;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>A hard moment from its first tap to the therapist's page, on line and from a phone that had no connection.</summary>
public sealed class HardMomentTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Now = "/me/hard-moment";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moment_is_written_down_in_four_taps_ridden_and_over_and_nobody_else_reads_it()
    {
        var (ana, own) = await PersonAsync();
        using var saved = await GlidepathApp.Send(own, Now, ("strength", "7"), ("place", "Home"), ("with", "No one"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var ride = saved.Headers.Location!.ToString();
        Assert.Contains("Ride it for ten minutes", await ReadAsync(own, ride));
        using var eased = await GlidepathApp.Send(own, ride, ("strength", "2"), ("end", "Eased"), ("did-own", "went for a walk"));
        Assert.Equal(HttpStatusCode.Redirect, eased.StatusCode);
        Assert.Contains("It passed.", await ReadAsync(own, ride));
        var moment = Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id));
        Assert.Equal((7, "Home", "No one", CravingEnd.Eased), (moment.Start.Strength, moment.Start.Place, moment.Start.With, moment.End));
        Assert.Equal((2, "went for a walk", false), (moment.Ratings[^1].Strength, moment.Did, moment.IsShared));
        Assert.DoesNotContain("went for a walk", await ana.GetAsync($"/patients/{ana.Id}/therapy"));
        using var shared = await GlidepathApp.Send(own, "/me/hard-moments", ("id", moment.Id.ToString()));
        Assert.Contains("went for a walk", await ana.GetAsync($"/patients/{ana.Id}/therapy"));
        // What helped is offered for a plan, and the place as its trigger.
        var plans = await ReadAsync(own, "/me/if-then");
        Assert.Contains("<option value=\"went for a walk\"", plans);
        Assert.Contains("<option value=\"Home\"", plans);
    }

    [Fact]
    public async Task Taking_extra_leads_to_what_helps_now_and_nothing_is_counted_anew()
    {
        var (ana, own) = await PersonAsync();
        using var saved = await GlidepathApp.Send(own, Now, ("strength", "9"));
        using var extra = await GlidepathApp.Send(own, saved.Headers.Location!.ToString(), ("end", "TookExtra"));
        Assert.Equal("/me/took-extra", extra.Headers.Location!.ToString());
        var page = await ReadAsync(own, "/me/took-extra");
        Assert.Contains("Tell your team today", page);
        Assert.Contains("href=\"tel:911\"", page);
        Assert.Contains("Nothing is lost.", page);
        Assert.Equal(CravingEnd.TookExtra, Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id)).End);
    }

    [Theory]
    [InlineData("Choose how strong it is, from 0 to 10.", "place", "Home")]
    [InlineData("We read \"11\". Enter a whole number of strength from 0 to 10.", "strength", "11", "place-own", "under the bridge")]
    [InlineData("We read \"much\".", "strength", "much", "with-own", "the dog")]
    public async Task What_does_not_fit_comes_back_with_what_is_accepted_and_as_it_was_typed(string says, params string[] typed)
    {
        var (ana, own) = await PersonAsync();
        using var refused = await GlidepathApp.Send(own, Now, [.. typed.Chunk(2).Select(t => (t[0], t[1]))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains(says, page);
        foreach (var pair in typed.Chunk(2).Where(t => t[0] is not "strength"))
            Assert.Contains($"value=\"{pair[1]}\"", page);
        Assert.Empty(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id));
    }

    [Fact]
    public async Task Another_persons_moment_is_not_found_and_nothing_of_it_is_changed()
    {
        var (ana, own) = await PersonAsync();
        using var saved = await GlidepathApp.Send(own, Now, ("strength", "5"));
        var (_, other) = await PersonAsync();
        using var seen = await other.GetAsync(saved.Headers.Location, Stop);
        Assert.Equal(HttpStatusCode.NotFound, seen.StatusCode);
        Assert.Equal(CravingEnd.NotKnown, Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id)).End);
    }

    [Fact]
    public async Task What_a_phone_kept_without_a_connection_arrives_once_with_its_ratings_at_their_minutes()
    {
        var (ana, own) = await PersonAsync();
        var phone = await PhoneAsync(own);
        var hour = app.Store.Clock.GetUtcNow().AddHours(-5);
        // A phone sends thousandths of a second.
        var (id, began) = (Guid.CreateVersion7(), hour.AddTicks(-(hour.Ticks % TimeSpan.TicksPerMillisecond)));
        var start = phone.SealAs("hard-moment", app.Store.Today, began, ("id", id.ToString()), ("strength", "8"), ("place", "Home"));
        var step = phone.SealAs(
            "hard-moment-step",
            app.Store.Today,
            began.AddMinutes(12),
            ("id", id.ToString()),
            ("minutes", "12"),
            ("strength", "3"),
            ("end", "Eased")
        );
        foreach (var sent in new[] { start, start, step, step })
        {
            using var answer = await SendAsync(own, sent);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
            Assert.True(answer.StatusCode == HttpStatusCode.OK, body.ToJsonString());
            Assert.Equal($"/me/hard-moment/{id}", body["next"]!.GetValue<string>());
        }
        var moment = Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id));
        Assert.Equal((id, began.UtcDateTime, 12m), (moment.Id, moment.At, moment.EndedAfter));
        Assert.Equal([new CravingRating(0, 8), new CravingRating(12, 3)], moment.Ratings);
    }

    [Fact]
    public async Task What_was_written_while_it_was_the_persons_alone_stays_so_where_it_arrives_after_they_began_to_share()
    {
        var (ana, own) = await PersonAsync();
        var phone = await PhoneAsync(own);
        var began = app.Store.Clock.GetUtcNow().AddHours(-2);
        var sent = phone.SealAs("hard-moment", app.Store.Today, began, ("id", Guid.CreateVersion7().ToString()), ("strength", "8"));
        using var chosen = await GlidepathApp.Send(own, "/me/sharing", ("kind", nameof(WorkKind.HardMoments)), ("share", "new"));
        using var arrived = await SendAsync(own, sent);
        Assert.Equal(HttpStatusCode.OK, arrived.StatusCode);
        using var later = await GlidepathApp.Send(own, Now, ("strength", "3"));
        Assert.Equal(
            [(8, false), (3, true)],
            (await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id)).OrderBy(m => m.At).Select(m => (m.Start.Strength, m.IsShared))
        );
    }

    /// <summary>It was written down at the time: that there was no connection for weeks makes it no worse remembered.</summary>
    [Fact]
    public async Task A_moment_that_waited_on_the_phone_for_three_weeks_is_taken_for_when_it_was()
    {
        var (ana, own) = await PersonAsync();
        var phone = await PhoneAsync(own);
        var at = app.Store.Clock.GetUtcNow().AddDays(-21);
        var id = Guid.CreateVersion7().ToString();
        using var arrived = await SendAsync(own, phone.SealAs("hard-moment", app.Store.Today, at, ("id", id), ("strength", "8")));
        Assert.Equal(HttpStatusCode.OK, arrived.StatusCode);
        Assert.Equal(
            at.UtcDateTime,
            Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id)).At,
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>Of two at one moment, one sharing by the choice and one taking all back, one is refused: the choice is a part of
    /// both.</summary>
    [Fact]
    public async Task Who_shares_by_a_choice_holds_on_to_it()
    {
        var (ana, own) = await PersonAsync();
        using var chosen = await GlidepathApp.Send(own, "/me/sharing", ("kind", "HardMoments"), ("share", "all"));
        var before = Assert.Single(await PersonInCare.StoredAsync<TherapySharing>(app, ana.Id)).Version;
        using var written = await GlidepathApp.Send(own, Now, ("strength", "3"));
        Assert.True(Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id)).IsShared);
        Assert.NotEqual(before, Assert.Single(await PersonInCare.StoredAsync<TherapySharing>(app, ana.Id)).Version);
    }

    [Fact]
    public async Task A_kind_that_is_another_than_was_sealed_an_old_one_and_an_id_that_is_taken_are_refused_in_plain_words()
    {
        var (ana, own) = await PersonAsync();
        var phone = await PhoneAsync(own);
        var now = app.Store.Clock.GetUtcNow();
        var id = Guid.CreateVersion7().ToString();
        var sent = phone.SealAs("hard-moment", app.Store.Today, now, ("id", id), ("strength", "8"));
        sent["kind"] = "check-in";
        Assert.Equal("phone-entry.altered", await RefusedAsync(sent));
        sent["kind"] = "no-such-kind";
        Assert.Equal("phone-entry.altered", await RefusedAsync(sent));
        Assert.Equal(
            "phone-entry.too-old",
            await RefusedAsync(phone.SealAs("hard-moment", app.Store.Today, now.AddDays(-29), ("id", id), ("strength", "8")))
        );
        Assert.Equal(
            "phone-entry.answers",
            await RefusedAsync(phone.SealAs("hard-moment", app.Store.Today, now, ("id", id), ("strength", "11")))
        );
        using var first = await SendAsync(own, phone.SealAs("hard-moment", app.Store.Today, now, ("id", id), ("strength", "8")));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(
            "own-work.id-taken",
            await RefusedAsync((await PhoneAsync(own)).SealAs("hard-moment", app.Store.Today, now, ("id", id), ("strength", "2")))
        );
        Assert.Equal(8, Assert.Single(await PersonInCare.StoredAsync<CravingEpisode>(app, ana.Id)).Start.Strength);

        async Task<string> RefusedAsync(JsonObject entry)
        {
            using var answer = await SendAsync(own, entry);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, body.ToJsonString());
            Assert.EndsWith(".", body["detail"]!.GetValue<string>());
            return body["rule"]!.GetValue<string>();
        }
    }

    [Fact]
    public async Task The_page_that_a_phone_keeps_for_a_hard_moment_is_the_same_for_everybody()
    {
        var (_, own) = await PersonAsync();
        await GlidepathApp.Send(own, "/me/reasons", ("reason", "for my grandchildren"));
        var shell = await app.Stranger().GetStringAsync(new Uri("/me/offline/hard-moment", UriKind.Relative), Stop);
        Assert.DoesNotContain("grandchildren", shell);
        Assert.DoesNotContain("__RequestVerificationToken", shell[shell.IndexOf("<main", StringComparison.Ordinal)..]);
        Assert.Contains("data-sealed=\"hard-moment\"", shell);
    }

    private async Task<(PersonInCare Ana, HttpClient Own)> PersonAsync()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        return (ana, own);
    }

    private static async Task<PhoneSeal> PhoneAsync(HttpClient own) =>
        PhoneSeal.Of((await own.GetFromJsonAsync<JsonNode>(new Uri("/api/me/offline", UriKind.Relative), Stop))!);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/me/entries/sealed")
        {
            Content = JsonContent.Create<JsonNode>(body.DeepClone()),
        };
        request.Headers.Add("Idempotency-Key", body["id"]!.GetValue<string>());
        return await client.SendAsync(request, Stop);
    }

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop));
}
