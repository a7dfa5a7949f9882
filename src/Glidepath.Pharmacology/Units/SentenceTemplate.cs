using System.Globalization;
using System.Text.RegularExpressions;

namespace Glidepath.Pharmacology.Units;

/// <summary>
/// Fills a sentence in. Numbers, doses and dates are written the same in every culture: a decimal comma in a dose is a tenfold error.
/// </summary>
/// <remarks>
/// <c>{dose}</c> is the argument of that name, <c>{cut:percent}</c> a percentage, <c>{cut:percent1}</c> one with a decimal,
/// <c>{count:grouped}</c> a count with its thousands apart, and <c>{count|day}</c> a count with its word: the sentence
/// <c>count.day</c>. A sentence of which only forms stand there (<see cref="Plural"/>) is that of its first number.
/// </remarks>
public static partial class SentenceTemplate
{
    /// <param name="words">The words that stand under an id, in the language of the reader; null where none do.</param>
    /// <param name="language">Of the words, where it is not that of the reader.</param>
    /// <exception cref="InvalidOperationException">
    /// No words stand under the id, the sentence is given no such argument, or an argument has no such form.
    /// </exception>
    public static string Fill(Sentence sentence, Func<string, string?> words, CultureInfo? language = null)
    {
        var template =
            Template(sentence, words, language) ?? throw new InvalidOperationException($"No sentence stands under {sentence.Id}.");
        return Hole()
            .Replace(
                template,
                hole =>
                {
                    foreach (var (name, value) in sentence.Arguments)
                        if (name == hole.Groups["name"].Value)
                            return Write(value, hole.Groups["form"].Value, words, language);
                    throw new InvalidOperationException($"{sentence.Id} is given no {hole.Groups["name"].Value}: \"{template}\".");
                }
            );
    }

    private static string? Template(Sentence sentence, Func<string, string?> words, CultureInfo? language) =>
        words(sentence.Id)
        ?? sentence.Arguments.Select(a => a.Value).FirstOrDefault(value => value is int or decimal) switch
        {
            int count => Plural.Find(sentence.Id, count, words, language),
            decimal count => Plural.Find(sentence.Id, count, words, language),
            _ => null,
        };

    private static string Write(object? value, string form, Func<string, string?> words, CultureInfo? language) =>
        (value, form) switch
        {
            (null, _) => "",
            (Sentence inner, "") => Fill(inner, words, language),
            (SentenceList list, "") => string.Join(
                Fill(list.Between, words, language),
                list.Items.Select(item => Write(item, "", words, language))
            ),
            (decimal share, ":percent") => SafeNumber.Percent(share),
            (decimal share, ":percent1") => SafeNumber.Write(Math.Round(share, 1, MidpointRounding.AwayFromZero)) + " %",
            (int count, ":grouped") => count.ToString("N0", CultureInfo.InvariantCulture),
            (int count, ['|', .. var word]) => Fill(Sentence.Of($"count.{word}", ("count", count)), words, language),
            (decimal number, "") => SafeNumber.Write(number),
            (DateOnly day, "") => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (DateOnly day, ":date") => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture),
            (IFormattable number, "") => number.ToString(null, CultureInfo.InvariantCulture),
            (_, "") => value.ToString()!,
            _ => throw new InvalidOperationException($"{value.GetType().Name} is not written as \"{form}\"."),
        };

    [GeneratedRegex(@"\{(?<name>\w+)(?<form>[:|][^}]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
