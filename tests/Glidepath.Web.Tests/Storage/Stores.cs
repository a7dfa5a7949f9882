using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Npgsql;

namespace Glidepath.Web.Tests.Storage;

/// <summary>
/// A new, empty store of either kind, gone when disposed. PostgreSQL is that of <c>GLIDEPATH_TEST_POSTGRES</c>; eng/check sets it.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string? _database;

    private TestStore(Store store, string? database) => (Store, _database) = (store, database);

    public Store Store { get; }

    public static string? Postgres =>
        Environment.GetEnvironmentVariable("GLIDEPATH_TEST_POSTGRES") is { Length: > 0 } connection ? connection : null;

    public static async Task<TestStore> OpenAsync(string provider, TimeProvider? clock = null, bool demo = false)
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-test-").FullName;
        var database = provider == "PostgreSQL" ? await CreateDatabaseAsync() : null;
        var location = new StoreLocation(folder, database);
        if (database is null)
            await EmptyStore.CopyToAsync(location);
        var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: true, static _ => null), clock ?? TimeProvider.System);
        await StoreStart.OpenAsync(store, demo, TestContext.Current.CancellationToken);
        return new TestStore(store, database);
    }

    /// <param name="isEmpty">Without a table; else as the migrations leave it.</param>
    public static async Task<string> CreateDatabaseAsync(bool isEmpty = false)
    {
        var builder = new NpgsqlConnectionStringBuilder(
            Postgres ?? throw new InvalidOperationException("GLIDEPATH_TEST_POSTGRES is not set.")
        );
        var name = "t" + Guid.CreateVersion7().ToString("N");
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"CREATE DATABASE {name} TEMPLATE {(isEmpty ? "template1" : await EmptyStore.TemplateAsync())}",
            connection
        );
        await command.ExecuteNonQueryAsync();
        builder.Database = name;
        builder.MaxPoolSize = 20;
        return builder.ConnectionString;
    }

    public static async Task DropDatabaseAsync(string database)
    {
        await using var own = new NpgsqlConnection(database);
        NpgsqlConnection.ClearPool(own);
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)",
            connection
        );
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await DropDatabaseAsync(_database);
        else
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Store.Location.DataDirectory, recursive: true);
    }
}
