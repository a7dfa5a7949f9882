using Glidepath.Tests.Shared;
using Glidepath.Web.Accounts;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

/// <summary>
/// A page and all that it asked for and complained of since it was last judged. Set GLIDEPATH_SCREENSHOTS to a folder to get a picture of
/// each.
/// </summary>
internal sealed class Soundness : IDisposable
{
    private static readonly (int Width, int Height)[] Sizes = [(390, 844), (1280, 900)];

    /// <summary>Widths at which axe judges: both, or one that changes with the commit, for it takes most of the time.</summary>
    private static readonly int[] Judged = Gate.IsAll ? [.. Sizes.Select(s => s.Width)] : [Sizes[Gate.Quarter % 2].Width];

    private readonly IPage _page;
    private readonly List<string> _said = [];

    private readonly string _address;

    public Soundness(IPage page, string address)
    {
        (_page, _address) = (page, address);
        page.Request += Asked;
        page.Console += Complained;
        page.PageError += Failed;
    }

    public void Dispose()
    {
        _page.Request -= Asked;
        _page.Console -= Complained;
        _page.PageError -= Failed;
    }

    private void Asked(object? sender, IRequest request)
    {
        if (!request.Url.StartsWith(_address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            _said.Add("asks another host: " + request.Url);
    }

    private void Complained(object? sender, IConsoleMessage message)
    {
        if (message.Type is "error" && !message.Text.Contains("status of 40", StringComparison.Ordinal))
            _said.Add("says " + message.Text);
    }

    private void Failed(object? sender, string error) => _said.Add("fails with " + error);

    /// <summary>What does not hold of the page as it stands, on a phone and on a desk.</summary>
    /// <param name="isSeen">The same page was judged for another person or role: axe looks at it again with --all only.</param>
    public async Task<IReadOnlyList<string>> ProblemsAsync(string name, bool isSeen = false)
    {
        List<string> problems = [.. _said];
        _said.Clear();
        if (await _page.Locator("h1").CountAsync() is not 1 and var headings)
            problems.Add($"has {headings} first headings");
        if (await _page.TitleAsync() is "")
            problems.Add("has no title");
        if (await _page.Locator("aside").First.GetAttributeAsync("aria-label") is not "Help right now")
            problems.Add("does not begin with help");
        // By way of the debugger, which the policy of the page does not bind: the page is judged as it is served.
        await _page.EvaluateAsync(Browser.AxeScript + "\n;0");
        foreach (var (width, height) in Sizes)
        {
            await _page.SetViewportSizeAsync(width, height);
            await _page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
            await PictureAsync(name, width);
            if (await _page.WideAsync() is { } wide)
                problems.Add($"scrolls sideways at {width} px: {wide}");
            // In a window as high as the page: in a lower one the bars that stay cover whatever happens to lie beneath them.
            await _page.SetViewportSizeAsync(width, await _page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
            problems.AddRange(
                (await SmallTargetsAsync())
                    .Concat(Judged.Contains(width) && (Gate.IsAll || !isSeen) ? await AxeAsync() : [])
                    .Select(p => $"at {width} px: {p}")
            );
        }
        return [.. problems.Concat(_said).Select(p => $"{name} {p}")];
    }

    private Task<string[]> AxeAsync() =>
        _page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
              .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')}`)
            """
        );

    /// <summary>
    /// Links within a sentence may be as high as their line, and a point of a map has its equal in the list beside it (WCAG 2.5.8);
    /// everything else is 44 px.
    /// </summary>
    private Task<string[]> SmallTargetsAsync() =>
        _page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, label.gp-tile, label.gp-pick')]
              .filter(e => !e.closest('.gp-map')
                  && !(e.matches('a') && e.closest('p, dd') && !e.matches('.usa-button, .gp-textlink'))
                  && !e.matches('.usa-skipnav') && !(e.matches('input') && e.closest('.gp-tile, .gp-pick')))
              .map(e => [e, e.getBoundingClientRect()])
              .filter(([e, r]) => r.width > 0 && r.height > 0 && e.checkVisibility() && r.height < 43.5)
              .map(([e, r]) => `target of ${Math.round(r.height)} px: ${e.outerHTML.slice(0, 120)}`)
            """
        );

    private async Task PictureAsync(string name, int width)
    {
        if (Environment.GetEnvironmentVariable("GLIDEPATH_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        var file = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        await _page.EvaluateAsync("document.fonts.ready");
        await _page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(folder, $"{(file.Length > 0 ? file : "home")}-{width}.png"), FullPage = true }
        );
    }
}
