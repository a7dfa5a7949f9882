using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Administration;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteClockTests : ClockContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresClockTests : ClockContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>A clock that goes back is refused at a start, and no time of the audit runs backward unseen.</summary>
public abstract class ClockContract : IAsyncLifetime
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
    private TestStore _test = null!;

    protected abstract string Provider { get; }

    private Store Store => _test.Store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _test = await TestStore.OpenAsync(Provider, _clock);

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_time_earlier_than_the_row_before_gets_a_row_that_says_by_how_much_and_the_check_tells()
    {
        await RecordSamples.RegisterAsync(Store, "Testperson");
        Assert.Null((await AuditVerifier.VerifyAsync(Store, Stop)).ClockBack);
        _clock.Now -= TimeSpan.FromDays(3);
        await RecordSamples.RegisterAsync(Store, "Testperson");
        _clock.Now += TimeSpan.FromSeconds(1);
        await RecordSamples.RegisterAsync(Store, "Testperson");
        await using var db = Store.CreateDbContext();
        var row = Assert.Single(await db.AuditEvents.Where(e => e.Target == AuditClock.Target).ToListAsync(Stop));
        Assert.Equal((TimeSpan.FromDays(3), "system"), (AuditClock.Read(row.Reason), row.ActorRole));
        var verdict = await AuditVerifier.VerifyAsync(Store, Stop);
        Assert.True(verdict.Holds, verdict.Problem);
        Assert.Equal(new BackwardTimes(1, row.Sequence), verdict.ClockBack);
    }

    [Fact]
    public async Task A_clock_that_is_put_right_by_less_than_a_minute_is_no_news()
    {
        await RecordSamples.RegisterAsync(Store, "Testperson");
        _clock.Now -= AuditClock.Tolerance;
        await RecordSamples.RegisterAsync(Store, "Testperson");
        await StoreGate.PassAsync(Store, new HostOptions(), Stop);
        await using var db = Store.CreateDbContext();
        Assert.False(await db.AuditEvents.AnyAsync(e => e.Target == AuditClock.Target, Stop));
        Assert.Null((await AuditVerifier.VerifyAsync(Store, Stop)).ClockBack);
    }

    [Fact]
    public async Task A_start_refuses_a_clock_that_stands_back_unless_it_is_said_to_be_right_and_that_ends_sessions()
    {
        await RecordSamples.RegisterAsync(Store, "Testperson");
        var account = new UserAccount
        {
            UserName = "wren",
            DisplayName = "Wren",
            Role = "Nurse",
            CreatedAt = DateTime.UtcNow,
        };
        await using var db = Store.CreateDbContext();
        db.Add(account);
        db.Add(RecordSamples.Session(account.Id));
        await db.SaveChangesAsync(Stop);
        _clock.Now -= TimeSpan.FromDays(3);
        // A store that is older than the mark on its head is asked for its last row.
        for (var marked = 0; marked < 2; marked++)
        {
            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreGate.PassAsync(Store, new HostOptions(), Stop));
            Assert.Equal("clock.back", refused.Rule);
            Assert.Contains("3 days", refused.Message, StringComparison.Ordinal);
            await RecordSamples.SqlAsync(Store, """UPDATE "AuditHeads" SET "LastAt" = NULL""");
        }
        await StoreGate.PassAsync(Store, new HostOptions { AcceptClock = true }, Stop);
        Assert.False(await db.UserSessions.AnyAsync(Stop));
        Assert.True(await db.AuditEvents.AnyAsync(e => e.Reason == "clock.accepted", Stop));
        await StoreGate.PassAsync(Store, new HostOptions(), Stop);
    }
}
