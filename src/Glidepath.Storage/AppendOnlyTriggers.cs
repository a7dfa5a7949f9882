using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>
/// The database itself refuses to change or delete what is written once: the audit and every <see cref="IAppendOnly"/> entry, found by the
/// model so that none is forgotten.
/// </summary>
internal static class AppendOnlyTriggers
{
    public static IEnumerable<string> Tables(GlidepathDbContext db) =>
        db
            .Model.GetEntityTypes()
            .Where(e => e.ClrType == typeof(AuditEvent) || typeof(IAppendOnly).IsAssignableFrom(e.ClrType))
            .Select(e => e.GetTableName()!)
            .Distinct();

    public static async Task EnsureAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var postgres = db is PostgresGlidepathDbContext;
        var statements = postgres
            ?
            [
                """CREATE OR REPLACE FUNCTION glidepath_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$""",
            ]
            : new List<string>();
        foreach (var table in Tables(db))
            if (postgres)
                statements.Add(
                    $"""CREATE OR REPLACE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION glidepath_append_only()"""
                );
            else
                foreach (var verb in new[] { "UPDATE", "DELETE" })
                    statements.Add(
                        $"""CREATE TRIGGER IF NOT EXISTS "{table}_no_{verb.ToLowerInvariant()}" BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT, 'append-only'); END"""
                    );
        // Names come from the model, not from outside.
        foreach (var statement in statements)
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync(
                statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
                cancellationToken
            );
#pragma warning restore EF1002
    }
}
