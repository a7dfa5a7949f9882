using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Administration;
using Glidepath.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteRestoreEndsTests : RestoreEndsContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresRestoreEndsTests : RestoreEndsContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>A restore brings back what was ended since its backup: nobody comes in by it, and it is told before anybody is served.</summary>
public abstract class RestoreEndsContract : IAsyncLifetime
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
        _folder = Directory.CreateTempSubdirectory("glidepath-ends-").FullName;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _restored.Where(s => s.Location.Postgres is not null))
            await TestStore.DropDatabaseAsync(store.Location.Postgres!);
        await _test.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_session_code_and_waiting_request_of_the_backup_is_ended()
    {
        var account = await AccountAsync();
        await using (var db = Store.CreateDbContext())
        {
            db.Add(RecordSamples.Session(account));
            foreach (var (kind, hash) in new[] { (AccountCodeKind.Recovery, (byte)2), (AccountCodeKind.Enrolment, (byte)3) })
                db.Add(
                    new AccountCode
                    {
                        Id = Guid.CreateVersion7(),
                        AccountId = account,
                        Kind = kind,
                        Hash = [hash],
                        CreatedAt = DateTime.UtcNow,
                    }
                );
            db.Add(
                new AccountRequest
                {
                    Id = Guid.CreateVersion7(),
                    AccountId = account,
                    Kind = AccountRequestKind.NewCode,
                    Role = "Nurse",
                    Reason = "lost her phone on the train",
                    AskedBy = Guid.CreateVersion7(),
                    AskedAt = DateTime.UtcNow,
                }
            );
            await db.SaveChangesAsync(Stop);
        }
        await BackupAsync();
        var (store, report) = await RestoreAsync();
        Assert.Equal(new EndedSignIns(1, 2, 1), report.Ended);
        await using var after = store.CreateDbContext();
        Assert.False(await after.UserSessions.AnyAsync(Stop));
        Assert.False(await after.AccountCodes.AnyAsync(Stop));
        var request = Assert.Single(await after.AccountRequests.ToListAsync(Stop));
        Assert.Equal((AccountRequestState.Lapsed, "lost her phone on the train"), (request.State, request.Reason));
        Assert.True(await after.AuditEvents.AnyAsync(e => e.Reason == "restore.all", Stop));
        Assert.True((await AuditVerifier.VerifyAsync(store, Stop)).Holds);
    }

    [Fact]
    public async Task What_ended_after_the_backup_is_listed_where_a_file_outside_the_database_knows_it()
    {
        var (account, patient) = (await AccountAsync(), await RecordSamples.RegisterAsync(Store, "Testperson"));
        await NoteAsync(new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account, Reason: "disable"));
        await BackupAsync();
        await NoteAsync(new AuditEntry(AuditAction.Create, nameof(ConsentEnd), patient, Guid.CreateVersion7()));
        await NoteAsync(new AuditEntry(AuditAction.Read, nameof(ConsentEnd), patient, Guid.CreateVersion7()));
        // Who joined a team is no end.
        await NoteAsync(new AuditEntry(AuditAction.Create, nameof(CareTeamMember), patient, Guid.CreateVersion7()));
        await NoteAsync(new AuditEntry(AuditAction.Update, nameof(CareTeamMember), patient, Guid.CreateVersion7()));
        await NoteAsync(new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account, Reason: "role.Nurse"));
        await NoteAsync(
            new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account, Reason: "disable", Outcome: AuditOutcome.Refused)
        );
        // All four, with what ended before the backup; and no line twice.
        Assert.Equal(4, await AccessEnds.AppendAsync(Store, Stop));
        Assert.Equal(0, await AccessEnds.AppendAsync(Store, Stop));
        var (_, report) = await RestoreAsync(outside: true);
        Assert.Equal(
            [(AccessEndKind.Consent, patient), (AccessEndKind.CareTeam, patient), (AccessEndKind.Role, account)],
            report.Back.Known.Select(e => (e.Kind, e.Id))
        );
        Assert.NotNull(report.Back.KnownTo);
        Assert.Null(report.Back.Problem);
    }

    [Fact]
    public async Task Without_a_file_outside_the_database_the_restore_says_that_nobody_can_know()
    {
        await BackupAsync();
        var (_, report) = await RestoreAsync();
        Assert.Equal((0, null, null), (report.Back.Known.Count, report.Back.KnownTo, report.Back.Problem));
    }

    [Fact]
    public async Task A_list_that_was_changed_is_told_and_not_believed()
    {
        var account = await AccountAsync();
        await BackupAsync();
        await NoteAsync(new AuditEntry(AuditAction.Account, nameof(UserAccount), TargetId: account, Reason: "disable"));
        await AccessEnds.AppendAsync(Store, Stop);
        var file = Store.Location.AccessEndsFile;
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Stop)).Replace("Disabled", "Consent"), Stop);
        var (_, report) = await RestoreAsync(outside: true);
        Assert.Contains("is not as it was written", report.Back.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restored_store_does_not_serve_until_who_runs_the_machine_has_said_so_once()
    {
        await StoreGate.PassAsync(Store, new HostOptions(), Stop);
        await BackupAsync();
        var (store, _) = await RestoreAsync();
        await StoreStart.OpenAsync(store, demo: false, Stop);
        for (var start = 0; start < 2; start++)
        {
            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreGate.PassAsync(store, new HostOptions(), Stop));
            Assert.Equal("restore.waits", refused.Rule);
            Assert.Contains("--confirm-restore", refused.Message, StringComparison.Ordinal);
        }
        await StoreGate.PassAsync(store, new HostOptions { ConfirmRestore = true }, Stop);
        await StoreGate.PassAsync(store, new HostOptions(), Stop);
        await using var db = store.CreateDbContext();
        Assert.Equal(1, await db.AuditEvents.CountAsync(e => e.Reason == "restore.confirmed", Stop));
        // A backup of it, restored, asks again.
        File.Delete(BackupFile);
        await StoreBackup.WriteAsync(store, BackupFile, Secret, RecordSamples.Actor, null, Stop);
        var (again, _) = await RestoreAsync();
        Assert.True((await RestoreMark.ReadAsync(again, Stop))!.Waits);
    }

    private async Task<Guid> AccountAsync()
    {
        var account = new UserAccount
        {
            UserName = "wren",
            DisplayName = "Wren",
            Role = "Nurse",
            CreatedAt = DateTime.UtcNow,
        };
        await using var db = Store.CreateDbContext();
        db.Add(account);
        await db.SaveChangesAsync(Stop);
        return account.Id;
    }

    private Task NoteAsync(AuditEntry entry) => Store.Records.NoteAsync(RecordSamples.Actor, entry, Stop);

    private Task<BackupReport> BackupAsync() => StoreBackup.WriteAsync(Store, BackupFile, Secret, RecordSamples.Actor, null, Stop);

    /// <param name="outside">What stands outside the database outlived it.</param>
    private async Task<(Store Store, RestoreReport Report)> RestoreAsync(bool outside = false)
    {
        var location = new StoreLocation(
            Path.Combine(_folder, Guid.CreateVersion7().ToString("N")),
            Provider == "PostgreSQL" ? await TestStore.CreateDatabaseAsync(isEmpty: true) : null
        );
        if (outside)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(location.AccessEndsFile)!);
            File.Copy(Store.Location.AccessEndsFile, location.AccessEndsFile);
        }
        var report = await StoreRestore.ReadAsync(BackupFile, Secret, location, TimeProvider.System, null, Stop, static _ => null);
        var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: false, static _ => null), TimeProvider.System);
        _restored.Add(store);
        return (store, report);
    }
}
