using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>Words about dying in a message show help on the phone itself, and tell nobody; the thread works by keyboard and without
/// script.</summary>
public sealed class MessageWordsTests(Shared.Browser browser)
{
    private const string Card = "#dying-words";

    /// <summary>All that a page can keep, and what it asked the network for.</summary>
    private const string Kept =
        "async () => JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}, await indexedDB.databases(), await caches.keys()])";

    [Theory]
    [InlineData("I wish I were dead")]
    [InlineData("I want   to\ndie, sometimes.")]
    [InlineData("I don’t want to live")]
    [InlineData("SUICIDE")]
    public async Task A_word_about_dying_shows_help_with_a_connection_and_without_and_nothing_leaves_the_phone(string said)
    {
        foreach (var isOffline in new[] { false, true })
        {
            var page = await browser.PageAsync(390, user: "pat.patient");
            await page.GotoAsync("/me/messages", new() { WaitUntil = WaitUntilState.NetworkIdle });
            var before = await page.EvaluateAsync<string>(Kept);
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(request.Url);
            await page.Context.SetOfflineAsync(isOffline);
            Assert.False(await page.Locator(Card).IsVisibleAsync());
            await page.Locator("#text").PressSequentiallyAsync(said);
            await page.Locator(Card).WaitForAsync();
            Assert.Equal("tel:988", await page.Locator($"{Card} a").First.GetAttributeAsync("href"));
            // Help is not taken away with the word.
            await page.Locator("#text").FillAsync("");
            Assert.True(await page.Locator(Card).IsVisibleAsync());
            await page.WaitForTimeoutAsync(300);
            Assert.Empty(asked);
            Assert.Equal(before, await page.EvaluateAsync<string>(Kept));
            await page.Context.SetOfflineAsync(false);
            await browser.ReturnAsync(page);
        }
    }

    [Theory]
    [InlineData("I dyed my hair and the diet is fine")]
    [InlineData("My pharmacy has no 0.125 mg tablets")]
    public async Task Other_words_show_nothing_and_the_letters_that_are_left_are_counted(string said)
    {
        var page = await browser.PageAsync(390, user: "pat.patient");
        await page.GotoAsync("/me/messages");
        await page.Locator("#text").FillAsync(said);
        Assert.False(await page.Locator(Card).IsVisibleAsync());
        Assert.Equal($"Letters left: {4_000 - said.Length:N0}", await page.Locator("[data-letters-of]").InnerTextAsync());
        await page.Locator("#text").FillAsync(new string('x', 4_001));
        Assert.Equal("Letters too many: 1. Please make it shorter.", await page.Locator("[data-letters-of]").InnerTextAsync());
        await browser.ReturnAsync(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_is_written_after_a_mistake_and_answered_with_the_keyboard_alone_with_and_without_script(bool script)
    {
        var said = $"Is Friday at two free? {Guid.NewGuid():N}";
        var page = await browser.PageAsync(390, script, "pat.patient");
        var keys = new Keys(page);
        await page.GotoAsync("/me");
        await keys.PressAsync(page.Locator("a[href='/me/messages']"));
        await page.WaitForURLAsync("**/me/messages");
        // Whom to call stands there, with script or without.
        Assert.Equal(3, await page.Locator(".gp-callif a[href^='tel:']").CountAsync());
        Assert.False(await page.Locator(Card).IsVisibleAsync());
        await page.Locator("#text").FillAsync(new string('x', 4_001));
        await keys.PressButtonAsync("Send message");
        await page.Locator(".gp-errors").WaitForAsync();
        Assert.Equal(4_001, (await page.Locator("#text").InputValueAsync()).Length);
        await page.Locator("#text").FillAsync(said);
        await keys.PressButtonAsync("Send message");
        await page.WaitForURLAsync("**/me/messages?sent=yes");
        Assert.Contains("Your team has it.", await page.Locator("p[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await browser.ReturnAsync(page, script);

        var nurse = await browser.PageAsync(1280, script, "nils.nurse");
        keys = new Keys(nurse);
        await nurse.GotoAsync("/messages");
        await keys.PressAsync(nurse.Locator("button[type=submit]:has-text('Claim')").First);
        await nurse.WaitForURLAsync("**/patients/*/messages");
        Assert.Contains(said, await nurse.Locator(".gp-thread").InnerTextAsync(), StringComparison.Ordinal);
        await keys.TypeAsync("Your answer", "Yes, it is.");
        await keys.PressButtonAsync("Send the answer");
        await nurse.Locator("button:has-text('Send message')").WaitForAsync();
        Assert.Contains("Yes, it is.", await nurse.Locator(".gp-thread li").Last.InnerTextAsync(), StringComparison.Ordinal);
        await browser.ReturnAsync(nurse, script);
    }
}
