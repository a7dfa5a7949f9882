using Glidepath.Storage.Privacy.Seals;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <param name="Problem">Null where the chain holds.</param>
/// <param name="Sequence">Where it breaks; null where no one place can be named.</param>
public sealed record AuditVerdict(long Rows, int Anchors, string? Problem = null, long? Sequence = null)
{
    public bool Holds => Problem is null;

    /// <summary>One after the other, with the one in use: 1 where it was never changed.</summary>
    public int Keys { get; init; } = 1;

    /// <summary>Null where no time is earlier than that of the row before by more than <see cref="AuditClock.Tolerance"/>.</summary>
    public BackwardTimes? ClockBack { get; init; }
}

/// <param name="First">The first row that is earlier than the one before it.</param>
public sealed record BackwardTimes(long Rows, long First);

/// <summary>Walks the chain from the first row to its sealed end, and compares the anchors outside the database with it.</summary>
public static class AuditVerifier
{
    public static async Task<AuditVerdict> VerifyAsync(Store store, CancellationToken cancellationToken)
    {
        // Anchors before the snapshot: one written meanwhile may name a row that the snapshot does not see.
        var anchors = AnchorFile.Read(store.Location.AnchorFile, store.Keys, out var anchorProblem);
        await using var db = store.CreateDbContext();
        // One snapshot: rows that come in meanwhile are not seen.
        await using var transaction = await Snapshot.BeginAsync(db, cancellationToken);
        return await VerifyAsync(db, store, anchors, anchorProblem, cancellationToken);
    }

    /// <summary>In the caller's transaction.</summary>
    internal static Task<AuditVerdict> VerifyAsync(GlidepathDbContext db, Store store, CancellationToken cancellationToken)
    {
        var anchors = AnchorFile.Read(store.Location.AnchorFile, store.Keys, out var problem);
        return VerifyAsync(db, store, anchors, problem, cancellationToken);
    }

    private static async Task<AuditVerdict> VerifyAsync(
        GlidepathDbContext db,
        Store store,
        IReadOnlyList<AuditAnchor> anchors,
        string? anchorProblem,
        CancellationToken cancellationToken
    )
    {
        var said = new Dictionary<Guid, (long Version, string Mark)>();
        var heads = await db.AuditHeads.AsNoTracking().ToListAsync(cancellationToken);
        if (heads is not [var head])
            return new(0, 0, $"The chain has {heads.Count} ends; exactly one is expected.");
        if (anchorProblem is not null)
            return new(0, anchors.Count, anchorProblem);
        var epochs = await AuditEpochs.ReadAsync(db, store.Keys, cancellationToken);
        if (epochs.Problem is { } lost)
            return new(0, anchors.Count, lost);
        var awaited = new Queue<AuditAnchor>(anchors);
        var mac = new byte[32];
        var rows = 0L;
        var (before, back) = ((DateTime?)null, (BackwardTimes?)null);
        try
        {
            await foreach (
                var row in db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken)
            )
            {
                rows++;
                if (row.Sequence != rows)
                    return new(rows, anchors.Count, $"Row {rows} is missing: row {row.Sequence} is in its place.", rows);
                if (!epochs.Fits(row, ref mac))
                    return new(rows, anchors.Count, $"Row {rows} is not as it was written, or follows another row than it did.", rows);
                if (row.Heads is { } named)
                    AccessSealing.Note(said, named);
                if (AuditClock.WentBack(before, row.At) is not null)
                    back = back is null ? new(1, rows) : back with { Rows = back.Rows + 1 };
                before = row.At;
                while (awaited.TryPeek(out var anchor) && anchor.Count == rows)
                {
                    if (!anchor.Mac.AsSpan().SequenceEqual(mac))
                        return new(
                            rows,
                            anchors.Count,
                            $"Row {rows} differs from what was anchored outside the database at {anchor.At:u}: the chain was rewritten.",
                            rows
                        );
                    awaited.Dequeue();
                }
            }
        }
        catch (Exception unreadable)
            when (unreadable
                    is InvalidOperationException
                        or FormatException
                        or InvalidCastException
                        or OverflowException
                        or ArgumentException
            )
        {
            return new(rows, anchors.Count, $"Row {rows + 1} holds what was never written there: it cannot be read.", rows + 1);
        }
        if (!head.IsSealed(store.Chain.Key))
            return new(rows, anchors.Count, "The end of the chain does not fit its seal.");
        if (head.Count != rows || !head.Mac.AsSpan().SequenceEqual(mac))
            return new(rows, anchors.Count, $"The chain has {rows} rows; its end was sealed at {head.Count}. Rows are missing.", rows);
        var end = anchors is [.., var newest] ? newest.Count : 0;
        if (await AnchorFile.AnchoredAsync(db, cancellationToken) is var anchored && anchored > end)
            return new(
                rows,
                anchors.Count,
                $"The chain was anchored outside the database at row {anchored}; the anchors end at {end}. "
                    + "Lines of the anchor file are gone."
            );
        if (await AccessSealing.FirstFaultAsync(db, store.Seals, said, cancellationToken) is { } fault)
            return new(rows, anchors.Count, $"What decides who may see a record is not as it was sealed: {fault}.");
        return awaited.Count == 0
            ? new(rows, anchors.Count) { ClockBack = back, Keys = epochs.Keys.Count }
            : new(
                rows,
                anchors.Count,
                $"Row {awaited.Peek().Count} was anchored outside the database at {awaited.Peek().At:u}, and is not there: the "
                    + $"store is older than its anchors.",
                awaited.Peek().Count
            );
    }
}
