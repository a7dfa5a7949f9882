using System.Diagnostics;
using System.Text;
using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Offline;

/// <summary>The lock that a person may set on their phone: their own plan without a connection, and for nobody else.</summary>
public sealed class OfflineLockTests(Shared.Browser browser, ITestOutputHelper output)
{
    private const string Pin = "482915";
    private const int Canaries = 50;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rules_of_the_lock_hold_against_any_clock_and_any_end_of_the_browser()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(OfflineQueueTests.Folder, "lock.mjs"));
        using var node = Process.Start(start)!;
        var (said, problems) = (node.StandardOutput.ReadToEndAsync(Stop), node.StandardError.ReadToEndAsync(Stop));
        await node.WaitForExitAsync(Stop);
        output.WriteLine(await said);
        Assert.True(node.ExitCode == 0, await problems);
        Assert.Equal(9, (await said).Split('\n').Count(line => line.StartsWith("ok: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task With_the_PIN_the_own_plan_is_there_without_a_connection_and_nothing_of_it_can_be_read_in_the_profile()
    {
        await WriteSafetyPlanAsync();
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await page.GotoAsync("/me/lock");
        await Ready(page);
        await SetAsync(page, "123456");
        Assert.Contains("too easy to guess", await page.Locator("[data-error]:visible").InnerTextAsync());
        await SetAsync(page, Pin);
        await page.Locator("[data-on]").WaitForAsync();
        await page.GotoAsync("/me/hard-moment");
        await page.Locator("html[data-offline-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready).active.state === 'activated'");
        await phone.StopAsync();
        await AssertSealedAsync(phone);

        page = await phone.StartAsync(offline: true);
        await page.GotoAsync("/me/hard-moment");
        await Ready(page);
        Assert.DoesNotContain("Canary-of-", await page.Locator("body").InnerTextAsync());
        await UnlockAsync(page, "copy", "482916");
        Assert.Contains("Tries left: 9", await page.Locator("[data-unlock=copy] [data-error]").InnerTextAsync());
        await UnlockAsync(page, "copy", Pin);
        var opened = page.Locator("[data-unlock=copy] [data-opened]");
        await opened.WaitForAsync();
        Assert.Equal(Canaries, (await opened.InnerTextAsync()).Split("Canary-of-").Length - 1);
        Assert.Contains("If", await opened.Locator("dl.gp-ifthen, .gp-noplan").First.InnerTextAsync());
        await phone.StopAsync();
        // Opened, and still nowhere on the disk.
        await AssertSealedAsync(phone);
    }

    [Fact]
    public async Task After_the_time_away_pages_are_locked_and_ten_wrong_PINs_end_the_session_and_leave_what_waits()
    {
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        await page.SignInAsync("pat.patient");
        await page.GotoAsync("/me/lock");
        await Ready(page);
        await SetAsync(page, Pin);
        await page.Locator("[data-on]").WaitForAsync();
        await AwayAsync(page, minutes: 6);
        await page.GotoAsync("/me");
        await page.Locator("[data-unlock=screen]").WaitForAsync();
        Assert.False(await page.Locator("main").IsVisibleAsync());
        Assert.True(await page.Locator(".gp-crisis a[href='tel:911']").IsVisibleAsync());
        await UnlockAsync(page, "screen", Pin);
        await page.Locator("main").WaitForAsync();
        await AwayAsync(page, minutes: 3);
        await page.GotoAsync("/me");
        await Ready(page);
        Assert.True(await page.Locator("main").IsVisibleAsync());

        await AwayAsync(page, minutes: 6);
        await WaitingAsync(page);
        await page.GotoAsync("/me");
        for (var n = 0; n < 10; n++)
        {
            await page.Locator("[data-unlock=screen]").WaitForAsync();
            await UnlockAsync(page, "screen", "482916");
            if (n < 9)
            {
                await page.Locator("[data-unlock=screen] [data-error]:visible").WaitForAsync();
                await Fact(page, "lock", "fact => ({ ...fact, until: 0 })");
            }
        }
        await page.WaitForURLAsync("**/sign-in");
        await page.GotoAsync("/me");
        Assert.Contains("/sign-in", page.Url);
        Assert.Equal("kept", await page.EvaluateAsync<string>(RowScript));
    }

    [Fact]
    public async Task Signing_out_takes_the_copy_away_unless_its_person_chose_to_keep_it()
    {
        await using var phone = new Phone(browser);
        var page = await phone.StartAsync();
        foreach (var keeps in new[] { false, true })
        {
            await page.SignInAsync("pat.patient");
            await page.GotoAsync("/me/lock");
            await Ready(page);
            if (keeps)
                await page.Locator("label:has([data-keeps])").ClickAsync();
            await SetAsync(page, Pin);
            await page.Locator("[data-on]").WaitForAsync();
            await page.GotoAsync("/sign-out");
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.GetByText("You are signed out").WaitForAsync();
            await page.GotoAsync("/me/offline");
            await Ready(page);
            Assert.Equal(keeps, await page.Locator("[data-unlock=copy]").IsVisibleAsync());
        }
    }

    private const string RowScript =
        "() => new Promise(done => { const open = indexedDB.open('glidepath', 1); open.onsuccess = () => { const get = "
        + "open.result.transaction('entries').objectStore('entries').get('waits-1'); get.onsuccess = () => "
        + "done(get.result ? 'kept' : 'gone'); }; })";

    private static async Task Ready(IPage page) =>
        await page.Locator("html[data-lock-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task SetAsync(IPage page, string pin)
    {
        await page.Locator("#pin").FillAsync(pin);
        await page.Locator("#again").FillAsync(pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the PIN" }).ClickAsync();
    }

    private static async Task UnlockAsync(IPage page, string which, string pin)
    {
        await page.Locator($"#{which}-pin").FillAsync(pin);
        await page.Locator($"[data-unlock={which}] button").ClickAsync();
        // After the tenth the page is the one to sign in on.
        await page.Locator($"[data-unlock={which}]:not([aria-busy]), input[type=password]:not(#{which}-pin)")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>As if it had been left then: no test waits for a clock.</summary>
    private static async Task AwayAsync(IPage page, int minutes)
    {
        // A page that is left writes down when; what it wrote is written over on a page that does not.
        await page.GotoAsync("/privacy-promise");
        await page.EvaluateAsync($"localStorage.setItem('gp-left-at', String(Date.now() - {minutes} * 60000))");
    }

    private static Task WaitingAsync(IPage page) =>
        page.EvaluateAsync(
            "() => new Promise(done => { document.cookie = 'gp-unsent=1; path=/; samesite=strict'; "
                + "const open = indexedDB.open('glidepath', 1);"
                + " open.onsuccess = () => { const at = open.result.transaction('entries', 'readwrite'); at.oncomplete = () => { "
                + "open.result.close(); done(); }; at.objectStore('entries').put({ id: 'waits-1', kind: 'check-in', owner: 'another', "
                + "state: "
                + "'waiting', tries: 0, next: 0, at: new Date().toISOString() }); }; })"
        );

    private static Task Fact(IPage page, string name, string change) =>
        page.EvaluateAsync(
            $"() => new Promise(done => {{ const open = indexedDB.open('glidepath', 1); open.onsuccess = () => {{ const at = "
                + $"open.result.transaction('facts', 'readwrite'); const facts = at.objectStore('facts'); const get = facts.get('{name}'); "
                + $"get.onsuccess = () => facts.put(({change})(get.result), '{name}'); "
                + "at.oncomplete = () => { open.result.close(); done(); }; }; })"
        );

    /// <summary>From a desk, so that the phone never saw it typed.</summary>
    private async Task WriteSafetyPlanAsync()
    {
        var page = await browser.PageAsync(user: "pat.patient");
        await page.GotoAsync("/me/safety-plan/change");
        foreach (var (field, n) in new[] { "signs", "alone", "company", "ask", "safer" }.Select((f, n) => (f, n)))
            await page.Locator($"#{field}")
                .FillAsync(string.Join('\n', Enumerable.Range(n * 5, 5).Select(line => $"{Canary(2 * line)} {Canary(2 * line + 1)}")));
        await page.Locator("input[name=who][value=me]").ClickAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save my safety plan" }).ClickAsync();
        await page.WaitForURLAsync("**/me/safety-plan");
        await browser.ReturnAsync(page);

        static string Canary(int n) => $"Canary-of-{n:D2}-{Guid.CreateVersion7():N}";
    }

    private async Task AssertSealedAsync(Phone phone)
    {
        var files = Directory.GetFiles(phone.Folder, "*", SearchOption.AllDirectories);
        List<string> found = [];
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, Stop);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                if (bytes.AsSpan().IndexOf(encoding.GetBytes("Canary-of-")) >= 0)
                    found.Add(Path.GetRelativePath(phone.Folder, file));
        }
        output.WriteLine($"{Canaries} lines, {files.Length} files searched");
        Assert.True(files.Length > 20);
        Assert.Empty(found);
    }
}
