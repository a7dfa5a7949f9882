using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>Whether there is something to open; PostgreSQL is asked itself.</summary>
    public bool IsNew => Postgres is null && !File.Exists(SqliteFile);
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
