using System.Security.Claims;
using System.Text;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Storage;
using Microsoft.AspNetCore.Http;

namespace Glidepath.Web.Tests.Privacy;

public sealed class AuditGuardTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    public async Task An_answer_that_left_no_row_is_thrown_away(int status)
    {
        var (context, sent) = Request(AuditExpectation.Read);
        await Assert.ThrowsAsync<UnauditedAnswerException>(() =>
            AuditGuard.RunAsync(
                context,
                async c =>
                {
                    c.Response.StatusCode = status;
                    await c.Response.WriteAsync("a name");
                }
            )
        );
        Assert.Equal(0, sent.Length);
    }

    [Fact]
    public async Task An_answer_that_left_a_row_is_shown_whole()
    {
        await using var store = await TestStore.OpenAsync("SQLite");
        var (context, sent) = Request(AuditExpectation.Read);
        await AuditGuard.RunAsync(
            context,
            async c =>
            {
                await Task.Yield();
                await store.Store.Records.NoteAsync(
                    RequestActor.System("test"),
                    new AuditEntry(AuditAction.Read, "Test"),
                    TestContext.Current.CancellationToken
                );
                await c.Response.WriteAsync("a name");
            }
        );
        Assert.Equal("a name", Encoding.UTF8.GetString(sent.ToArray()));
    }

    [Theory]
    [InlineData(AuditExpectation.Read, 404)]
    [InlineData(AuditExpectation.None, 200)]
    public async Task What_showed_nothing_or_touches_no_record_needs_no_row(AuditExpectation expects, int status)
    {
        var (context, _) = Request(expects);
        await AuditGuard.RunAsync(
            context,
            c =>
            {
                c.Response.StatusCode = status;
                return Task.CompletedTask;
            }
        );
        Assert.Equal(status, context.Response.StatusCode);
    }

    [Fact]
    public async Task A_row_of_another_request_does_not_count()
    {
        await using var store = await TestStore.OpenAsync("SQLite");
        var other = Request(AuditExpectation.Read).Context;
        await AuditGuard.RunAsync(
            other,
            _ =>
                store.Store.Records.NoteAsync(
                    RequestActor.System("test"),
                    new AuditEntry(AuditAction.Read, "Test"),
                    TestContext.Current.CancellationToken
                )
        );
        await Assert.ThrowsAsync<UnauditedAnswerException>(() =>
            AuditGuard.RunAsync(Request(AuditExpectation.Read).Context, _ => Task.CompletedTask)
        );
    }

    private static (DefaultHttpContext Context, MemoryStream Sent) Request(AuditExpectation expects)
    {
        var sent = new MemoryStream();
        var context = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity("test")), Response = { Body = sent } };
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new AuditAttribute(expects)), "test"));
        return (context, sent);
    }
}
