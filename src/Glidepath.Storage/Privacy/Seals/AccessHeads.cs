using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Glidepath.Storage.Privacy.Seals;

/// <summary>Keeps the heads in step with what is saved, and holds what is read against them.</summary>
internal static class AccessHeads
{
    /// <summary>What is about to be saved and decides access, by its subject.</summary>
    public static ILookup<Guid, EntityEntry> Changed(GlidepathDbContext db) =>
        db
            .ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => (Entry: e, Subject: SubjectOf(e)))
            .Where(c => c.Subject is not null)
            .ToLookup(c => c.Subject!.Value, c => c.Entry);

    /// <summary>Call it before a save, while entries still hold what they say in plain text.</summary>
    /// <returns>The heads that change with it; they are saved in the same transaction, and to be let go of afterwards.</returns>
    public static async Task<IReadOnlyList<AccessHead>> AdvanceAsync(
        GlidepathDbContext db,
        AccessSeals seals,
        CancellationToken cancellationToken
    )
    {
        var changed = Changed(db);
        if (changed.Count == 0)
            return [];
        var known = await TakeAsync(db, [.. changed.Select(c => c.Key)], cancellationToken);
        var heads = new List<AccessHead>();
        foreach (var of in changed)
        {
            if (!known.TryGetValue(of.Key, out var head))
                head = of.Any(Founds) ? new AccessHead(of.Key) : throw seals.Broken("a head is missing");
            else if (!head.IsSealed(seals.Key))
                throw seals.Broken("a head is altered");
            var tables = new Dictionary<string, SealedRows>(head.Read());
            foreach (var entry in of.Where(e => e.Entity is not Patient))
                Apply(seals.Key, tables, entry);
            if (head.Version > 0 && AccessHead.Written(tables) == head.Tables)
                continue;
            if (head.Version == 0)
                db.Add(head);
            else
                db.Attach(head);
            head.Advance(seals.Key, tables);
            heads.Add(head);
        }
        return heads;
    }

    /// <summary>All that is there under each head, sealed for the first time.</summary>
    public static AccessHead Found(GlidepathDbContext db, AccessSeals seals, Guid subject, IEnumerable<object> rows)
    {
        var head = new AccessHead(subject);
        head.Advance(seals.Key, SumsOf(db, seals.Key, rows));
        return head;
    }

    /// <summary>By the table.</summary>
    public static Dictionary<string, SealedRows> SumsOf(GlidepathDbContext db, byte[] key, IEnumerable<object> rows) =>
        rows.GroupBy(r => db.Model.FindEntityType(r.GetType())!).ToDictionary(g => g.Key.ShortName(), g => SumOf(key, g.Key, g));

    /// <summary>What does not fit first: a head that is missing or altered, or a table by name.</summary>
    /// <param name="rows">All that the store has of each kind; a kind that is not named is not looked at.</param>
    /// <returns>Null where all fits.</returns>
    public static string? FirstFault(
        GlidepathDbContext db,
        AccessSeals seals,
        AccessHead? head,
        IEnumerable<(Type Kind, IEnumerable<object> Rows)> rows
    )
    {
        var key = seals.Key;
        if (head is null)
            return "a head is missing";
        if (!head.IsSealed(key))
            return "a head is altered";
        var tables = head.Read();
        foreach (var (kind, of) in rows)
        {
            var type = db.Model.FindEntityType(kind)!;
            if (!SumOf(key, type, of).Fits(tables.GetValueOrDefault(type.ShortName(), SealedRows.None)))
                return type.ShortName();
        }
        return null;
    }

    public static SealedRows SumOf(byte[] key, IEntityType type, IEnumerable<object> rows) =>
        rows.Aggregate(SealedRows.None, (sum, row) => sum.With(SealedTypes.DigestOf(key, type, row, p => p.GetGetter().GetClrValue(row))));

    // A patient founds a head and is no row of it; of an account both hold.
    private static Guid? SubjectOf(EntityEntry entry) =>
        entry.Entity is Patient patient
            ? entry.State == EntityState.Added
                ? patient.Id
                : null
            : SealedTypes.SubjectOf(entry.Entity);

    private static bool Founds(EntityEntry entry) => entry is { State: EntityState.Added, Entity: Patient or UserAccount };

    // PostgreSQL: nobody else changes the same head before this transaction ends.
    private static Task<Dictionary<Guid, AccessHead>> TakeAsync(
        GlidepathDbContext db,
        List<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (
            db is PostgresGlidepathDbContext
                ? db.AccessHeads.FromSql($"""SELECT * FROM "AccessHeads" WHERE "SubjectId" = ANY ({ids}) ORDER BY "SubjectId" FOR UPDATE""")
                : db.AccessHeads.Where(h => ids.Contains(h.SubjectId))
        )
            .AsNoTracking()
            .ToDictionaryAsync(h => h.SubjectId, cancellationToken);

    private static void Apply(byte[] key, Dictionary<string, SealedRows> tables, EntityEntry entry)
    {
        var (type, name) = (entry.Metadata, entry.Metadata.ShortName());
        var rows = tables.GetValueOrDefault(name, SealedRows.None);
        if (entry.State != EntityState.Added)
            rows = rows.Without(SealedTypes.DigestOf(key, type, entry.Entity, p => entry.OriginalValues[p]));
        if (entry.State != EntityState.Deleted)
            rows = rows.With(SealedTypes.DigestOf(key, type, entry.Entity, p => entry.CurrentValues[p]));
        tables[name] = rows;
    }
}
