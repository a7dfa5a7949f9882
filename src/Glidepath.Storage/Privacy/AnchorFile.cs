using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>The end of the chain as it was at a moment.</summary>
public sealed record AuditAnchor(DateTime At, long Count, byte[] Mac);

/// <summary>
/// A file outside the database that is only ever added to: a line a time, <c>instant count mac seal</c>, each seal over the line and the
/// seal before it. Put it on another disk, or ship its lines to a log service: a database rolled back does not match it.
/// </summary>
public static class AnchorFile
{
    internal const string Fact = "anchored";

    internal const string Use = "anchor";

    /// <returns>The new anchor, or null where the chain has not grown since the last.</returns>
    public static async Task<AuditAnchor?> AppendAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var anchor = new AuditAnchor(store.Clock.GetUtcNow().UtcDateTime, head.Count, head.Mac);
        // Another process may have anchored a later end in between: the file only ever grows.
        if (
            !await new SealedLines(store.Location.AnchorFile, store.Keys, Use).AppendAsync(
                known =>
                    head.Count == 0 || (known is [.., var last] && Of(last) is { } before && before.Count >= head.Count)
                        ? null
                        : Text(anchor),
                cancellationToken
            )
        )
            return null;
        await KeepFactAsync(db, anchor.Count, cancellationToken);
        return anchor;
    }

    /// <summary>How far the trail was anchored when the store was last told; 0 where it never was.</summary>
    internal static async Task<long> AnchoredAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        await db.StoreFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Name == Fact, cancellationToken) is { } fact
            ? long.Parse(fact.Value, CultureInfo.InvariantCulture)
            : 0;

    // Sealed like what decides access: the anchors cannot be lost without a trace.
    private static async Task KeepFactAsync(GlidepathDbContext db, long count, CancellationToken cancellationToken)
    {
        var value = count.ToString(CultureInfo.InvariantCulture);
        if (await db.StoreFacts.SingleOrDefaultAsync(f => f.Name == Fact, cancellationToken) is { } fact)
            fact.Value = value;
        else
            db.Add(new StoreFact { Name = Fact, Value = value });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>Null where there is none, or the file is not as it was written.</returns>
    public static AuditAnchor? Last(Store store) =>
        Read(store.Location.AnchorFile, store.Keys, out var problem) is [.., var last] && problem is null ? last : null;

    internal static IReadOnlyList<AuditAnchor> Read(string path, KeyFiles keys, out string? problem)
    {
        var anchors = new List<AuditAnchor>();
        foreach (var line in new SealedLines(path, keys, Use).Read(out problem))
            if (Of(line) is { } anchor)
                anchors.Add(anchor);
            else
                problem ??= $"Line {anchors.Count + 1} of {path} is not as it was written.";
        return anchors;
    }

    private static AuditAnchor? Of(string line) =>
        line.Split(' ') is [var at, var count, var mac]
        && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
        && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? new(instant, rows, Convert.FromHexString(mac))
            : null;

    private static string Text(AuditAnchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor.At:O} {anchor.Count} {Convert.ToHexStringLower(anchor.Mac)}");
}
