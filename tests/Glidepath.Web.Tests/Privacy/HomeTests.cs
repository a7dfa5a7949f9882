using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Tests.Privacy;

public sealed partial class HomeTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    public static TheoryData<Role> Roles() => [.. Enum.GetValues<Role>().Where(r => r is not Role.None)];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_role_finds_its_page_after_signing_in_and_every_link_on_it_leads_somewhere(Role role)
    {
        var (client, _) = await app.SignedInAsync(role);
        var home = Policies.Home(role);
        using var page = await client.GetAsync(new Uri(home, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var link in LinksOf(html))
        {
            using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            // A patient's account that belongs to no record yet finds none.
            Assert.True(
                answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect
                    || (role is Role.Patient && link.StartsWith("/me/", StringComparison.Ordinal)),
                $"{link} on {home} as {role}: {answer.StatusCode}"
            );
        }
    }

    internal static IEnumerable<string> LinksOf(string html) => LinkIn().Matches(html).Select(m => m.Groups[1].Value).Distinct();

    [System.Text.RegularExpressions.GeneratedRegex("<a [^>]*href=\"(/[a-z/-]*)\"")]
    private static partial System.Text.RegularExpressions.Regex LinkIn();
}
