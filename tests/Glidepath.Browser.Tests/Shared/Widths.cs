using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

internal static class Widths
{
    /// <summary>The first elements beyond the right edge of a page that scrolls sideways; null of one that does not.</summary>
    public static Task<string?> WideAsync(this IPage page) =>
        page.EvaluateAsync<string?>(
            """
            document.documentElement.scrollWidth <= document.documentElement.clientWidth ? null
              : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.gp-scroll, .gp-nav, .usa-skipnav'))
                .slice(0, 5).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).join(', ')
            """
        );
}
