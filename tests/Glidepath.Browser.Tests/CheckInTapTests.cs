using System.Diagnostics;
using Glidepath.Browser.Tests.Shared;

namespace Glidepath.Browser.Tests;

/// <summary>How much a check-in asks of a hand that shakes.</summary>
public sealed class CheckInTapTests(Shared.Browser browser, ITestOutputHelper output)
{
    /// <summary>The answers of a usual day, each one tap on what can be seen.</summary>
    private static readonly string[] UsualDay =
    [
        "input[name=dose][value=Yes]",
        "input[name=sleep-hours][value='7']",
        "input[name=sleep-quality][value='3']",
        "input[name=anxiety][value='3']",
        "input[name=craving][value='1']",
        "input[name=symptoms][value=same]",
        "input[name=since][value=Nothing]",
        "button:has-text('Save my check-in')",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_usual_day_is_at_most_eight_taps_on_a_phone_with_and_without_script(bool script)
    {
        // Another test of this person may tell only a danger sign: "same as last time" is of the last time that symptoms were told.
        var page = await browser.PageAsync(390, script, "pat.patient");
        await page.GotoAsync("/me/check-in");
        Assert.Equal(0, await page.Locator("main input:checked").CountAsync());
        var watch = Stopwatch.StartNew();
        foreach (var tap in UsualDay)
        {
            var target = page.Locator(tap);
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box.Width >= 44 && box.Height >= 44, $"{tap}: {box.Width} x {box.Height}");
            await target.ClickAsync();
        }
        await page.WaitForURLAsync("**/me/check-in/done");
        // The machine's own time, beside which a person's is reading and reaching.
        output.WriteLine($"{UsualDay.Length} taps; the page and its answers took the machine {watch.ElapsedMilliseconds} ms");
        Assert.InRange(UsualDay.Length, 1, 8);
        await browser.ReturnAsync(page, script);
    }
}
