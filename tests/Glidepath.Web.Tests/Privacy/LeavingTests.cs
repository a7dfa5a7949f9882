using System.Diagnostics;
using System.Net;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Whoever leaves is out, whatever the store can do at that moment.</summary>
public sealed class LeavingTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/exit")]
    [InlineData("/sign-out")]
    public async Task Leaving_works_while_another_program_holds_the_store_and_is_written_when_it_lets_go(string way)
    {
        await using var app = new GlidepathApp();
        var (client, account) = await app.SignedInAsync(Role.Nurse);
        var page = await client.GetStringAsync(new Uri("/sign-out", UriKind.Relative), Now);
        var form = GlidepathApp
            .FormIn()
            .Matches(page)
            .Select(m => m.Value)
            .Last(f => f.Contains("value=\"out\"", StringComparison.Ordinal));
        await using (var hold = await HoldAsync(app))
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await GlidepathApp.Submit(client, way, form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10), $"{Stopwatch.GetElapsedTime(started)}");
            Assert.Contains("storage", answer.Headers.GetValues("Clear-Site-Data").Single());
            Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("gp-session=;", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account", Now)).StatusCode);
            await using var before = app.Store.CreateDbContext();
            Assert.True(await before.UserSessions.AnyAsync(s => s.AccountId == account.Id, Now));
        }
        await using var db = app.Store.CreateDbContext();
        for (var i = 0; i < 300 && await db.UserSessions.AnyAsync(s => s.AccountId == account.Id, Now); i++)
            await Task.Delay(100, Now);
        Assert.False(await db.UserSessions.AnyAsync(s => s.AccountId == account.Id, Now));
        var row = Assert.Single(
            await db.AuditEvents.Where(e => e.Action == AuditAction.SignOut && e.ActorId == account.Id).ToListAsync(Now)
        );
        Assert.Equal(way[1..], row.Reason);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account", Now)).StatusCode);
    }

    [Fact]
    public async Task An_address_over_its_limit_still_leaves()
    {
        await using var app = new GlidepathApp { PerMinute = 3 };
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        for (var i = 0; i < 4; i++)
            using (await client.GetAsync("/account", Now)) { }
        using var answer = await client.PostAsync("/exit", null, Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = app.Store.CreateDbContext();
        Assert.Empty(await db.UserSessions.ToListAsync(Now));
    }

    [Fact]
    public async Task A_start_without_the_mark_of_a_clean_stop_ends_every_session_and_says_so()
    {
        await using var app = new GlidepathApp();
        var (client, _) = await app.SignedInAsync(Role.Nurse);
        CleanStop.Mark(app.Store.Location);
        Assert.Equal(0, await CleanStop.BeginAsync(app.Store, Now));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Now)).StatusCode);
        // The mark was used up by that start: a host that dies now leaves none.
        Assert.Equal(1, await CleanStop.BeginAsync(app.Store, Now));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account", Now)).StatusCode);
        await using var db = app.Store.CreateDbContext();
        Assert.Single(await db.AuditEvents.Where(e => e.Reason == "start.no-clean-stop").ToListAsync(Now));
    }

    [Fact]
    public async Task A_host_that_stops_with_all_written_leaves_the_mark()
    {
        await using var app = new GlidepathApp();
        var mark = Path.Combine(app.Store.Location.DataDirectory, "stopped-clean");
        Assert.False(File.Exists(mark));
        await app.Services.GetRequiredService<Leaving>().StopAsync(Now);
        Assert.True(File.Exists(mark));
    }

    [Fact]
    public async Task A_host_is_not_ready_while_its_store_cannot_be_written()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Clock = clock };
        var client = app.Stranger();
        Assert.Equal("ok", await client.GetStringAsync("/health/ready", Now));
        clock.Advance(TimeSpan.FromSeconds(6));
        await using (await HoldAsync(app))
        {
            using var answer = await client.GetAsync("/health/ready", Now);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal("not ready", await answer.Content.ReadAsStringAsync(Now));
            Assert.Equal("ok", await client.GetStringAsync("/health/live", Now));
        }
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("ok", await client.GetStringAsync("/health/ready", Now));
    }

    /// <summary>As another process would: the lock of the writer, until it is disposed.</summary>
    private static async Task<SqliteConnection> HoldAsync(GlidepathApp app)
    {
        var connection = new SqliteConnection($"Data Source={app.Store.Location.SqliteFile};Pooling=False");
        await connection.OpenAsync(Now);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(Now);
        return connection;
    }
}
