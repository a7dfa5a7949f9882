using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>
/// The one model of the record. Data about a patient can only be reached inside a scope of <see cref="RecordStore"/>, which audits it; the interceptors refuse the rest.
/// </summary>
public abstract class GlidepathDbContext(DbContextOptions options) : IdentityDbContext<UserAccount, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<PatientKey> PatientKeys => Set<PatientKey>();

    public DbSet<StoreFact> StoreFacts => Set<StoreFact>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<IdempotentWrite> IdempotentWrites => Set<IdempotentWrite>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Of the scope that is open; null outside one.</summary>
    internal RecordScope? Scope { get; set; }

    // Passkeys came with the third schema.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var record in typeof(IPatientRecord).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPatientRecord))))
            RecordConventions.Map(builder.Entity(record));
        builder.ApplyConfigurationsFromAssembly(typeof(GlidepathDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.ClrType.Namespace!.StartsWith("Glidepath", StringComparison.Ordinal)))
            RecordConventions.Apply(builder.Entity(entity.ClrType));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(600);
        configurationBuilder.Properties<decimal>().HavePrecision(12, 4);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }
}

public sealed class SqliteGlidepathDbContext(DbContextOptions<SqliteGlidepathDbContext> options) : GlidepathDbContext(options);

public sealed class PostgresGlidepathDbContext(DbContextOptions<PostgresGlidepathDbContext> options) : GlidepathDbContext(options);
