using System.Data.Common;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Glidepath.Storage;

/// <param name="Rows">By table, as counted in the restored store; the same as in the backup, or nothing was restored.</param>
/// <param name="Chain">Of the audit as it was in the backup.</param>
/// <param name="Destroyed">Patients whose keys the backup still held and that were destroyed again.</param>
/// <param name="LaterAnchors">Set aside: they name rows written after the backup, which are lost.</param>
/// <param name="Ended">What worked in the backup and works no more.</param>
/// <param name="Back">What ended after the backup and is back, as far as it is known.</param>
public sealed record RestoreReport(
    DateTime MadeAt,
    IReadOnlyDictionary<string, long> Rows,
    AuditVerdict Chain,
    int Destroyed,
    int LaterAnchors,
    EndedSignIns Ended,
    WhatIsBack Back
);

/// <summary>
/// Who left, or used a code, after the backup must not come in again by it; which of these were, nobody can know. So all of them end.
/// </summary>
/// <param name="Requests">About accounts, which waited for a second person.</param>
public sealed record EndedSignIns(int Sessions, int Codes, int Requests);

/// <param name="Known">The oldest first.</param>
/// <param name="KnownTo">The last moment that files outside the database know of; null where there are none after the backup.</param>
/// <param name="Problem">Why the list cannot be relied on; null where it can.</param>
public sealed record WhatIsBack(IReadOnlyList<AccessEnd> Known, DateTime? KnownTo, string? Problem);

/// <summary>Makes a store of either kind from a backup, in an empty place, whole or not at all.</summary>
public static class StoreRestore
{
    /// <param name="environment">As of <see cref="KeyFiles.Load"/>.</param>
    /// <param name="laterAuditKey">The audit key that was in use last, where it was changed after the backup.</param>
    /// <exception cref="StoreRefusedException">The place is not empty, or the backup cannot be used. Nothing was changed.</exception>
    public static async Task<RestoreReport> ReadAsync(
        string file,
        BackupSecret secret,
        StoreLocation target,
        TimeProvider clock,
        Action<double>? progress,
        CancellationToken cancellationToken,
        Func<string, string?>? environment = null,
        byte[]? laterAuditKey = null
    )
    {
        await using var input = Open(file);
        using var backup = new BackupReader(input, secret);
        var keys = KeyFiles.Of(backup.Manifest.Keys);
        using var place = new RestorePlace(target, keys, laterAuditKey, environment ?? Environment.GetEnvironmentVariable);
        await place.RequireEmptyAsync(cancellationToken);
        place.Prepare(backup.Manifest);
        var store = new Store(place.Building, keys, clock);
        RestoreReport report;
        await using (var db = store.CreateDbContext())
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            var schema = StoreCheck.MigrationOf(db, backup.Manifest.Schema);
            if (db is SqliteGlidepathDbContext)
                await ExecuteAsync(db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;", cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            report = await FillAsync(store, db, transaction.GetDbTransaction(), backup, schema, place, progress, cancellationToken);
            place.PlaceKeys();
            await transaction.CommitAsync(cancellationToken);
        }
        await place.FinishAsync(cancellationToken);
        return report;
    }

    private static async Task<RestoreReport> FillAsync(
        Store store,
        GlidepathDbContext db,
        DbTransaction transaction,
        BackupReader backup,
        string schema,
        RestorePlace place,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        // As it was when the backup was made, and then on to this version, as a start would do.
        await MigrateAsync(db, null, schema, cancellationToken);
        var tables = BackupTable.Of(db).ToDictionary(t => t.Name);
        await LoadAsync(db, transaction, tables, db.Database.GetMigrations().Last() == schema, backup, progress, cancellationToken);
        var rows = new Dictionary<string, long>();
        foreach (var (name, expected) in backup.Manifest.Rows)
            if ((rows[name] = await StoreBackup.CountAsync(transaction, name, cancellationToken)) != expected)
                throw new StoreRefusedException(
                    "restore.count",
                    $"{name} has {rows[name]} rows after the restore; the backup has {expected}. Nothing was restored."
                );
        await MigrateAsync(db, schema, null, cancellationToken);
        db.Scope = RecordScope.OfTheStore(new AuditEntry(AuditAction.Backup, "Restore"));
        await AppendOnlyTriggers.EnsureAsync(db, cancellationToken);
        // Whoever verifies opens sealed fields, and no other connection sees these keys before the end.
        store.Ring.KeepAll(await db.PatientKeys.AsNoTracking().ToListAsync(cancellationToken));
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var ended = await EndSignInsAsync(db, now, cancellationToken);
        await RestoreMark.SetAsync(db, now, backup.Manifest.At, cancellationToken);
        var verdict = await AuditVerifier.VerifyAsync(db, store, cancellationToken);
        var destroyed = await DestroyAgainAsync(db, place.Destroyed, cancellationToken);
        // A chain that does not hold is told and kept as it is; the record in it is needed all the same.
        if (verdict.Holds)
            await store.Chain.AppendAsync(
                db,
                RequestActor.System("restore"),
                [
                    db.Scope.Declared,
                    new AuditEntry(AuditAction.SignOut, nameof(UserSession), Reason: "restore.all"),
                    .. destroyed.Select(id => new AuditEntry(AuditAction.Delete, nameof(PatientKey), id, Reason: "restore.replay")),
                ],
                cancellationToken
            );
        return new(backup.Manifest.At, rows, verdict, destroyed.Count, place.LaterAnchors, ended, place.Back);
    }

