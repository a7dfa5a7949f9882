using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>The end of the chain as it was at a moment.</summary>
public sealed record Anchor(DateTime At, long Count, byte[] Mac);

/// <summary>
/// A file outside the database that is only ever added to: a line a time, <c>instant count mac seal</c>, each seal over the line and the seal before it. Put it on another
/// disk, or ship its lines to a log service: a database rolled back does not match it.
/// </summary>
public static class AnchorFile
{
    private static readonly SemaphoreSlim One = new(1, 1);

    /// <returns>The new anchor, or null where the chain has not grown since the last.</returns>
    public static async Task<Anchor?> AppendAsync(Store store, CancellationToken cancellationToken)
    {
        await One.WaitAsync(cancellationToken);
        try
        {
            await using var db = store.CreateDbContext();
            var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
            var path = store.Location.AnchorFile;
            var known = Read(path, store.Keys, out var problem);
            if (problem is not null)
                throw new StoreRefusedException("audit.anchors", problem);
            if (known is [.., var last] && last.Count == head.Count)
                return null;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var anchor = new Anchor(store.Clock.GetUtcNow().UtcDateTime, head.Count, head.Mac);
            var line = Text(anchor);
            var previous = File.Exists(path) && File.ReadLines(path).LastOrDefault() is { } text ? text[(text.LastIndexOf(' ') + 1)..] : "";
            await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            await file.WriteAsync(Encoding.ASCII.GetBytes($"{line} {Seal(store.Keys, previous, line)}\n"), cancellationToken);
            file.Flush(flushToDisk: true);
            return anchor;
        }
        finally
        {
            One.Release();
        }
    }

    /// <returns>Null where there is none, or the file is not as it was written.</returns>
    public static async Task<Anchor?> LastAsync(Store store, CancellationToken cancellationToken)
    {
        await One.WaitAsync(cancellationToken);
        try
        {
            return Read(store.Location.AnchorFile, store.Keys, out var problem) is [.., var last] && problem is null ? last : null;
        }
        finally
        {
            One.Release();
        }
    }

    internal static IReadOnlyList<Anchor> Read(string path, KeyFiles keys, out string? problem)
    {
        var anchors = new List<Anchor>();
        problem = null;
        if (!File.Exists(path))
            return anchors;
        var previous = "";
        foreach (var line in File.ReadLines(path))
        {
            var parts = line.Split(' ');
            if (parts.Length != 4 || Seal(keys, previous, string.Join(' ', parts[..3])) != parts[3]
                || !DateTime.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                problem = $"Line {anchors.Count + 1} of {path} is not as it was written.";
                return anchors;
            }
            anchors.Add(new(at, count, Convert.FromHexString(parts[2])));
            previous = parts[3];
        }
        return anchors;
    }

    private static string Text(Anchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor.At:O} {anchor.Count} {Convert.ToHexStringLower(anchor.Mac)}");

    private static string Seal(KeyFiles keys, string previous, string line) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Derive("audit", "anchor"), Encoding.ASCII.GetBytes($"{previous} {line}")));
}
