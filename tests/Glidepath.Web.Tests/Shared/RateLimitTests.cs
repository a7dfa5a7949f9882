using System.Net;

namespace Glidepath.Web.Tests.Shared;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Too_many_requests_are_told_how_long_to_wait_and_whom_to_call()
    {
        await using var app = new GlidepathApp { PerMinute = 3 };
        var client = app.Stranger();
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/accessibility", TestContext.Current.CancellationToken)).StatusCode);
        using var answer = await client.GetAsync("/accessibility", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("tel:988", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ok", await client.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_parts_are_shown_only_where_everything_is_made_up()
    {
        await using var app = new GlidepathApp { Demo = true };
        var html = await app.Stranger().GetStringAsync("/parts", TestContext.Current.CancellationToken);
        Assert.Contains("Every person and place here is made up", html);
    }
}
