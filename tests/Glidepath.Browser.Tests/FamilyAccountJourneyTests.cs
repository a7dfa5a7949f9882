using System.Globalization;
using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>A family account of its own, and a consent of one of the demo's people that no other test opens.</summary>
public sealed class FamilyAccountJourneyTests(Shared.Browser browser)
{
    private string Localhost => browser.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task A_family_account_sees_nothing_then_only_what_the_consent_lists_and_nothing_again_once_it_ends()
    {
        var family = await NewFamilyAsync(await CodeAsync("fern.family"));
        await family.GotoAsync(Localhost + "/family/updates");
        var before = await family.Locator("main").InnerTextAsync();
        Assert.Contains("Nothing is shared with you here.", before, StringComparison.Ordinal);

        var nurse = await browser.FreshAsync();
        await nurse.SignInAsync("nils.nurse");
        await nurse.ReachAsync("/patients/{Lior}/consents/give");
        foreach (
            var (name, value) in new[]
            {
                ("kind", "SpecificDisclosure"),
                ("categories", "PresenceInTreatment"),
                ("recipient-kind", "Named"),
                ("recipient-classes", "Family"),
                ("purposes", "FamilySupport"),
                ("expiry", "OnEvent"),
                ("signed-by", "Patient"),
                ("method", "Paper"),
            }
        )
            await nurse.Locator($"input[name={name}][value={value}]").CheckAsync();
        foreach (
            var (field, text) in new[]
            {
                ("information", "that I am in care"),
                ("recipient", "Fern Family"),
                ("family-account", "fern.family"),
                ("purpose", "so that she knows"),
                ("expiry-event", "when my care here ends"),
                ("signer", "Lior Example"),
                ("signed-on", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            }
        )
            await nurse.Locator($"#{field}").FillAsync(text);
        await Press(nurse, "Save this consent");
        await Heading(nurse, "Consents of Lior Example");

        await family.ReloadAsync();
        var shared = await family.Locator("main").InnerTextAsync();
        Assert.Contains("This was shared with you by the person it is about.", shared, StringComparison.Ordinal);
        Assert.Equal(["Times in care"], await family.Locator("[data-disclosed] h2").AllInnerTextsAsync());
        Assert.All(
            ["GAD-7", "alprazolam", "1983", "555-01", "Fictional"],
            words => Assert.DoesNotContain(words, shared, StringComparison.Ordinal)
        );
        foreach (var closed in new[] { "/patients", "/today", new Uri(nurse.Url).AbsolutePath })
            Assert.Equal(404, (await family.GotoAsync(Localhost + closed))!.Status);

        var consent = nurse.Locator("article", new() { HasText = "Fern Family" });
        await consent.GetByText("End this consent").ClickAsync();
        await consent.GetByRole(AriaRole.Button, new() { Name = "End it now" }).ClickAsync();
        await nurse.GetByText("recorded by").First.WaitForAsync();
        await family.GotoAsync(Localhost + "/family/updates");
        Assert.Equal(before, await family.Locator("main").InnerTextAsync());
        await nurse.Context.CloseAsync();
        await family.Context.CloseAsync();
    }

    private async Task<string> CodeAsync(string userName)
    {
        var admin = await browser.FreshAsync();
        await admin.SignInAsync("ada.admin");
        await admin.GotoAsync("/admin/people");
        await admin.GetByLabel("User name").FillAsync(userName);
        await admin.GetByLabel("Name, as colleagues see it").FillAsync("Fern Family");
        await admin.GetByLabel("Role").SelectOptionAsync("Family");
        await Press(admin, "Add");
        var code = await admin.Locator(".gp-code").InnerTextAsync();
        await admin.Context.CloseAsync();
        return code;
    }

    /// <summary>Set up with a passkey of an authenticator that the browser plays, and signed in with it.</summary>
    private async Task<IPage> NewFamilyAsync(string code)
    {
        var page = await browser.FreshAsync();
        await page.AuthenticatorAsync();
        await page.GotoAsync(Localhost + "/enrol");
        await page.GetByLabel("Code").FillAsync(code);
        await Press(page, "Continue");
        await Press(page, "Make a passkey");
        await Heading(page, "You are set up");
        // The browser offers the passkey by itself, and this one's finger is always there.
        await page.GotoAsync(Localhost + "/sign-in", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForURLAsync("**/family/updates");
        return page;
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task Heading(IPage page, string name) =>
        page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }).WaitForAsync();
}
