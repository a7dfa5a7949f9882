using Glidepath.Browser.Tests.Shared;
using Glidepath.Web.Accounts;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>Passkeys with an authenticator that the browser plays; and all of it without script.</summary>
public sealed class PasskeyTests(Shared.Browser browser)
{
    private string Localhost => browser.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task A_passkey_is_made_signs_in_and_confirms_and_a_finger_not_shown_does_not()
    {
        var page = await browser.FreshAsync();
        var (devtools, id) = await page.AuthenticatorAsync();
        await page.SignInAsync("cora.counsellor", Localhost);
        await page.GotoAsync(Localhost + "/account/passkeys");
        await page.GetByLabel("Name for a new passkey").FillAsync("my test key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).WaitForAsync();
        Assert.Equal("my test key", await page.GetByLabel("Name of this passkey").InputValueAsync());

        await page.GotoAsync(Localhost + "/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = false });
        await page.GotoAsync(Localhost + "/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByText("The passkey was not used").WaitForAsync();

        await devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(Localhost + "/account");
        Assert.Contains("Cora Counselor", await page.Locator("main").InnerTextAsync());

        // The same key answers where something asks once more whether it is them; a finger that is not shown does not.
        await devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = false });
        await page.GotoAsync(Localhost + "/account/confirm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();
        await page.GetByText("The passkey was not used").WaitForAsync();
        await devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my passkey" }).ClickAsync();
        await page.WaitForURLAsync(Localhost + "/today");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_password_signs_in_by_keyboard_alone()
    {
        var page = await browser.PageAsync(script: false);
        await page.GotoAsync(browser.Address + "/sign-in");
        await page.GetByLabel("User name").FocusAsync();
        await page.Keyboard.TypeAsync("ada.admin");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DemoAccounts.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin");
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).IsVisibleAsync());
        await browser.ReturnAsync(page, script: false);
    }
}
