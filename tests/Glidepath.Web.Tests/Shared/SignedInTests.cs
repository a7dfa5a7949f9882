using System.Net;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Tests.Shared;

public class SignedInTests
{
    [Fact]
    public async Task Somebody_signed_in_has_a_session_in_the_store()
    {
        await using var app = new GlidepathApp();
        var (client, account) = await app.SignedInAsync(Role.Nurse);
        Assert.Equal(
            HttpStatusCode.OK,
            (await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
        );
        await using var db = app.Store.CreateDbContext();
        Assert.Single(db.UserSessions, s => s.AccountId == account.Id);
    }
}
