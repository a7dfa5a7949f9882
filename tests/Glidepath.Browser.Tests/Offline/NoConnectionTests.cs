using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Offline;

/// <summary>Without a network the browser's own error is never the last word, from a stranger's first visit on.</summary>
public sealed class NoConnectionTests(Shared.Browser browser)
{
    [Theory]
    [InlineData("/find-care")]
    [InlineData("/me")]
    public async Task After_one_visit_any_page_without_a_network_says_whom_to_call(string address)
    {
        var page = await browser.FreshAsync(390);
        await page.GotoAsync("/family");
        await page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready).active.state === 'activated'");
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync(address);
        var main = page.Locator("main");
        Assert.Contains("No connection", await main.Locator("h1").InnerTextAsync());
        foreach (var number in new[] { "911", "988" })
            Assert.True(await main.Locator($"a[href='tel:{number}']").IsVisibleAsync());
        Assert.True(
            await main.Locator("a[href='tel:+18006624357'], a[href='tel:18006624357'], a[href='tel:1-800-662-4357']").IsVisibleAsync()
        );
        // It was drawn with its style.
        Assert.NotEqual("", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('font-family')"));
        // Nothing else is kept, and nothing of anyone.
        var kept = await page.EvaluateAsync<string[]>(
            "async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(r => "
                + "new URL(r.url).pathname)))).flat()"
        );
        Assert.Contains("/no-connection", kept);
        Assert.All(kept, path => Assert.True(path is "/no-connection" || path.StartsWith("/css/", StringComparison.Ordinal), path));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_breathing_page_counts_without_a_network_and_without_anything_of_anyone()
    {
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await page.GotoAsync("/me/hard-moment");
        await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready).active.state === 'activated'");
        await phone.StopAsync();
        page = await phone.StartAsync(offline: true);
        await page.GotoAsync("/me/offline/breathing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-word]")).ToHaveTextAsync("Breathe in");
        await Assertions.Expect(page.Locator("[data-timer]")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-word]")).ToBeHiddenAsync();
    }
}
