using Glidepath.Browser.Tests.Shared;
using Glidepath.Tests.Shared;

namespace Glidepath.Browser.Tests;

/// <summary>Every page of somebody who is signed in, once with its scripts and once without: the same stands on both.</summary>
public sealed class NoScriptTests(Shared.Browser browser)
{
    /// <summary>All of the demo, or one of four who between them open most pages.</summary>
    public static TheoryData<string> Roles =>
        Gate.IsAll ? [.. SignedInPages.Of.Keys] : [new[] { "nils.nurse", "thea.therapist", "olga.officer", "pat.patient" }[Gate.Quarter]];

    /// <summary>The browser's own menu prints too. A PIN seals what is on the phone: it is made there, and never sent.</summary>
    private static readonly string[] ByScriptAlone =
    [
        "Print",
        "New PIN",
        "The same PIN again",
        "Ask for the PIN when I was away",
        "Keep the copy when I sign out or leave",
        "Set the PIN",
    ];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Pages_of_this_role_show_the_same_without_script(string user)
    {
        var (page, plain) = (await browser.PageAsync(user: user), await browser.PageAsync(script: false, user: user));
        var problems = new List<string>();
        foreach (var address in SignedInPages.Of[user])
        {
            await plain.GotoAsync(await page.ReachAsync(address));
            if ((await page.NamesAsync()).Except(await plain.NamesAsync()).Except(ByScriptAlone).ToList() is { Count: > 0 } missing)
                problems.Add($"{user} {address} needs a script to show: {string.Join(" | ", missing)}");
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await browser.ReturnAsync(page);
        await browser.ReturnAsync(plain, script: false);
    }
}
