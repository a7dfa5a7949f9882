using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <param name="Rows">By table.</param>
public sealed record BackupReport(IReadOnlyDictionary<string, long> Rows, long Bytes);

/// <summary>Stands first in a backup, sealed with the rest.</summary>
/// <param name="Keys">The three secrets: without them the rows are noise.</param>
/// <param name="Rows">As counted in the same snapshot.</param>
internal sealed record BackupManifest(
    int Format,
    DateTime At,
    string Schema,
    IReadOnlyDictionary<string, byte[]> Keys,
    string Anchors,
    string DestroyedKeys,
    IReadOnlyDictionary<string, long> Rows
);

/// <summary>
/// Writes all of a store into one sealed file while it is in use: every table in one snapshot, ciphertext as it is, with the keys, the
/// anchors and the list of destroyed keys. The same file for both stores.
/// </summary>
public static class StoreBackup
{
    /// <summary>When the last backup was made.</summary>
    public const string LastFact = "backup.last";

    internal const int Format = 1;

    internal const byte Table = (byte)'T',
        Row = (byte)'R',
        EndOfTable = (byte)'E',
        End = (byte)'Z';

    /// <param name="file">Must not exist; appears whole or not at all.</param>
    /// <exception cref="StoreRefusedException">The store or the file cannot be used as it is.</exception>
    public static async Task<BackupReport> WriteAsync(
        Store store,
        string file,
        BackupSecret secret,
        RequestActor actor,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        await StoreCheck.RequireAsync(store, cancellationToken);
        if (Path.Exists(file))
            throw new StoreRefusedException(
                "backup.exists",
                $"{file} is there already, and a backup never replaces one. Choose another name."
            );
        var part = $"{file}.{Path.GetRandomFileName()}.part";
        try
        {
            IReadOnlyDictionary<string, long> rows;
            await using (var output = new FileStream(part, Private()))
            {
                rows = await WriteAsync(store, output, secret, progress, cancellationToken);
                output.Flush(flushToDisk: true);
            }
            // Read back before anybody relies on it.
            using (var written = new FileStream(part, FileMode.Open, FileAccess.Read))
                BackupReader.Check(written, secret);
            await store.Records.NoteAsync(actor, new AuditEntry(AuditAction.Backup, "Store"), cancellationToken);
            File.Move(part, file, overwrite: false);
            await NoteLastAsync(store, cancellationToken);
            return new(rows, new FileInfo(file).Length);
        }
        catch (ArgumentOutOfRangeException full)
        {
            // What the runtime makes of a file that may not grow further.
            throw new IOException(full.Message, full);
        }
        finally
        {
            if (File.Exists(part))
                File.Delete(part);
        }
    }

    /// <inheritdoc cref="Frames.LooksWhole"/>
    public static bool LooksWhole(Stream file) => Frames.LooksWhole(file);

    private static async Task<IReadOnlyDictionary<string, long>> WriteAsync(
        Store store,
        Stream file,
        BackupSecret secret,
        Action<double>? progress,
        CancellationToken cancellationToken
    )
    {
        // Anchors before the snapshot, or one might name a row that it does not see; destroyed keys after it, so that none that it lacks is
        // left out.
        var anchors = Text(store.Location.AnchorFile);
        await using var db = store.CreateDbContext();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await SnapshotAsync(db, cancellationToken);
        var tables = BackupTable.Of(db);
        var rows = new Dictionary<string, long>();
        foreach (var table in tables)
            rows[table.Name] = await CountAsync(transaction, table.Name, cancellationToken);
        var manifest = new BackupManifest(
            Format,
            store.Clock.GetUtcNow().UtcDateTime,
            StoreCheck.SchemaOf(db),
            store.Keys.Secrets,
            anchors,
            Text(store.Location.DestroyedKeysFile),
            rows
        );
        var (done, all) = (0L, Math.Max(1, rows.Values.Sum()));
        await using var frames = Frames.Write(file, secret);
        await using var output = new BinaryWriter(frames, System.Text.Encoding.UTF8, leaveOpen: true);
        output.Write(JsonSerializer.Serialize(manifest));
        foreach (var table in tables)
        {
            output.Write(Table);
            output.Write(table.Name);
            output.Write(table.Columns.Count);
            foreach (var column in table.Columns)
            {
                output.Write(column.Name);
                output.Write((byte)column.Kind);
            }
            await using var command = Command(transaction, table.Select);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                output.Write(Row);
                for (var i = 0; i < table.Columns.Count; i++)
                    BackupCell.Write(output, table.Columns[i].Kind, reader, i);
                if (++done % 1000 == 0)
                    progress?.Invoke((double)done / all);
            }
            output.Write(EndOfTable);
        }
        output.Write(End);
        output.Flush();
        frames.Complete();
        return rows;
    }

    internal static async Task<long> CountAsync(DbTransaction transaction, string table, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, $"SELECT COUNT(*) FROM \"{table}\"");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    internal static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    /// <summary>
    /// A view of the store that stays as it is and keeps no writer waiting: in SQLite a deferred transaction on the write-ahead log.
    /// </summary>
    private static async Task<DbTransaction> SnapshotAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is Microsoft.Data.Sqlite.SqliteConnection sqlite)
            return sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var command = Command(transaction, "SET TRANSACTION READ ONLY");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    private static async Task NoteLastAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var now = store.Clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        if (await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == LastFact, cancellationToken) is { } fact)
            fact.Value = now;
        else
            db.Add(new StoreFact { Name = LastFact, Value = now });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 1 << 20,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static string Text(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
