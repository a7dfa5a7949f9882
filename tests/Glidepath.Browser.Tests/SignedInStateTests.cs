using Glidepath.Browser.Tests.Shared;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests;

/// <summary>
/// What only shows after something was done: errors, slips, the safety step. Each on a person whom no other test opens by the same page: a
/// safety step holds the intake for all.
/// </summary>
public sealed class SignedInStateTests(Shared.Browser browser)
{
    internal static readonly string[] Opened =
    [
        "/patients/{Hari}/now/{step}",
        "/patients/{Kaya}/contacts/{contact}",
        "/me/assessments/a2/done",
        "/me/assessments/a3/done/{step}",
        "/me/check-in/{checkIn}/now",
    ];

    [Fact]
    public async Task The_safety_step_and_what_waits_for_it_are_sound()
    {
        var (page, states) = await BeginAsync("thea.therapist");
        var intake = await page.ReachAsync("/patients/{Hari}/intake");
        await page.GotoAsync(intake + "/p10");
        await page.Locator("input[name=mental-suicide][value=yes]").CheckAsync();
        await Press(page, "Save and continue");
        await states.SeeAsync("safety step", "input[name=asked]");
        await page.GotoAsync(intake + "/p12");
        await states.SeeAsync("a part that waits");
        await page.GotoAsync(intake + "/check");
        await states.SeeAsync("a check that waits");
        await page.GotoAsync("/today");
        await states.SeeAsync("today: safety first");
        await page.ReachAsync("/patients/{Hari}");
        await states.SeeAsync("person: safety first");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open safety step" }).ClickAsync();
        await Press(page, "Write this down");
        await states.SeeAsync("safety step: errors", ".gp-errors");
        foreach (var question in new[] { "asked", "stayed", "means", "gave" })
            await page.Locator($"input[name={question}][value=yes]").CheckAsync();
        await page.Locator("input[name=what-now][value=StaysWithSomeone]").CheckAsync();
        foreach (
            var (label, text) in new[]
            {
                ("What did the person say?", "I would not do it"),
                ("What is the plan?", "his brother tonight"),
                ("Who was told?", "the prescriber"),
            }
        )
            await page.GetByLabel(label).FillAsync(text);
        await Press(page, "Write this down");
        await states.SeeAsync("safety step: acted", "textarea[name=outcome]");
        await states.EndAsync();
    }

    [Fact]
    public async Task A_danger_sign_shows_what_to_do_now()
    {
        var (page, states) = await BeginAsync("pat.patient");
        await page.GotoAsync("/me/check-in");
        await Press(page, "Save my check-in");
        await states.SeeAsync("check-in: errors", ".gp-errors");
        await page.Locator(".gp-cilist--red summary").ClickAsync();
        foreach (var flag in new[] { "Seizure", "HardToWake", "NoSupply" })
            await page.Locator($"input[name=flags][value={flag}]").CheckAsync();
        await Press(page, "Send this now");
        // It is sealed and sent by the page itself, which then leads on.
        await page.WaitForURLAsync("**/now");
        await states.SeeAsync("check-in: danger", ".gp-cired");
        await states.EndAsync();
    }

    [Fact]
    public async Task Forms_that_were_not_accepted_are_sound()
    {
        var (page, states) = await BeginAsync("nils.nurse");
        await page.GotoAsync("/patients/new");
        await Press(page, "Save and continue");
        await states.SeeAsync("new person: errors", ".gp-errors");
        await page.GetByLabel("Given name").FillAsync("Jun");
        await page.GetByLabel("Family name").FillAsync("Fictional");
        await Press(page, "Save and continue");
        await states.SeeAsync("new person: somebody like this", "#alike-h");
        var person = await page.ReachAsync("/patients/{Kaya}");
        await page.GotoAsync(person + "/contacts");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Sam Sample");
        await page.Locator("input[name=may][value=Yes]").CheckAsync();
        await Press(page, "Save");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sam Sample" }).First.ClickAsync();
        await states.SeeAsync("contact", "input[name=end]");
        await page.GotoAsync(person + "/intake/p2");
        await page.Locator("#pattern-months").FillAsync("many");
        await Press(page, "Save and continue");
        await states.SeeAsync("intake: errors", ".gp-errors");
        await page.GotoAsync(person + "/intake/check");
        await Press(page, "We checked these together");
        await states.SeeAsync("intake: not asked", ".gp-errors");
        await page.GotoAsync(person + "/assessments/a5");
        await page.Locator("input[name=item-1]").First.CheckAsync();
        await Press(page, "Save and see the result");
        await states.SeeAsync("scale: not answered", ".gp-call--look");
        await page.GotoAsync(person + "/consents/give");
        await Press(page, "Save this consent");
        await states.SeeAsync("consent: errors", ".gp-errors");
        await page.GotoAsync("/break-glass");
        await Press(page, "Open for 60 minutes");
        await states.SeeAsync("break glass: errors", ".gp-errors");
        await states.EndAsync();
    }

