using Glidepath.Web.Privacy;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>Passkeys with an authenticator that the browser plays; and all of it without script.</summary>
public sealed class PasskeyTests(Shared.Browser browser)
{
    private string Localhost => browser.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task A_passkey_is_made_and_signs_in_and_a_finger_not_shown_does_not()
    {
        var page = await browser.PageAsync();
        var (devtools, id) = await AuthenticatorAsync(page);
        await SignInAsync(page, "cora.counsellor");
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
        Assert.Contains("Cora Counsellor", await page.Locator("main").InnerTextAsync());
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
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Pages_of_accounts_and_administration_are_sound(int width)
    {
        var page = await browser.PageAsync(width, bypassCsp: true);
        await page.GotoAsync(browser.Address + "/sign-in");
        await SoundAsync(page, "sign-in", width);
        await page.GotoAsync(browser.Address + "/enrol");
        await SoundAsync(page, "enrol", width);
        await SignInAsync(page, "ada.admin", browser.Address);
        foreach (var address in new[] { "/admin", "/admin/people", "/admin/organisation", "/admin/store", "/account", "/account/passkeys", "/account/password", "/account/confirm", "/sign-out" })
        {
            await page.GotoAsync(browser.Address + address);
            await SoundAsync(page, address, width);
        }
        await page.GotoAsync(browser.Address + "/admin/people");
        await page.GetByLabel("User name").FillAsync($"new.{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await SoundAsync(page, "people: errors", width);
        await page.GetByLabel("Name, as colleagues see it").FillAsync("Nora New");
        await page.GetByLabel("Role").SelectOptionAsync("Nurse");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await SoundAsync(page, "people: slip", width);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nora New" }).First.ClickAsync();
        await SoundAsync(page, "person", width);
        await page.GotoAsync(browser.Address + "/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make new recovery codes" }).ClickAsync();
        await SoundAsync(page, "recovery codes", width);
        await page.Context.CloseAsync();
    }

    private static async Task SoundAsync(IPage page, string name, int width)
    {
        await PublicPageTests.PictureAsync(page, name, width);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{name} scrolls sideways");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Empty((await PublicPageTests.SmallTargetsAsync(page)).Select(t => $"{name}: {t}"));
        Assert.Empty((await PublicPageTests.AxeAsync(page)).Select(v => $"{name}: {v}"));
    }

    private Task SignInAsync(IPage page, string name) => SignInAsync(page, name, Localhost);

    private static async Task SignInAsync(IPage page, string name, string address)
    {
        await page.GotoAsync(address + "/sign-in");
        await page.GetByLabel("User name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
    }

    private static async Task<(ICDPSession Devtools, string Id)> AuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        var made = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        return (devtools, made!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
