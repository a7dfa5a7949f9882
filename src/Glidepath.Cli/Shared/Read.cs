using System.Globalization;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Shared;

/// <summary>
/// Reads single values from the command line. Each throws <see cref="InputException"/> with the part, what was read and what is accepted.
/// </summary>
internal static class Read
{
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2100, 12, 31);

    public static Benzodiazepine Drug(string text)
    {
        if (BenzodiazepineTable.Find(text.Trim()) is { } drug)
            return drug;
        throw new InputException(
            $"drug: read \"{Short(text)}\"{DidYouMean.Phrase(text.Trim(), BenzodiazepineTable.Names)}; accepted: "
                + $"{string.Join(", ", BenzodiazepineTable.All.Select(d => d.Name))}"
        );
    }

    /// <summary>A drug by its name or brand, the form behind it too: <c>Xanax XR</c>.</summary>
    public static BottleName Bottle(string name, string text)
    {
        if (BottleName.Read(text) is { } bottle)
            return bottle;
        var names = BenzodiazepineTable.Names.Concat(["Xanax XR", "Ambien CR", "Loreev XR"]);
        throw new InputException(
            $"{name}: read \"{Short(text)}\"{DidYouMean.Phrase(text.Trim(), names)}; accepted: "
                + $"{string.Join(", ", BenzodiazepineTable.All.Select(d => d.Name))}"
        );
    }

    /// <param name="accepted">The ids that would do here.</param>
    public static RuleSet Policy(string name, string text, IEnumerable<string> accepted) =>
        RuleSetTable.Find(text.Trim())
        ?? throw new InputException(
            $"{name}: read \"{Short(text)}\"{DidYouMean.Phrase(text.Trim(), accepted)}; accepted: {string.Join(", ", accepted)}"
        );

    public static DateOnly Day(string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= FirstDay
        && day <= LastDay
            ? day
            : throw new InputException(
                $"{name}: read \"{Short(text)}\"; accepted: a date as 2026-12-01, from {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}"
            );

    /// <summary>
    /// A number from <paramref name="low"/> (itself excluded when <paramref name="aboveLow"/>) to <paramref name="high"/>.
    /// </summary>
    public static decimal Number(string name, string text, decimal low, decimal high, string unit, bool aboveLow = false)
    {
        var plain = text.Trim();
        if (plain.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            plain = plain[..^unit.Length].TrimEnd();
        if (SafeNumber.TryRead(plain, out var value) && value <= high && (aboveLow ? value > low : value >= low))
            return value;
        throw new InputException(
            $"{name}: read \"{Short(text)}\"; accepted: a number {(aboveLow ? "above" : "from")} {SafeNumber.Write(low)} to "
                + $"{SafeNumber.Write(high)} {unit}, with a point for decimals"
        );
    }

    public static int Whole(string name, string text, int low, int high, string unit) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high
            ? value
            : throw new InputException(
                $"{name}: read \"{Short(text)}\"; accepted: a whole number from {low} to {high}{(unit.Length > 0 ? " " + unit : "")}"
            );

    /// <param name="also">Words that the caller has read already, named in the error.</param>
    public static Answer Answer(string name, string text, params IEnumerable<string> also) =>
        text.Trim().ToLowerInvariant() switch
        {
            "yes" or "y" => Pharmacology.Safety.Answer.Yes,
            "no" or "n" => Pharmacology.Safety.Answer.No,
            "unknown" => Pharmacology.Safety.Answer.Unknown,
            _ => throw new InputException(
                $"{name}: read \"{Short(text)}\"; accepted: {string.Join(", ", also.Prepend("unknown").Prepend("no").Prepend("yes"))}"
            ),
        };

    public static string Short(string text)
    {
        var line = OneLine.Of(text);
        return line.Length > 60 ? line[..60] + "…" : line;
    }
}