    [Fact]
    public async Task A_paper_is_filed_with_the_keyboard_and_marked_as_entered_in_error_on_sound_pages()
    {
        var (page, states) = await BeginAsync("nils.nurse");
        var keys = new Keys(page);
        var documents = await page.ReachAsync("/patients/{Lior}") + "/documents";
        await page.GotoAsync(documents);
        await states.SeeAsync("documents: none");
        await keys.PressLinkAsync("File a document");
        await keys.PressButtonAsync("File the document");
        await states.SeeAsync("document: errors", ".gp-errors");
        // What the browser opens to choose a file is no page of ours.
        await keys.ToAsync(page.Locator("#file"));
        await page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "scan.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray(),
                }
            );
        await keys.TypeAsync("Kind of paper", "Court");
        await keys.TypeAsync("What it is about", "Gen");
        await keys.TypeAsync("Description in one line", "Hearing in March");
        await keys.TypeAsync("Who it is from", "Made-up County Court");
        await keys.TypeAsync("How it was received", "By mail");
        await keys.PressButtonAsync("File the document");
        await page.WaitForURLAsync("**/documents#d-*");
        await states.SeeAsync("documents: one", "td b");
        await keys.PressAsync(page.Locator("a[id^=e-]"));
        await keys.TypeAsync("Why it does not belong here", "Filed in the wrong record.");
        await keys.PressButtonAsync("Mark as entered in error");
        await page.WaitForURLAsync("**/documents");
        await keys.PressAsync(page.Locator("summary", new() { HasText = "Show those entered in error" }));
        Assert.Contains("Hearing in March", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await states.SeeAsync("documents: entered in error", "details[open] td b");
        await states.EndAsync();
    }

    [Fact]
    public async Task An_administrators_slips_errors_and_codes_are_sound()
    {
        var (page, states) = await BeginAsync("ada.admin");
        await page.GotoAsync("/admin/people");
        await page.GetByLabel("User name").FillAsync("nora.new");
        await Press(page, "Add");
        await states.SeeAsync("people: errors", ".gp-errors");
        await page.GetByLabel("Name, as colleagues see it").FillAsync("Nora New");
        await page.GetByLabel("Role").SelectOptionAsync("Family");
        await Press(page, "Add");
        await states.SeeAsync("people: slip", ".gp-code");
        await page.GotoAsync("/admin/people");
        await page.GetByLabel("User name").FillAsync("nils.new");
        await page.GetByLabel("Name, as colleagues see it").FillAsync("Nils New");
        await page.GetByLabel("Role").SelectOptionAsync("Nurse");
        await page.GetByLabel("Reason (staff only)").FillAsync("begins on the ward on Monday");
        await Press(page, "Add");
        await states.SeeAsync("person: waits for a second person", ".gp-signal");
        await page.GotoAsync("/account");
        await Press(page, "Make new recovery codes");
        await states.SeeAsync("recovery codes", ".gp-codes");
        await states.EndAsync();
    }

    [Fact]
    public async Task A_patient_who_speaks_of_suicide_alone_sees_988_and_who_knows()
    {
        var (page, states) = await BeginAsync("pat.patient");
        await page.GotoAsync("/me/assessments/a3");
        for (var item = 1; item <= 9; item++)
            await page.Locator($"input[name=item-{item}]").Nth(1).CheckAsync();
        await page.Locator("button[value=finish]").ClickAsync();
        await page.WaitForURLAsync("**/done/**");
        Assert.Contains("988", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await states.SeeAsync("own answers: safety");
        await page.GotoAsync("/me/assessments/a2");
        for (var item = 1; item <= 7; item++)
            await page.Locator($"input[name=item-{item}]").First.CheckAsync();
        await page.Locator("button[value=finish]").ClickAsync();
        await page.WaitForURLAsync("**/done");
        await states.SeeAsync("own answers: thanks");
        await page.GotoAsync("/me/consents/give");
        await page.Locator("main form button[type=submit]").Last.ClickAsync();
        await states.SeeAsync("own consent: errors", ".gp-errors");
        await states.EndAsync();
    }

    [Fact]
    public async Task An_account_is_handed_over_set_up_on_a_phone_ended_and_asked_for_again_on_sound_pages()
    {
        var (page, states) = await BeginAsync("nils.nurse");
        var account = await page.ReachAsync("/patients/{Mila}") + "/account";
        await page.GotoAsync(account);
        await Press(page, "Make the slip");
        await states.SeeAsync("account: not checked", ".gp-errors");
        await page.Locator("input[name=check][value=PhotoIdentification]").CheckAsync();
        await Press(page, "Make the slip");
        await states.SeeAsync("account: slip", ".gp-code");
        var code = await page.Locator(".gp-code").InnerTextAsync();

        var phone = await browser.FreshAsync();
        await phone.SetViewportSizeAsync(390, 844);
        await phone.AuthenticatorAsync();
        var localhost = browser.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await phone.GotoAsync(localhost + "/enrol");
        await phone.GetByLabel("Code").FillAsync(code);
        await Press(phone, "Continue");
        Assert.Null(await phone.WideAsync());
        await phone.Locator("#passkey-name").FillAsync("still.water");
        await Press(phone, "Make a passkey");
        await phone.GetByRole(AriaRole.Link, new() { Name = "I have kept them. Continue" }).ClickAsync();
        await phone.WaitForURLAsync("**/me");
        Assert.Contains("Hello, Mila", await phone.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Null(await phone.WideAsync());

        await page.GotoAsync(account);
        await states.SeeAsync("account: set up");
        await Press(page, "End the account");
        await states.SeeAsync("account: why not said", "#why-error");
        await page.GetByLabel("Why").FillAsync("asked for it");
        await Press(page, "End the account");
        await page.GetByText("Ended: nobody can sign in").WaitForAsync();
        await states.SeeAsync("account: ended");
        await phone.GotoAsync(localhost + "/me");
        Assert.Contains("/sign-in", phone.Url, StringComparison.Ordinal);
        await phone.Context.CloseAsync();
        await page.Locator("input[name=check][value=KnownInPerson]").CheckAsync();
        await Press(page, "Ask for a new code");
        await page.GetByText("A new code waits for a second person").WaitForAsync();
        await states.SeeAsync("account: asked for");
        await states.EndAsync();
    }

    [Fact]
    public async Task A_consent_is_asked_about_once_before_it_ends_and_a_new_one_can_be_given()
    {
        var (page, states) = await BeginAsync("nils.nurse");
        var consents = await page.ReachAsync("/patients/{Finn}/consents");
        var live = page.Locator("article", new() { Has = page.GetByText("End this consent") }).First;
        await live.GetByText("End this consent").ClickAsync();
        await states.SeeAsync("consent: asked once", "details[open]");
        Assert.Equal(consents, new Uri(page.Url).AbsolutePath);
        await states.EndAsync();
    }

    private async Task<(IPage Page, States States)> BeginAsync(string user)
    {
        var page = await browser.PageAsync(user: user);
        return (page, new States(browser, page));
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private sealed class States(Shared.Browser browser, IPage page)
    {
        private readonly List<string> _problems = [];
        private readonly Soundness _soundness = new(page, browser.Address);

        /// <param name="sign">What is there only once the page is.</param>
        public async Task SeeAsync(string name, string sign = "h1")
        {
            await page.Locator(sign).First.WaitForAsync();
            await page.WaitForLoadStateAsync();
            _problems.AddRange(await _soundness.ProblemsAsync("state " + name));
        }

        public async Task EndAsync()
        {
            Assert.True(_problems.Count == 0, string.Join('\n', _problems));
            _soundness.Dispose();
            await browser.ReturnAsync(page);
        }
    }
}
