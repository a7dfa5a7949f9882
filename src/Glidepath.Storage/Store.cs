using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql;

namespace Glidepath.Storage;

/// <summary>One store with its keys: contexts, key ring and audit chain that belong together.</summary>
public sealed class Store : IDbContextFactory<GlidepathDbContext>
{
    // The same for every store: EF Core builds the model anew for each other set of them.
    private static readonly IInterceptor[] Guards = [new EncryptionInterceptor(), new RecordInterceptor(), new AccountCommands()];
    private static readonly IInterceptor Durable = new SqliteDurability();

    // Contexts that wait to be used again.
    private const int MostKept = 64;

    private readonly Func<GlidepathDbContext> _context;
    private readonly Func<GlidepathDbContext> _reader;
    private readonly Func<GlidepathDbContext> _keyContext;

    public Store(StoreLocation location, KeyFiles keys, TimeProvider clock)
    {
        Location = location;
        Keys = keys;
        Clock = clock;
        Ring = new KeyRing(keys, LoadKeys);
        Index = new BlindIndex(Ring);
        Seals = new AccessSeals(keys, clock);
        Chain = new AuditChain(keys, Seals, clock);
        if (location.Postgres is { } connection)
        {
            _context = _reader = Pool(OfPostgres(connection));
            // Keys are read in the midst of another's transaction: from a pool of their own, or all could wait for each other.
            var apart = new NpgsqlConnectionStringBuilder(connection)
            {
                ApplicationName = "glidepath-keys",
                MaxPoolSize = 4,
                MinPoolSize = 0,
            }.ConnectionString;
            var keyOptions = OfPostgres(apart);
            _keyContext = () => new PostgresGlidepathDbContext(keyOptions);
        }
        else
        {
            _context = _keyContext = Pool(OfSqlite(location.SqliteFile, SqliteOpenMode.ReadWriteCreate));
            _reader = Pool(OfSqlite(location.SqliteFile, SqliteOpenMode.ReadOnly));
        }
        Records = new RecordStore(this, _reader, Ring, Chain, keys, clock, hasOneWriter: location.Postgres is null);
    }

    public StoreLocation Location { get; }

    public KeyFiles Keys { get; }

    public TimeProvider Clock { get; }

    /// <summary>Where the program is. Until the store was opened, UTC.</summary>
    public TimeZoneInfo Zone { get; internal set; } = TimeZoneInfo.Utc;

    /// <summary>The day it is where the program is.</summary>
    public DateOnly Today => DayOf(Clock.GetUtcNow().UtcDateTime);

    public KeyRing Ring { get; }

    public BlindIndex Index { get; }

    public RecordStore Records { get; }

    public AccessSeals Seals { get; }

    public AccountStamp Accounts { get; } = new();

    internal AuditChain Chain { get; }

    /// <param name="utc">An instant.</param>
    public DateOnly DayOf(DateTime utc) => LocalDay.Of(utc, Zone);

    public GlidepathDbContext CreateDbContext() => _context();

    /// <summary>Makes the queries of most requests ready. Nobody's record is read, and nothing is written.</summary>
    public async Task WarmUpAsync(int times, CancellationToken cancellationToken)
    {
        for (var i = 0; i < times; i++)
        {
            await using var db = _reader();
            db.Scope = new RecordScope(new AuditEntry(AuditAction.Read, "Start")) { IsReadOnly = true, IsDeciding = true };
            await using var moment = await Snapshot.BeginAsync(db, cancellationToken);
            await HotQueries.AskForNobodyAsync(db, cancellationToken);
        }
    }

    internal static string SqliteConnectionString(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Pooling = true,
        }.ConnectionString;

    private static DbContextOptions<PostgresGlidepathDbContext> OfPostgres(string connection) =>
        Guarded(new DbContextOptionsBuilder<PostgresGlidepathDbContext>().UseNpgsql(Prepared(connection))).Options;

    /// <summary>
    /// Statements are prepared once a connection and kept, unless the operator said otherwise. Nothing here leaves a connection otherwise
    /// than it found it, so none is reset.
    /// </summary>
    private static string Prepared(string connection)
    {
        var said = new NpgsqlConnectionStringBuilder(connection);
        if (!said.ContainsKey("Max Auto Prepare"))
            said.MaxAutoPrepare = 200;
        if (!said.ContainsKey("No Reset On Close"))
            said.NoResetOnClose = true;
        return said.ConnectionString;
    }

    private static DbContextOptions<SqliteGlidepathDbContext> OfSqlite(string file, SqliteOpenMode mode) =>
        Guarded(
                new DbContextOptionsBuilder<SqliteGlidepathDbContext>().UseSqlite(
                    SqliteConnectionString(file, mode),
                    // A list is one parameter, so that the text of a command stays the same, however long the list is.
                    sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                )
            )
            .AddInterceptors(Durable)
            .Options;

    private static DbContextOptionsBuilder<T> Guarded<T>(DbContextOptionsBuilder<T> options)
        where T : GlidepathDbContext =>
        options
            .UseApplicationServiceProvider(IdentitySchema.WithPasskeys)
            .ReplaceService<IStructuralTypeMaterializerSource, RecordShaper>()
            .AddInterceptors(Guards);

    /// <summary>A context is used again after it was disposed of: each time it gets what is this store's, and no scope.</summary>
    private Func<GlidepathDbContext> Pool<T>(DbContextOptions<T> options)
        where T : GlidepathDbContext
    {
        var pool = new PooledDbContextFactory<T>(options, MostKept);
        return () =>
        {
            var db = pool.CreateDbContext();
            (db.Ring, db.Clock, db.Seals, db.Accounts, db.Scope, db.HasChangedAccounts) = (Ring, Clock, Seals, Accounts, null, false);
            db.Zone = Zone;
            return db;
        };
    }

    private List<PatientKey> LoadKeys(Guid? patientId)
    {
        using var db = _keyContext();
        return [.. db.PatientKeys.AsNoTracking().Where(k => patientId == null || k.PatientId == patientId)];
    }
}
