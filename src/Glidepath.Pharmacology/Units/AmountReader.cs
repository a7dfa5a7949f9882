using System.Text.RegularExpressions;

namespace Glidepath.Pharmacology.Units;

/// <summary>
/// Reads an amount as people type it: <c>0.5</c>, <c>.5</c>, <c>1½ mg</c>, <c>1/2</c>, <c>500 mcg</c>, and a decimal comma that can mean
/// nothing else (<c>0,5</c>, <c>,25</c>: some phones' keypads have no point). What could be two numbers is asked back, never guessed.
/// </summary>
public static partial class AmountReader
{
    /// <summary>Milligrams are kept to a millionth, which is the engine's own step.</summary>
    public const int MostDecimals = 6;

    private static readonly Sentence Several = "amount.several";

    private static readonly Dictionary<char, decimal> Fractions = new()
    {
        ['½'] = 0.5m,
        ['¼'] = 0.25m,
        ['¾'] = 0.75m,
        ['⅛'] = 0.125m,
        ['⅜'] = 0.375m,
        ['⅝'] = 0.625m,
        ['⅞'] = 0.875m,
    };

    /// <param name="text">A number in mg, or with its unit: mg or mcg. No unit means mg.</param>
    /// <param name="dose">From 0; no upper limit is known here.</param>
    /// <param name="readAs">To show back where the amount was written otherwise than the safe way: <c>read 0,5 as 0.5 mg</c>. Null where it
    /// was not.</param>
    /// <param name="error">What was read and what is accepted; null on success.</param>
    public static bool TryRead(string text, out Dose dose, out Sentence? readAs, out Sentence? error)
    {
        (dose, readAs) = (Dose.Zero, null);
        var (number, perMg) = WithoutUnit(text.Trim());
        if (!TryReadNumber(number, out var value, out error))
            return false;
        var mg = value / perMg;
        if (decimal.Round(mg, MostDecimals) != mg)
        {
            error = Misread.Of(Sentence.Of("amount.finer", ("text", text.Trim())), Sentence.Of("amount.decimals", ("most", MostDecimals)));
            return false;
        }
        dose = new Dose(mg);
        readAs = perMg == 1 && number == SafeNumber.Write(value) ? null : ReadAs.Of(text.Trim(), dose);
        return true;
    }

    /// <summary>The number alone, without a unit.</summary>
    /// <param name="error">What was read and what is accepted; null on success.</param>
    internal static bool TryReadNumber(string text, out decimal value, out Sentence? error)
    {
        error = null;
        if (SafeNumber.TryRead(text, out value) || TryReadFraction(text, out value))
            return true;
        if (text.Length > 1 && text[0] is '.' && SafeNumber.TryRead("0" + text, out value))
            return true;
        // A lone point was read above, if it could be.
        if (!CommaNumber().IsMatch(text) || (!text.Contains(',', StringComparison.Ordinal) && text.Count(c => c is '.') < 2))
        {
            error = Misread.Of(Sentence.Of("amount.no-number", ("text", text)), "amount.a-number");
            return false;
        }
        var last = text.LastIndexOfAny([',', '.']);
        var (whole, decimals) = (
            text[..last].Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal),
            text[(last + 1)..]
        );
        var isOne = text.IndexOfAny([',', '.']) == last;
        // Three digits behind a lone comma may be decimals or thousands, unless a zero or nothing stands before it.
        if (
            isOne
            && (decimals.Length != 3 || whole is "" or "0")
            && SafeNumber.TryRead($"{(whole.Length == 0 ? "0" : whole)}.{decimals}", out value)
        )
            return true;
        var meanings = new[]
        {
            isOne || decimals.Length != 3 ? $"{whole}.{decimals}" : null,
            decimals.Length == 3 ? whole + decimals : null,
        };
        var numbers = meanings
            .Select(m => SafeNumber.TryRead(m, out var meant) ? SafeNumber.Write(meant) : null)
            .OfType<string>()
            .Distinct()
            .ToList();
        error = Misread.Of(
            Sentence.Of(
                "amount.ambiguous",
                ("text", text),
                ("numbers", numbers.Count > 0 ? new SentenceList("list.either", numbers) : Several)
            ),
            "amount.point"
        );
        return false;
    }

    /// <summary><c>½</c>, <c>1½</c>, <c>1/2</c>, <c>1 1/2</c>; halves, quarters and eighths below one, which are exact.</summary>
    private static bool TryReadFraction(string text, out decimal value)
    {
        value = 0;
        if (text.Length > 0 && Fractions.TryGetValue(text[^1], out var part))
        {
            var before = text[..^1].TrimEnd();
            return before.Length == 0 ? (value = part) > 0 : TryReadWhole(before, part, out value);
        }
        if (AsciiFraction().Match(text) is not { Success: true } match)
            return false;
        var (top, bottom) = (match.Groups["top"].Value[0] - '0', match.Groups["bottom"].Value[0] - '0');
        if (top >= bottom)
            return false;
        value = (decimal)top / bottom;
        return !match.Groups["whole"].Success || TryReadWhole(match.Groups["whole"].Value, value, out value);
    }

    private static bool TryReadWhole(string text, decimal part, out decimal value)
    {
        var isWhole = text.Length <= 4 && text.All(char.IsAsciiDigit) && SafeNumber.TryRead(text, out value);
        value = isWhole ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) + part : 0;
        return isWhole;
    }

    private static (string Number, int PerMg) WithoutUnit(string text) =>
        Unit().Match(text) is { Success: true } match
            ? (text[..match.Index].TrimEnd(), match.Groups["micro"].Success ? 1_000 : 1)
            : (text, 1);

    [GeneratedRegex(
        @"\s*-?(?:(?<micro>mcgs?|[uµμ]g|micrograms?)|mgs?|milligrams?)\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[0-9]{0,9}(?:[.,][0-9]{1,9}){1,3}$")]
    private static partial Regex CommaNumber();

    [GeneratedRegex(@"^(?:(?<whole>[0-9]{1,4})\s+)?(?<top>[1-7])/(?<bottom>[248])$")]
    private static partial Regex AsciiFraction();
}
