using Glidepath.Browser.Tests.Shared;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>
/// Every page in the language in which nobody writes, as a phone of 320 px shows it: no English outside the marks, and room for a language
/// that is 40 % longer. With --all only.
/// </summary>
public sealed class PseudoLanguageTests(Shared.Browser browser)
{
    /// <summary>Parts for developers, the letter that the domain writes, and the draft whose directions are kept as they stood.</summary>
    private static readonly string[] NotYet =
    [
        "/parts",
        "/patients/{Finn}/pathway/letter",
        "/patients/{Finn}/taper/{first} on /patients/{Finn}/taper",
    ];

    [Fact]
    public async Task Every_page_is_in_the_language_and_fits_a_narrow_phone()
    {
        if (!Gate.IsAll)
            return;
        var folder = Directory.CreateTempSubdirectory("glidepath-pseudo-").FullName;
        var (host, address) = await Shared.Browser.StartAsync(folder, "Test");
        try
        {
            var problems = new List<string>();
            var stranger = await browser.FreshAsync(320, address: address);
            foreach (var name in Pages.Names.Where(n => n.StartsWith('/')).Except(NotYet))
                problems.AddRange(await ProblemsAsync(stranger, name, name));
            await stranger.Context.CloseAsync();
            foreach (var (user, pages) in SignedInPages.Of)
            {
                var page = await browser.FreshAsync(320, address: address);
                await page.SignInAsync(user);
                foreach (var name in pages.Except(NotYet))
                    problems.AddRange(await ProblemsAsync(page, await page.ReachAsync(name), $"{user} {name}"));
                await page.Context.CloseAsync();
            }
            Assert.True(problems.Count == 0, string.Join('\n', problems));
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(TestContext.Current.CancellationToken);
            host.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(IPage page, string address, string name)
    {
        await page.GotoAsync($"/{PseudoLanguage.Name}{address}");
        var problems = Unmarked.In(await page.InnerHTMLAsync("body")).Select(text => $"{name} says \"{text}\"").ToList();
        if (await page.WideAsync() is { } wide)
            problems.Add($"{name} scrolls sideways at 320 px: {wide}");
        return problems;
    }
}
