using System.Text.Json;
using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>What holds for every public page. Set GLIDEPATH_SCREENSHOTS to a folder to get a picture of each.</summary>
public sealed class PublicPageTests(Shared.Browser browser)
{
    public static TheoryData<string, int> EveryPage()
    {
        var data = new TheoryData<string, int>();
        foreach (var name in Pages.Names)
        {
            data.Add(name, 390);
            data.Add(name, 1280);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_is_sound(string name, int width)
    {
        var page = await browser.PageAsync(width, bypassCsp: true);
        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(browser.Address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                foreign.Add(request.Url);
        };
        await page.OpenAsync(name);
        await PictureAsync(page, name, width);

        Assert.Empty(foreign);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} scrolls sideways: {await WideAsync(page)}");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.NotEmpty(await page.TitleAsync());
        Assert.Equal("Help right now", await page.Locator("aside").First.GetAttributeAsync("aria-label"));
        Assert.Empty(await SmallTargetsAsync(page));
        Assert.Empty(await AxeAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_keeps_to_its_own_policy(string name, int width)
    {
        var page = await browser.PageAsync(width);
        var said = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
                said.Add(message.Text);
        };
        page.PageError += (_, error) => said.Add(error);
        await page.OpenAsync(name);
        Assert.Empty(said);
        await page.Context.CloseAsync();
    }

    internal static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = Shared.Browser.AxeScript });
        var result = await page.EvaluateAsync<JsonElement>("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })");
        return [.. result.GetProperty("violations").EnumerateArray().Select(v =>
            $"{v.GetProperty("id").GetString()}: {string.Join(" | ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString() + " " + n.GetProperty("failureSummary").GetString()))}")];
    }

    /// <summary>Links within a sentence may be as high as their line (WCAG 2.5.8); everything else is 44 px.</summary>
    internal static Task<string[]> SmallTargetsAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, label.gp-tile')]
          .filter(e => !(e.matches('a') && e.closest('p, dd') && !e.matches('.usa-button, .gp-textlink')) && !e.matches('.usa-skipnav') && !(e.matches('input') && e.closest('.gp-tile')))
          .map(e => [e, e.getBoundingClientRect()])
          .filter(([e, r]) => r.width > 0 && r.height > 0 && e.checkVisibility() && r.height < 43.5)
          .map(([e, r]) => `${Math.round(r.height)} px: ${e.outerHTML.slice(0, 120)}`)
        """);

    private static Task<string> WideAsync(IPage page) => page.EvaluateAsync<string>(
        """
        [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.gp-scroll, .gp-nav, .usa-skipnav'))
          .slice(0, 5).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).join(', ')
        """);

    internal static async Task PictureAsync(IPage page, string name, int width)
    {
        if (Environment.GetEnvironmentVariable("GLIDEPATH_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        var file = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        await page.EvaluateAsync("document.fonts.ready");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{(file.Length > 0 ? file : "home")}-{width}.png"), FullPage = true });
    }
}
