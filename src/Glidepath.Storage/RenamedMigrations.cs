using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>
/// Migrations that shipped once under other names: two were merged into one and two others made apart. What they make is the same, so a
/// store or a backup that names the old ones is at the new ones.
/// </summary>
internal static class RenamedMigrations
{
    private static readonly (string Was, string[] Now)[] All =
    [
        ("20261130023438_SealsAndRegisters", ["20261129230033_SealsAndSecondPerson", "20261129234223_OfficersRegisters"]),
        ("20261130031543_SafetyHistory", []),
        ("20261130043321_Medications", ["20261130054932_SafetyAndMedicines"]),
        ("20261130023457_SealsAndRegisters", ["20261129230040_SealsAndSecondPerson", "20261129234239_OfficersRegisters"]),
        ("20261130031630_SafetyHistory", []),
        ("20261130043353_Medications", ["20261130055001_SafetyAndMedicines"]),
    ];

    /// <param name="schema">As a backup names it: <see cref="StoreCheck.SchemaOf"/>.</param>
    public static string InSchema(string schema) =>
        schema
            .Replace("SealsAndRegisters", "SealsAndSecondPerson,OfficersRegisters", StringComparison.Ordinal)
            .Replace("SafetyHistory,Medications", "SafetyAndMedicines", StringComparison.Ordinal);

    /// <summary>Before a store is migrated: its history tells the names of now.</summary>
    public static async Task TellAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet();
        if (!All.Any(r => applied.Contains(r.Was)))
            return;
        await using var together = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (was, now) in All.Where(r => applied.Contains(r.Was)))
        {
            foreach (var name in now)
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
                    SELECT {name}, "ProductVersion" FROM "__EFMigrationsHistory" WHERE "MigrationId" = {was}
                    """,
                    cancellationToken
                );
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = {was}""", cancellationToken);
        }
        await together.CommitAsync(cancellationToken);
    }
}
