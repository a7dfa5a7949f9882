using System.Net;
using System.Text.RegularExpressions;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Facilities;

/// <summary>What a facility says of itself on the open page, until staff have looked at it; and which places are our own.</summary>
public sealed partial class AttestTests : IAsyncLifetime
{
    private readonly GlidepathApp _app = new() { Demo = true };
    private HttpClient _helpline = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_helpline, _) = await _app.SignedInAsync(Role.Helpline);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_strangers_no_moves_nothing_until_staff_have_looked_at_it()
    {
        var before = await ListAsync();
        Assert.Contains("Riverbend Recovery House", before);
        await AnswerAsync("Riverbend, Lakemont", "no");
        Assert.Equal(before, await ListAsync());

        var waiting = Verify().Match(await QueueAsync()).Groups[1].Value;
        using var looked = await GlidepathApp.Send(_helpline, "/helpline/places", ("do", waiting));
        Assert.Equal(HttpStatusCode.Redirect, looked.StatusCode);
        Assert.DoesNotContain("Riverbend Recovery House", await ListAsync());
    }

    [Fact]
    public async Task What_does_not_stand_is_rejected_with_a_reason_and_waits_no_longer()
    {
        var before = await ListAsync();
        await AnswerAsync("Riverbend, Lakemont", "no");
        var reject = Reject().Match(await QueueAsync()).Groups[1].Value;
        using var silent = await GlidepathApp.Send(_helpline, "/helpline/places", ("do", reject));
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Contains("Write why it does not stand.", await silent.Content.ReadAsStringAsync(Now));
        using var said = await GlidepathApp.Send(
            _helpline,
            "/helpline/places",
            ("do", reject),
            ("why", "They never heard of this person.")
        );
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.DoesNotMatch(Reject(), await QueueAsync());
        Assert.Equal(before, await ListAsync());
        using var again = await GlidepathApp.Send(
            _helpline,
            "/helpline/places",
            ("do", reject.Replace("reject", "verify", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Theory]
    [InlineData("place", "Nowhere, Noton", "No place of that name")]
    [InlineData("by", "", "Write your name and role.")]
    [InlineData("capability", "1", "Choose one from the list.")]
    [InlineData("answer", "maybe", "Answer yes or no.")]
    [InlineData("evidence", "", "Name what you can show.")]
    public async Task An_answer_that_lacks_something_is_told_what(string field, string value, string expected)
    {
        using var answer = await SendAnswerAsync("Riverbend, Lakemont", "no", (field, value));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task An_administrator_says_which_places_are_ours_and_they_are_labelled_and_nothing_else()
    {
        const string Label = "our own program, scored by the same rules";
        var before = await ListAsync();
        Assert.Single(Regex.Matches(before, Label));
        var (admin, _) = await _app.SignedInAsync(Role.Administrator);
        using var unknown = await GlidepathApp.Send(admin, "/admin/directory", ("do", "own"), ("place", "Nowhere, Noton"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        using var ours = await GlidepathApp.Send(admin, "/admin/directory", ("do", "own"), ("place", "Riverbend, Lakemont"));
        Assert.Equal(HttpStatusCode.Redirect, ours.StatusCode);
        var after = await ListAsync();
        Assert.Equal(2, Regex.Count(after, Label));
        Assert.Equal(Names(before), Names(after));
        var id = NotOwn()
            .Matches(await admin.GetStringAsync(new Uri("/admin/directory", UriKind.Relative), Now))
            .Select(m => m.Groups[1].Value)
            .Last();
        using var no = await GlidepathApp.Send(admin, "/admin/directory", ("do", id));
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
        Assert.Equal(before, await ListAsync());
    }

    private static List<string> Names(string html) => [.. Name().Matches(html).Select(m => m.Value)];

    private async Task AnswerAsync(string place, string says)
    {
        using var answer = await SendAnswerAsync(place, says);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<HttpResponseMessage> SendAnswerAsync(string place, string says, params (string Name, string Value)[] changed) =>
        GlidepathApp.Send(
            _app.Stranger(),
            "/attest",
            [
                .. new[]
                {
                    ("do", "attest"),
                    ("place", place),
                    ("by", "A stranger"),
                    ("capability", "PrescribedDependence"),
                    ("answer", says),
                    ("evidence", "none that anybody saw"),
                }.Where(f => changed.All(c => c.Name != f.Item1)),
                .. changed,
            ]
        );

    /// <summary>The cards of the list, without what differs from request to request.</summary>
    private async Task<string> ListAsync()
    {
        using var answer = await GlidepathApp.Send(
            _app.Stranger(),
            "/find-care",
            ("near", "Springvale, CA"),
            ("pathway", "prescribed"),
            ("need-benzodiazepine-withdrawal", "must"),
            ("go", "list")
        );
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Now));
        return string.Join('\n', Card().Matches(html).Select(m => m.Value));
    }

    private async Task<string> QueueAsync() =>
        WebUtility.HtmlDecode(await _helpline.GetStringAsync(new Uri("/helpline/places", UriKind.Relative), Now));

    [GeneratedRegex("value=\"(verify:[0-9a-f-]{36})\"")]
    private static partial Regex Verify();

    [GeneratedRegex("value=\"(reject:[0-9a-f-]{36})\"")]
    private static partial Regex Reject();

    [GeneratedRegex("value=\"(not-own:[0-9a-f-]{36})\"")]
    private static partial Regex NotOwn();

    [GeneratedRegex("<article.*?</article>", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex("<h3>.*?</h3>")]
    private static partial Regex Name();
}
