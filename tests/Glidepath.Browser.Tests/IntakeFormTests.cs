using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>How much an intake asks of the eyes: what hangs on an answer comes after it, and "no answer" is one quiet control.</summary>
public sealed class IntakeFormTests(Shared.Browser browser)
{
    /// <summary>Questions that can be seen, each with all its tiles as one, and what sends the page.</summary>
    private const string Visible = """
        () => [...document.querySelectorAll('main .gp-q')].filter(q => q.checkVisibility()).length
            + document.querySelectorAll('main button[type=submit]').length - 1
        """;

    private const string OpenWords = """
        () => [...document.querySelectorAll('main .gp-noans .gp-tile')]
            .filter(t => t.checkVisibility({ contentVisibilityAuto: true })).length
        """;

    [Fact]
    public async Task A_usual_answer_goes_by_at_most_seventy_controls_and_no_word_for_no_answer_is_open()
    {
        var page = await browser.PageAsync(user: "nils.nurse");
        var intake = await page.ReachAsync("/patients/{Cleo}/intake");
        var (controls, open) = (0, 0);
        for (var part = 1; part <= 13; part++)
        {
            await page.GotoAsync($"{intake}/p{part}");
            controls += await page.EvaluateAsync<int>(Visible);
            open += await page.EvaluateAsync<int>(OpenWords);
        }
        Assert.InRange(controls, 40, 70);
        Assert.Equal(0, open);
        await browser.ReturnAsync(page);
    }

    [Fact]
    public async Task A_follow_up_appears_after_its_answer_without_any_script()
    {
        var page = await browser.PageAsync(script: false, user: "nils.nurse");
        await page.GotoAsync(await page.ReachAsync("/patients/{Cleo}/intake") + "/p7");
        var follow = page.Locator("textarea[name=alcohol-how-much]");
        Assert.False(await follow.IsVisibleAsync());
        await page.Locator("input[name=alcohol-any][value=yes]").CheckAsync();
        Assert.True(await follow.IsVisibleAsync());
        await page.Locator("input[name=alcohol-any][value=no]").CheckAsync();
        Assert.False(await follow.IsVisibleAsync());
        await browser.ReturnAsync(page, script: false);
    }
}
