using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>The end of the chain as it was at a moment.</summary>
public sealed record Anchor(DateTime At, long Count, byte[] Mac);

/// <summary>
/// A file outside the database that is only ever added to: a line a time, <c>instant count mac seal</c>, each seal over the line and the
/// seal before it. Put it on another disk, or ship its lines to a log service: a database rolled back does not match it.
/// </summary>
public static class AnchorFile
{
    private const string Use = "anchor";

    /// <returns>The new anchor, or null where the chain has not grown since the last.</returns>
    public static async Task<Anchor?> AppendAsync(Store store, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var anchor = new Anchor(store.Clock.GetUtcNow().UtcDateTime, head.Count, head.Mac);
        // Another process may have anchored a later end in between: the file only ever grows.
        return await new SealedLines(store.Location.AnchorFile, store.Keys, Use).AppendAsync(
            known =>
                head.Count == 0 || (known is [.., var last] && Of(last) is { } before && before.Count >= head.Count) ? null : Text(anchor),
            cancellationToken
        )
            ? anchor
            : null;
    }

    /// <returns>Null where there is none, or the file is not as it was written.</returns>
    public static Anchor? Last(Store store) =>
        Read(store.Location.AnchorFile, store.Keys, out var problem) is [.., var last] && problem is null ? last : null;

    internal static IReadOnlyList<Anchor> Read(string path, KeyFiles keys, out string? problem)
    {
        var anchors = new List<Anchor>();
        foreach (var line in new SealedLines(path, keys, Use).Read(out problem))
            if (Of(line) is { } anchor)
                anchors.Add(anchor);
            else
                problem ??= $"Line {anchors.Count + 1} of {path} is not as it was written.";
        return anchors;
    }

    private static Anchor? Of(string line) =>
        line.Split(' ') is [var at, var count, var mac]
        && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
        && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? new(instant, rows, Convert.FromHexString(mac))
            : null;

    private static string Text(Anchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor.At:O} {anchor.Count} {Convert.ToHexStringLower(anchor.Mac)}");
}
