using System.Globalization;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>Reads the dates and amounts of somebody else's table. What can mean two things is refused, never guessed.</summary>
/// <param name="decimalComma">The table parts its columns with semicolons, so that a comma in a number is a decimal one.</param>
internal sealed class ScheduleCells(bool decimalComma)
{
    /// <summary>Before any benzodiazepine was sold; earlier is a slip of the pen.</summary>
    public const int FirstYear = 1960;

    private static readonly string AcceptedDates =
        $"accepted: a date as 2026-12-01, or with the month first as 12/31/2026, from {FirstYear} on";

    /// <summary>Some date of the table has a day above 12 in second place: then every date with strokes has its month first.</summary>
    private bool _monthFirst;

    /// <summary>Learns the order of day and month from all dates of the table.</summary>
    public void LearnDates(IEnumerable<string> cells) => _monthFirst = cells.Any(c => Strokes(c) is { First: <= 12, Second: > 12 });

    /// <param name="error">Starts with what was read; null on success.</param>
    public DateOnly? Date(string text, out string? error)
    {
        error = null;
        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso)
            && iso.Year >= FirstYear
        )
            return iso;
        var read = $"read \"{Short(text)}\"";
        error = Strokes(text) switch
        {
            null => $"{read}; {AcceptedDates}",
            { YearDigits: not 4 } => $"{read}, a year of {Strokes(text)!.Value.YearDigits} digits; {AcceptedDates}",
            { First: > 12 } => $"{read}, which has the day first; {AcceptedDates}",
            { First: var first, Second: var second } when !_monthFirst && first != second =>
                $"{read}, which may be month/day or day/month and no other date of the file tells; accepted: a date as 2026-12-01",
            _ => null,
        };
        if (error is not null)
            return null;
        var (month, day, year, _) = Strokes(text)!.Value;
        if (year >= FirstYear && month >= 1 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            return new DateOnly(year, month, day);
        error = $"{read}; {AcceptedDates}";
        return null;
    }

    /// <summary>An amount in mg, with or without the unit behind it.</summary>
    /// <param name="decimals">It was written with.</param>
    public bool TryReadMg(string text, out decimal mg, out int decimals)
    {
        var number = text.EndsWith("mg", StringComparison.OrdinalIgnoreCase) ? text[..^2].TrimEnd() : text;
        if (decimalComma && number.Count(c => c is ',' or '.') == 1)
            number = number.Replace(',', '.');
        decimals = DecimalsOf(number);
        return SafeNumber.TryRead(number, out mg);
    }

    public string AcceptedNumbers => decimalComma ? "with a point or a comma for decimals" : "with a point for decimals";

    /// <summary>Digits after the point.</summary>
    public static int DecimalsOf(string number) => number.IndexOf('.') is >= 0 and var point ? number.Length - point - 1 : 0;

    public static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static (int First, int Second, int Year, int YearDigits)? Strokes(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 3 && parts.All(p => p.Length is >= 1 and <= 4 && p.All(char.IsAsciiDigit))
            ? (Number(parts[0]), Number(parts[1]), Number(parts[2]), parts[2].Length)
            : null;

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
