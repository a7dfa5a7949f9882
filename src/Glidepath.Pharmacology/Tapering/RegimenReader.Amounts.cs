using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Amounts in mg or mcg, and in pieces of a strength: "two 0.5 mg tablets", "half a tablet of 1 mg", "2 x 0.5 mg".</summary>
public static partial class RegimenReader
{
    private static readonly Dictionary<string, decimal> Counts = new(StringComparer.Ordinal)
    {
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
    };

    private static readonly Dictionary<string, decimal> Parts = new(StringComparer.Ordinal)
    {
        ["half"] = 0.5m,
        ["quarter"] = 0.25m,
        ["three quarters"] = 0.75m,
    };

    /// <param name="error">Why not, where more can be said than that it is no amount.</param>
    private static bool ReadAmount(string text, out Dose dose, out Sentence? error)
    {
        if (AmountReader.TryRead(text, out dose, out _, out error))
            return true;
        if (
            new[] { PiecesOf(), CountTimes(), PiecesOfStrength(), PiecesInBrackets() }
                .Select(p => p.Match(text))
                .FirstOrDefault(m => m.Success) is
            { } match
        )
            return ReadPieces(match, out dose, out error);
        if (Pieces().IsMatch(text))
            error = "pieces.how-strong";
        return false;
    }

    private static bool ReadPieces(Match match, out Dose dose, out Sentence? error)
    {
        dose = Dose.Zero;
        var (said, each) = (match.Groups["count"].Value, match.Groups["strength"].Value);
        if (!AmountReader.TryRead(each, out var strength, out var readAs, out error))
            return false;
        var count =
            said.Length > 0 ? CountOf(said)
            : match.Value[^1] is 's' ? null
            : 1;
        // "2 tablets (1 mg)" may be 1 mg in all; "2 1/2 mg tablets" may be tablets of 2.5 mg.
        var isOpen =
            (match.Groups["bracket"].Success && count != 1)
            || (readAs is not null && match.Groups["after"].Success && said.Length > 0 && char.IsAsciiDigit(said[^1]));
        if (count is not { } pieces)
            error = Sentence.Of("pieces.how-many", ("strength", strength));
        else if (isOpen)
            error = Misread.Of("pieces.two-ways", Sentence.Of("pieces.such-as", ("pieces", pieces), ("strength", strength)));
        else if (decimal.Round(pieces * strength.Milligrams, AmountReader.MostDecimals) != pieces * strength.Milligrams)
            error = Misread.Of("pieces.finer", Sentence.Of("amount.decimals", ("most", AmountReader.MostDecimals)));
        else
            dose = new Dose(pieces * strength.Milligrams);
        return error is null;
    }

    /// <summary><c>2</c>, <c>1½</c>, <c>two</c>, <c>half a</c>, <c>one and a half</c>.</summary>
    private static decimal? CountOf(string said)
    {
        var words = CountEnd().Replace(said, "");
        if (AmountReader.TryReadNumber(words, out var number, out _))
            return number <= 100 ? number : null;
        if (Counts.TryGetValue(words, out var whole))
            return whole;
        if (PartOf(words) is { } part)
            return part;
        return
            words.Split(" and ") is [var left, var right]
            && PartOf(right) is { } more
            && (Counts.TryGetValue(left, out var before) || (AmountReader.TryReadNumber(left, out before, out _) && before <= 100))
            ? before + more
            : null;
    }

    private static decimal? PartOf(string words) =>
        Parts.TryGetValue(words.StartsWith("a ", StringComparison.Ordinal) ? words[2..] : words, out var part) ? part : null;

    private const string Piece = @"(?:scored )?(?:tablet|tab|pill|capsule|cap|wafer|odt)s?";

    private const string Strength = @"(?<strength>\S+ ?-?(?:mg|mcg|[uµμ]g|milligrams?|micrograms?))";

    /// <summary>"1 tablet of 0.5 mg".</summary>
    [GeneratedRegex("^(?<count>.+?) " + Piece + " (?:of|at|@) (?:an? )?" + Strength + "(?: each)?$")]
    private static partial Regex PiecesOf();

    /// <summary>"2 x 0.5 mg tablets".</summary>
    [GeneratedRegex("^(?<count>.+?) ?[x×*] ?" + Strength + "(?: " + Piece + ")?$")]
    private static partial Regex CountTimes();

    /// <summary>"two 0.5 mg tablets", "half of a 1 mg tablet", "0.5 mg tablet".</summary>
    [GeneratedRegex("^(?:(?<count>.+?) )?" + Strength + " (?<after>" + Piece + ")$")]
    private static partial Regex PiecesOfStrength();

    /// <summary>"1 tablet (0.5 mg)", "1 tablet 0.5 mg".</summary>
    [GeneratedRegex("^(?<count>.+?) " + Piece + @" (?<bracket>\(?)" + Strength + @"\)?$")]
    private static partial Regex PiecesInBrackets();

    [GeneratedRegex("^.+ " + Piece + "$|^" + Piece + "$")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"(?<=.)(?: of)?(?: an?)?$")]
    private static partial Regex CountEnd();
}
