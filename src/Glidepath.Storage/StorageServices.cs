using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Glidepath.Storage;

/// <param name="DataDirectory">Holds <c>glidepath.db</c> (SQLite), <c>keys/</c> and <c>anchors/</c>.</param>
/// <param name="Postgres">Connection string; null for SQLite.</param>
public sealed record StoreLocation(string DataDirectory, string? Postgres = null)
{
    public string SqliteFile => Path.Combine(DataDirectory, "glidepath.db");

    public string KeyFolder => Path.Combine(DataDirectory, "keys");

    public string AnchorFile => Path.Combine(DataDirectory, "anchors", "audit.anchors");

    /// <summary>Whose keys were destroyed; read by restore.</summary>
    public string DestroyedKeysFile => Path.Combine(DataDirectory, "anchors", "destroyed-keys");

    /// <summary>What was ended or taken away, and when; read by restore.</summary>
    public string AccessEndsFile => Path.Combine(DataDirectory, "anchors", "access-ends");

    /// <summary>Whether there is nothing yet to open; PostgreSQL is asked.</summary>
    /// <exception cref="StoreRefusedException">PostgreSQL does not answer.</exception>
    public bool IsNew => Postgres is { } connection ? IsEmpty(connection) : !File.Exists(SqliteFile);

    private static bool IsEmpty(string postgres)
    {
        try
        {
            using var connection = new NpgsqlConnection(postgres);
            connection.Open();
            using var command = new NpgsqlCommand(
                "SELECT NOT EXISTS (SELECT FROM information_schema.tables WHERE table_schema = current_schema())",
                connection
            );
            return (bool)command.ExecuteScalar()!;
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            // The connection string holds a password: it is never repeated.
            throw new StoreRefusedException(
                "postgres.unreachable",
                $"PostgreSQL does not answer at what ConnectionStrings__Glidepath names: {e.Message} Nothing was opened."
            );
        }
    }
}

public static class StorageServices
{
    /// <summary>The store and what guards it. Open it with <see cref="StoreStart.OpenAsync"/> before use.</summary>
    public static IServiceCollection AddGlidepathStorage(this IServiceCollection services, StoreLocation location, KeyFiles keys)
    {
        services.AddSingleton(location);
        services.AddSingleton(keys);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(p => new Store(location, keys, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDbContextFactory<GlidepathDbContext>>(p => p.GetRequiredService<Store>());
        services.AddSingleton(p => p.GetRequiredService<Store>().Ring);
        services.AddSingleton(p => p.GetRequiredService<Store>().Index);
        services.AddSingleton(p => p.GetRequiredService<Store>().Records);
        services.AddSingleton(p => new RecordAccess(p.GetRequiredService<Store>()));
        services.AddScoped(p => p.GetRequiredService<Store>().CreateDbContext());
        return services;
    }
}
