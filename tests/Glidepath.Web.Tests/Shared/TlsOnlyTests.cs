using System.Net;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Http;

namespace Glidepath.Web.Tests.Shared;

/// <summary>Who may come over plain http.</summary>
public sealed class TlsOnlyTests
{
    [Theory]
    [InlineData("http", "127.0.0.1", "/sign-in", true)]
    [InlineData("http", "::1", "/sign-in", true)]
    [InlineData("https", "203.0.113.9", "/sign-in", true)]
    [InlineData("http", "203.0.113.9", "/health/ready", true)]
    [InlineData("http", "203.0.113.9", "/sign-in", false)]
    [InlineData("http", "10.0.0.9", "/", false)]
    [InlineData("http", "::ffff:10.0.0.9", "/healthy", false)]
    public async Task Plain_http_is_answered_to_this_machine_alone(string scheme, string from, string path, bool isAnswered)
    {
        var context = new DefaultHttpContext();
        (context.Request.Scheme, context.Request.Path) = (scheme, path);
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        using var body = new MemoryStream();
        context.Response.Body = body;
        var reached = false;
        await TlsOnly.RunAsync(
            context,
            _ =>
            {
                reached = true;
                return Task.CompletedTask;
            }
        );
        Assert.Equal(isAnswered, reached);
        Assert.Equal(isAnswered ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden, context.Response.StatusCode);
        Assert.Equal(isAnswered ? "" : TlsOnly.Words, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
