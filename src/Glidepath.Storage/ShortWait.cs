using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

public static class ShortWait
{
    /// <summary>
    /// For what is better given up than waited for: a lock that another process holds is waited for half a minute else. Holds until the
    /// context is disposed; the next one from the pool has its own wait again.
    /// </summary>
    public static async Task WaitNoLongerThanAsync(this GlidepathDbContext db, TimeSpan wait, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(wait.TotalSeconds))));
        if (db is not SqliteGlidepathDbContext)
            return;
        await db.Database.OpenConnectionAsync(cancellationToken);
        SqliteDurability.Forget((SqliteConnection)db.Database.GetDbConnection());
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {wait.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)};";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
