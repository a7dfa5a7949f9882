using System.Text.RegularExpressions;
using Glidepath.Web.Administration;
using Microsoft.Playwright;

namespace Glidepath.Browser.Tests.Shared;

/// <summary>
/// What each role of the demo opens. <c>{Finn}</c> is that person's id; <c>{first} on PAGE</c> is the first such address among the links of
/// PAGE. A new page is a line here.
/// </summary>
internal static partial class SignedInPages
{
    public static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>
    {
        ["nils.nurse"] =
        [
            "/today",
            "/patients",
            "/patients/new",
            "/patients/{Finn}",
            "/patients/{Greta}",
            "/patients/{Hari}",
            "/patients/{Finn}/details",
            "/patients/{Finn}/reach",
            "/patients/{Finn}/admit/reach",
            "/patients/{Finn}/admit/pathway",
            "/patients/{Finn}/admit/check",
            "/patients/{Finn}/documents",
            "/patients/{Finn}/documents/new",
            "/patients/{Finn}/documents/{first} on /patients/{Finn}/documents",
            "/patients/{Finn}/documents/{first}/description on /patients/{Finn}/documents/{first} on /patients/{Finn}/documents",
            "/patients/{Finn}/contacts",
            "/patients/{Finn}/account",
            "/patients/{Greta}/account",
            "/patients/{Finn}/episode",
            "/patients/{Finn}/check-ins",
            "/patients/{Finn}/check-ins/new",
            "/patients/{Finn}/check-ins/sheet",
            "/patients/{Finn}/check-ins/call",
            "/patients/{Finn}/check-ins/trend",
            "/patients/{Jun}/check-ins/trend",
            "/not-heard-from",
            "/duty",
            "/patients/{Greta}/alerts",
            "/patients/{Greta}/alerts/{first} on /patients/{Greta}/alerts",
            "/patients/{Edda}/alerts/{first} on /patients/{Edda}/alerts",
            "/duty/change",
            "/patients/{Finn}/check-ins/{first} on /patients/{Finn}/check-ins",
            "/patients/{Edda}/check-ins/{first}/now on /patients/{Edda}/check-ins",
            "/patients/{Finn}/pathway",
            "/patients/{Finn}/pathway/prescribed",
            "/patients/{Dario}/pathway/not-prescribed",
            "/patients/{Dario}/pathway/not-prescribed/talk",
            "/tasks",
            "/tasks/hand-over",
            "/messages",
            "/patients/{Finn}/messages",
            "/patients/{Finn}/tasks",
            "/patients/{Finn}/tasks/{first} on /patients/{Finn}/tasks",
            "/patients/{Finn}/care-team",
            "/patients/{Finn}/hand-over",
            "/patients/{Finn}/same-person",
            "/patients/{Finn}/safety",
            "/patients/{Hari}/safety",
            "/patients/{Finn}/consents",
            "/patients/{Finn}/consents/give",
            "/patients/{Finn}/consents/{first} on /patients/{Finn}/consents",
            "/patients/{Finn}/summary",
            "/patients/{Finn}/share",
            "/break-glass",
            "/ward",
            "/ward/beds",
            "/ward/close/{first} on /ward",
            "/ward/sheets",
            "/patients/{Edda}/orders",
            "/patients/{Edda}/orders/{first} on /patients/{Edda}/orders",
            "/patients/{Edda}/orders/{first}/doses/{any} on /patients/{Edda}/orders/{first} on /patients/{Edda}/orders",
            "/patients/{Edda}/vital-signs",
            "/patients/{Edda}/stays",
            "/patients/{Edda}/admission-dose",
            "/patients/{Finn}/admission-dose",
        ],
        ["thea.therapist"] =
        [
            "/patients/{Finn}/therapy",
            "/today",
            "/patients/{Jun}",
            "/patients/{Dario}/intake",
            "/patients/{Jun}/intake",
            "/patients/{Dario}/intake/p1",
            "/patients/{Jun}/intake/p3",
            "/patients/{Jun}/intake/p6",
            "/patients/{Jun}/intake/p10",
            "/patients/{Jun}/intake/check",
            "/patients/{Jun}/assessments",
            "/patients/{Jun}/assessments/a1",
            "/patients/{Jun}/assessments/a2",
            "/patients/{Jun}/assessments/a2/{first} on /patients/{Jun}/assessments",
            "/patients/{Jun}/assessments/a2/again/{first} on /patients/{Jun}/assessments/a2/{first} on /patients/{Jun}/assessments",
            "/scale-files",
            "/patients/{Finn}/therapy",
            "/patients/{Finn}/therapy/homework",
            "/patients/{Finn}/progress-notes",
            "/patients/{Finn}/progress-notes/{first} on /patients/{Finn}/progress-notes",
            "/patients/{Finn}/therapy/counseling-notes",
            "/patients/{Finn}/therapy/counseling-notes/new",
        ],
        ["cora.counsellor"] =
        [
            "/today",
            "/patients",
            "/patients/{Finn}",
            "/patients/{Finn}/therapy",
            "/patients/{Finn}/therapy/roots",
            "/account",
            "/account/passkeys",
            "/account/password",
            "/account/authenticator",
            "/account/confirm",
            "/sign-out",
        ],
        ["pia.prescriber"] =
        [
            "/patients/{Edda}/orders/new",
            "/patients/{Edda}/orders/{first}/change on /patients/{Edda}/orders/{first} on /patients/{Edda}/orders",
            "/today",
            "/patients/{Dario}",
            "/patients/{Dario}/setting",
            "/patients/{Finn}/problems",
            "/patients/{Finn}/medicines",
            "/patients/{Finn}/medicines/new",
            "/patients/{Finn}/medicines/results",
            "/patients/{Finn}/medicines/{first} on /patients/{Finn}/medicines",
            "/patients/{Finn}/taper",
            "/patients/{Finn}/course",
            "/patients/{Finn}/course/versions/1",
            "/patients/{Finn}/course/letter",
            "/patients/{Finn}/course/text",
            "/patients/{Jun}/course",
            "/patients/{Finn}/taper/{first} on /patients/{Finn}/taper",
            "/patients/{Finn}/taper/{first}/approve on /patients/{Finn}/taper/{first} on /patients/{Finn}/taper",
            "/patients/{Finn}/pathway/letter",
            "/patients/{Dario}/pathway/not-prescribed/note",
            "/patients/{Dario}/referral-list",
            "/visits",
            "/patients/{Finn}/visits",
            "/patients/{Edda}/visits/{first} on /patients/{Edda}/visits",
            "/patients/{Finn}/visits/{first}/move on /patients/{Finn}/visits",
            "/patients/{Finn}/visits/{first}/correct on /patients/{Finn}/visits",
        ],
        ["hugo.helpline"] =
        [
            "/today",
            "/patients",
            "/patients/{Ada}",
            "/patients/{Ada}/details",
            "/patients/{Ada}/episode",
            "/patients/{Ada}/hand-over",
            "/patients/{Ada}/referrals",
            "/helpline",
            "/helpline/call-backs",
            "/helpline/places",
            "/referrals",
        ],
        ["fred.frontdesk"] =
        [
            "/today",
            "/patients",
            "/patients/new",
            "/patients/{Finn}",
            "/patients/{Finn}/details",
            "/patients/{Finn}/reach",
            "/patients/{Finn}/contacts",
            "/patients/{Finn}/account",
            "/patients/{Finn}/visits",
            "/patients/{Finn}/visits/{first}/move on /patients/{Finn}/visits",
            "/visits",
        ],
        ["olga.officer"] =
        [
            "/today",
            "/patients",
            "/patients/{first}/consents on /privacy/consents",
            "/privacy",
            "/privacy/consents",
            "/privacy/disclosures",
            "/privacy/restrictions",
            "/privacy/legal-demands",
            "/privacy/emergencies",
            "/privacy/registers",
            "/privacy/incidents",
            "/privacy/incidents/{first} on /privacy/incidents",
            "/privacy/complaints",
            "/privacy/copies",
            "/privacy/merges",
            "/privacy/alerts",
            "/privacy/access-review",
            "/privacy/reports",
            "/privacy/break-glass",
            "/privacy/destructions",
            "/privacy/account-requests",
        ],
        ["dora.director"] =
        [
            "/units",
            "/director",
            "/duty",
            "/director/care-teams",
            "/director/fairness",
            "/director/rules",
            "/duty/change",
            "/tasks/hand-over",
            "/privacy/destructions",
            "/privacy/account-requests",
            "/account",
        ],
        ["ada.admin"] =
        [
            "/admin",
            "/admin/people",
            "/admin/people/{first} on /admin/people",
            "/admin/organisation",
            "/admin/store",
            "/admin/directory",
            "/privacy/account-requests",
            "/scale-files",
            "/account",
            "/account/changes",
        ],
        ["pat.patient"] =
        [
            "/me/hard-moment",
            "/me/hard-moments",
            "/me/hard-moment/{first} on /me/hard-moments",
            "/me/if-then",
            "/me/if-then/card",
            "/me/reasons",
            "/me/questions",
            "/me/sharing",
            "/me/took-extra",
            "/me/home-screen",
            "/me/lock",
            "/me/lock/copy",
            "/me/safety-plan",
            "/me/safety-plan/change",
            "/me",
            "/me/more",
            "/me/messages",
            "/me/plan",
            "/me/thoughts",
            "/me/thoughts/new",
            "/me/thoughts/{first} on /me/thoughts",
            "/me/thoughts/patterns",
            "/me/chains",
            "/me/chains/new",
            "/me/chains/{first} on /me/chains",
            "/me/roots",
            "/me/missed-dose",
            "/me/check-in",
            "/me/check-in/done",
            "/me/check-in/how-often",
            "/me/homework",
            "/me/assessments",
            "/me/assessments/a1",
            "/me/assessments/a2",
            "/me/consents",
            "/me/consents/give",
            "/me/consents/{first} on /me/consents",
            "/me/disclosures",
            "/me/documents",
            "/me/record",
            "/me/who-looked",
            "/account",
        ],
        ["fay.family"] = ["/family/updates", "/account"],
    };

