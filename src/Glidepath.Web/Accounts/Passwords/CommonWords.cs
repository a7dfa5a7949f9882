using System.Collections.Frozen;
using System.IO.Compression;

namespace Glidepath.Web.Accounts;

/// <summary>
/// Passwords, words and names that are tried first, by how soon: 1 is the first. Source and license: <c>Passwords/SOURCES.md</c>.
/// </summary>
internal static class CommonWords
{
    /// <summary>In letters.</summary>
    public const int Longest = 24;

    private static readonly Lazy<FrozenDictionary<string, int>> Ranks = new(Read);

    /// <param name="word">Lower case.</param>
    /// <returns>Null for a word that no list holds.</returns>
    public static int? RankOf(string word) => Ranks.Value.TryGetValue(word, out var rank) ? rank : null;

    private static FrozenDictionary<string, int> Read()
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in new[] { "passwords", "english", "names" })
        {
            using var packed = typeof(CommonWords).Assembly.GetManifestResourceStream($"{list}.txt.gz")!;
            using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
            for (var rank = 1; lines.ReadLine() is { } word; rank++)
                if (!ranks.TryGetValue(word, out var known) || rank < known)
                    ranks[word] = rank;
        }
        return ranks.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
