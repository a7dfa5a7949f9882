using Glidepath.Storage.Privacy;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Glidepath.Storage;

/// <summary>
/// Where a restore goes. It is built apart and moved when it is whole: a database file by one rename, last of all; in PostgreSQL by one
/// commit. What was put beside it is taken back when that does not come. Anchors and the list of destroyed keys may stand there already:
/// kept outside the database, they outlive it.
/// </summary>
/// <param name="laterAuditKey">In use after the backup, where it was changed since: files outside the database go on under it.</param>
internal sealed class RestorePlace(StoreLocation target, KeyFiles keys, byte[]? laterAuditKey, Func<string, string?> environment)
    : IDisposable
{
    private readonly KeyFiles? _later = laterAuditKey is null ? null : keys.With("audit", laterAuditKey);
    private readonly string _building = Path.Combine(target.DataDirectory, ".restore-" + Path.GetRandomFileName());
    private readonly bool _madeFolder = !Directory.Exists(target.DataDirectory);
    private readonly List<string> _keysPlaced = [];
    private bool _finished;

    /// <summary>The store while it is built: its own folder, so that nothing at the target is touched.</summary>
    public StoreLocation Building => target with { DataDirectory = _building };

    public IReadOnlyList<DestroyedKey> Destroyed { get; private set; } = [];

    public int LaterAnchors { get; private set; }

    public WhatIsBack Back { get; private set; } = new([], null, null);

    private string KeyFolder => environment("GLIDEPATH_KEYS") is { Length: > 0 } elsewhere ? elsewhere : target.KeyFolder;

    public async Task RequireEmptyAsync(CancellationToken cancellationToken)
    {
        if (target.Postgres is { } connection)
            await RequireEmptyAsync(connection, cancellationToken);
        else if (File.Exists(target.SqliteFile) || File.Exists(target.SqliteFile + "-wal"))
            throw new StoreRefusedException(
                "restore.taken",
                $"{target.SqliteFile} is there already, and a restore never writes over a store. Name an empty folder with "
                    + $"--data, or move the old one away."
            );
        foreach (var name in KeyFiles.Names)
            if (Known(name) is { } there && there.Text.Trim() != Text(name))
                throw new StoreRefusedException(
                    "restore.keys",
                    $"{there.Where} holds another key than the backup. Name an empty folder with --data, or move the old keys away."
                );
    }

    /// <exception cref="StoreRefusedException">What ended since stands under a key that is not there, or cannot be sealed anew.</exception>
    public void Prepare(BackupManifest backup)
    {
        foreach (var (path, _) in SealedLines.Of(target))
            if (_later is null && SealedLines.GoesOnUnderALaterKey(path, keys))
                throw new StoreRefusedException(
                    "restore.later-key",
                    $"{path} continues under an audit key that took the place of the backup's. Name the file of that key with --audit-key; "
                        + "or move the files of that folder away, and nobody knows what ended after the backup. Nothing was restored."
                );
        foreach (var (path, use) in SealedAnew())
            _ = Whole(path, use);
        OwnerOnly.CreateFolder(target.DataDirectory);
        OwnerOnly.CreateFolder(_building);
        OwnerOnly.CreateFolder(Path.GetDirectoryName(Building.AnchorFile)!);
        if (backup.Anchors.Length > 0)
            Write(Building.AnchorFile, backup.Anchors);
        if (backup.DestroyedKeys.Length > 0)
            Write(Building.DestroyedKeysFile, backup.DestroyedKeys);
        Destroyed =
        [
            .. DestroyedKeys
                .Read(Building.DestroyedKeysFile, keys)
                .Concat(DestroyedKeys.Read(target.DestroyedKeysFile, KeysOf(target.DestroyedKeysFile)))
                .DistinctBy(d => d.PatientId),
        ];
        var anchors = AnchorFile.Read(target.AnchorFile, KeysOf(target.AnchorFile), out _);
        var ended = AccessEnds.After(target, KeysOf(target.AccessEndsFile), backup.At, out var problem);
        var known = anchors.Select(a => a.At).Concat(ended.Select(e => e.At)).Where(at => at > backup.At).ToList();
        Back = new(ended, known.Count > 0 ? known.Max() : null, problem);
        LaterAnchors = Math.Max(0, anchors.Count - AnchorFile.Read(Building.AnchorFile, keys, out _).Count);
    }

    public void PlaceKeys()
    {
        foreach (var name in KeyFiles.Names.Where(n => Known(n) is null))
        {
            var path = Path.Combine(KeyFolder, name + ".key");
            _keysPlaced.Add(path);
            KeyFiles.Write(KeyFolder, path, keys.Secrets[name]);
        }
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var (path, use) in SealedAnew())
            await BackUnderTheKeyAsync(path, use, cancellationToken);
        // The list first: whatever happens next, what was destroyed stays on it.
        foreach (var destroyed in Destroyed)
            await DestroyedKeys.AppendAsync(target.DestroyedKeysFile, keys, destroyed, cancellationToken);
        PlaceAnchors();
        if (target.Postgres is null)
        {
            using (var connection = new SqliteConnection(Store.SqliteConnectionString(Building.SqliteFile)))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA journal_mode = WAL";
                command.ExecuteNonQuery();
                connection.Close();
                SqliteConnection.ClearPool(connection);
            }
            using (var file = new FileStream(Building.SqliteFile, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            OwnerOnly.Restrict(Building.SqliteFile);
            File.Move(Building.SqliteFile, target.SqliteFile, overwrite: false);
        }
        _finished = true;
    }

    public void Dispose()
    {
        if (target.Postgres is null)
            using (var connection = new SqliteConnection(Store.SqliteConnectionString(Building.SqliteFile)))
                SqliteConnection.ClearPool(connection);
        if (Directory.Exists(_building))
            Directory.Delete(_building, recursive: true);
        if (_finished)
            return;
        _keysPlaced.ForEach(File.Delete);
        if (Directory.Exists(target.KeyFolder) && _keysPlaced.Count > 0 && !Directory.EnumerateFileSystemEntries(target.KeyFolder).Any())
            Directory.Delete(target.KeyFolder);
        if (_madeFolder && Directory.Exists(target.DataDirectory) && !Directory.EnumerateFileSystemEntries(target.DataDirectory).Any())
            Directory.Delete(target.DataDirectory);
    }

    private KeyFiles KeysOf(string path) => _later is not null && SealedLines.GoesOnUnderALaterKey(path, keys) ? _later : keys;

    /// <summary>What the later key sealed and the backup's, which is in use again, goes on with. Anchors are set aside.</summary>
    private IEnumerable<(string Path, string Use)> SealedAnew() =>
        SealedLines.Of(target).Where(f => f.Path != target.AnchorFile && KeysOf(f.Path) != keys);

    /// <summary>Killed at any moment, one file or the other stands in its place, whole. The one before is kept.</summary>
    private async Task BackUnderTheKeyAsync(string path, string use, CancellationToken cancellationToken)
    {
        var lines = Whole(path, use);
        var anew = path + ".anew";
        File.Delete(anew);
        await new SealedLines(anew, keys, use).AppendAllAsync(_ => lines, cancellationToken);
        File.Copy(path, BeforeRestore(path));
        File.Move(anew, path, overwrite: true);
    }

    /// <exception cref="StoreRefusedException">A line is not as it was written: a new seal would hide it.</exception>
    private IReadOnlyList<string> Whole(string path, string use)
    {
        var lines = new SealedLines(path, KeysOf(path), use).Read(out var problem);
        return problem is null
            ? lines
            : throw new StoreRefusedException(
                "sealed.altered",
                $"{problem} Put a whole copy of the file in its place and run this again; "
                    + "without it nobody knows what ended after the backup."
            );
    }

    private static string BeforeRestore(string path) => $"{path}.before-restore-{Guid.CreateVersion7():N}";

    /// <summary>Anchors of rows that were lost would fail every later check: they are kept under another name.</summary>
    private void PlaceAnchors()
    {
        if (File.Exists(target.AnchorFile))
            File.Move(target.AnchorFile, BeforeRestore(target.AnchorFile));
        if (!File.Exists(Building.AnchorFile))
            return;
        OwnerOnly.CreateFolder(Path.GetDirectoryName(target.AnchorFile)!);
        File.Move(Building.AnchorFile, target.AnchorFile);
    }

    private (string Where, string Text)? Known(string name)
    {
        var variable = "GLIDEPATH_KEY_" + name.ToUpperInvariant();
        var path = Path.Combine(KeyFolder, name + ".key");
        return environment(variable) is { Length: > 0 } given ? (variable, given)
            : File.Exists(path) ? (path, File.ReadAllText(path))
            : null;
    }

    private static void Write(string path, string text)
    {
        OwnerOnly.CreateFile(path);
        File.WriteAllText(path, text);
    }

    private string Text(string name) => Convert.ToBase64String(keys.Secrets[name]);

    private static async Task RequireEmptyAsync(string postgres, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()",
            connection
        );
        if ((long)(await command.ExecuteScalarAsync(cancellationToken))! is var tables and > 0)
            throw new StoreRefusedException(
                "restore.taken",
                $"The PostgreSQL database holds {tables} tables already, and a restore never writes over a store. Name an empty database."
            );
    }
}
