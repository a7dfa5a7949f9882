using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

/// <summary>
/// Whether a typed reason says anything. No program can tell a good reason from a bad one, and the officer reads each; this stops a key
/// held down and the same word again and again.
/// </summary>
public static class ReasonWords
{
    /// <summary>Our own convention.</summary>
    public const int DifferentWords = 3;

    /// <param name="shortest">In characters.</param>
    /// <param name="longest">In characters.</param>
    /// <returns>What would be accepted, as a sentence; null where the reason is.</returns>
    public static string? Problem(string? reason, int shortest, int longest) =>
        Wrong(reason, shortest, longest) is { } wrong ? RuleSentences.InWords(wrong) : null;

    /// <summary>The same as <see cref="Problem"/>, not yet in words.</summary>
    public static Sentence? Wrong(string? reason, int shortest, int longest)
    {
        var text = reason?.Trim() ?? "";
        if (text.Length < shortest || text.Length > longest)
            return Sentence.Of("reason.length", ("shortest", shortest), ("longest", longest), ("given", text.Length));
        var words = Count(text);
        return words < DifferentWords ? Sentence.Of("reason.words", ("least", DifferentWords), ("given", words)) : null;
    }

    /// <summary>Different words of at least two different letters.</summary>
    private static int Count(string text) =>
        string.Concat(text.Select(c => char.IsLetter(c) || c is '\'' or '’' ? c : ' '))
            .ToUpperInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Where(char.IsLetter).Distinct().Skip(1).Any())
            .Distinct(StringComparer.Ordinal)
            .Count();
}
