using System.Text;
using Glidepath.Browser.Tests.Shared;
using Glidepath.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Offline;

/// <summary>A craving at night on a phone without a connection: written down, ridden, rated, and in the log once there is one.</summary>
public sealed class OfflineHardMomentTests(Shared.Browser browser, ITestOutputHelper output)
{
    /// <summary>Each opens a page of its own, so that the usual check writes fewer.</summary>
    private static int Canaries => Gate.IsAll ? 50 : 10;

    [Fact]
    public async Task At_night_without_a_connection_a_moment_is_ridden_and_it_is_in_the_log_when_there_is_one()
    {
        await using var phone = new Phone(browser);
        var page = await OpenedAsync(phone);
        await phone.StopAsync();

        page = await phone.StartAsync(offline: true);
        await page.GotoAsync("/me/hard-moment");
        await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Contains("No connection. You can still write it down.", await page.Locator("main").InnerTextAsync());
        Assert.Contains("feet on the floor", await page.Locator(".gp-ifthen").InnerTextAsync());
        await page.Locator("input[name=strength][value='8']").First.ClickAsync();
        await page.Locator("input[name=place][value=Home]").ClickAsync();
        await page.Locator("button:has-text('Save and ride it')").ClickAsync();
        await page.Locator("#ride").WaitForAsync();
        Assert.Equal(1, await page.Locator("[data-list=waiting] li").CountAsync());
        Assert.Contains("not been sent yet", await page.Locator("[data-truth]").InnerTextAsync());
        Assert.DoesNotContain("Your team has not been told", await page.Locator("[data-truth]").InnerTextAsync());
        await page.Locator("#ride input[name=strength][value='5']").ClickAsync();
        await page.Locator("#ride button:has-text('Save')").First.ClickAsync();
        await page.Locator("[data-kept]").WaitForAsync();
        await page.Locator("#ride input[name=strength][value='2']").ClickAsync();
        await page.Locator("button:has-text('It\\'s easier now')").ClickAsync();
        await Assertions.Expect(page.Locator("[data-list=waiting] li")).ToHaveCountAsync(3);
        // The browser ends; what waits, waits, and goes in the order in which it was written.
        await phone.StopAsync();
        page = await phone.StartAsync();
        await page.GotoAsync("/me/hard-moment");
        // It has been drawn, and what waited was sent: before that an empty list says nothing.
        await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator("[data-list=waiting] li")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await page.GotoAsync("/me/hard-moments");
        var first = page.Locator(".gp-moments li").First;
        Assert.Contains("8 of 10 · Home", await first.InnerTextAsync());
        Assert.Contains("Easier after", await first.InnerTextAsync());
        Assert.Empty(await page.Locator("[data-list=refused] li").AllAsync());
    }

    [Fact]
    public async Task What_was_written_of_a_hard_moment_stands_readable_nowhere_in_the_profile_of_the_browser()
    {
        await using var phone = new Phone(browser);
        var page = await OpenedAsync(phone);
        await page.Context.SetOfflineAsync(true);
        for (var n = 0; n < Canaries; n++)
        {
            await page.GotoAsync("/me/hard-moment");
            await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.Locator("input[name=strength][value='8']").First.ClickAsync();
            await page.Locator("summary:has-text('Something else')").First.ClickAsync();
            await page.Locator("#place-own").FillAsync($"Canary-of-{n:D2}-{Guid.CreateVersion7():N}");
            await page.Locator("button:has-text('Save and ride it')").ClickAsync();
            await page.Locator("#ride").WaitForAsync();
        }
        Assert.Equal(Canaries, await page.Locator("[data-list=waiting] li").CountAsync());
        await phone.StopAsync();
        var files = Directory.GetFiles(phone.Folder, "*", SearchOption.AllDirectories);
        List<string> found = [];
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                if (bytes.AsSpan().IndexOf(encoding.GetBytes("Canary-of-")) >= 0)
                    found.Add(Path.GetRelativePath(phone.Folder, file));
        }
        output.WriteLine($"{Canaries} moments, {files.Length} files searched");
        Assert.Empty(found);
    }

    /// <summary>Once with a connection, so that the phone has its page and a key to seal with.</summary>
    private static async Task<IPage> OpenedAsync(Phone phone)
    {
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await page.GotoAsync("/me/hard-moment");
        await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready).active.state === 'activated'");
        return page;
    }
}
