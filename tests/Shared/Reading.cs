using System.Text.RegularExpressions;

namespace Glidepath.Tests.Shared;

/// <summary>Flesch-Kincaid grade with a plain count of vowel groups: good enough to hold a text at a level.</summary>
internal static partial class Reading
{
    public static double Grade(string text)
    {
        var words = Words().Matches(text).Select(m => m.Value.ToLowerInvariant()).ToList();
        var sentences = Math.Max(1, Ends().Count(text));
        return 0.39 * words.Count / sentences + 11.8 * words.Sum(Syllables) / words.Count - 15.59;
    }

    /// <summary>SMOG: by the words of three syllables and more in a sentence.</summary>
    public static double Smog(string text)
    {
        var polysyllables = Words().Matches(text).Count(m => Syllables(m.Value.ToLowerInvariant()) >= 3);
        return 1.043 * Math.Sqrt(30.0 * polysyllables / Math.Max(1, Ends().Count(text))) + 3.1291;
    }

    private static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        return Math.Max(1, word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal) && groups > 1 ? groups - 1 : groups);
    }

    [GeneratedRegex(@"[A-Za-z']+")]
    private static partial Regex Words();

    [GeneratedRegex(@"[.!?:]+(\s|$)|\n-|,\n")]
    private static partial Regex Ends();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
