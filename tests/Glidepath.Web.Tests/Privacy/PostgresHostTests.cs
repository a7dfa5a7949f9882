using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Storage;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>
/// The whole host on the second store, from an empty database on. What it reads truly comes later here: a page that draws itself before it
/// has what it shows fails.
/// </summary>
public sealed class PostgresHostTests
{
    [Fact]
    public async Task A_host_begins_on_an_empty_database_and_every_page_that_a_role_is_led_to_opens()
    {
        var database = await TestStore.CreateDatabaseAsync(isEmpty: true);
        await using (var app = new GlidepathApp { Postgres = database, Demo = true })
            foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.None and not Role.Patient))
                await OpensAsync(app, role);
        await TestStore.DropDatabaseAsync(database);
    }

    private static async Task OpensAsync(GlidepathApp app, Role role)
    {
        var (client, _) = await app.SignedInAsync(role);
        var home = Policies.Home(role);
        var html = await client.GetStringAsync(home, TestContext.Current.CancellationToken);
        var links = HomeTests.LinksOf(html).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(
                answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect,
                $"{link} on {home} as {role}: {answer.StatusCode}"
            );
        }
    }
}
