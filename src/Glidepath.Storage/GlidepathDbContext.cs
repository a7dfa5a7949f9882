using System.Linq.Expressions;
using Glidepath.Storage.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Storage;

/// <summary>
/// The one model of the record. Data about a patient can only be reached inside a scope of <see cref="RecordStore"/>, which audits it; the
/// interceptors refuse the rest.
/// </summary>
public abstract class GlidepathDbContext(DbContextOptions options)
    : IdentityDbContext<UserAccount, IdentityRole<Guid>, Guid>(options),
        IDataProtectionKeyContext
{
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<PatientKey> PatientKeys => Set<PatientKey>();

    /// <summary>
    /// For what is shown of a person though no row of theirs was loaded, such as that something is not there: it stands in the audit as a
    /// read.
    /// </summary>
    /// <param name="what">The kind of entry.</param>
    public void NoteShown(Guid patientId, string what) => (Scope ?? throw new UnauditedAccessException(what)).NoteRead(patientId, what);

    internal DbSet<AccessHead> AccessHeads => Set<AccessHead>();

    public DbSet<StoreFact> StoreFacts => Set<StoreFact>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<AccountCode> AccountCodes => Set<AccountCode>();

    public DbSet<AccountRequest> AccountRequests => Set<AccountRequest>();

    public DbSet<SecurityAlert> SecurityAlerts => Set<SecurityAlert>();

    public DbSet<AccessReview> AccessReviews => Set<AccessReview>();

    public DbSet<IdempotentWrite> IdempotentWrites => Set<IdempotentWrite>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<AlertHeartbeat> AlertHeartbeats => Set<AlertHeartbeat>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// What seals and opens its fields; null only at design time. On the context, so that the interceptors are the same for all and the
    /// model is built once.
    /// </summary>
    internal KeyRing? Ring { get; set; }

    internal TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Where the program is.</summary>
    public TimeZoneInfo Zone { get; internal set; } = TimeZoneInfo.Utc;

    /// <summary>The day of an instant where the program is.</summary>
    /// <param name="utc">An instant.</param>
    public DateOnly DayOf(DateTime utc) => Treatment.LocalDay.Of(utc, Zone);

    /// <summary>Null only at design time.</summary>
    internal AccessSeals? Seals { get; set; }

    /// <summary>Null only at design time.</summary>
    internal AccountStamp? Accounts { get; set; }

    /// <summary>Of the scope that is open; null outside one.</summary>
    internal RecordScope? Scope { get; set; }

    /// <summary>In the transaction that is open.</summary>
    internal bool HasChangedAccounts { get; set; }

    /// <summary>For what decides no access, such as the keys that protect cookies.</summary>
    /// <exception cref="NotSupportedException">The seals of what decides access are kept by <see cref="SaveChangesAsync(bool,
    /// CancellationToken)"/> only.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        Seals is not null && Privacy.Seals.AccessHeads.Changed(this).Count > 0
            ? throw new NotSupportedException("What decides access is saved by SaveChangesAsync.")
            : base.SaveChanges(acceptAllChangesOnSuccess);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Seals is not { } seals)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (
            var session in ChangeTracker.Entries<UserSession>().Where(s => s.State is EntityState.Added or EntityState.Modified).ToList()
        )
            session.Entity.Seal = AccountSeals.Of(seals, session.Entity);
        await MergedRecords.RefuseAsync(this, cancellationToken);
        var heads = await Privacy.Seals.AccessHeads.AdvanceAsync(this, seals, cancellationToken);
        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (Scope is { } scope)
                scope.NoteHeads(heads);
            else
                seals.SayLater(heads);
            return saved;
        }
        finally
        {
            foreach (var head in heads)
                Entry(head).State = EntityState.Detached;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var record in typeof(IPatientRecord).Assembly.GetTypes().Where(RecordConventions.IsRecord))
            RecordConventions.Map(builder.Entity(record));
        builder.ApplyConfigurationsFromAssembly(typeof(GlidepathDbContext).Assembly);
        // Only entities: what a convention came upon on the way is dropped again when the model is finished.
        foreach (
            var entity in builder
                .Model.GetEntityTypes()
                .Where(e => RecordConventions.IsRecord(e.ClrType) || e.ClrType.Assembly == typeof(GlidepathDbContext).Assembly)
        )
            RecordConventions.Apply(builder.Entity(entity.ClrType));
        foreach (var entity in builder.Model.GetEntityTypes())
            RecordConventions.ReadWordsStrictly(entity);
        foreach (
            var entity in builder
                .Model.GetEntityTypes()
                .Where(e => typeof(IPatientRecord).IsAssignableFrom(e.ClrType) && e.ClrType != typeof(KeyDestruction))
                .ToList()
        )
            builder.Entity(entity.ClrType).HasQueryFilter(WithKey(entity.ClrType));
    }

    /// <summary>
    /// What the key of a patient sealed is found by no query once that key is destroyed, on whatever node, so that no list breaks on it.
    /// </summary>
    private LambdaExpression WithKey(Type record)
    {
        var row = Expression.Parameter(record, "row");
        var patient = record == typeof(Patient) ? nameof(Patient.Id) : nameof(IPatientRecord.PatientId);
        Expression<Func<Guid, bool>> isThere = id => !PatientKeys.Any(k => k.PatientId == id && k.DestroyedAt != null);
        var body = new Swap(isThere.Parameters[0], Expression.Property(row, patient)).Visit(isThere.Body);
        return Expression.Lambda(body, row);
    }

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(600);
        configurationBuilder.Properties<decimal>().HavePrecision(12, 4);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<TimeOnly>().HaveConversion<MinutesConverter>();
    }
}

/// <summary>Identity reads its schema version from the options of an application; this is all the application it gets.</summary>
internal sealed class IdentitySchema : IServiceProvider
{
    public static readonly IdentitySchema WithPasskeys = new();

    private readonly IOptions<IdentityOptions> _options = Options.Create(
        new IdentityOptions { Stores = { SchemaVersion = IdentitySchemaVersions.Version3 } }
    );

    public object? GetService(Type serviceType) => serviceType == typeof(IOptions<IdentityOptions>) ? _options : null;
}

public sealed class SqliteGlidepathDbContext(DbContextOptions<SqliteGlidepathDbContext> options) : GlidepathDbContext(options);

public sealed class PostgresGlidepathDbContext(DbContextOptions<PostgresGlidepathDbContext> options) : GlidepathDbContext(options);
