using Glidepath.Application.Administration;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>What has run out does not lie about.</summary>
public sealed class CleanUpTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_run_out_is_deleted_what_has_not_is_kept_and_the_trail_says_so_once()
    {
        await using var app = new GlidepathApp { Clock = _clock };
        await app.SignedInAsync(Role.Nurse);
        var now = _clock.GetUtcNow().UtcDateTime;
        await using (var db = app.Store.CreateDbContext())
        {
            foreach (
                var (key, at) in new[] { ("old", now - CleanUp.AnswersLast), ("new", now - CleanUp.AnswersLast + TimeSpan.FromMinutes(1)) }
            )
                db.Add(
                    new IdempotentWrite
                    {
                        AccountId = Guid.CreateVersion7(),
                        Key = key,
                        RequestHash = [],
                        Status = 200,
                        Answer = "",
                        At = at,
                    }
                );
            foreach (var ends in new DateTime?[] { now, now.AddMinutes(1), null })
                db.Add(
                    new AccountCode
                    {
                        Id = Guid.CreateVersion7(),
                        Kind = AccountCodeKind.Recovery,
                        Hash = Guid.CreateVersion7().ToByteArray(),
                        CreatedAt = now.AddHours(-1),
                        ExpiresAt = ends,
                    }
                );
            await db.SaveChangesAsync(Stop);
        }
        var cleaning = app.Services.GetRequiredService<CleanUp>();
        Assert.Equal(2, await cleaning.RunAsync(Stop));
        Assert.Equal(0, await cleaning.RunAsync(Stop));
        await using (var db = app.Store.CreateDbContext())
        {
            Assert.Equal("new", (await db.IdempotentWrites.SingleAsync(Stop)).Key);
            Assert.Equal(2, await db.AccountCodes.CountAsync(c => c.Kind == AccountCodeKind.Recovery, Stop));
            Assert.Equal(1, await db.UserSessions.CountAsync(Stop));
            Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.Reason == "clean-up", Stop));
        }
        _clock.Advance(TimeSpan.FromDays(2));
        await cleaning.RunAsync(Stop);
        await using var later = app.Store.CreateDbContext();
        Assert.False(await later.UserSessions.AnyAsync(Stop));
    }
}
