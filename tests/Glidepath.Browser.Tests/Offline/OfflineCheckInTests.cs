using System.Text;
using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Offline;

/// <summary>A check-in on a phone that has no connection, in a real Chromium whose profile lies on the disk as a phone's does.</summary>
public sealed class OfflineCheckInTests(Shared.Browser browser, ITestOutputHelper output)
{
    private const int Canaries = 50;

    [Fact]
    public async Task After_a_cold_start_without_network_a_person_checks_in_and_it_arrives_once_there_is_one()
    {
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await OpenAsync(page);
        await phone.StopAsync();

        page = await phone.StartAsync(offline: true);
        await OpenAsync(page);
        Assert.True(await page.Locator("form.gp-checkin").IsVisibleAsync());
        await page.Locator("input[name=dose][value=Yes]").ClickAsync();
        await page.Locator("button:has-text('Save my check-in')").ClickAsync();
        await page.Locator("form.gp-checkin").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.Contains("Your team has not been told yet.", await page.Locator("[data-truth]").InnerTextAsync());
        Assert.Contains("This phone has no connection.", await page.Locator("[data-truth]").InnerTextAsync());
        Assert.Equal(1, await page.Locator("[data-list=waiting] li").CountAsync());
        // The worker, the page and the browser end; what waits, waits.
        await phone.StopAsync();
        page = await phone.StartAsync(offline: true);
        await OpenAsync(page);
        Assert.Equal(1, await page.Locator("[data-list=waiting] li").CountAsync());
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-done]").WaitForAsync();
        Assert.Contains("Your team has your check-in.", await page.Locator("[data-done]").InnerTextAsync());
        Assert.False(await page.Locator("[data-truth]").IsVisibleAsync());
        await phone.StopAsync();

        // Who is signed out is told so, and signing in sends it.
        page = await phone.StartAsync(offline: true);
        await OpenAsync(page);
        await page.Locator("input[name=anxiety][value='3']").ClickAsync();
        await page.Locator("button:has-text('Save my check-in')").ClickAsync();
        await page.Locator("[data-truth]").WaitForAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "gp-session" });
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-sign-in]").WaitForAsync();
        await page.SignInAsync("pat.patient");
        await page.GotoAsync("/me/check-in");
        await page.Locator("[data-done]").WaitForAsync();
    }

    [Fact]
    public async Task A_danger_sign_offline_shows_what_to_do_and_that_nobody_has_been_told()
    {
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await OpenAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/me/check-in");
        await page.Locator(".gp-cilist--red summary").ClickAsync();
        await page.Locator("input[name=flags][value=HardToWake]").ClickAsync();
        await page.Locator("button:has-text('Send this now')").ClickAsync();
        await page.Locator("[data-truth]").WaitForAsync();
        Assert.True(await page.Locator("[data-sign=HardToWake] a[href='tel:911']").IsVisibleAsync());
        Assert.Equal(1, await page.Locator("[data-sign]:visible").CountAsync());
        Assert.Contains("Take no more until a clinician says.", await page.Locator("[data-sign=HardToWake]").InnerTextAsync());
        Assert.False(await page.Locator("[data-keep-dose]").IsVisibleAsync());
        Assert.True(await page.Locator("[data-truth]").IsVisibleAsync());
        await page.Context.SetOfflineAsync(false);
        await page.Locator("[data-now]").WaitForAsync();
    }

    [Fact]
    public async Task What_is_refused_is_seen_with_its_reason_until_the_person_takes_it_away()
    {
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await OpenAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/me/check-in");
        // Nothing was answered.
        await page.Locator("button:has-text('Save my check-in')").ClickAsync();
        await page.Locator("[data-truth]").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        var refused = page.Locator("[data-list=refused] li");
        await refused.WaitForAsync();
        Assert.Contains("Nothing was answered yet.", await refused.InnerTextAsync());
        await refused.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await refused.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task Nothing_that_was_written_stands_readable_in_the_profile_of_the_browser()
    {
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await OpenAsync(page);
        await page.Context.SetOfflineAsync(true);
        for (var n = 0; n < Canaries; n++)
        {
            await page.GotoAsync("/me/check-in");
            await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.Locator("#note").FillAsync(Canary(n));
            await page.Locator("button:has-text('Save my check-in')").ClickAsync();
            await page.Locator("form.gp-checkin").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        }
        Assert.Equal(Canaries, await page.Locator("[data-list=waiting] li").CountAsync());
        await phone.StopAsync();
        var found = new List<string>();
        var files = Directory.GetFiles(phone.Folder, "*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                if (bytes.AsSpan().IndexOf(encoding.GetBytes("Canary-of-")) >= 0)
                    found.Add(Path.GetRelativePath(phone.Folder, file));
        }
        output.WriteLine($"{Canaries} entries, {files.Length} files searched");
        Assert.True(files.Length > 20);
        Assert.Empty(found);

        static string Canary(int n) => $"Canary-of-{n:D2}-{Guid.CreateVersion7():N}";
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.GotoAsync("/me/check-in");
        await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // The page is kept once its worker has all of it and has begun.
        await page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready).active.state === 'activated'");
    }
}
