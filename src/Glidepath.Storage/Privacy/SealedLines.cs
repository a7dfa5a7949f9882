using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// A text file that is only ever added to: each line ends in a seal over itself and the seal before it, so that a line changed, moved, put
/// in or left out in the midst is noticed. Lines cut off at the end are not: what the file is held against must tell. Where the audit key
/// was changed a line says so, <c>key fingerprint sealed-key seal</c>: the first under the new key, with the old one sealed under it, so
/// that who has the new one reads all of the file.
/// </summary>
/// <param name="use">What the seals are for; files of two uses cannot stand in for each other.</param>
internal sealed class SealedLines(string path, KeyFiles keys, string use)
{
    // Every other line begins with an instant.
    private const string Change = "key ";

    private static readonly SemaphoreSlim One = new(1, 1);

    /// <summary>Those of a store.</summary>
    public static IReadOnlyList<(string Path, string Use)> Of(StoreLocation location) =>
        [(location.AnchorFile, AnchorFile.Use), (location.DestroyedKeysFile, DestroyedKeys.Use), (location.AccessEndsFile, AccessEnds.Use)];

    /// <summary>What stands in the file, without seals. A last line without its end was never acknowledged and does not count.</summary>
    /// <param name="problem">Null where every line is as it was written.</param>
    public IReadOnlyList<string> Read(out string? problem)
    {
        problem = null;
        if (!File.Exists(path))
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Read(Split(file), out problem, out _, out _);
    }

    /// <summary>Whether the file says that it goes on under a key that took the place of this one. The line is not verified.</summary>
    public static bool GoesOnUnderALaterKey(string path, KeyFiles keys)
    {
        if (!File.Exists(path))
            return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Split(file).Exists(line => IsChangeFrom(line.Text, keys));
    }

    /// <param name="next">Gets what stands there and returns the line to add, or null for none. Called while nobody else can add.</param>
    /// <exception cref="StoreRefusedException">A line is not as it was written: nothing is added to such a file.</exception>
    public async Task<bool> AppendAsync(Func<IReadOnlyList<string>, string?> next, CancellationToken cancellationToken) =>
        await AppendAllAsync(known => next(known) is { } line ? [line] : [], cancellationToken) == 1;

    /// <inheritdoc cref="AppendAsync"/>
    /// <returns>How many were added.</returns>
    public async Task<int> AppendAllAsync(Func<IReadOnlyList<string>, IReadOnlyList<string>> next, CancellationToken cancellationToken)
    {
        var added = 0;
        await AloneAsync(
            path,
            async file =>
            {
                var known = Read(Split(file), out var problem, out var end, out var previous);
                if (problem is not null)
                    throw new StoreRefusedException("sealed.altered", problem);
                var (key, text) = (keys.Derive("audit", use), new StringBuilder());
                foreach (var line in next(known))
                {
                    text.Append(line).Append(' ').Append(previous = Seal(key, previous, line)).Append('\n');
                    added++;
                }
                await WriteAsync(file, end, text, cancellationToken);
            },
            cancellationToken
        );
        return added;
    }

    /// <summary>
    /// The file goes on under the newest of the keys; where it does already, nothing is added. One that is not there, or holds nothing,
    /// says
    /// so from its first line: else who has an older key would take what follows for altered, and a host that holds one would begin the
    /// file. Only the change of the audit key calls this: anybody else takes a file that ends under an older key for altered.
    /// </summary>
    /// <param name="keys">The oldest first.</param>
    /// <exception cref="StoreRefusedException">A line is not as it was written.</exception>
    public static async Task ContinueAsync(string path, string use, IReadOnlyList<KeyFiles> keys, CancellationToken cancellationToken) =>
        await AloneAsync(
            path,
            async file =>
            {
                var lines = Split(file);
                var (at, end, previous) = (lines.Count == 0 ? 0 : keys.Count - 1, 0L, "");
                while (lines.Count > 0)
                {
                    new SealedLines(path, keys[at], use).Read(lines, out var problem, out end, out previous);
                    if (problem is null)
                        break;
                    if (at-- == 0)
                        throw new StoreRefusedException("sealed.altered", $"{problem} Move it away, keep it, and run this again.");
                }
                var text = new StringBuilder();
                for (; at < keys.Count - 1; at++)
                {
                    var line = $"{Change}{keys[at].Fingerprint("audit")} {keys[at + 1].SealEarlier(keys[at])}";
                    previous = Seal(keys[at + 1].Derive("audit", use), previous, line);
                    text.Append(line).Append(' ').Append(previous).Append('\n');
                }
                await WriteAsync(file, end, text, cancellationToken);
            },
            cancellationToken
        );

