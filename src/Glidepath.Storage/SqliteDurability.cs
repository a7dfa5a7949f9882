using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Glidepath.Storage;

/// <summary>
/// SQLite forgets <c>synchronous</c> with each connection: every one is set to lose nothing that was acknowledged, even when the power
/// goes.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA busy_timeout = 30000; PRAGMA trusted_schema = OFF;";

    // By the connection to the file itself, which outlives what is opened and closed over it.
    private static readonly ConditionalWeakTable<object, object> Set = [];

    /// <summary>Something was set otherwise on this connection: all is set again when it is opened next.</summary>
    public static void Forget(SqliteConnection connection) => Set.Remove(connection.Handle!);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
        if (!IsNew(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData data,
        CancellationToken cancellationToken = default
    )
    {
        if (!IsNew(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool IsNew(DbConnection connection) => Set.TryAdd(((SqliteConnection)connection).Handle!, connection.GetType());
}
