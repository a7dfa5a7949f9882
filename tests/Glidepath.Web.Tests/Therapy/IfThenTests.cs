using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>If-then plans, reasons, questions at random times: made, mended, and refused in plain words.</summary>
public sealed class IfThenTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private const string Plans = "/me/if-then";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_made_from_the_lists_is_first_in_a_hard_moment_and_is_on_the_wallet_card()
    {
        var (ana, own) = await PersonAsync();
        using var made = await GlidepathApp.Send(
            own,
            Plans,
            ("if-1", "I can't sleep"),
            ("then-1-own", "call Rosa"),
            ("call-1", "Rosa"),
            ("phone-1", "(555) 555-0188")
        );
        Assert.Equal("/me/if-then?done=yes", made.Headers.Location!.ToString());
        var hard = await ReadAsync(own, "/me/hard-moment");
        Assert.Contains("<dd>I can't sleep</dd>", hard);
        Assert.Contains("<dd>I call Rosa</dd>", hard);
        Assert.Contains("href=\"tel:+15555550188\"", hard);
        Assert.Contains("Rosa: <span class=\"gp-num\">555-555-0188", await ReadAsync(own, "/me/if-then/card"));
        // Made anew, the one before stays.
        using var again = await GlidepathApp.Send(own, Plans, ("if-1", "I can't sleep"), ("then-1", "take a warm shower"));
        Assert.Equal(2, (await PersonInCare.StoredAsync<IfThenCard>(app, ana.Id)).Count);
        Assert.Contains("<dd>I take a warm shower</dd>", await ReadAsync(own, "/me/hard-moment"));
    }

    [Theory]
    [InlineData("Choose or write what you do then", "if-1", "I can't sleep", "then-1", "")]
    [InlineData("Choose or write what comes first", "if-1", "", "then-1-own", "walk to the corner")]
    [InlineData(
        "Enter a phone number, like 555-555-0199.",
        "if-1",
        "I can't sleep",
        "then-1-own",
        "call",
        "call-1",
        "Rosa",
        "phone-1",
        "12"
    )]
    [InlineData("Enter the name of the person", "if-1", "I can't sleep", "then-1-own", "call", "phone-1", "555-555-0188")]
    public async Task Half_a_plan_comes_back_with_what_is_missing_and_what_was_typed(string says, params string[] typed)
    {
        var (ana, own) = await PersonAsync();
        using var refused = await GlidepathApp.Send(own, Plans, [.. typed.Chunk(2).Select(t => (t[0], t[1]))]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains(says, page);
        foreach (var pair in typed.Chunk(2).Where(t => t[1].Length > 0))
            Assert.Contains($"value=\"{pair[1]}\"", page);
        Assert.Empty(await PersonInCare.StoredAsync<IfThenCard>(app, ana.Id));
    }

    [Fact]
    public async Task A_sixth_plan_is_refused_and_says_how_many_fit()
    {
        var (ana, own) = await PersonAsync();
        using var refused = await GlidepathApp.Send(
            own,
            Plans,
            [
                .. Enumerable
                    .Range(1, 6)
                    .SelectMany(n => new[] { ($"if-{n}-own", $"trigger {n}"), ($"then-{n}-own", "walk") })
                    .Prepend(("if-1", "")),
            ]
        );
        Assert.Contains(
            "You can keep 5 plans at a time; there are 6.",
            WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop))
        );
        Assert.Empty(await PersonInCare.StoredAsync<IfThenCard>(app, ana.Id));
    }

    [Fact]
    public async Task A_reason_shows_in_a_hard_moment_until_it_is_put_away()
    {
        var (ana, own) = await PersonAsync();
        using var said = await GlidepathApp.Send(own, "/me/reasons", ("reason", "I want to be awake for my kids."));
        Assert.Contains("I want to be awake for my kids.", await ReadAsync(own, "/me/hard-moment"));
        var reason = Assert.Single(await PersonInCare.StoredAsync<OwnReason>(app, ana.Id));
        using var away = await GlidepathApp.Send(own, "/me/reasons", ("id", reason.Id.ToString()));
        Assert.DoesNotContain("awake for my kids", await ReadAsync(own, "/me/hard-moment"));
        Assert.Single(await PersonInCare.StoredAsync<OwnReason>(app, ana.Id));
    }

    [Fact]
    public async Task How_many_questions_a_day_is_chosen_and_none_are_asked_before()
    {
        var (ana, own) = await PersonAsync();
        Assert.Contains("You are not asked now.", await ReadAsync(own, "/me/questions"));
        using var chosen = await GlidepathApp.Send(own, "/me/questions", ("per-day", "2"));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal(2, Assert.Single(await PersonInCare.StoredAsync<PromptChoice>(app, ana.Id)).PerDay);
        using var refused = await GlidepathApp.Send(own, "/me/questions", ("per-day", "9"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private async Task<(PersonInCare Ana, HttpClient Own)> PersonAsync()
    {
        var ana = await PersonInCare.MakeAsync(app, Role.Therapist);
        return (ana, (await app.SignedInAsync(Role.Patient, ana.Id)).Client);
    }

    private static async Task<string> ReadAsync(HttpClient client, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(page, UriKind.Relative), Stop));
}
