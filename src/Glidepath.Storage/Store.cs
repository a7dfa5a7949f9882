using Glidepath.Storage.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Glidepath.Storage;

/// <summary>One store with its keys: contexts, key ring and audit chain that belong together.</summary>
public sealed class Store : IDbContextFactory<GlidepathDbContext>
{
    // The same for every store: EF Core builds the model anew for each other set of them.
    private static readonly IInterceptor[] Guards = [new EncryptionInterceptor(), new RecordInterceptor()];
    private static readonly IInterceptor Durable = new SqliteDurability();

    private readonly Func<GlidepathDbContext> _context;
    private readonly Func<GlidepathDbContext> _keyContext;

    public Store(StoreLocation location, KeyFiles keys, TimeProvider clock)
    {
        Location = location;
        Keys = keys;
        Clock = clock;
        Ring = new KeyRing(keys, LoadKeys);
        Index = new BlindIndex(Ring);
        Chain = new AuditChain(keys, clock);
        Records = new RecordStore(this, Ring, Chain, keys, clock, hasOneWriter: location.Postgres is null);
        if (location.Postgres is { } connection)
        {
            var options = new DbContextOptionsBuilder<PostgresGlidepathDbContext>()
                .UseNpgsql(connection)
                .UseApplicationServiceProvider(IdentitySchema.WithPasskeys)
                .AddInterceptors(Guards)
                .Options;
            // Keys are read in the midst of another's transaction: from a pool of their own, or all could wait for each other.
            var apart = new NpgsqlConnectionStringBuilder(connection)
            {
                ApplicationName = "glidepath-keys",
                MaxPoolSize = 4,
                MinPoolSize = 0,
            }.ConnectionString;
            var keyOptions = new DbContextOptionsBuilder<PostgresGlidepathDbContext>()
                .UseNpgsql(apart)
                .UseApplicationServiceProvider(IdentitySchema.WithPasskeys)
                .AddInterceptors(Guards)
                .Options;
            _keyContext = () => new PostgresGlidepathDbContext(keyOptions);
            _context = () => new PostgresGlidepathDbContext(options) { Ring = Ring, Clock = clock };
        }
        else
        {
            var options = new DbContextOptionsBuilder<SqliteGlidepathDbContext>()
                .UseSqlite(SqliteConnectionString(location.SqliteFile))
                .UseApplicationServiceProvider(IdentitySchema.WithPasskeys)
                .AddInterceptors([.. Guards, Durable])
                .Options;
            _keyContext = () => _context!();
            _context = () => new SqliteGlidepathDbContext(options) { Ring = Ring, Clock = clock };
        }
    }

    public StoreLocation Location { get; }

    public KeyFiles Keys { get; }

    public TimeProvider Clock { get; }

    public KeyRing Ring { get; }

    public BlindIndex Index { get; }

    public RecordStore Records { get; }

    internal AuditChain Chain { get; }

    public GlidepathDbContext CreateDbContext() => _context();

    internal static string SqliteConnectionString(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Pooling = true,
        }.ConnectionString;

    private List<PatientKey> LoadKeys(Guid? patientId)
    {
        using var db = _keyContext();
        return [.. db.PatientKeys.AsNoTracking().Where(k => patientId == null || k.PatientId == patientId)];
    }
}
