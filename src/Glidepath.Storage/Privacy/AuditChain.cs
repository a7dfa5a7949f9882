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
    // As many rows as one command takes: twelve values a row, and a store takes at least 32,000 a command.
    private const int MostAtOnce = 200;

    public ChainKey Key { get; } = new(files);

    /// <summary>Takes the end of the chain for this transaction alone, so that two at once cannot both follow the same link.</summary>
    /// <exception cref="StoreRefusedException">The end does not fit its seal.</exception>
    public async Task<AuditHead> TakeEndAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        // On SQLite the transaction itself holds the only write lock.
        var heads =
            db is PostgresGlidepathDbContext
                ? db.AuditHeads.FromSql($"""SELECT * FROM "AuditHeads" WHERE "Id" = {AuditHead.OnlyId} FOR UPDATE""")
                : db.AuditHeads.Where(h => h.Id == AuditHead.OnlyId);
        var head = await heads.AsNoTracking().SingleAsync(cancellationToken);
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
        foreach (var chunk in AuditEvent.Links(Key, head, rows, now).Chunk(MostAtOnce))
        {
            var (text, values) = RowInsert.Of(db, chunk);
            await db.Database.ExecuteSqlRawAsync(text, values, cancellationToken);
        }
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

/// <summary>Rows of one table as one command with parameters, which is the same text for the same number of rows.</summary>
internal sealed class RowInsert
{
    private static readonly ConcurrentDictionary<IEntityType, RowInsert> Made = [];

    private readonly (IClrPropertyGetter Getter, RelationalTypeMapping Mapping, bool IsNullable)[] _columns;
    private readonly string _into;

    private RowInsert(IEntityType type)
    {
        var columns = type.GetProperties().ToList();
        _columns = [.. columns.Select(p => (p.GetGetter(), p.GetRelationalTypeMapping(), p.IsNullable))];
        _into = $"""INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Select(p => $"\"{p.GetColumnName()}\""))}) VALUES """;
    }

    public static (string Text, DbParameter[] Values) Of<T>(GlidepathDbContext db, IReadOnlyList<T> rows)
        where T : class => Made.GetOrAdd(db.Model.FindEntityType(typeof(T))!, static t => new RowInsert(t)).Of(db, rows);

    private (string Text, DbParameter[] Values) Of(GlidepathDbContext db, IReadOnlyList<object> rows)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        var text = new StringBuilder(_into);
        var values = new DbParameter[rows.Count * _columns.Length];
        for (var at = 0; at < values.Length; at++)
        {
            var (row, column) = Math.DivRem(at, _columns.Length);
            text.Append(
                    column > 0 ? ", "
                    : row > 0 ? "), ("
                    : "("
                )
                .Append("@p")
                .Append(at);
            var (getter, mapping, isNullable) = _columns[column];
            values[at] = mapping.CreateParameter(command, $"@p{at}", getter.GetClrValue(rows[row]), isNullable);
        }
        return (text.Append(')').ToString(), values);
    }
}
