using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>From the home page to the printed booklet, on a phone, with and without script.</summary>
public sealed class BookletJourneyTests(Shared.Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_booklet_is_read_part_by_part_and_printed(bool script)
    {
        var page = await browser.PageAsync(390, script);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "A booklet to read before any plan" }).ClickAsync();
        await page.GetByLabel("How old are you?").FillAsync("12");
        await page.GetByLabel("Which medicine do you take?").SelectOptionAsync("clonazepam");
        await page.GetByLabel("How much in a whole day, in mg?").FillAsync("1.5");
        await page.GetByLabel("How many years have you taken it?").FillAsync("9");
        await page.Locator("input[name=for][value=Sleep]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my booklet" }).ClickAsync();
        await HeadingAsync("Please check these answers");
        Assert.Equal("1.5", await page.GetByLabel("How much in a whole day, in mg?").InputValueAsync());
        await page.GetByLabel("How old are you?").FillAsync("71");
        // Enter does what the one button does.
        await page.GetByLabel("How old are you?").PressAsync("Enter");
        await HeadingAsync("True or false?");
        await page.Locator("input[name=tonight][value=true]").CheckAsync();
        await page.Locator("input[name=tonight][value=true]").PressAsync("Enter");
        await HeadingAsync("Answers, and what we know");
        Assert.Equal(1, await page.GetByText("You said: True").CountAsync());
        foreach (var next in new[] { "What it can do at your age", "A story", "What a slow plan can look like", "Does a booklet help?" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await HeadingAsync(next);
        }
        var print = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Print my booklet (PDF)" }).ClickAsync()
        );
        Assert.Equal("booklet.pdf", print.SuggestedFilename);
        Assert.EndsWith("/booklet", page.Url, StringComparison.Ordinal);
        await browser.ReturnAsync(page, script);

        Task HeadingAsync(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }).WaitForAsync();
    }
}
