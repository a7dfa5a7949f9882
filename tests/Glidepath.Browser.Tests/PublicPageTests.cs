using Glidepath.Browser.Tests.Shared;

namespace Glidepath.Browser.Tests;

/// <summary>What holds for every public page, at both widths.</summary>
public sealed class PublicPageTests(Shared.Browser browser)
{
    public static TheoryData<string> EveryPage => [.. Pages.Names];

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_is_sound_and_keeps_to_its_own_policy(string name)
    {
        var page = await browser.PageAsync();
        using var soundness = new Soundness(page, browser.Address);
        await page.OpenAsync(name);
        var problems = await soundness.ProblemsAsync(name);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await browser.ReturnAsync(page);
    }
}
