using Glidepath.Application.Patients;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Rotation;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteKeyRotationTests : KeyRotationContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresKeyRotationTests : KeyRotationContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>
/// New keys: what the old ones sealed is read as before, wherever it was stopped, and the old ones seal nothing more.
/// </summary>
public abstract partial class KeyRotationContract : IAsyncLifetime
{
    private static readonly BackupSecret Secret = BackupSecret.OfKey(Convert.ToBase64String(new byte[32]));

    private TestStore _test = null!;

    protected abstract string Provider { get; }

    private StoreLocation Location => _test.Store.Location;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _test = await TestStore.OpenAsync(Provider);

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Stopped_at_any_point_it_is_finished_by_running_it_again_and_every_record_is_read_all_the_while()
    {
        var before = _test.Store.Keys;
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await RecordSamples.OpenGlassAsync(_test.Store, id);
        var account = await AccountAsync([1, 2, 3]);
        var notes = await NotesKeyAsync(id);
        var rotations = 0;
        foreach (var point in Enum.GetValues<RotationPoint>())
        {
            await Assert.ThrowsAsync<KilledException>(() => RotateAsync(at => KilledException.At(point, at)));
            var isChanged = point is RotationPoint.StoreChanged or RotationPoint.FirstKeyInPlace;
            var half = Now();
            if (isChanged)
            {
                var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreStart.OpenAsync(half, demo: false, Stop));
                Assert.Equal("key.other", refused.Rule);
                Assert.Contains("run `glidepath keys rotate master` again", refused.Message, StringComparison.Ordinal);
            }
            else
                await ReadableAsync(half, id);
            var done = await RotateAsync(static _ => { });
            rotations++;
            Assert.Equal(isChanged, done.Keys == 0);
            var store = Now();
            await ReadableAsync(store, id);
            Assert.Equal([1, 2, 3], await AuthenticatorAsync(store, account));
            Assert.Equal(notes, store.Ring.Get(id, KeyScope.CounsellingNotes));
            Assert.Equal(["audit.key", "notes.key", "record.key"], KeyFileNames());
            Assert.Equal(rotations, await RowsAsync(store));
        }
        var after = Now().Keys;
        Assert.NotEqual(before.Fingerprint("record"), after.Fingerprint("record"));
        Assert.NotEqual(before.Fingerprint("notes"), after.Fingerprint("notes"));
        Assert.Equal(before.Fingerprint("audit"), after.Fingerprint("audit"));
    }

    [Fact]
    public async Task A_host_that_still_runs_with_the_old_keys_writes_and_reads_nothing_more()
    {
        var running = _test.Store;
        var id = await RecordSamples.RegisterAsync(running, "Testperson");
        await RotateAsync(static _ => { });
        foreach (
            var work in new Func<Task>[]
            {
                () => RecordSamples.RegisterAsync(running, "Lateperson"),
                () => RecordSamples.FamilyNameAsync(running, id),
                () => running.Records.NoteAsync(RecordSamples.Actor, new AuditEntry(AuditAction.Read, "Patient"), Stop),
            }
        )
            Assert.Equal("audit.head", (await Assert.ThrowsAsync<StoreRefusedException>(work)).Rule);
        var store = Now();
        await ReadableAsync(store, id);
        await RecordSamples.RegisterAsync(store, "Newperson");
        await using var db = store.CreateDbContext();
        Assert.Equal(3, await db.PatientKeys.CountAsync(Stop));
    }

    [Fact]
    public async Task A_key_half_written_is_made_anew_and_keys_of_a_service_are_refused_in_words()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await File.WriteAllTextAsync(Path.Combine(Location.KeyFolder, "record.key.next"), "bm90IHdob2xl", Stop);
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() =>
            KeyRotation.MasterAsync(Location, TimeProvider.System, Stop, n => n == "GLIDEPATH_KEY_NOTES" ? "x" : null)
        );
        Assert.Equal("key.service", refused.Rule);
        await ReadableAsync(Now(), id);
        await RotateAsync(static _ => { });
        await ReadableAsync(Now(), id);
    }

    [Fact]
    public async Task A_backup_of_before_brings_the_old_keys_back_and_one_of_after_the_new_ones()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        var folder = Directory.CreateTempSubdirectory("glidepath-rotated-").FullName;
        try
        {
            await BackupAsync(_test.Store, folder, "before");
            await RotateAsync(static _ => { });
            await BackupAsync(Now(), folder, "after");
            foreach (var name in new[] { "before", "after" })
            {
                var place = new StoreLocation(Path.Combine(folder, "place-" + name));
                await StoreRestore.ReadAsync(Path.Combine(folder, name), Secret, place, TimeProvider.System, null, Stop, static _ => null);
                await ReadableAsync(At(place), id);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Codes_and_sessions_end_and_people_are_found_again_when_the_host_has_started()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await IndexAsync(_test.Store, id);
        var account = await AccountAsync([1]);
        await using (var db = _test.Store.CreateDbContext())
        {
            db.Add(RecordSamples.Session(account));
            db.Add(
                new AccountCode
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = account,
                    Kind = AccountCodeKind.Recovery,
                    Hash = [1],
                    CreatedAt = DateTime.UtcNow,
                }
            );
            await db.SaveChangesAsync(Stop);
        }
        Assert.Equal(1, (await RotateAsync(static _ => { })).Sessions);
        var store = Now();
        await using (var db = store.CreateDbContext())
            Assert.False(await db.AccountCodes.AnyAsync(Stop));
        Assert.Empty(await FoundAsync(store));
        using var work = new FindableByPart(store, TimeProvider.System, NullLogger<FindableByPart>.Instance);
        await work.StartAsync(Stop);
        await work.FirstTime;
        await work.StopAsync(Stop);
        Assert.Equal([id], await FoundAsync(store));
        Assert.Equal([id], await ByNumberAsync(store, id));
    }

    private Task<MasterRotation> RotateAsync(Action<RotationPoint> reached) =>
        KeyRotation.MasterAsync(Location, TimeProvider.System, reached, static _ => null, Stop);

    private Store Now() => At(Location);

    private static Store At(StoreLocation location) =>
        new(location, KeyFiles.Load(location.KeyFolder, create: false, static _ => null), TimeProvider.System);

    private static async Task ReadableAsync(Store store, Guid id)
    {
        await StoreStart.OpenAsync(store, demo: false, Stop);
        Assert.Equal("Testperson", await RecordSamples.FamilyNameAsync(store, id));
        var verdict = await AuditVerifier.VerifyAsync(store, Stop);
        Assert.True(verdict.Holds, verdict.Problem);
    }

    private IEnumerable<string> KeyFileNames() =>
        Directory.EnumerateFiles(Location.KeyFolder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private static async Task<int> RowsAsync(Store store)
    {
        await using var db = store.CreateDbContext();
        return await db.AuditEvents.CountAsync(e => e.Reason == "rotate.master", Stop);
    }

    private async Task<Guid> AccountAsync(byte[] secret)
    {
        var account = new UserAccount
        {
            UserName = "wren",
            DisplayName = "Wren",
            Role = "Nurse",
            CreatedAt = DateTime.UtcNow,
            AuthenticatorSecret = _test.Store.Keys.SealSecret(UserAccount.AuthenticatorUse, secret),
        };
        await using var db = _test.Store.CreateDbContext();
        db.Add(account);
        await db.SaveChangesAsync(Stop);
        return account.Id;
    }

    private async Task<byte[]> NotesKeyAsync(Guid id)
    {
        var (key, row) = _test.Store.Ring.Make(id, KeyScope.CounsellingNotes, DateTime.UtcNow);
        await using var db = _test.Store.CreateDbContext();
        db.Add(row);
        await db.SaveChangesAsync(Stop);
        return key;
    }

    private static async Task<byte[]> AuthenticatorAsync(Store store, Guid account)
    {
        await using var db = store.CreateDbContext();
        var found = await db.Users.AsNoTracking().SingleAsync(u => u.Id == account, Stop);
        return store.Keys.OpenSecret(UserAccount.AuthenticatorUse, found.AuthenticatorSecret!);
    }

    private static Task<bool> IndexAsync(Store store, Guid id) =>
        store.Records.RunWholeAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Update, nameof(Patient), id),
            async db =>
            {
                var patient = await db.Set<Patient>().SingleAsync(p => p.Id == id, Stop);
                await PatientFinding.KeepInStepAsync(db, store.Index, patient, Stop);
                return true;
            },
            Stop
        );

    private static async Task<IReadOnlyList<Guid>> FoundAsync(Store store)
    {
        var (kind, hash) = PatientFinding.Asked(store.Index, new PatientQuery("testp", null, null))[0];
        return await store.Records.RunWholeAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Read, nameof(Patient)),
            db =>
                db.Deciding<Glidepath.Storage.Patients.PatientIndex>()
                    .Where(i => i.Kind == kind && i.Hash == hash)
                    .Select(i => i.PatientId)
                    .ToListAsync(Stop),
            Stop
        );
    }

    private static Task<List<Guid>> ByNumberAsync(Store store, Guid id) =>
        store.Records.RunWholeAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Read, nameof(Patient)),
            db => PatientFinding.NumberedAsync(db, store.Index, RecordNumber.Signs(id), Stop),
            Stop
        );

    private sealed class KilledException : Exception
    {
        public static void At<T>(T point, T reached)
            where T : struct, Enum
        {
            if (point.Equals(reached))
                throw new KilledException();
        }
    }
}
