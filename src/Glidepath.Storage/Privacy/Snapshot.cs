using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Glidepath.Storage.Privacy;

/// <summary>The store as it was at one moment. It keeps no writer waiting and waits for none.</summary>
internal static class Snapshot
{
    /// <summary>Dispose of it; there is nothing to commit.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        if (db is not SqliteGlidepathDbContext)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        // Deferred: it asks for no lock before it writes, and it never writes. Its moment is that of the first command.
        var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return (await db.Database.UseTransactionAsync(deferred, cancellationToken))!;
    }
}
