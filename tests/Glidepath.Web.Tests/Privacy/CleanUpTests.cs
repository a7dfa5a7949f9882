using Glidepath.Application.Administration;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Family;
using Glidepath.Treatment.Privacy;
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

    [Fact]
    public async Task A_call_back_that_is_done_is_removed_after_the_retention_of_the_program_and_an_open_one_stays()
    {
        await using var app = new GlidepathApp
        {
            Clock = _clock,
            Settings = new Dictionary<string, string> { ["Retention:CallBackDays"] = "10" },
        };
        var now = _clock.GetUtcNow().UtcDateTime;
        await app.Store.Records.RunAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(CallBackRequest)),
            db =>
            {
                db.Add(Asked(now.AddDays(-10), 1, reached: true));
                db.Add(Asked(now.AddDays(-9), 1, reached: true));
                db.Add(Asked(now.AddDays(-30), CallBackRequest.MostTries, reached: false));
                db.Add(Asked(now.AddDays(-30), 1, reached: false));
                return Task.FromResult(true);
            },
            Stop
        );
        Assert.Equal(2, await app.Services.GetRequiredService<CleanUp>().RunAsync(Stop));
        await using var left = app.Store.CreateDbContext();
        Assert.Equal(2, await left.Set<CallBackRequest>().CountAsync(Stop));

        static CallBackRequest Asked(DateTime tried, int tries, bool reached)
        {
            var asked = CallBackRequest.Ask(Guid.CreateVersion7(), "Sam", "555-555-0100", null, maySayWho: false, tried.AddHours(-1));
            for (var i = 1; i <= tries; i++)
                asked.Tried(reached && i == tries, tried, Guid.CreateVersion7());
            return asked;
        }
    }
}
