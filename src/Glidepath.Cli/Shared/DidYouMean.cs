namespace Glidepath.Cli.Shared;

internal static class DidYouMean
{
    /// <returns>Stands after what was read; empty when nothing is near.</returns>
    public static string Phrase(string word, IEnumerable<string> names) =>
        Nearest(word, names) is { } near ? $" (did you mean {near}?)" : "";

    /// <returns>The nearest name within half of the word and three letters, or null.</returns>
    public static string? Nearest(string word, IEnumerable<string> names) =>
        names
            .Select(n => (Name: n, Distance: Distance(word.ToLowerInvariant(), n.ToLowerInvariant())))
            .Where(n => n.Distance <= Math.Clamp(word.Length / 2, 1, 3))
            .OrderBy(n => n.Distance)
            .Select(n => n.Name)
            .FirstOrDefault();

    /// <summary>Levenshtein distance.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > 40)
            return int.MaxValue;
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
