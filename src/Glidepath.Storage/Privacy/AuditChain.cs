using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Glidepath.Storage.Privacy.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Glidepath.Storage.Privacy;

/// <summary>Appends to the chain, in the caller's transaction.</summary>
internal sealed class AuditChain(KeyFiles files, AccessSeals seals, TimeProvider clock)
{
    private static readonly HotQuery<int, AuditHead> Ends = new((db, id) => db.AuditHeads.AsNoTracking().Where(h => h.Id == id));

    public ChainKey Key { get; } = new(files);

    /// <summary>How many rows there are.</summary>
    public static async Task<long> EndAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        (await Ends.ToListAsync(db, AuditHead.OnlyId, cancellationToken)).Single().Count;

    /// <summary>Takes the end of the chain for this transaction alone, so that two at once cannot both follow the same link.</summary>
    /// <exception cref="StoreRefusedException">The end does not fit its seal.</exception>
    public async Task<AuditHead> TakeEndAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        // On SQLite the transaction itself holds the only write lock.
        var head =
            db is PostgresGlidepathDbContext
                ? await db
                    .AuditHeads.FromSql($"""SELECT * FROM "AuditHeads" WHERE "Id" = {AuditHead.OnlyId} FOR UPDATE""")
                    .AsNoTracking()
                    .SingleAsync(cancellationToken)
                : (await Ends.ToListAsync(db, AuditHead.OnlyId, cancellationToken)).Single();
        return head.IsSealed(Key)
            ? head
            : throw new StoreRefusedException(
                "audit.head",
                "The end of the audit chain does not fit its seal: the store was changed from outside, the audit key is another, or the "
                    + "keys were changed while this ran. Start it again, and run `glidepath audit verify`."
            );
    }

    /// <summary>By plain commands: a trail is written far more often than anything else, and nothing of it is changed again.</summary>
    /// <param name="head">As <see cref="TakeEndAsync"/> gave it in this transaction.</param>
    public async Task AppendAsync(
        GlidepathDbContext db,
        AuditHead head,
        IEnumerable<(RequestActor Actor, AuditEntry Entry)> entries,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = entries.ToList();
        if (rows.Count > 0 && rows[^1].Entry.Heads is null && seals.TakeUnsaid() is { Count: > 0 } unsaid)
            rows[^1] = (rows[^1].Actor, rows[^1].Entry with { Heads = string.Join(',', unsaid) });
        await RowInsert.AllAsync(db, AuditEvent.Links(Key, head, rows, now), cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "AuditHeads" SET "Count" = {head.Count}, "Mac" = {head.Mac}, "Seal" = {head.Seal}, "LastAt" = {head.LastAt}
            WHERE "Id" = {AuditHead.OnlyId}
            """,
            cancellationToken
        );
    }

    public async Task AppendAsync(
        GlidepathDbContext db,
        RequestActor actor,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    ) => await AppendAsync(db, await TakeEndAsync(db, cancellationToken), entries.Select(e => (actor, e)), cancellationToken);
}

/// <summary>
/// The keys of the chain. The seal of its end is bound to the keys that the record is sealed with: a host that still holds old ones after
/// they were changed ends no write and no read any more, since it cannot take the end. Nothing is ever sealed with keys that are gone.
/// </summary>
internal sealed class ChainKey(KeyFiles files)
{
    public byte[] OfRows { get; } = files.Derive("audit", "chain");

    public byte[] OfEnd { get; } =
        HMACSHA256.HashData(
            files.Derive("audit", "chain"),
            Encoding.UTF8.GetBytes($"{files.Fingerprint("record")} {files.Fingerprint("notes")}")
        );
}

/// <summary>Rows of one table by plain commands with parameters, in the transaction that is open.</summary>
internal sealed class RowInsert
{
    // A server is far, and takes many rows with one command: twelve values a row, and it takes at least 32,000 a command. SQLite is in this
    // process and looks for each value among all of its command by name: there one row, prepared once, is the least work.
    private const int MostOfAServer = 200,
        MostOfSqlite = 1;

    private static readonly ConcurrentDictionary<IEntityType, RowInsert> Made = [];

    private readonly (IClrPropertyGetter Getter, RelationalTypeMapping Mapping, bool IsNullable)[] _columns;
    private readonly string _into;

    private RowInsert(IEntityType type)
    {
        var columns = type.GetProperties().ToList();
        _columns = [.. columns.Select(p => (p.GetGetter(), p.GetRelationalTypeMapping(), p.IsNullable))];
        _into = $"""INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Select(p => $"\"{p.GetColumnName()}\""))}) VALUES """;
    }

    public static async Task AllAsync<T>(GlidepathDbContext db, IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var insert = Made.GetOrAdd(db.Model.FindEntityType(typeof(T))!, static t => new RowInsert(t));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (db.Database.GetCommandTimeout() is { } seconds)
            command.CommandTimeout = seconds;
        foreach (var some in rows.Chunk(db is PostgresGlidepathDbContext ? MostOfAServer : MostOfSqlite))
        {
            insert.Fill(command, some);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private void Fill(DbCommand command, object[] rows)
    {
        var count = rows.Length * _columns.Length;
        if (command.Parameters.Count != count)
            command.CommandText = Text(rows.Length);
        command.Parameters.Clear();
        for (var at = 0; at < count; at++)
        {
            var (row, column) = Math.DivRem(at, _columns.Length);
            var (getter, mapping, isNullable) = _columns[column];
            command.Parameters.Add(mapping.CreateParameter(command, $"@p{at}", getter.GetClrValue(rows[row]), isNullable));
        }
    }

    private string Text(int rows) =>
        _into
        + string.Join(
            ", ",
            Enumerable
                .Range(0, rows)
                .Select(row => $"({string.Join(", ", Enumerable.Range(row * _columns.Length, _columns.Length).Select(at => $"@p{at}"))})")
        );
}