    private static async Task<EndedSignIns> EndSignInsAsync(GlidepathDbContext db, DateTime now, CancellationToken cancellationToken) =>
        new(
            await db.UserSessions.ExecuteDeleteAsync(cancellationToken),
            await db.AccountCodes.ExecuteDeleteAsync(cancellationToken),
            await db
                .AccountRequests.Where(r => r.State == AccountRequestState.Waiting)
                .ExecuteUpdateAsync(
                    r => r.SetProperty(x => x.State, AccountRequestState.Lapsed).SetProperty(x => x.DecidedAt, now),
                    cancellationToken
                )
        );

    private static async Task LoadAsync(
        GlidepathDbContext db,
        DbTransaction transaction,
        Dictionary<string, BackupTable> tables,
        bool isLatest,
        BackupReader backup,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        var (done, all) = (0L, Math.Max(1, backup.Manifest.Rows.Values.Sum()));
        while (backup.NextTable() is { } stored)
        {
            if (!tables.Remove(stored.Name, out var known) || known.As(stored, isLatest) is not { } table)
                throw new StoreRefusedException(
                    "backup.schema",
                    $"The backup's table {stored.Name} is not that of this version. Restore it with the version that made it."
                );
            await using TableLoader sink =
                db is PostgresGlidepathDbContext
                    ? await PostgresRows.BeginAsync(transaction, table, cancellationToken)
                    : new SqliteRows(transaction, table);
            foreach (var row in backup.Rows(stored))
            {
                await sink.AddAsync(row, cancellationToken);
                if (++done % 1000 == 0)
                    progress?.Invoke((double)done / all);
            }
            await sink.CompleteAsync(cancellationToken);
        }
        // Those that a later version added are empty.
        if (isLatest && tables.Count > 0)
            throw new StoreRefusedException(
                "backup.schema",
                $"The backup has no table {tables.Keys.First()}. Restore it with the version that made it."
            );
    }

    private static async Task MigrateAsync(GlidepathDbContext db, string? from, string? to, CancellationToken cancellationToken)
    {
        var script = db.GetService<IMigrator>().GenerateScript(from, to, MigrationsSqlGenerationOptions.NoTransactions);
        if (!string.IsNullOrWhiteSpace(script))
            await ExecuteAsync(db, script, cancellationToken);
    }

    private static async Task<List<Guid>> DestroyAgainAsync(
        GlidepathDbContext db,
        IReadOnlyList<DestroyedKey> destroyed,
        CancellationToken cancellationToken
    )
    {
        var again = new List<Guid>();
        foreach (var one in destroyed)
        {
            var keys = await db.PatientKeys.Where(k => k.PatientId == one.PatientId && k.Wrapped != null).ToListAsync(cancellationToken);
            keys.ForEach(k => k.Destroy(one.At));
            if (keys.Count > 0)
                again.Add(one.PatientId);
        }
        await db.SaveChangesAsync(cancellationToken);
        foreach (var one in destroyed)
            await KeyDestructionService.ForgetHashesAsync(db, one.PatientId, cancellationToken);
        return again;
    }

    private static async Task ExecuteAsync(GlidepathDbContext db, string sql, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static FileStream Open(string file) =>
        File.Exists(file)
            ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20)
            : throw new StoreRefusedException("backup.missing", $"There is no file {file}.");
}
