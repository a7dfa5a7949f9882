using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

internal static class Readable
{
    /// <summary>
    /// What stands on the page by name: headings, questions, columns, buttons. Numbers and times in it may differ from one visit to the
    /// next, so they are left out; a passkey is made by script alone, and a password stands beside it.
    /// </summary>
    public static Task<string[]> NamesAsync(this IPage page) =>
        page.EvaluateAsync<string[]>(
            """
            [...new Set([...document.querySelectorAll('main :is(h1, h2, h3, legend, label, button, th, summary, dt, a.usa-button)')]
              .filter(e => e.checkVisibility() && !e.closest('.gp-passkey')).map(e => e.textContent.replace(/\d+/g, '').replace(/\s+/g, ' ').trim()).filter(t => t.length > 0))]
            """
        );
}
