using System.Runtime.CompilerServices;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Seals <see cref="EncryptedAttribute"/> fields on their way to the store; <see cref="EntryLoad"/> opens them on their way back. Also holds
/// append-only entries and versions.
/// </summary>
internal sealed class EncryptionInterceptor : ISaveChangesInterceptor
{
    // What was in the entities while ciphertext stands in for it during one save.
    private readonly ConditionalWeakTable<DbContext, List<(PropertyEntry Entry, object? Plain)>> _plain = [];

    public InterceptionResult<int> SavingChanges(DbContextEventData data, InterceptionResult<int> result)
    {
        Prepare((GlidepathDbContext)data.Context!);
        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => new(SavingChanges(data, result));

    public int SavedChanges(SaveChangesCompletedEventData data, int result)
    {
        Restore(data.Context!, saved: true);
        return result;
    }

    public ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData data,
        int result,
        CancellationToken cancellationToken = default
    ) => new(SavedChanges(data, result));

    public void SaveChangesFailed(DbContextErrorEventData data) => Restore(data.Context!, saved: false);

    public Task SaveChangesFailedAsync(DbContextErrorEventData data, CancellationToken cancellationToken = default)
    {
        Restore(data.Context!, saved: false);
        return Task.CompletedTask;
    }

    private void Prepare(GlidepathDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        // What is saved may be what decides: it is read anew when it is asked for next.
        if (entries.Count > 0 && db.Scope is { } open)
        {
            if (open.IsReadOnly)
                throw new SavedInReadException(entries[0].Metadata.ShortName());
            open.Decided.Clear();
            open.HasSaved = true;
        }
        foreach (var entry in entries)
        {
            HoldRules(entry);
            if (entry.Entity is not IPatientRecord record)
                continue;
            var scope = db.Scope ?? throw new UnauditedAccessException(entry.Metadata.ShortName());
            var action = entry switch
            {
                { State: EntityState.Added, Entity: IAppendOnly { AmendsId: not null } } => AuditAction.Amend,
                { State: EntityState.Added } => AuditAction.Create,
                { State: EntityState.Modified } => AuditAction.Update,
                _ => AuditAction.Delete,
            };
            Require(scope, entry, record);
            scope.NoteWrite(
                action,
                StoredAsAttribute.NameOf(entry.Metadata.ClrType),
                record.PatientId,
                entry.Metadata.FindPrimaryKey()!.Properties[0].ClrType == typeof(Guid)
                    ? (Guid?)entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue
                    : null
            );
        }
        var plain = _plain.GetOrCreateValue(db);
        foreach (var entry in entries.Where(e => e.State != EntityState.Deleted))
        foreach (var (property, scope) in SealedFields.Of(entry.Entity.GetType()))
        {
            var field = entry.Property(property.Name);
            if (field.CurrentValue is null || (entry.State == EntityState.Modified && !field.IsModified))
                continue;
            var (key, place) = (KeyFor(db, entry.Entity, scope), Place(entry.Metadata, property.Name, entry.Entity));
            object ciphertext = field.CurrentValue switch
            {
                string text => FieldCipher.Seal(key, place, Writable(entry, property.Name, text)),
                byte[] bytes when bytes.Length <= RecordConventions.MostBytes => FieldCipher.Seal(key, place, bytes),
                var other => throw new NotSupportedException($"{property.Name} is a {other.GetType().Name}, or too large to be sealed."),
            };
            plain.Add((field, field.CurrentValue));
            field.CurrentValue = ciphertext;
        }
    }

    /// <exception cref="RuleViolationException">Too long, or with a sign that may not stand in a text.</exception>
    private static string Writable(EntityEntry entry, string property, string text)
    {
        if (text.Length > RecordConventions.LongestText)
            throw new RuleViolationException(
                "text.too-long",
                ("entry", entry.Metadata.ShortName()),
                ("field", property),
                ("given", text.Length),
                ("most", RecordConventions.LongestText)
            );
        var sign = property.EndsWith("Json", StringComparison.Ordinal) ? PlainText.ForbiddenInJson(text) : PlainText.Forbidden(text);
        return sign is null
            ? text
            : throw new RuleViolationException("text.sign", ("entry", entry.Metadata.ShortName()), ("field", property), ("sign", sign));
    }

