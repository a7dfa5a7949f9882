using System.Data.Common;
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

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
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
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
