using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>Brings a store to this version and refuses to open one that would lose or leak.</summary>
public static class StoreStart
{
    private const string DemoFact = "demo";

    /// <param name="demo">A demo store may only be opened as a demo, any other only as itself.</param>
    /// <param name="timeZone">IANA name of where the program is; null for what the store says, or at its first start the machine.</param>
    /// <exception cref="StoreRefusedException">The store is not durable, the keys do not fit, it is (not) a demo, or there is no such
    /// time zone.</exception>
    public static async Task OpenAsync(Store store, bool demo, CancellationToken cancellationToken, string? timeZone = null)
    {
        try
        {
            await OpenNowAsync(store, demo, timeZone, cancellationToken);
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException
                || (failed as SqliteException ?? failed.InnerException as SqliteException)?.SqliteErrorCode
                    is ReadOnly
                        or Busy
                        or Disk
                        or Full
                        or CannotOpen
            )
        {
            throw Unusable(store.Location.DataDirectory, failed);
        }
    }

    /// <summary>A folder that cannot be used as one of a store, in words and not as a trace.</summary>
    public static StoreRefusedException Unusable(string folder, Exception failed) =>
        new(
            "store.folder",
            $"The data folder {folder} cannot be used: {failed.Message} The account that runs Glidepath must be able to read and write "
                + $"the folder and every file in it, there must be room on the disk, and no other program may hold glidepath.db."
        );

    // Result codes of SQLite (https://sqlite.org/rescode.html).
    private const int Busy = 5,
        ReadOnly = 8,
        Disk = 10,
        Full = 13,
        CannotOpen = 14;

    private static async Task OpenNowAsync(Store store, bool demo, string? timeZone, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        if (db is SqliteGlidepathDbContext)
        {
            OwnerOnly.CreateFolder(store.Location.DataDirectory);
            // Before SQLite would make it: the write-ahead log and its index take the rights of the file.
            OwnerOnly.CreateFile(store.Location.SqliteFile);
            foreach (var beside in new[] { "-wal", "-shm" })
                OwnerOnly.Restrict(store.Location.SqliteFile + beside);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        }
        // Asked first: to migrate what is up to date costs half of a start, for a comparison of models that the gate makes once
        // (`Both_sets_of_migrations_hold_the_model`).
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await RenamedMigrations.TellAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        await (db is SqliteGlidepathDbContext ? RequireSqlite(db, cancellationToken) : RequirePostgres(db, cancellationToken));
        // Triggers stand on tables of records but touch none of them.
        db.Scope = RecordScope.OfTheStore(new AuditEntry(AuditAction.Configure, "Triggers"));
        await AppendOnlyTriggers.EnsureAsync(db, cancellationToken);
        db.Scope = null;
        var isFirst = !await db.StoreFacts.AnyAsync(cancellationToken);
        await MatchFactsAsync(db, store, demo, cancellationToken);
        await SetZoneAsync(db, store, timeZone, isFirst, cancellationToken);
        await PhoneKeyPair.EnsureAsync(db, store.Keys, store.Clock.GetUtcNow().UtcDateTime, cancellationToken);
        if (!await db.AuditHeads.AnyAsync(cancellationToken))
        {
            db.Add(AuditHead.Empty(store.Chain.Key));
            await db.SaveChangesAsync(cancellationToken);
        }
        await store.Records.EnsureInstallationKeyAsync(cancellationToken);
        await AccessSealing.EnsureAsync(store, cancellationToken);
    }

    public static async Task<bool> IsDemoAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return await db.StoreFacts.AnyAsync(f => f.Name == DemoFact && f.Value == "yes", cancellationToken);
    }

    private static async Task SetZoneAsync(
        GlidepathDbContext db,
        Store store,
        string? asked,
        bool isFirst,
        CancellationToken cancellationToken
    )
    {
        var stored = await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == ProgramZone.Fact, cancellationToken);
        var name = asked ?? stored?.Value ?? (isFirst ? ProgramZone.OfThisMachine() : ProgramZone.Former);
        store.Zone = ProgramZone.Find(name);
        if (stored is null)
            db.Add(new StoreFact { Name = ProgramZone.Fact, Value = name });
        else
            stored.Value = name;
        await db.SaveChangesAsync(cancellationToken);
        db.Zone = store.Zone;
    }

    private static async Task MatchFactsAsync(GlidepathDbContext db, Store store, bool demo, CancellationToken cancellationToken)
    {
        var known = await db.StoreFacts.ToDictionaryAsync(f => f.Name, cancellationToken);
        var isNew = known.Count == 0;
        foreach (var name in KeyFiles.Names)
            Match("key." + name, store.Keys.Fingerprint(name), f => StoreCheck.OtherKey(store, name, f));
        Match(
            DemoFact,
            demo ? "yes" : "no",
            f =>
                f == "yes"
                    ? new StoreRefusedException(
                        "demo.only",
                        "This store holds a demo: open it with --demo, or choose another --data directory."
                    )
                    : new StoreRefusedException(
                        "demo.not",
                        "This store is not a demo, and --demo does not touch it. Choose another --data directory."
                    )
        );
        await db.SaveChangesAsync(cancellationToken);

        void Match(string fact, string value, Func<string, StoreRefusedException> refuse)
        {
            if (known.TryGetValue(fact, out var stored))
            {
                if (stored.Value != value)
                    throw refuse(stored.Value);
            }
            else if (isNew)
            {
                db.Add(new StoreFact { Name = fact, Value = value });
            }
            else
            {
                throw new StoreRefusedException(
                    "fact.missing",
                    $"The store does not say its {fact}: it was changed from outside. Restore a backup."
                );
            }
        }
    }

    private static async Task RequireSqlite(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        foreach (var (pragma, expected) in new[] { ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1") })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            var found = Convert.ToString(
                await command.ExecuteScalarAsync(cancellationToken),
                System.Globalization.CultureInfo.InvariantCulture
            );
            if (found != expected)
                throw new StoreRefusedException(
                    "sqlite." + pragma,
                    $"SQLite answers {pragma} = {found}; {expected} is needed so that nothing written is lost. Is the data "
                        + $"directory on a local disk?"
                );
        }
        await db.Database.CloseConnectionAsync();
    }

    private static async Task RequirePostgres(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        foreach (
            var (setting, accepted) in new[] { ("fsync", "on"), ("full_page_writes", "on"), ("synchronous_commit", "on remote_apply") }
        )
        {
            var found = (
                await db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").ToListAsync(cancellationToken)
            ).Single();
            if (!accepted.Split(' ').Contains(found))
                throw new StoreRefusedException(
                    "postgres." + setting,
                    $"PostgreSQL answers {setting} = {found}; {accepted.Replace(" ", " or ", StringComparison.Ordinal)} is needed so that "
                        + $"nothing written is lost."
                );
        }
        var version = (
            await db
                .Database.SqlQuery<int>($"SELECT current_setting('server_version_num')::int AS \"Value\"")
                .ToListAsync(cancellationToken)
        ).Single();
        if (version < 150_000)
            throw new StoreRefusedException("postgres.version", $"PostgreSQL {version / 10_000} is too old; 15 or later is needed.");
    }
}
