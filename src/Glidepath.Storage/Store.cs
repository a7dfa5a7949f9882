using Glidepath.Storage.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>One store with its keys: contexts, key ring and audit chain that belong together.</summary>
public sealed class Store : IDbContextFactory<GlidepathDbContext>
{
    private readonly Func<GlidepathDbContext> _context;

    public Store(StoreLocation location, KeyFiles keys, TimeProvider clock)
    {
        Location = location;
        Keys = keys;
        Clock = clock;
        Ring = new KeyRing(keys, LoadKeys);
        Index = new BlindIndex(Ring);
        Chain = new AuditChain(keys, clock);
        Records = new RecordStore(this, Ring, Chain, clock);
        var interceptors = new object[] { new EncryptionInterceptor(Ring, clock), new RecordInterceptor() }.Cast<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>();
        if (location.Postgres is { } connection)
        {
            var options = new DbContextOptionsBuilder<PostgresGlidepathDbContext>().UseNpgsql(connection).AddInterceptors(interceptors).Options;
            _context = () => new PostgresGlidepathDbContext(options);
        }
        else
        {
            var options = new DbContextOptionsBuilder<SqliteGlidepathDbContext>().UseSqlite(SqliteConnectionString(location.SqliteFile))
                .AddInterceptors(interceptors.Append(new SqliteDurability())).Options;
            _context = () => new SqliteGlidepathDbContext(options);
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
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30, Pooling = true }.ConnectionString;

    private List<PatientKey> LoadKeys(Guid? patientId)
    {
        using var db = CreateDbContext();
        return [.. db.PatientKeys.AsNoTracking().Where(k => patientId == null || k.PatientId == patientId)];
    }
}
