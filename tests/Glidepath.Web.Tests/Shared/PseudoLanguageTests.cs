using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Tests.Shared;

/// <summary>Every page in the language in which nobody writes: what stands outside the marks stands in no resource.</summary>
public sealed partial class PseudoLanguageTests
{
    /// <summary>Of the demo, in the order in which they are asked to open a page.</summary>
    private static readonly string[] Users =
    [
        "nils.nurse",
        "pia.prescriber",
        "thea.therapist",
        "hugo.helpline",
        "fred.frontdesk",
        "olga.officer",
        "dora.director",
        "ada.admin",
        "pat.patient",
        "fay.family",
    ];

    /// <summary>Pages with English that is in no resource yet; a page that has none is taken off, so the list only shrinks.</summary>
    private static readonly string[] NotYet =
    [
        // The letter that a patient takes to the prescriber is written by the domain (PrescriberLetter), for a reader of English.
        "/patients/{PatientId:guid}/pathway/letter",
    ];

    [Fact]
    public async Task No_page_says_a_sentence_that_is_in_no_resource()
    {
        await using var app = App("Test");
        var found = new List<string>();
        var seen = 0;
        var left = Routes().ToList();
        foreach (var user in Users.Prepend(""))
        {
            using var client = app.Browser();
            if (user.Length > 0)
                (await GlidepathApp.Send(client, "/sign-in", ("name", user), ("password", DemoAccounts.Password))).Dispose();
            var person = user.Length > 0 ? Person().Match(await ReadAsync(client, "/patients") ?? "").Value : "";
            foreach (var route in left.ToList())
            {
                var address = route.Replace("{PatientId:guid}", person, StringComparison.Ordinal);
                if (address.Contains('{') || address.Contains("//", StringComparison.Ordinal))
                    continue;
                if (await ReadAsync(client, $"/{PseudoLanguage.Name}{address}") is not { } page)
                    continue;
                left.Remove(route);
                seen++;
                var unmarked = Unmarked.In(page);
                if (unmarked.Count > 0 && !NotYet.Contains(route))
                    found.Add($"{route}: {string.Join(" | ", unmarked)}");
                if (unmarked.Count is 0 && NotYet.Contains(route))
                    found.Add($"{route}: has no English any more; take it off the list");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{seen} pages; not opened: {string.Join(", ", left)}");
        Assert.True(seen > 60, $"{seen} pages");
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Production_refuses_the_pseudo_language() =>
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = App("Production");
            app.Stranger().Dispose();
        });

    [Fact]
    public async Task A_sentence_is_marked_and_longer_and_a_number_is_as_it_was()
    {
        await using var app = App("Test");
        var html = await app.Stranger().GetStringAsync($"/{PseudoLanguage.Name}/planner", TestContext.Current.CancellationToken);
        Assert.Contains("⟦Which medicine? ", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("1-800-662-4357", html, StringComparison.Ordinal);
        var sentence = "Which medicine do you take?";
        Assert.InRange(PseudoLanguage.Marked(sentence).Length, sentence.Length * 1.35, sentence.Length * 1.6);
    }

    [Theory]
    [InlineData("<p>⟦Go ⟦there⟧ lorem⟧ 12 mg</p>", null)]
    [InlineData("<p>⟦Go⟧ home</p>", "home")]
    [InlineData("<p aria-label=\"Close\">⟦Go⟧</p>", "Close")]
    [InlineData("<ul translate=\"no\"><li>Feeling nervous</li></ul><b>⟦Go⟧</b>", null)]
    [InlineData("<p>Nov 29, 2026, 08:12 UTC</p><p>Finn Example</p><p>clonazepam (Klonopin, Rivotril)</p>", null)]
    public void English_outside_the_marks_is_found_and_what_is_no_sentence_is_not(string html, string? found) =>
        Assert.Equal(found, Unmarked.In(html) is [var first, ..] ? first : null);

    private static GlidepathApp App(string environment) =>
        new()
        {
            Demo = true,
            Environment = environment,
            Settings = new Dictionary<string, string> { [Languages.PseudoSetting] = "true" },
        };

    private static async Task<string?> ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode is HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            : null;
    }

    private static IEnumerable<string> Routes() =>
        typeof(DemoAccounts)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Where(r => r is not "/sign-out" and not "/parts")
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("(?<=href=\"/patients/)[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Person();
}
