using System.Security.Cryptography;
using System.Text;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// A text file that is only ever added to: each line ends in a seal over itself and the seal before it, so that a line changed, moved, put
/// in or left out in the midst is noticed. Lines cut off at the end are not: what the file is held against must tell.
/// </summary>
/// <param name="use">What the seals are for; files of two uses cannot stand in for each other.</param>
internal sealed class SealedLines(string path, KeyFiles keys, string use)
{
    private static readonly SemaphoreSlim One = new(1, 1);

    private readonly byte[] _key = keys.Derive("audit", use);

    /// <summary>What stands in the file, without seals. A last line without its end was never acknowledged and does not count.</summary>
    /// <param name="problem">Null where every line is as it was written.</param>
    public IReadOnlyList<string> Read(out string? problem)
    {
        problem = null;
        if (!File.Exists(path))
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Read(file, out problem, out _, out _);
    }

    /// <param name="next">Gets what stands there and returns the line to add, or null for none. Called while nobody else can add.</param>
    /// <exception cref="StoreRefusedException">A line is not as it was written: nothing is added to such a file.</exception>
    public async Task<bool> AppendAsync(Func<IReadOnlyList<string>, string?> next, CancellationToken cancellationToken) =>
        await AppendAllAsync(known => next(known) is { } line ? [line] : [], cancellationToken) == 1;

    /// <inheritdoc cref="AppendAsync"/>
    /// <returns>How many were added.</returns>
    public async Task<int> AppendAllAsync(Func<IReadOnlyList<string>, IReadOnlyList<string>> next, CancellationToken cancellationToken)
    {
        await One.WaitAsync(cancellationToken);
        try
        {
            OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
            // Others may read meanwhile, and none may write, of this process or another.
            await using var file = new FileStream(path, OwnerOnly.Options(FileMode.OpenOrCreate, FileShare.Read));
            var known = Read(file, out var problem, out var end, out var previous);
            if (problem is not null)
                throw new StoreRefusedException("sealed.altered", problem);
            var lines = next(known);
            if (lines.Count == 0)
                return 0;
            var text = new StringBuilder();
            foreach (var line in lines)
                text.Append(line).Append(' ').Append(previous = Seal(previous, line)).Append('\n');
            file.SetLength(end);
            file.Position = end;
            await file.WriteAsync(Encoding.ASCII.GetBytes(text.ToString()), cancellationToken);
            file.Flush(flushToDisk: true);
            return lines.Count;
        }
        finally
        {
            One.Release();
        }
    }

    private List<string> Read(FileStream file, out string? problem, out long end, out string previous)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var lines = new List<string>();
        (problem, end, previous) = (null, 0, "");
        while (bytes.AsSpan((int)end).IndexOf((byte)'\n') is >= 0 and var length)
        {
            var text = Encoding.ASCII.GetString(bytes, (int)end, length);
            var cut = text.LastIndexOf(' ');
            if (cut < 0 || Seal(previous, text[..cut]) != text[(cut + 1)..])
            {
                problem = $"Line {lines.Count + 1} of {path} is not as it was written.";
                return lines;
            }
            lines.Add(text[..cut]);
            (end, previous) = (end + length + 1, text[(cut + 1)..]);
        }
        return lines;
    }

    private string Seal(string previous, string line) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes($"{previous} {line}")));
}