    private static async Task AloneAsync(string path, Func<FileStream, Task> work, CancellationToken cancellationToken)
    {
        await One.WaitAsync(cancellationToken);
        try
        {
            OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
            // Others may read meanwhile, and none may write, of this process or another.
            await using var file = new FileStream(path, OwnerOnly.Options(FileMode.OpenOrCreate, FileShare.Read));
            await work(file);
        }
        finally
        {
            One.Release();
        }
    }

    /// <param name="end">Of the last whole line: what stands behind it was never acknowledged.</param>
    private static async Task WriteAsync(FileStream file, long end, StringBuilder text, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
            return;
        file.SetLength(end);
        file.Position = end;
        await file.WriteAsync(Encoding.ASCII.GetBytes(text.ToString()), cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private List<string> Read(IReadOnlyList<Line> all, out string? problem, out long end, out string previous)
    {
        var stretches = StretchKeys([.. all.Select(l => l.Text).Where(t => t.StartsWith(Change, StringComparison.Ordinal))]);
        var (lines, stretch) = (new List<string>(), 0);
        (problem, end, previous) = (null, 0, "");
        for (var i = 0; i < all.Count; i++)
        {
            var (text, seal, after) = all[i];
            var isChange = text.StartsWith(Change, StringComparison.Ordinal);
            if (isChange)
                stretch++;
            if (stretches[stretch] is not { } key || Seal(key, previous, text) != seal)
            {
                problem =
                    isChange && IsChangeFrom(text, keys)
                        ? $"From line {i + 1} on {path} is sealed with a later audit key."
                        : $"Line {i + 1} of {path} is not as it was written.";
                return lines;
            }
            if (!isChange)
                lines.Add(text);
            (end, previous) = (after, seal);
        }
        return lines;
    }

    /// <summary>The key of each stretch between changes, the oldest first; null where it cannot be had from ours.</summary>
    private byte[]?[] StretchKeys(List<string> changes)
    {
        var found = new byte[]?[changes.Count + 1];
        var at = changes.FindIndex(c => IsChangeFrom(c, keys)) is >= 0 and var ours ? ours : changes.Count;
        for (var own = keys; ; at--)
        {
            found[at] = own.Derive("audit", use);
            if (at == 0 || changes[at - 1].Split(' ') is not [_, var fingerprint, var sealedKey])
                return found;
            if (own.OpenEarlier(fingerprint, sealedKey) is not { } earlier)
                return found;
            own = earlier;
        }
    }

    private static bool IsChangeFrom(string text, KeyFiles keys) =>
        text.StartsWith($"{Change}{keys.Fingerprint("audit")} ", StringComparison.Ordinal);

    /// <summary>Whole lines; one without a space has no text and no seal.</summary>
    private static List<Line> Split(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var (lines, end) = (new List<Line>(), 0);
        while (bytes.AsSpan(end).IndexOf((byte)'\n') is >= 0 and var length)
        {
            var text = Encoding.ASCII.GetString(bytes, end, length);
            var cut = text.LastIndexOf(' ');
            end += length + 1;
            lines.Add(cut < 0 ? new("", "", end) : new(text[..cut], text[(cut + 1)..], end));
        }
        return lines;
    }

    private static string Seal(byte[] key, string previous, string line) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{previous} {line}")));

    /// <param name="End">Where the next one begins.</param>
    private sealed record Line(string Text, string Seal, long End);
}
