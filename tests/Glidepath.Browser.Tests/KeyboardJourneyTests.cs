using System.Globalization;
using Glidepath.Browser.Tests.Shared;
using Glidepath.Web.Accounts;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

public sealed class KeyboardJourneyTests(Shared.Browser browser)
{
    [Fact]
    public async Task A_nurse_signs_in_admits_scores_records_a_consent_and_signs_out_with_the_keyboard_alone()
    {
        var page = await browser.PageAsync();
        var keys = new Keys(page);
        await page.GotoAsync("/sign-in");
        await keys.TypeAsync("User name", "nils.nurse");
        await keys.TypeAsync("Password", DemoAccounts.Password);
        await keys.PressButtonAsync("Sign in");

        await page.WaitForURLAsync("**/today");
        await keys.PressLinkAsync("New person");
        await Heading(page, "Who is it?");
        await keys.TypeAsync("Given name", "Kim");
        await keys.TypeAsync("Family name", "Keyboard");
        await keys.PressButtonAsync("Save and continue");
        await Heading(page, "How may we reach you?");
        await keys.TypeAsync("Phone", "555-0142");
        await keys.ChooseAsync("privacy");
        await keys.ChooseAsync("call");
        await keys.PressButtonAsync("Save and continue");
        await Heading(page, "Where does the medicine come from?");
        await keys.ChooseAsync("pathway");
        await keys.PressButtonAsync("Save and continue");
        await Heading(page, "Read the answers back");
        await keys.ChooseAsync("next");
        await keys.PressButtonAsync("The answers are right");
        await Heading(page, "Kim Keyboard");
        Assert.Contains("Intake since", await page.Locator(".gp-facts").InnerTextAsync(), StringComparison.Ordinal);

        await keys.PressLinkAsync("Assessments");
        await Heading(page, "Scales");
        await keys.PressAsync(page.Locator("a[href$='/assessments/a2']").First);
        await Heading(page, "GAD-7");
        for (var item = 1; item <= 7; item++)
            await keys.ChooseAsync($"item-{item}", 2);
        await keys.PressButtonAsync("Save and see the result");
        await Heading(page, "Answers");
        Assert.Contains("14", await page.Locator(".gp-score").InnerTextAsync(), StringComparison.Ordinal);

        await keys.PressLinkAsync("Done");
        await Heading(page, "Scales");
        await keys.PressLinkAsync("Overview");
        await Heading(page, "Kim Keyboard");
        await keys.PressLinkAsync("Consents and sharing");
        await keys.PressLinkAsync("Record a consent");
        await Heading(page, "Record a consent of Kim Keyboard");
        await keys.ChooseAsync("kind");
        await keys.TickAsync("categories", "PresenceInTreatment");
        await keys.TypeAsync("Say it in your own words", "that I am in care");
        await keys.ChooseAsync("recipient-kind");
        await keys.TypeAsync("Their name", "Harbour Clinic");
        await keys.TickAsync("recipient-classes", "TreatingProvider");
        await keys.TickAsync("purposes", "Treatment");
        await keys.TypeAsync("Say it in a few words", "so that both teams know");
        await keys.ChooseAsync("expiry", 1);
        await keys.TypeAsync("Or what ends it", "when my care here ends");
        await keys.TickAsync("signed-by", "Patient");
        await keys.TypeAsync("Name of who signed", "Kim Keyboard");
        await keys.ChooseAsync("method");
        await keys.TypeAsync("Day it was signed", DateTime.Today.ToString("MMddyyyy", CultureInfo.InvariantCulture));
        await keys.PressButtonAsync("Save this consent");
        await Heading(page, "Consents of Kim Keyboard");
        Assert.Contains("Harbour Clinic", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await keys.PressLinkAsync("Sign out");
        await Heading(page, "Sign out?");
        await keys.PressButtonAsync("Sign out");
        await Heading(page, "You are signed out");
        await browser.ReturnAsync(page);
    }

    private static async Task Heading(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }).WaitForAsync();
        // A heading stands there before the page's scripts have run: a key pressed now would be heard by nobody.
        await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
