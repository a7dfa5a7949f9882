using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Rotation;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>For commands that look at a store or copy it: it must be there, of this version and of these keys. Changes nothing.</summary>
public static class StoreCheck
{
    /// <exception cref="StoreRefusedException">Says what does not fit and what to do.</exception>
    public static async Task RequireAsync(Store store, CancellationToken cancellationToken)
    {
        if (store.Location.IsNew)
            throw new StoreRefusedException(
                "store.missing",
                $"There is no store at {store.Location.SqliteFile}. Name its folder with --data, or a PostgreSQL store in "
                    + $"ConnectionStrings__Glidepath."
            );
        await using var db = store.CreateDbContext();
        var (applied, known) = (
            (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList(),
            db.Database.GetMigrations().ToList()
        );
        if (applied.Count == 0)
            throw new StoreRefusedException(
                "store.missing",
                "The database holds no store of Glidepath. Start it once with `glidepath serve`, or restore a backup into it."
            );
        if (applied.Except(known).FirstOrDefault() is { } newer)
            throw new StoreRefusedException(
                "schema.newer",
                $"The store is of a newer version (it has {newer}). Use that version of Glidepath; nothing was opened."
            );
        if (applied.Count < known.Count)
            throw new StoreRefusedException(
                "schema.older",
                $"The store is of an older version (it lacks {known.Except(applied).First()}). Start it once with `glidepath "
                    + $"serve`, which brings it to this version; nothing was opened."
            );
        var facts = await db.StoreFacts.AsNoTracking().ToDictionaryAsync(f => f.Name, f => f.Value, cancellationToken);
        foreach (var name in KeyFiles.Names)
            if (facts.GetValueOrDefault("key." + name) is var made && made != store.Keys.Fingerprint(name))
                throw OtherKey(store, name, made);
    }

    internal static StoreRefusedException OtherKey(Store store, string name, string? made) =>
        new(
            "key.other",
            $"The {name} key does not belong to this store: it has the fingerprint {store.Keys.Fingerprint(name)}, the store was made with "
                + $"{made ?? "none"}. Put the right key back; nothing was opened.{NextKeyFiles.Hint(store.Location, name)}"
        );

    /// <summary>Migrations by their names: the two stores have the same with other instants.</summary>
    internal static string SchemaOf(GlidepathDbContext db) =>
        string.Join(',', db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]));

    /// <summary>The migration, by its id in this store, that leads to a schema of <see cref="SchemaOf"/>.</summary>
    /// <exception cref="StoreRefusedException">The schema is of a later version, or of none that led here.</exception>
    internal static string MigrationOf(GlidepathDbContext db, string schema)
    {
        var known = SchemaOf(db);
        schema = RenamedMigrations.InSchema(schema);
        return known == schema || known.StartsWith(schema + ",", StringComparison.Ordinal)
            ? db.Database.GetMigrations().ElementAt(schema.Count(c => c == ','))
            : throw new StoreRefusedException(
                "backup.schema",
                $"The backup has the schema {schema}, this version has {known}. Restore it with the version that made it, then start this "
                    + "one on it."
            );
    }
}
