using System.Reflection;
using System.Text.RegularExpressions;
using Glidepath.Browser.Tests.Shared;
using Glidepath.Web.Accounts;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Browser.Tests;

/// <summary>What holds for every page that somebody who is signed in can open, at both widths.</summary>
public sealed class SignedInPageTests(Shared.Browser browser)
{
    public static TheoryData<string> EveryRole => [.. SignedInPages.Of.Keys];

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Pages_are_sound_and_keep_to_their_policy(string user)
    {
        var page = await browser.PageAsync(user: user);
        using var soundness = new Soundness(page, browser.Address);
        var problems = new List<string>();
        foreach (var address in SignedInPages.Of[user])
        {
            await page.ReachAsync(address);
            problems.AddRange(await soundness.ProblemsAsync($"{user} {address}", IsSeen(user, address)));
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        await browser.ReturnAsync(page);
    }

    /// <summary>Whether another role before, or this one with another person, opens the same page.</summary>
    private static bool IsSeen(string user, string address) =>
        SignedInPages
            .Of.TakeWhile(p => p.Key != user)
            .SelectMany(p => p.Value)
            .Concat(SignedInPages.Of[user].TakeWhile(a => a != address))
            .Any(a => Route(a) == Route(address));

    private static string Route(string address) => SignedInPages.Parameter().Replace(address.Split(" on ")[0], "{}");

    [Fact]
    public void Every_page_of_the_application_is_opened_by_these_tests()
    {
        var opened = SignedInPages
            .Of.Values.SelectMany(a => a)
            .Select(a => a.Split(" on ")[0])
            .Concat(Pages.Names)
            .Concat(SignedInStateTests.Opened)
            .ToList();
        var routes = typeof(DemoAccounts)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .ToList();
        Assert.NotEmpty(routes);
        var closed = routes
            .Where(route => !opened.Exists(new Regex("^" + SignedInPages.Parameter().Replace(route, "[^/]+") + "$").IsMatch))
            .ToList();
        Assert.True(closed.Count == 0, string.Join('\n', closed));
    }
}
