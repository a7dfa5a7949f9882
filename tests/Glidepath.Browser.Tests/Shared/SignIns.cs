using Glidepath.Web.Accounts;
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
        // Its heading in place of its load event, which a machine with much to do lets pass before it is waited for.
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("h1").First.WaitForAsync();
    }

    /// <summary>A passkey authenticator that the browser plays. Passkeys want the host to be called localhost.</summary>
    public static async Task<(ICDPSession Devtools, string Id)> AuthenticatorAsync(this IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        var made = await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return (devtools, made!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
