using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Glidepath.Storage;

/// <summary>Takes the rows of one table as fast as its store can.</summary>
internal abstract class TableLoader : IAsyncDisposable
{
    public abstract ValueTask AddAsync(object?[] row, CancellationToken cancellationToken);

    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

/// <summary>One prepared INSERT.</summary>
internal sealed class SqliteRows : TableLoader
{
    private readonly SqliteCommand _command;

    public SqliteRows(DbTransaction transaction, BackupTable table)
    {
        _command = (SqliteCommand)
            StoreBackup.Command(
                transaction,
                $"INSERT INTO \"{table.Name}\" ({table.Names}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => "$" + i))})"
            );
        for (var i = 0; i < table.Columns.Count; i++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
    }

    public override ValueTask AddAsync(object?[] row, CancellationToken cancellationToken)
    {
        for (var i = 0; i < row.Length; i++)
            _command.Parameters[i].Value = row[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
        return ValueTask.CompletedTask;
    }

    public override Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => _command.DisposeAsync();
}

/// <summary>Binary COPY, and the numbers that PostgreSQL gives out go on after the highest.</summary>
internal sealed class PostgresRows : TableLoader
{
    private readonly DbTransaction _transaction;
    private readonly BackupTable _table;
    private readonly NpgsqlBinaryImporter _import;

    private PostgresRows(DbTransaction transaction, BackupTable table, NpgsqlBinaryImporter import) =>
        (_transaction, _table, _import) = (transaction, table, import);

    public static async Task<PostgresRows> BeginAsync(DbTransaction transaction, BackupTable table, CancellationToken cancellationToken)
    {
        var import = await ((NpgsqlConnection)transaction.Connection!).BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.Names}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        import.Timeout = TimeSpan.Zero;
        return new(transaction, table, import);
    }

    public override async ValueTask AddAsync(object?[] row, CancellationToken cancellationToken)
    {
        await _import.StartRowAsync(cancellationToken);
        for (var i = 0; i < row.Length; i++)
            if (row[i] is { } value)
                await _import.WriteAsync(value, _table.Columns[i].StoreType, cancellationToken);
            else
                await _import.WriteNullAsync(cancellationToken);
    }

    public override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _import.CompleteAsync(cancellationToken);
        await _import.DisposeAsync();
        foreach (var column in _table.Columns.Where(c => c.IsCounted))
        {
            await using var command = StoreBackup.Command(
                _transaction,
                $"""
                SELECT setval(s, GREATEST(1, (SELECT MAX("{column.Name}") FROM "{_table.Name}")), EXISTS (SELECT 1 FROM "{_table.Name}"))
                FROM pg_get_serial_sequence('"{_table.Name}"', '{column.Name}') s WHERE s IS NOT NULL
                """
            );
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override ValueTask DisposeAsync() => _import.DisposeAsync();
}
