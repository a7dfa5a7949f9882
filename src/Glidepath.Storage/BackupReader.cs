using System.Text.Json;
using Glidepath.Storage.Privacy;

namespace Glidepath.Storage;

/// <summary>A table in a backup: its columns as they were when it was made.</summary>
internal sealed record StoredTable(string Name, IReadOnlyList<(string Name, CellKind Kind)> Columns);

/// <summary>Reads a backup once from its head to its end.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly FrameReader _frames;
    private readonly BinaryReader _input;

    /// <exception cref="StoreRefusedException">Not a backup, another secret, or altered.</exception>
    public BackupReader(Stream file, BackupSecret secret)
    {
        _frames = Frames.Read(file, secret);
        _input = new BinaryReader(new BufferedStream(_frames, Frames.Size), System.Text.Encoding.UTF8);
        Manifest = JsonSerializer.Deserialize<BackupManifest>(_input.ReadString())!;
        if (Manifest.Format != StoreBackup.Format)
            throw new StoreRefusedException(
                "backup.format",
                $"The backup has format {Manifest.Format}; this version reads format {StoreBackup.Format}."
            );
    }

    public BackupManifest Manifest { get; }

    /// <summary>The whole file holds what its head says it holds.</summary>
    public static void Check(Stream file, BackupSecret secret)
    {
        using var reader = new BackupReader(file, secret);
        while (reader.NextTable() is { } table)
            foreach (var _ in reader.Rows(table)) { }
    }

    /// <returns>Null at the end of the file, which was then seen to be its end.</returns>
    public StoredTable? NextTable()
    {
        switch (_input.ReadByte())
        {
            case StoreBackup.Table:
                var name = _input.ReadString();
                var columns = new (string, CellKind)[_input.ReadInt32()];
                for (var i = 0; i < columns.Length; i++)
                    columns[i] = (_input.ReadString(), (CellKind)_input.ReadByte());
                return new(name, columns);
            case StoreBackup.End:
                if (_input.BaseStream.ReadByte() >= 0)
                    throw Unlike("continues after its end");
                _frames.RequireEnd();
                return null;
            default:
                throw Unlike("does not follow its own format");
        }
    }

    /// <summary>All of them must be read before the next table. Each is the same array, filled anew.</summary>
    public IEnumerable<object?[]> Rows(StoredTable table)
    {
        var row = new object?[table.Columns.Count];
        var count = 0L;
        while (_input.ReadByte() == StoreBackup.Row)
        {
            for (var i = 0; i < row.Length; i++)
                row[i] = BackupCell.Read(_input, table.Columns[i].Kind);
            count++;
            yield return row;
        }
        if (Manifest.Rows.GetValueOrDefault(table.Name) != count)
            throw Unlike($"holds {count} rows of {table.Name} and says {Manifest.Rows.GetValueOrDefault(table.Name)}");
    }

    public void Dispose()
    {
        _input.Dispose();
        _frames.Dispose();
    }

    private static StoreRefusedException Unlike(string what) => new("backup.altered", $"The backup {what}. Make a new one.");
}