    /// <summary>
    /// A change is of the kinds of the fields that it changes; a new entry is of the kind of its type. What holds a chosen kind besides is
    /// saved by who may read that kind.
    /// </summary>
    private static void Require(RecordScope scope, EntityEntry entry, IPatientRecord record)
    {
        var type = entry.Metadata.ClrType;
        var fields = RecordClasses.FieldsOf(type);
        IEnumerable<DataClass> needed =
            entry.State == EntityState.Modified && fields.Count > 0
                ? entry
                    .Properties.Where(p => p.IsModified && p.Metadata.Name != nameof(IVersioned.Version))
                    .Select(p => fields.GetValueOrDefault(p.Metadata.Name, RecordClasses.Of(type)))
                    .Distinct()
                : [RecordClasses.Of(type)];
        if (record is IOfChosenClass { Holds: var holds } && !scope.Grants.MayLoad(record.PatientId, holds))
            throw new UngrantedAccessException(entry.Metadata.ShortName(), holds.ToString(), "saved");
        // Who asked for nothing by name, such as the demo, may make one for somebody, and reads none.
        if (scope.Writer is not null)
            scope.RequireWriter(record, entry.Metadata.ShortName(), "saved");
        foreach (var dataClass in needed)
            if (!scope.Grants.MaySave(record.PatientId, dataClass))
                throw new UngrantedAccessException(entry.Metadata.ShortName(), dataClass.ToString(), "saved");
    }

    private static void HoldRules(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case IAppendOnly when entry.State != EntityState.Added:
                throw new RuleViolationException("entry.append-only", ("entry", entry.Metadata.ShortName()));
            case IAppendOnly { AmendsId: not null, AmendmentReason: null or "" }:
                throw RuleViolationException.Of(
                    "entry.amendment-reason",
                    Sentence.Of("entry.amendment-without-reason", ("entry", entry.Metadata.ShortName()))
                );
            case IVersioned when entry.State is EntityState.Added or EntityState.Modified:
                entry.Property(nameof(IVersioned.Version)).CurrentValue = Guid.CreateVersion7();
                break;
        }
    }

    private void Restore(DbContext db, bool saved)
    {
        if (!_plain.TryGetValue(db, out var plain))
            return;
        foreach (var (field, text) in plain)
        {
            var state = field.EntityEntry.State;
            if (saved)
                field.OriginalValue = text;
            field.CurrentValue = text;
            if (saved && state != EntityState.Detached)
                field.IsModified = false;
        }
        plain.Clear();
    }

    private static byte[] KeyFor(GlidepathDbContext db, object entity, KeyScope scope)
    {
        var patientId = entity is IPatientRecord record ? record.PatientId : Guid.Empty;
        if (db.Scope?.NewKeys.TryGetValue((patientId, scope), out var made) is true)
            return made.Key;
        if (db.Ring!.TryGet(patientId, scope, out var key))
            return key ?? throw new KeyDestroyedException();
        var fresh = db.Ring.Make(patientId, scope, db.Clock.GetUtcNow().UtcDateTime);
        (db.Scope ?? throw new UnauditedAccessException("A new key")).NewKeys[(patientId, scope)] = fresh;
        db.Add(fresh.Row);
        return fresh.Key;
    }

    private static string Place(ITypeBase type, string property, object entity)
    {
        var entityType = (IEntityType)type;
        var key = string.Join('+', entityType.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(entity)));
        return FieldCipher.Place(entityType.GetTableName()!, property, key);
    }
}

/// <summary>
/// Work that was declared as a read wanted to save something. A mistake in the program: declare what it does, such as an update.
/// </summary>
public sealed class SavedInReadException(string what)
    : InvalidOperationException($"{what} was to be saved in work that is declared as a read. Declare what the work does.");
