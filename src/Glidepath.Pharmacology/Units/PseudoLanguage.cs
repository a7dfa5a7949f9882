using System.Globalization;

namespace Glidepath.Pharmacology.Units;

/// <summary>
/// The language in which nobody writes: every sentence stands between marks and is 40 % longer, so that a sentence that is in no resource,
/// and a page that has no room for a longer language, are seen at once. Offered in development alone.
/// </summary>
public static class PseudoLanguage
{
    public const string Name = "qps-ploc";

    public const char Begins = '⟦',
        Ends = '⟧';

    /// <summary>Long words and short ones, as languages have them.</summary>
    private const string Filler = "lorem ipsum dolorem sit amet consectetur ";

    public static string Of(string sentence) =>
        CultureInfo.CurrentUICulture.Name.Equals(Name, StringComparison.OrdinalIgnoreCase) ? Marked(sentence) : sentence;

    /// <param name="sentence">With its places for values, which stay.</param>
    public static string Marked(string sentence)
    {
        var more = (sentence.Length * 2 + 4) / 5;
        var filler = string.Concat(Enumerable.Repeat(Filler, more / Filler.Length + 1))[..more];
        return $"{Begins}{sentence} {filler.TrimEnd()}{Ends}";
    }
}
