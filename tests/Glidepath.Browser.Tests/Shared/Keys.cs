using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

/// <summary>A person who has no mouse. Each stop that is used shows where one is: an outline of 2 px or more that nothing covers.</summary>
internal sealed class Keys(IPage page)
{
    // More than the longest form has stops.
    private const int Patience = 150;

    public async Task ToAsync(ILocator stop)
    {
        await stop.WaitForAsync();
        await page.WaitForLoadStateAsync();
        // So many in one go as there are stops between, and then one after the other: a date has stops of its own.
        var between = await stop.EvaluateAsync<int>(
            """
            e => {
              const groups = new Set(), stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])')]
                .filter(s => s.checkVisibility() && !s.disabled && (s.type !== 'radio' || !groups.has(s.name) && groups.add(s.name)));
              return stops.indexOf(e) - stops.findLastIndex(s => s === document.activeElement || s.name && s.name === document.activeElement.name || s.compareDocumentPosition(document.activeElement) & 4);
            }
            """
        );
        await Task.WhenAll(Enumerable.Range(0, Math.Max(0, between)).Select(_ => page.Keyboard.PressAsync("Tab")));
        for (var presses = 0; presses < Patience; presses++)
        {
            if (await stop.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                var wrong = await stop.EvaluateAsync<string>(
                    """
                    e => {
                      const seen = e.closest('.gp-tile') ? e.nextElementSibling : e, style = getComputedStyle(seen), box = seen.getBoundingClientRect();
                      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                      if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || style.outlineColor === 'rgba(0, 0, 0, 0)') return `${e.outerHTML.slice(0, 120)} shows no focus`;
                      return top && (e === top || seen.contains(top) || top.contains(seen)) ? '' : `${e.outerHTML.slice(0, 120)} is covered by ${top?.outerHTML.slice(0, 80)}`;
                    }
                    """
                );
                Assert.True(wrong is "", wrong);
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{stop} is not reached with Tab.");
    }

    public async Task PressAsync(ILocator stop, string key = "Enter")
    {
        await ToAsync(stop);
        await page.Keyboard.PressAsync(key);
    }

    public Task PressLinkAsync(string name) => PressAsync(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First);

    public Task PressButtonAsync(string name) => PressAsync(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    public async Task TypeAsync(string label, string text)
    {
        await ToAsync(page.GetByLabel(label, new() { Exact = true }));
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Of tiles of which one may be chosen: Tab comes to the first, Space takes it, an arrow the next.</summary>
    public async Task ChooseAsync(string name, int nth = 0)
    {
        var tiles = page.Locator($"input[type=radio][name={name}]");
        await PressAsync(tiles.First, "Space");
        for (var i = 0; i < nth; i++)
            await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await tiles.Nth(nth).IsCheckedAsync(), $"{name} was not chosen.");
    }

    public Task TickAsync(string name, string value) =>
        PressAsync(page.Locator($"input[type=checkbox][name={name}][value={value}]"), "Space");
}
