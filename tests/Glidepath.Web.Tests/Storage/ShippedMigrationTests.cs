using Glidepath.Storage;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

/// <summary>
/// Stores in the field stand at these: one that is renamed, merged or taken away leaves them where no start can go on from.
/// </summary>
public sealed class ShippedMigrationTests
{
    /// <summary>In order. Add the newest when it has shipped; change none.</summary>
    private static readonly string[] Sqlite =
    [
        "20261125052618_Initial",
        "20261125085031_ToldOfConsentEnd",
        "20261125090436_Directory",
        "20261125095652_Helpline",
        "20261129011637_AttestationsRejected",
        "20261129230033_SealsAndSecondPerson",
        "20261129234223_OfficersRegisters",
        "20261130054932_SafetyAndMedicines",
        "20261130084452_VisitsTasksAccountsAndDrafts",
    ];

    private static readonly string[] Postgres =
    [
        "20261125052638_Initial",
        "20261125085054_ToldOfConsentEnd",
        "20261125090459_Directory",
        "20261125095716_Helpline",
        "20261129011844_AttestationsRejected",
        "20261129230040_SealsAndSecondPerson",
        "20261129234239_OfficersRegisters",
        "20261130055001_SafetyAndMedicines",
        "20261130084536_VisitsTasksAccountsAndDrafts",
    ];

    [Fact]
    public async Task What_has_shipped_stays_in_its_order_in_SQLite() => await HoldAsync("SQLite", Sqlite);

    [Fact]
    public async Task What_has_shipped_stays_in_its_order_in_PostgreSQL() => await HoldAsync("PostgreSQL", Postgres);

    [Theory]
    [InlineData("SQLite", "20261130023438_SealsAndRegisters", "20261130031543_SafetyHistory", "20261130043321_Medications")]
    [InlineData("PostgreSQL", "20261130023457_SealsAndRegisters", "20261130031630_SafetyHistory", "20261130043353_Medications")]
    public async Task A_store_that_names_migrations_as_they_once_shipped_goes_on_from_there(string provider, params string[] once)
    {
        await using var test = await TestStore.OpenAsync(provider);
        await using var db = test.Store.CreateDbContext();
        var named = db.Database.GetMigrations().ToList();
        foreach (var (was, now) in once.Zip(named.Skip(5)))
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "__EFMigrationsHistory" SET "MigrationId" = {was} WHERE "MigrationId" = {now}""",
                TestContext.Current.CancellationToken
            );
        Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        await StoreStart.OpenAsync(test.Store, demo: false, TestContext.Current.CancellationToken);
        Assert.Equal(named, await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
        // A backup of such a store names them too.
        const string Schema =
            "Initial,ToldOfConsentEnd,Directory,Helpline,AttestationsRejected,SealsAndRegisters,SafetyHistory,Medications";
        Assert.Equal(named[7], StoreCheck.MigrationOf(db, Schema));
    }

    [Fact]
    public void Both_sets_of_migrations_hold_the_model()
    {
        using GlidepathDbContext sqlite = new SqliteDesignTime().CreateDbContext([]),
            postgres = new PostgresDesignTime().CreateDbContext([]);
        foreach (var db in new[] { sqlite, postgres })
            Assert.False(db.Database.HasPendingModelChanges(), $"{db.Database.ProviderName}: run eng/migrations NAME");
    }

    private static async Task HoldAsync(string provider, string[] shipped)
    {
        await using var test = await TestStore.OpenAsync(provider);
        await using var db = test.Store.CreateDbContext();
        Assert.Equal(shipped, db.Database.GetMigrations().Take(shipped.Length));
    }
}
