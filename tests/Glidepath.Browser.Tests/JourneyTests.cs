using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

public sealed class JourneyTests(Shared.Browser browser)
{
    private const int Budget = 85_000;

    [Theory]
    [InlineData("/", 390)]
    [InlineData("/", 1280)]
    [InlineData("/find-care", 390)]
    [InlineData("/planner", 390)]
    [InlineData("/family", 390)]
    [InlineData("/family/overdose", 390)]
    [InlineData("/how-we-order", 390)]
    [InlineData("/family/call-back", 390)]
    [InlineData("/booklet", 390)]
    [InlineData("/sign-in", 390)]
    public async Task The_first_visit_weighs_at_most_85_kB(string address, int width)
    {
        var page = await browser.FreshAsync(width);
        var sizes = new List<(string Url, Task<RequestSizesResult> Sizes)>();
        page.RequestFinished += (_, request) => sizes.Add((request.Url, request.SizesAsync()));
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.EvaluateAsync("document.fonts.ready");
        var bytes = 0;
        var lines = new List<string>();
        foreach (var (url, each) in sizes)
        {
            var size = await each;
            bytes += size.ResponseBodySize;
            lines.Add($"{size.ResponseBodySize, 7} {url}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes at {width} px\n{string.Join('\n', lines)}");
        Assert.True(bytes is > 0 and <= Budget, $"{bytes} bytes:\n{string.Join('\n', lines)}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_plan_is_made_with_the_keyboard_alone()
    {
        var page = await browser.PageAsync();
        await page.GotoAsync("/planner");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await Focused(page));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "input[name=supply]");
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "#drug");
        await page.Keyboard.TypeAsync("clonazepam");
        await TabTo(page, "#bedtime");
        await page.Keyboard.TypeAsync("0,5");
        await TabTo(page, "input[name=seizure]");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await page.Locator("input[name=seizure][value=no]").IsCheckedAsync());
        await TabTo(page, "#start");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Each step, and how to make it" }).WaitForAsync();
        await browser.ReturnAsync(page);
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        var page = await browser.PageAsync(390, script: false);
        await page.OpenAsync("planner: plan");
        Assert.Equal(browser.Address + "/planner", page.Url);
        await page.Locator("button[value=no-liquid]").ClickAsync();
        Assert.Contains("a day, in", await page.Locator("h1").InnerTextAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to my answers" }).ClickAsync();
        Assert.Equal("0.5", await page.GetByLabel("Morning").InputValueAsync());
        await browser.ReturnAsync(page, script: false);
    }

    [Fact]
    public async Task The_plan_comes_as_a_file_that_names_nothing()
    {
        var page = await browser.FreshAsync();
        await page.OpenAsync("planner: plan");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Print the plan to discuss (PDF)" }).ClickAsync()
        );
        Assert.Equal("calendar.pdf", download.SuggestedFilename);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true, "button")]
    [InlineData(true, "shift")]
    [InlineData(false, "button")]
    public async Task The_exit_leads_to_the_neutral_site_in_place_of_the_page(bool script, string by)
    {
        var page = await browser.FreshAsync(script: script);
        // The one foreign address there is; nothing of it is loaded in a test.
        await page.RouteAsync(
            "https://www.weather.gov/**",
            route => route.FulfillAsync(new RouteFulfillOptions { Body = "<title>weather</title>", ContentType = "text/html" })
        );
        await page.OpenAsync("planner: plan");
        if (by is "shift")
            for (var i = 0; i < 3; i++)
                await page.Keyboard.PressAsync("Shift");
        else
            await page.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        await page.WaitForURLAsync("https://www.weather.gov/");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Shift_twice_shows_two_dots_and_stays()
    {
        var page = await browser.PageAsync();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Shift");
        await page.Keyboard.PressAsync("Shift");
        Assert.Equal(2, await page.Locator(".gp-exit-dots .is-on").CountAsync());
        Assert.Equal(browser.Address + "/", page.Url);
        await browser.ReturnAsync(page);
    }

    [Fact]
    public async Task Paper_has_no_furniture_of_the_web_and_nothing_folded()
    {
        var page = await browser.FreshAsync();
        await page.OpenAsync("planner: plan");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var gone in new[] { ".gp-crisis", ".gp-header", ".gp-footer", ".usa-button:visible" })
            Assert.Equal(0, await page.Locator(gone).And(page.Locator(":visible")).CountAsync());
        Assert.True(await page.Locator(".gp-draftbar").IsVisibleAsync());
        await page.PdfAsync(
            new PagePdfOptions
            {
                Path = Path.Combine(Environment.GetEnvironmentVariable("GLIDEPATH_SCREENSHOTS") ?? Path.GetTempPath(), "planner-print.pdf"),
            }
        );
        await page.Context.CloseAsync();
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.textContent.trim()");

    private static async Task TabTo(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{selector} is not reached with Tab.");
    }
}
