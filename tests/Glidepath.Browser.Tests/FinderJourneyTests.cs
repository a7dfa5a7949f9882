using System.Globalization;
using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>From a question to a place: a family, the helpline, a prescriber. Who changes a record makes a person of their own.</summary>
public sealed class FinderJourneyTests(Shared.Browser browser)
{
    private static readonly string[] NotOnPaper =
    [
        ".gp-crisis",
        ".gp-header",
        ".gp-footer",
        ".gp-subnav",
        ".usa-button",
        ".gp-back",
        "form input:not([type=hidden])",
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_family_finds_places_compares_two_and_prints_the_call_sheet(int width)
    {
        var page = await browser.FreshAsync(width, script: false);
        await page.GotoAsync("/find-care");
        await page.GetByLabel("Where?").FillAsync("Springvale, CA");
        await page.Locator("input[name=pathway][value=prescribed]").CheckAsync();
        await page.Locator("select[name=payer]").First.SelectOptionAsync("medicaid");
        await Press(page, "Show places");
        await Lead(page, "3 places within");
        await page.Locator(".gp-facets summary").First.ClickAsync();
        await page.Locator(".gp-facet:visible").First.ClickAsync();
        await page.Locator(".gp-lead", new() { HasTextRegex = new("^[12] places? (within|anywhere)") }).WaitForAsync();
        // What was asked for from the list is a tick of the form, or one of its "More wishes".
        var tick = page.Locator("input[value=must]:checked:not([name=need-benzodiazepine-withdrawal])");
        if (await tick.CountAsync() > 0)
            await tick.UncheckAsync();
        else
            await page.Locator("select:has(option[value=must][selected])").SelectOptionAsync("");
        await Press(page, "Show places");
        await Lead(page, "3 places within");
        var names = await page.Locator(".gp-place h3").AllInnerTextsAsync();
        foreach (var name in names.Take(2))
            await page.GetByLabel($"Compare {name}").CheckAsync();
        await Press(page, "Compare");
        await Heading(page, "Compare 2 places");
        foreach (var name in names.Take(2))
            Assert.True(await page.Locator(".gp-compare thead th", new() { HasText = name }).IsVisibleAsync(), $"{name} has no column.");
        await Press(page, "Call sheet");
        await Heading(page, "Call sheet");
        await PaperAsync(page);
        Assert.Equal(names.Take(2), await page.Locator(".gp-sheet h2").AllInnerTextsAsync());
        foreach (var sheet in await page.Locator(".gp-sheet").AllAsync())
        {
            Assert.InRange(await sheet.Locator("li").And(page.Locator(":visible")).CountAsync(), 3, 20);
            Assert.Contains("What does it cost me in all", await sheet.InnerTextAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(browser.Address + "/find-care", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_two_places_stand_side_by_side_and_one_chooses_which()
    {
        var page = await browser.FreshAsync(390, script: false);
        await page.GotoAsync("/find-care");
        await page.GetByLabel("Where?").FillAsync("Springvale, CA");
        await Press(page, "Show places");
        var names = (await page.Locator(".gp-place h3").AllInnerTextsAsync()).Take(3).ToList();
        foreach (var name in names)
            await page.GetByLabel($"Compare {name}").CheckAsync();
        await Press(page, "Compare");
        await Heading(page, "Compare 3 places");
        var heads = page.Locator(".gp-compare thead th:visible");
        Assert.Equal(names.Take(2), (await heads.AllInnerTextsAsync()).Select(h => h.Split('\n')[0]));
        await page.GetByLabel($"Notes on {names[0]}").FillAsync("kind on the phone");
        await page.GetByLabel("One", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = names[2] });
        await page.GetByLabel("The other", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = names[0] });
        await Press(page, "Show these two");
        await Heading(page, "Compare 3 places");
        Assert.Equal([names[0], names[2]], (await heads.AllInnerTextsAsync()).Select(h => h.Split('\n')[0]));
        Assert.Equal("kind on the phone", await page.GetByLabel($"Notes on {names[0]}").InputValueAsync());
        var tops = await page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('.gp-compare tbody tr:nth-child(2)')].flatMap(r => "
                + "[...r.querySelectorAll('td')]).filter(d => d.checkVisibility()).slice(0, 2).map(d => d.getBoundingClientRect().top)"
        );
        Assert.Equal(tops[0], tops[1]);
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Equal(names, (await heads.AllInnerTextsAsync()).Select(h => h.Split('\n')[0]));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_helpline_takes_a_call_to_arrival_and_the_checks_after_7_and_30_days_appear()
    {
        var page = await browser.PageAsync(user: "hugo.helpline");
        await page.GotoAsync("/helpline", new() { WaitUntil = WaitUntilState.Load });
        await page.Locator("input[name=pathway][value=prescribed]").CheckAsync();
        await page.GetByLabel("Where?").FillAsync("Springvale, CA");
        await page.Locator("select[name=need-benzodiazepine-withdrawal]").SelectOptionAsync("must");
        // The list comes of itself, beside the answers.
        await page.Locator("#live input[name=offered]").First.CheckAsync();
        await SoundAsync(page, "a call");
        await page.Locator("#outcome").SelectOptionAsync("ReferralDrafted");
        await page.GetByLabel("Given name").FillAsync("Callie");
        await page.GetByLabel("Family name").FillAsync("Arrives");
        await page.GetByLabel("Phone", new() { Exact = true }).FillAsync("(555) 555-0101");
        await Press(page, "End the call");
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue with the referral" }).ClickAsync();
        await Heading(page, "Callie Arrives");
        await StepAsync(page, "Consented", p => p.Locator("input[name=consent][value=PersonOnTheLine]").CheckAsync());
        await StepAsync(page, "Sent");
        await StepAsync(page, "Accepted");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await StepAsync(page, "Appointment", p => p.Locator("#day").FillAsync(Iso(today.AddDays(3))));
        await StepAsync(page, "Arrived", p => p.Locator("#day").FillAsync(Iso(today)));
        foreach (var days in new[] { 7, 30 })
        {
            await page.GetByLabel($"Ask after them on {today.AddDays(days).ToString("MMM d, yyyy", CultureInfo.InvariantCulture)}")
                .FillAsync("Well, and goes on with the taper.");
            await Press(page, "Record it");
        }
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync("Ask after them on");
        await browser.ReturnAsync(page);
    }

    [Fact]
    public async Task A_place_marked_while_the_list_comes_anew_stays_marked()
    {
        var page = await browser.FreshAsync();
        await page.SignInAsync("hugo.helpline");
        await page.GotoAsync("/helpline", new() { WaitUntil = WaitUntilState.Load });
        await page.GetByLabel("Where?").FillAsync("Springvale, CA");
        await page.Locator("input[name=pathway][value=prescribed]").CheckAsync();
        var (first, second) = (page.Locator("#live input[name=offered]").First, page.Locator("#live input[name=place]").Nth(1));
        await first.WaitForAsync();
        var (marked, compared) = (await first.GetAttributeAsync("value"), await second.GetAttributeAsync("value"));
        // The next answer is held back until the marks are made.
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync(
            "**/helpline",
            async route =>
            {
                asked.SetResult();
                await go.Task;
                await route.ContinueAsync();
            }
        );
        await page.Locator("select[name=need-benzodiazepine-withdrawal]").SelectOptionAsync("lot");
        await asked.Task;
        await page.Locator($"#live input[name=offered][value='{marked}']").CheckAsync();
        await page.Locator($"#live input[name=place][value='{compared}']").CheckAsync();
        await page.EvaluateAsync("document.querySelector('#live h2').dataset.old = 'yes'");
        go.SetResult();
        await page.Locator("#live h2:not([data-old])").WaitForAsync();
        Assert.True(await page.Locator($"#live input[name=offered][value='{marked}']").IsCheckedAsync());
        Assert.True(await page.Locator($"#live input[name=place][value='{compared}']").IsCheckedAsync());
        Assert.Equal(compared, await page.EvaluateAsync<string>("document.activeElement.value"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_prescriber_prints_a_referral_list_that_names_nobody()
    {
        var page = await browser.FreshAsync();
        await page.SignInAsync("pia.prescriber");
        await page.ReachAsync("/patients/{Dario}");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "This record" })
            .GetByRole(AriaRole.Link, new() { Name = "Care", Exact = true })
            .ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Care" })
            .GetByRole(AriaRole.Link, new() { Name = "Referrals" })
            .ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "A list to print and hand over" }).ClickAsync();
        await page.GetByLabel("Where?").FillAsync("Springvale, CA");
        await page.Locator("select[name=need-benzodiazepine-withdrawal]").SelectOptionAsync("must");
        await page.Locator("select[name=need-slow-taper]").SelectOptionAsync("lot");
        await Press(page, "Make the list");
        await Heading(page, "Places to call");
        Assert.Contains("Dario", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await SoundAsync(page, "a list to hand over");
        await PaperAsync(page);
        var paper = await page.Locator("body").InnerTextAsync();
        Assert.All(["Dario", "Fictional", "Record ", "Pia"], words => Assert.DoesNotContain(words, paper, StringComparison.Ordinal));
        Assert.All(
            ["Cedar Hollow Hospital, Withdrawal Unit", "555-555-0142", "not listed, ask", "What does it cost me in all"],
            words => Assert.Contains(words, paper, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Dario", await page.TitleAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task SoundAsync(IPage page, string name)
    {
        using var soundness = new Soundness(page, browser.Address);
        var problems = await soundness.ProblemsAsync(name);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await page.SetViewportSizeAsync(1280, 900);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task StepAsync(IPage page, string to, Func<IPage, Task>? with = null)
    {
        await page.Locator("#to").SelectOptionAsync(to);
        if (with is not null)
            await with(page);
        var steps = page.Locator(".gp-due li");
        var before = await steps.CountAsync();
        await Press(page, "Record it");
        await steps.Nth(before).WaitForAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>As the printer would have it.</summary>
    private static async Task PaperAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var gone in NotOnPaper)
            Assert.Equal(0, await page.Locator(gone).And(page.Locator(":visible")).CountAsync());
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task Lead(IPage page, string words) => page.Locator(".gp-lead", new() { HasText = words }).WaitForAsync();

    private static Task Heading(IPage page, string name) =>
        page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }).WaitForAsync();
}
