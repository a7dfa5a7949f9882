using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

/// <summary>
/// The public pages by name, and how each is reached. A new page is a line in <see cref="Names"/> and, if it is behind a form, in
/// <see cref="OpenAsync"/>.
/// </summary>
public static class Pages
{
    public static readonly string[] Names =
    [
        "/",
        "/planner",
        "planner: plan",
        "planner: errors",
        "planner: seizure",
        "planner: care first",
        "planner: prescriber",
        "planner: no plan",
        "planner: no liquid",
        "planner: diazepam",
        "planner: short use",
        "planner: two days",
        "/booklet",
        "booklet: errors",
        "booklet: seizures",
        "booklet: quiz",
        "booklet: all",
        "/family",
        "/family/safety",
        "/family/words",
        "/family/overdose",
        "/family/kit",
        "/family/treatment",
        "/family/self",
        "/family/storage",
        "/family/week",
        "/family/message",
        "family: ladder",
        "family: message",
        "family: stay with them",
        "/privacy-promise",
        "/exit-info",
        "/accessibility",
        "/not-found",
        "/error",
        "/parts",
        "/sign-in",
        "/enrol",
        "/find-care",
        "find: places",
        "find: compare",
        "find: call sheets",
        "/how-we-order",
        "/attest",
        "/family/call-back",
        "/me/offline",
        "/me/offline/hard-moment",
        "/me/offline/breathing",
        "/no-connection",
    ];

    public static async Task OpenAsync(this IPage page, string name)
    {
        if (name.StartsWith('/'))
        {
            await page.GotoAsync(name);
            return;
        }
        if (name.StartsWith("family", StringComparison.Ordinal))
        {
            await Family(page, name);
            return;
        }
        if (name.StartsWith("booklet", StringComparison.Ordinal))
        {
            await Booklet(page, name);
            return;
        }
        if (name.StartsWith("find", StringComparison.Ordinal))
        {
            await Find(page, name);
            return;
        }
        await Plan(page, name);
    }

    private static async Task Plan(IPage page, string name)
    {
        await page.GotoAsync("/planner");
        if (name is not "planner: errors")
            await page.GetByLabel("Which medicine?").SelectOptionAsync("clonazepam");
        await page.GetByLabel("Morning").FillAsync(name is "planner: errors" ? "one" : "0.5");
        await page.GetByLabel("Bedtime").FillAsync("0.5");
        await page.GetByLabel("Plan starts on").FillAsync("2026-12-07");
        if (name is "planner: seizure")
            await page.Locator("input[name=seizure][value=yes]").CheckAsync();
        var supply = name is "planner: care first" or "planner: prescriber" ? "not-prescribed" : "prescribed";
        if (name is not "planner: errors")
            await page.Locator($"input[name=supply][value={supply}]").CheckAsync();
        if (name is "planner: no plan")
            await page.Locator("input[name=for][value=seizures]").CheckAsync();
        if (name is "planner: no liquid")
            await page.Locator("input[name=liquid][value=no]").CheckAsync();
        if (name is "planner: short use" or "planner: two days")
        {
            await page.GetByLabel("How long have you taken it?").FillAsync("3");
            await page.GetByLabel("Unit").SelectOptionAsync("weeks");
            await page.GetByLabel("How many days a week?").SelectOptionAsync(name is "planner: two days" ? "2" : "7");
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "See my plan" }).ClickAsync();
        if (name is "planner: diazepam")
        {
            await Heading(page, "Each step, and how to make it");
            await page.Locator("button[value=cross-over]").ClickAsync();
        }
        await Heading(
            page,
            name switch
            {
                "planner: errors" => "Please check these answers",
                "planner: no plan" => "Ask the specialist who treats you",
                "planner: care first" or "planner: prescriber" => "If no place answers",
                "planner: short use" => "Why no slow plan?",
                "planner: two days" => "No daily plan, because you don't take it daily",
                "planner: diazepam" => "The change from clonazepam to diazepam, in stages",
                _ => "Each step, and how to make it",
            }
        );
        if (name is "planner: prescriber")
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
    }

    private static async Task Booklet(IPage page, string name)
    {
        await page.GotoAsync("/booklet");
        await page.GetByLabel("How old are you?").FillAsync(name is "booklet: errors" ? "12" : "71");
        await page.GetByLabel("Which medicine do you take?").SelectOptionAsync("clonazepam");
        await page.GetByLabel("How much in a whole day, in mg?").FillAsync("1.5");
        await page.GetByLabel("How many years have you taken it?").FillAsync("9");
        await page.Locator($"input[name=for][value={(name is "booklet: seizures" ? "Seizures" : "Sleep")}]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my booklet" }).ClickAsync();
        await Heading(
            page,
            name switch
            {
                "booklet: errors" => "Please check these answers",
                "booklet: seizures" => "This booklet isn't for seizures",
                _ => "True or false?",
            }
        );
        if (name is not "booklet: all")
            return;
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all on one page" }).ClickAsync();
        await Heading(page, "Does a booklet help?");
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
    }

    private static async Task Family(IPage page, string name)
    {
        await page.GotoAsync("/family/safety");
        foreach (var question in new[] { "self-harm", "violence", "weapons", "children", "threats" })
            await page.Locator($"input[name={question}][value={(IsStay(question) ? "yes" : "no")}]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        if (name is "family: stay with them")
        {
            await Heading(page, "Stay with them. Call or text 988.");
            return;
        }
        await Heading(page, "Seven steps, from you to an invitation");
        if (name is "family: ladder")
            return;
        await page.GetByRole(AriaRole.Button, new() { Name = "Build my message" }).ClickAsync();
        await page.GetByLabel("How you feel, in one word").FillAsync("sad");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show my message" }).ClickAsync();
        await Heading(page, "Your message");

        bool IsStay(string question) => name is "family: stay with them" && question is "self-harm";
    }

    /// <summary>With everything that folds open.</summary>
    private static async Task Find(IPage page, string name)
    {
        await page.GotoAsync("/find-care");
        await page.GetByLabel("Where?").FillAsync("Springvale, CA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show places" }).ClickAsync();
        await Heading(page, "Make the list shorter");
        if (name is not "find: places")
        {
            foreach (var pick in (await page.Locator("input[name=place]").AllAsync()).Take(2))
                await pick.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = name is "find: compare" ? "Compare" : "Call sheet", Exact = true })
                .ClickAsync();
            await Heading(page, name is "find: compare" ? "Compare 2 places" : "Call sheet");
        }
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
    }

    private static async Task Heading(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Heading, new() { Name = name }).WaitForAsync();
        // A heading stands there before the page's scripts have run: a key pressed now would be heard by nobody.
        await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