    /// <summary>Of the demo, by first name: their ids.</summary>
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> People = [];

    /// <summary>Opens it and answers the address that it was found at.</summary>
    public static async Task<string> ReachAsync(this IPage page, string address)
    {
        var (wanted, parent) = address.Split(" on ", 2) is [var before, var after] ? (before, after) : (address, null);
        if (parent is not null)
        {
            await page.ReachAsync(parent);
            var hrefs = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href'))"
            );
            var form = new Regex("^" + Placeholder().Replace(wanted, "[0-9a-f-]{36}") + "$");
            wanted =
                hrefs.FirstOrDefault(h => form.IsMatch(h))
                ?? throw new InvalidOperationException($"{parent} has no link like {wanted}: {string.Join(", ", hrefs)}");
        }
        else if (Placeholder().Match(wanted) is { Success: true } name)
        {
            // Each host has people of its own.
            var key = $"{new Uri(page.Url).Authority} {name.Groups[1].Value}";
            if (!People.TryGetValue(key, out var id))
            {
                await page.GotoAsync("/patients");
                id = People[key] = Id()
                    .Match(await page.Locator("main a", new() { HasText = name.Groups[1].Value }).First.GetAttributeAsync("href") ?? "")
                    .Value;
            }
            wanted = wanted.Replace(name.Value, id, StringComparison.Ordinal);
        }
        var answer = await page.GotoAsync(wanted);
        Assert.True(answer!.Ok, $"{wanted} answers {answer.Status}");
        Assert.Equal(wanted, new Uri(page.Url).AbsolutePath);
        return wanted;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    internal static partial Regex Placeholder();

    /// <summary>A part of a route that stands for anything: <c>{Slug}</c>, <c>{EntryId:guid}</c>.</summary>
    [GeneratedRegex(@"\{[^}]+\}")]
    internal static partial Regex Parameter();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
