using System.Globalization;

namespace Glidepath.Pharmacology.Units;

/// <summary>
/// Which form of a sentence a count asks for. A sentence that differs by a count stands under its id and the form: <c>days.One</c>,
/// <c>days.Other</c>, and in another language what else that has, such as <c>days.Few</c>. The names are those of CLDR.
/// </summary>
public static class Plural
{
    private const string Other = "Other";

    /// <summary>The forms that a language may have. What differs by none stands under the last.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["Zero", "One", "Two", "Few", "Many", Other];

    /// <summary>
    /// By the rules of Unicode CLDR, with a part of one as the last form; a language that has no line here is counted as English is.
    /// </summary>
    /// <param name="count">0 or above.</param>
    public static string Of(decimal count, CultureInfo language)
    {
        if (!decimal.IsInteger(count))
            return Other;
        var (tens, ones) = (count % 100, count % 10);
        return language.TwoLetterISOLanguageName switch
        {
            "zh" or "vi" or "ko" or "ja" or "th" => Other,
            "fr" or "pt" => count is 0 or 1 ? "One" : Other,
            "ru" or "uk" => ones is 1 && tens is not 11 ? "One" : FewOrMany(),
            "pl" => count is 1 ? "One" : FewOrMany(),
            "ar" => count switch
            {
                0 => "Zero",
                1 => "One",
                2 => "Two",
                _ when tens is >= 3 and <= 10 => "Few",
                _ when tens >= 11 => "Many",
                _ => Other,
            },
            _ => count is 1 ? "One" : Other,
        };

        string FewOrMany() => ones is >= 2 and <= 4 && tens is < 12 or > 14 ? "Few" : "Many";
    }

    /// <summary>The words for so many, in the language of the reader.</summary>
    /// <param name="words">What stands under an id; null where nothing does.</param>
    /// <param name="language">Of the words, where it is not that of the reader.</param>
    public static string? Find(string id, decimal count, Func<string, string?> words, CultureInfo? language = null) =>
        words($"{id}.{Of(count, language ?? CultureInfo.CurrentUICulture)}") ?? words($"{id}.{Other}");

    /// <summary>The id without the form at its end.</summary>
    public static string Singled(string id) => id.LastIndexOf('.') is var dot and > 0 && Forms.Contains(id[(dot + 1)..]) ? id[..dot] : id;
}
