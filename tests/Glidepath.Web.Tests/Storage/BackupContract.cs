using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteBackupTests : BackupContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresBackupTests : BackupContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>A backup of either store makes either store again, or nothing.</summary>
public abstract class BackupContract : IAsyncLifetime
{
    private static readonly BackupSecret Secret = BackupSecret.OfKey(Convert.ToBase64String(new byte[32]));

    private readonly List<Store> _restored = [];
    private TestStore _test = null!;
    private string _folder = "";

    protected abstract string Provider { get; }

    private Store Store => _test.Store;

    private string BackupFile => Path.Combine(_folder, "all.backup");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _test = await TestStore.OpenAsync(Provider);
        _folder = Directory.CreateTempSubdirectory("glidepath-backup-").FullName;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _restored.Where(s => s.Location.Postgres is not null))
            await TestStore.DropDatabaseAsync(store.Location.Postgres!);
        await _test.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_backup_makes_either_store_again_with_equal_counts_and_readable_records(string target)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
            ids.Add(await RecordSamples.RegisterAsync(Store, $"Testperson{i}"));
        await RecordSamples.SqlAsync(Store, $"""INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ('a', '<k/>')""");
        await AnchorFile.AppendAsync(Store, Stop);
        var made = await BackupAsync();
        var (store, report) = await RestoreAsync(target);
        Assert.Equal(made.Rows, report.Rows);
        Assert.Equal(5, report.Rows["Patient"]);
        Assert.Equal((true, 1), (report.Chain.Holds, report.Chain.Anchors));
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (
            var file in (string[])
                [
                    BackupFile,
                    Path.Combine(store.Location.KeyFolder, "record.key"),
                    .. target == "SQLite" ? [store.Location.SqliteFile] : (string[])[],
                ]
        )
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == Owner, file);
        await StoreStart.OpenAsync(store, demo: false, Stop);
        Assert.Equal("Testperson3", await RecordSamples.FamilyNameAsync(store, ids[3]));
        Assert.True((await AuditVerifier.VerifyAsync(store, Stop)).Holds);
        // Numbers that the database gives out go on after those restored, and what is written once is guarded again.
        await RecordSamples.SqlAsync(store, """INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ('b', '<k/>')""");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RecordSamples.SqlAsync(store, """DELETE FROM "AuditEvents" """));
        await RecordSamples.RegisterAsync(store, "Newperson");
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task What_decides_access_and_holds_sealed_words_is_restored_and_verified(string target)
    {
        var id = await RecordSamples.RegisterAsync(Store, "Testperson");
        await RecordSamples.OpenGlassAsync(Store, id);
        await BackupAsync();
        var (store, report) = await RestoreAsync(target);
        Assert.True(report.Chain.Holds, report.Chain.Problem);
        await StoreStart.OpenAsync(store, demo: false, Stop);
        Assert.True((await AuditVerifier.VerifyAsync(store, Stop)).Holds);
        Assert.Equal("Testperson", await RecordSamples.FamilyNameAsync(store, id));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Who_is_on_duty_is_restored_to_the_minute(string target)
    {
        var (somebody, director) = (Guid.CreateVersion7(), new Actor(Guid.CreateVersion7(), Role.Director));
        HashSet<(DutyRole, Guid)> able = [(DutyRole.Nurse, somebody)];
        var (now, today, empty) = (Store.Clock.GetUtcNow().UtcDateTime, Store.Today, DutyRoster.Of([], [], Store.Zone, able));
        DutyDays days = DutyDays.Monday | DutyDays.Sunday;
        await Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, nameof(DutyRotation)),
            db =>
            {
                var terms = new RotationTerms(DutyRole.Nurse, "Night", new(19, 30), new(7, 15), days, today, null, [somebody, somebody], 7);
                db.Add(DutyRotation.Begin(Guid.CreateVersion7(), terms, empty, today, now, director));
                var off = new OverrideTerms(DutyRole.Nurse, today, new(0, 1), today.AddDays(1), new(23, 59), null, "On leave");
                db.Add(DutyOverride.Enter(Guid.CreateVersion7(), off, empty, now, director));
                return Task.FromResult(true);
            },
            Stop
        );
        await BackupAsync();
        var (store, _) = await RestoreAsync(target);
        await StoreStart.OpenAsync(store, demo: false, Stop);
        await using var restored = store.CreateDbContext();
        var rotation = await restored.Set<DutyRotation>().SingleAsync(Stop);
        Assert.Equal(
            ("Night", new TimeOnly(19, 30), new TimeOnly(7, 15), days, somebody),
            (rotation.Shift, rotation.StartsAt, rotation.EndsAt, rotation.Days, rotation.Turn(today.AddDays(8)))
        );
        var entry = await restored.Set<DutyOverride>().SingleAsync(Stop);
        Assert.Equal(
            (new TimeOnly(0, 1), new TimeOnly(23, 59), null, "On leave"),
            (entry.FromTime, entry.ToTime, entry.AccountId, entry.Why)
        );
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_paper_of_twenty_megabytes_is_restored_byte_for_byte_and_never_lies_open(string target)
    {
        var id = await RecordSamples.RegisterAsync(Store, "Testperson");
        var (episode, _) = EpisodeOfCare.Open(
            Guid.CreateVersion7(),
            id,
            Store.Today,
            new MoveEntry(Guid.CreateVersion7(), Store.Clock.GetUtcNow().UtcDateTime, RecordSamples.Nurse, Store.Zone)
        );
        var pdf = DocumentSamples.PdfOf(DocumentFile.MostBytes);
        var document = await DocumentSamples.StoreAsync(Store, episode, pdf);
        var made = await BackupAsync();
        Assert.Equal((1, 1), (made.Rows["DocumentReference"], made.Rows["DocumentContent"]));
        var (store, report) = await RestoreAsync(target);
        Assert.Equal(made.Rows, report.Rows);
        await StoreStart.OpenAsync(store, demo: false, Stop);
        var read = await store.Records.RunWholeAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Read, nameof(DocumentContent), id),
            async db => await db.Set<DocumentContent>().AsNoTracking().SingleAsync(c => c.PatientId == id, Stop),
            Stop
        );
        Assert.Equal(document.Id, read.Id);
        Assert.True(document.File.IsOf(read.Bytes));
        Assert.True(pdf.AsSpan().SequenceEqual(read.Bytes));
        // What is written once is guarded in the restored store too.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            RecordSamples.SqlAsync(store, """DELETE FROM "DocumentContent" """)
        );
    }

    [Fact]
    public async Task A_backup_is_taken_from_one_moment_while_others_write()
    {
        using var enough = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                while (!enough.IsCancellationRequested)
                    await RecordSamples.RegisterAsync(Store, "Busyperson");
            },
            Stop
        );
        for (var i = 0; i < 3; i++)
        {
            await BackupAsync();
            var (_, report) = await RestoreAsync("SQLite");
            Assert.True(report.Chain.Holds, report.Chain.Problem);
            Assert.Equal(report.Rows["Patient"], report.Rows["EpisodeMove"]);
            File.Delete(BackupFile);
        }
        await enough.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task A_backup_leaves_an_audit_row_and_says_when_and_never_holds_a_name_in_clear()
    {
        await RecordSamples.RegisterAsync(Store, "Testperson");
        await BackupAsync();
        await using var db = Store.CreateDbContext();
        Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.Action == AuditAction.Backup, Stop));
        Assert.True(await db.StoreFacts.AnyAsync(f => f.Name == StoreBackup.LastFact, Stop));
        Assert.Equal("backup.exists", (await Assert.ThrowsAsync<StoreRefusedException>(BackupAsync)).Rule);
        Assert.DoesNotContain(
            "Patient",
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(BackupFile, Stop)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_key_destroyed_after_the_backup_stays_destroyed()
    {
        var (gone, kept) = (await RecordSamples.RegisterAsync(Store, "Goneperson"), await RecordSamples.RegisterAsync(Store, "Keptperson"));
        await BackupAsync();
        await DestroyedKeys.AppendAsync(Store, gone, Store.Clock.GetUtcNow().UtcDateTime, Stop);
        // The list is outside the database and outlives it: it stands at the place of the restore.
        var location = await EmptyAsync("SQLite");
        Directory.CreateDirectory(Path.GetDirectoryName(location.DestroyedKeysFile)!);
        File.Copy(Store.Location.DestroyedKeysFile, location.DestroyedKeysFile);
        var (store, report) = await RestoreAsync(location);
        Assert.Equal(1, report.Destroyed);
        // Found by no query: as a patient who never was.
        await Assert.ThrowsAsync<InvalidOperationException>(() => RecordSamples.FamilyNameAsync(store, gone));
        Assert.Equal("Keptperson", await RecordSamples.FamilyNameAsync(store, kept));
        Assert.Equal(gone, Assert.Single(DestroyedKeys.Read(store)).PatientId);
        Assert.Equal(
            1L,
            Convert.ToInt64(
                await RecordSamples.SqlAsync(store, """SELECT COUNT(*) FROM "AuditEvents" WHERE "Reason" = 'restore.replay'"""),
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        Assert.True((await AuditVerifier.VerifyAsync(store, Stop)).Holds);
    }

    [Fact]
    public async Task A_place_that_is_taken_is_not_touched()
    {
        await RecordSamples.RegisterAsync(Store, "Testperson");
        await BackupAsync();
        var before = await RecordSamples.SqlAsync(Store, """SELECT COUNT(*) FROM "AuditEvents" """);
        Assert.Equal("restore.taken", (await Assert.ThrowsAsync<StoreRefusedException>(() => RestoreAsync(Store.Location))).Rule);
        Assert.Equal(before, await RecordSamples.SqlAsync(Store, """SELECT COUNT(*) FROM "AuditEvents" """));
        var keyed = await EmptyAsync(Provider);
        KeyFiles.Load(keyed.KeyFolder, create: true, static _ => null);
        Assert.Equal("restore.keys", (await Assert.ThrowsAsync<StoreRefusedException>(() => RestoreAsync(keyed))).Rule);
        Assert.Equal(["keys"], Directory.EnumerateFileSystemEntries(keyed.DataDirectory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_cut_short_altered_or_opened_with_another_secret_leaves_nothing()
    {
        await RecordSamples.RegisterAsync(Store, "Testperson");
        await BackupAsync();
        var whole = await File.ReadAllBytesAsync(BackupFile, Stop);
        var location = await EmptyAsync(Provider);
        await RefusedAsync(whole[..(whole.Length / 2)]);
        await RefusedAsync(whole[..^1]);
        whole[^20] ^= 1;
        await RefusedAsync(whole);
        whole[^20] ^= 1;
        var other = BackupSecret.OfKey(Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray()));
        await File.WriteAllBytesAsync(BackupFile, whole, Stop);
        Assert.Equal(
            "backup.altered",
            (
                await Assert.ThrowsAsync<StoreRefusedException>(() =>
                    StoreRestore.ReadAsync(BackupFile, other, location, TimeProvider.System, null, Stop, static _ => null)
                )
            ).Rule
        );
        Assert.False(Directory.Exists(location.DataDirectory));
        await RestoreAsync(location);

        async Task RefusedAsync(byte[] bytes)
        {
            await File.WriteAllBytesAsync(BackupFile, bytes, Stop);
            Assert.StartsWith(
                "backup.",
                (await Assert.ThrowsAsync<StoreRefusedException>(() => RestoreAsync(location))).Rule,
                StringComparison.Ordinal
            );
            Assert.False(Directory.Exists(location.DataDirectory));
        }
    }

    private Task<BackupReport> BackupAsync() => StoreBackup.WriteAsync(Store, BackupFile, Secret, RecordSamples.Actor, null, Stop);

    private async Task<StoreLocation> EmptyAsync(string provider) =>
        new(
            Path.Combine(_folder, Guid.CreateVersion7().ToString("N")),
            provider == "PostgreSQL" ? await TestStore.CreateDatabaseAsync(isEmpty: true) : null
        );

    private async Task<(Store Store, RestoreReport Report)> RestoreAsync(string provider) => await RestoreAsync(await EmptyAsync(provider));

    private async Task<(Store Store, RestoreReport Report)> RestoreAsync(StoreLocation location)
    {
        var report = await StoreRestore.ReadAsync(BackupFile, Secret, location, TimeProvider.System, null, Stop, static _ => null);
        var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: false, static _ => null), TimeProvider.System);
        _restored.Add(store);
        return (store, report);
    }
}
