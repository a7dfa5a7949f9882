using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Glidepath.Web.Tests.Storage;

/// <summary>A store as its migrations leave it, of either kind, made once and copied: hundreds of tests need one each.</summary>
internal static class EmptyStore
{
    private static readonly Lazy<Task<string>> Sqlite = new(MigrateSqliteAsync);
    private static readonly Lazy<Task<string>> Postgres = new(MigratePostgresAsync);

    public static async Task CopyToAsync(StoreLocation location) => File.Copy(await Sqlite.Value, location.SqliteFile);

    /// <summary>The name of a database to make others from.</summary>
    public static Task<string> TemplateAsync() => Postgres.Value;

    private static async Task<string> MigrateSqliteAsync()
    {
        var location = new StoreLocation(Path.Combine(AppContext.BaseDirectory, "empty-store", Guid.CreateVersion7().ToString("N")));
        Directory.CreateDirectory(location.DataDirectory);
        await MigrateAsync(location);
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(location.DataDirectory, recursive: true);
        return location.SqliteFile;
    }

    private static async Task<string> MigratePostgresAsync()
    {
        var database = await TestStore.CreateDatabaseAsync(isEmpty: true);
        var folder = Directory.CreateTempSubdirectory("glidepath-template-").FullName;
        await MigrateAsync(new StoreLocation(folder, database));
        Directory.Delete(folder, recursive: true);
        await using var connection = new NpgsqlConnection(database);
        NpgsqlConnection.ClearPool(connection);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestStore.DropDatabaseAsync(database).GetAwaiter().GetResult();
        return connection.Database;
    }

    private static async Task MigrateAsync(StoreLocation location)
    {
        await using var db = new Store(
            location,
            KeyFiles.Load(location.KeyFolder, create: true, static _ => null),
            TimeProvider.System
        ).CreateDbContext();
        await db.Database.MigrateAsync();
    }
}
