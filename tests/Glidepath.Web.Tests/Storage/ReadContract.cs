using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteReadTests : ReadContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresReadTests : ReadContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>How the record is read beside those who write it, on either store.</summary>
public abstract class ReadContract : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    private TestStore _test = null!;

    protected abstract string Provider { get; }

    private Store Store => _test.Store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _test = await TestStore.OpenAsync(Provider);

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_read_waits_for_no_writer_and_sees_nothing_half_written()
    {
        var id = await RegisterAsync("Wren");
        var (began, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = RenameAsync(
            id,
            "Robin",
            async () =>
            {
                began.SetResult();
                await go.Task;
            }
        );
        await began.Task;
        var seen = new TaskCompletionSource<string?>();
        // It ends after the change: which of two at the same moment is first is no part of this.
        var reading = ReadAsync(
            id,
            async name =>
            {
                if (seen.TrySetResult(name))
                    await writing;
            }
        );
        Assert.Equal("Wren", await seen.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        go.SetResult();
        await writing;
        // It was made anew: what was changed meanwhile could have been who may read.
        Assert.Equal("Robin", await reading);
        await HoldsAsync();
    }

    [Fact]
    public async Task A_read_is_made_anew_only_where_something_about_its_own_patient_was_saved_meanwhile()
    {
        var (ana, ben) = (await RegisterAsync("Wren"), await RegisterAsync("Robin"));
        var reads = 0;
        await ReadAsync(ana, async _ => await RenameAsync(reads++ == 0 ? ben : throw new InvalidOperationException(), "Finch"));
        Assert.Equal(1, reads);
        reads = 0;
        Assert.Equal(
            "Swift",
            await ReadAsync(
                ana,
                async _ =>
                {
                    if (reads++ == 0)
                        await RenameAsync(ana, "Swift");
                }
            )
        );
        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task A_read_that_is_overtaken_each_time_keeps_the_writers_waiting_at_last()
    {
        var id = await RegisterAsync("Wren");
        var reads = 0;
        Task? overtaking = null;
        var read = await ReadAsync(
            id,
            async _ =>
            {
                overtaking = RenameAsync(id, $"Name{++reads}");
                if (reads <= 3)
                    await overtaking;
            }
        );
        await overtaking!;
        Assert.Equal((4, "Name3"), (reads, read));
        await HoldsAsync();
    }

    [Fact]
    public async Task The_rows_of_all_who_wait_are_written_at_once()
    {
        var id = await RegisterAsync("Wren");
        var (writing, go) = await HoldAsync();
        using var count = new SqlCount(
            Store.Location.Postgres is { } server ? new NpgsqlConnectionStringBuilder(server).Database! : Store.Location.SqliteFile
        );
        var reads = Enumerable.Range(0, 20).Select(_ => ReadAsync(id)).ToList();
        while (
            count.Seen(c => c.StartsWith("SELECT", StringComparison.Ordinal) && c.Contains("\"Patient\"", StringComparison.Ordinal)) < 20
        )
            await Task.Delay(10, Stop);
        await Task.Delay(200, Stop);
        Assert.All(reads, r => Assert.False(r.IsCompleted));
        go.SetResult();
        await writing;
        await Task.WhenAll(reads);
        Assert.InRange(count.Seen(c => c.Contains("UPDATE \"AuditHeads\"", StringComparison.Ordinal)), 1, 4);
        await using var db = Store.CreateDbContext();
        Assert.Equal(20, await db.AuditEvents.CountAsync(e => e.Action == AuditAction.Read, Stop));
        await HoldsAsync();
    }

    [Fact]
    public async Task Where_one_row_cannot_be_written_the_others_are_and_only_its_own_reader_gets_nothing()
    {
        var id = await RegisterAsync("Wren");
        await PoisonAsync();
        var reads = Enumerable.Range(0, 6).Select(n => ReadAsync(id, request: n == 3 ? "poison" : "fine")).ToList();
        await Assert.ThrowsAnyAsync<Exception>(() => reads[3]);
        Assert.All(await Task.WhenAll(reads.Where((_, n) => n != 3)), name => Assert.Equal("Wren", name));
        await HoldsAsync();
    }

    [Fact]
    public async Task Work_that_is_declared_as_a_read_can_save_nothing()
    {
        await Assert.ThrowsAsync<SavedInReadException>(() =>
            Store.Records.RunWholeAsync(
                Actor(),
                new AuditEntry(AuditAction.Read, "Patient"),
                db =>
                {
                    db.Add(Patient.Register(Guid.CreateVersion7(), new PatientDetails { GivenName = "A" }, Now, Guid.Empty));
                    return Task.FromResult(0);
                },
                Stop
            )
        );
        if (Provider == "SQLite")
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
                Store.Records.RunWholeAsync(
                    Actor(),
                    new AuditEntry(AuditAction.Read, "Patient"),
                    db => db.StoreFacts.ExecuteDeleteAsync(Stop),
                    Stop
                )
            );
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_told_so_and_nobody_is_lost()
    {
        var (writing, go) = await HoldAsync();
        var notes = new List<Task>();
        Task? refused = null;
        while (refused is null)
        {
            var note = Store.Records.NoteAsync(Actor(), new AuditEntry(AuditAction.SignIn, "UserAccount"), Stop);
            if (note.IsFaulted)
                refused = note;
            else
                notes.Add(note);
        }
        await Assert.ThrowsAsync<StoreBusyException>(() => refused);
        go.SetResult();
        await writing;
        await Task.WhenAll(notes);
        // PostgreSQL has taken some out of the queue already, which wait at the end of the trail.
        Assert.InRange(notes.Count, AuditWriter.MostWaiting, AuditWriter.MostWaiting + 201);
        await using var db = Store.CreateDbContext();
        Assert.Equal(notes.Count, await db.AuditEvents.CountAsync(e => e.Action == AuditAction.SignIn, Stop));
        await HoldsAsync();
    }

    [Fact]
    public async Task A_short_wait_ends_with_its_context()
    {
        for (var use = 0; use < 3; use++)
            await using (var brief = Store.CreateDbContext())
                await brief.WaitNoLongerThanAsync(TimeSpan.FromSeconds(1), Stop);
        await using var next = Store.CreateDbContext();
        Assert.Null(next.Database.GetCommandTimeout());
        if (Provider == "SQLite")
            Assert.Equal(30_000, (await next.Database.SqlQueryRaw<int>("PRAGMA busy_timeout").ToListAsync(Stop)).Single());
    }

    /// <summary>Somebody writes, and nobody else can until they are let go.</summary>
    private async Task<(Task Writing, TaskCompletionSource Go)> HoldAsync()
    {
        var (began, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var id = await RegisterAsync("Robin");
        var writing = Store.Records.RunWholeAsync(
            Actor(),
            new AuditEntry(AuditAction.Update, "Patient", id),
            async db =>
            {
                // PostgreSQL keeps its writers waiting only at the end of the trail.
                if (Provider != "SQLite")
                    await db.Database.ExecuteSqlRawAsync("""SELECT 1 FROM "AuditHeads" FOR UPDATE""", Stop);
                began.SetResult();
                await go.Task;
                return 0;
            },
            Stop
        );
        await began.Task;
        return (writing, go);
    }

    private static RequestActor Actor(string request = "test") => new(Guid.CreateVersion7(), "nurse", request);

    private async Task<Guid> RegisterAsync(string given)
    {
        var id = Guid.CreateVersion7();
        await Store.Records.RunWholeAsync(
            Actor(),
            new AuditEntry(AuditAction.Create, "Patient"),
            db =>
            {
                db.Add(Patient.Register(id, new PatientDetails { GivenName = given }, Now, Guid.Empty));
                return Task.FromResult(0);
            },
            Stop
        );
        return id;
    }

    private Task<int> RenameAsync(Guid id, string given, Func<Task>? meanwhile = null) =>
        Store.Records.RunWholeAsync(
            Actor(),
            new AuditEntry(AuditAction.Update, "Patient", id),
            async db =>
            {
                var patient = await db.Set<Patient>().SingleAsync(p => p.Id == id, Stop);
                patient.Change(new PatientDetails { GivenName = given });
                await db.SaveChangesAsync(Stop);
                if (meanwhile is not null)
                    await meanwhile();
                return 0;
            },
            Stop
        );

    private Task<string?> ReadAsync(Guid id, Action<string?> then, string request = "test") =>
        ReadAsync(
            id,
            name =>
            {
                then(name);
                return Task.CompletedTask;
            },
            request
        );

    private Task<string?> ReadAsync(Guid id, Func<string?, Task>? then = null, string request = "test") =>
        Store.Records.RunWholeAsync(
            Actor(request),
            new AuditEntry(AuditAction.Read, "Patient", id),
            async db =>
            {
                var name = (await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == id, Stop)).GivenName;
                if (then is not null)
                    await then(name);
                return name;
            },
            Stop
        );

    private async Task HoldsAsync()
    {
        var verdict = await AuditVerifier.VerifyAsync(Store, Stop);
        Assert.True(verdict.Holds, verdict.Problem);
    }

    /// <summary>From here on the store takes no row of a request of that name.</summary>
    private async Task PoisonAsync()
    {
        await using var db = Store.CreateDbContext();
        if (Provider == "SQLite")
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TRIGGER poison BEFORE INSERT ON "AuditEvents" WHEN NEW."RequestId" = 'poison'
                BEGIN SELECT RAISE(ABORT, 'no'); END
                """,
                Stop
            );
        else
            await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "AuditEvents" ADD CHECK ("RequestId" <> 'poison')""", Stop);
    }
}
