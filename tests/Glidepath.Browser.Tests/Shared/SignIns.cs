using Glidepath.Web.Privacy;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

internal static class SignIns
{
    /// <param name="address">Where the host is called by another name than the page's own.</param>
    public static async Task SignInAsync(this IPage page, string user, string address = "")
    {
        await page.GotoAsync(address + "/sign-in");
        await page.GetByLabel("User name").FillAsync(user);
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
    }
}
