using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Glidepath.Benchmarks;

/// <summary>A store of either kind for a run, in a folder of its own; PostgreSQL in the server of <c>GLIDEPATH_TEST_POSTGRES</c>.</summary>
internal static class BenchStore
{
    public static string? Server => Environment.GetEnvironmentVariable("GLIDEPATH_TEST_POSTGRES");

    public static StoreLocation New(string kind)
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-bench-").FullName;
        return new(folder, kind == "postgres" ? NewDatabase() : null);
    }

    public static async Task<Store> OpenAsync(StoreLocation location)
    {
        var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: true), TimeProvider.System);
        await StoreStart.OpenAsync(store, demo: false, CancellationToken.None);
        return store;
    }

    public static string NewDatabase()
    {
        var connection = new NpgsqlConnectionStringBuilder(
            Server ?? throw new InvalidOperationException("GLIDEPATH_TEST_POSTGRES is not set: `eng/postgres start` prints it.")
        );
        var name = "b" + Guid.CreateVersion7().ToString("N");
        Tell($"CREATE DATABASE {name}");
        connection.Database = name;
        connection.MaxPoolSize = 20;
        return connection.ConnectionString;
    }

    public static void Remove(StoreLocation location)
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (location.Postgres is { } connection)
            Tell($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
        if (Directory.Exists(location.DataDirectory))
            Directory.Delete(location.DataDirectory, recursive: true);
    }

    private static void Tell(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
