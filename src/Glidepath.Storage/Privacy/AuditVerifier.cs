using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <param name="Problem">Null where the chain holds.</param>
/// <param name="Sequence">Where it breaks; null where no one place can be named.</param>
public sealed record AuditVerdict(long Rows, int Anchors, string? Problem = null, long? Sequence = null)
{
    public bool Holds => Problem is null;
}

/// <summary>Walks the chain from the first row to its sealed end, and compares the anchors outside the database with it.</summary>
public static class AuditVerifier
{
    public static async Task<AuditVerdict> VerifyAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var key = store.Chain.Key;
        // One snapshot: rows that come in meanwhile are not seen.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellationToken);
        var heads = await db.AuditHeads.AsNoTracking().ToListAsync(cancellationToken);
        if (heads is not [var head])
            return new(0, 0, $"The chain has {heads.Count} ends; exactly one is expected.");
        var anchors = AnchorFile.Read(store.Location.AnchorFile, store.Keys, out var anchorProblem);
        if (anchorProblem is not null)
            return new(0, anchors.Count, anchorProblem);
        var awaited = new Queue<Anchor>(anchors);
        var mac = new byte[32];
        var rows = 0L;
        await foreach (var row in db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            rows++;
            if (row.Sequence != rows)
                return new(rows, anchors.Count, $"Row {rows} is missing: row {row.Sequence} stands in its place.", rows);
            mac = row.MacAfter(key, mac);
            if (!CryptographicOperations.FixedTimeEquals(mac, row.Mac))
                return new(rows, anchors.Count, $"Row {rows} is not as it was written, or follows another row than it did.", rows);
            while (awaited.TryPeek(out var anchor) && anchor.Count == rows)
            {
                if (!anchor.Mac.AsSpan().SequenceEqual(mac))
                    return new(rows, anchors.Count, $"Row {rows} differs from what was anchored outside the database at {anchor.At:u}: the chain was rewritten.", rows);
                awaited.Dequeue();
            }
        }
        if (!head.IsSealed(key))
            return new(rows, anchors.Count, "The end of the chain does not fit its seal.");
        if (head.Count != rows || !head.Mac.AsSpan().SequenceEqual(mac))
            return new(rows, anchors.Count, $"The chain has {rows} rows; its end was sealed at {head.Count}. Rows are missing.", rows);
        return awaited.Count == 0
            ? new(rows, anchors.Count)
            : new(rows, anchors.Count, $"Row {awaited.Peek().Count} was anchored outside the database at {awaited.Peek().At:u}, and is not there: the store is older than its anchors.", awaited.Peek().Count);
    }
}
