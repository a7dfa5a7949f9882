using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

/// <summary>The public pages by name, and how each is reached. A new page is a line in <see cref="Names"/> and, if it is behind a form, in <see cref="OpenAsync"/>.</summary>
public static class Pages
{
    public static readonly string[] Names =
    [
        "/", "/planner", "planner: medicine", "planner: plan", "planner: errors", "planner: care first", "planner: no plan", "planner: diazepam",
        "/privacy-promise", "/exit-info", "/accessibility", "/not-found", "/error", "/parts",
    ];

    public static async Task OpenAsync(this IPage page, string name)
    {
        if (name.StartsWith('/'))
        {
            await page.GotoAsync(name);
            return;
        }
        await page.GotoAsync("/planner");
        if (name is "planner: care first")
            await page.GetByRole(AriaRole.Group, new() { Name = "Have you ever had a seizure?" }).GetByText("Yes", new() { Exact = true }).ClickAsync();
        if (name is "planner: no plan")
            await page.GetByLabel("How old are you?").FillAsync("16");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next: your medicine" }).ClickAsync();
        if (name is "planner: medicine")
            return;
        if (name is not "planner: errors")
            await page.GetByLabel("Which medicine?").SelectOptionAsync("clonazepam");
        await page.GetByLabel("Morning, in mg").FillAsync(name is "planner: errors" ? "one" : "1");
        await page.GetByLabel("Bedtime, in mg").FillAsync("1");
        await page.GetByLabel("First day of the plan").FillAsync("2026-12-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show me the plan" }).ClickAsync();
        if (name is "planner: diazepam")
            await page.GetByRole(AriaRole.Button, new() { Name = "Show this: Switch to diazepam first" }).And(page.Locator(":visible")).ClickAsync();
        if (name is not "planner: errors" and not "planner: no plan")
            await page.GetByRole(AriaRole.Heading, new() { Name = "Each step, and how to make it" }).WaitForAsync();
    }
}
