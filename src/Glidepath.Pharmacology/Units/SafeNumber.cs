using System.Globalization;

namespace Glidepath.Pharmacology.Units;

/// <summary>
/// Numbers written so that a dose cannot be misread ten-fold: 0.5 and never .5, 1 and never 1.0 (ISMP list of error-prone abbreviations).
/// </summary>
public static class SafeNumber
{
    public static string Write(decimal value) =>
        value.WithoutTrailingZeros().ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A percentage for people: one decimal under 10, none from 10 up.</summary>
    public static string Percent(decimal percent) => Write(Math.Round(percent, percent < 10 ? 1 : 0, MidpointRounding.AwayFromZero)) + " %";

    /// <summary>
    /// Reads a plain number: digits with at most one point. No sign, exponent, thousands mark or comma, so that "1,5" is an error and never
    /// 15.
    /// </summary>
    public static bool TryRead(string? text, out decimal value)
    {
        value = 0;
        return text is { Length: > 0 and <= 12 }
            && char.IsAsciiDigit(text[0])
            && char.IsAsciiDigit(text[^1])
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A measured or computed figure for people: three figures, never an exponent. Not for doses.</summary>
    public static string Significant(double value)
    {
        if (value == 0 || !double.IsFinite(value) || Math.Abs(value) >= 1e15)
            return value.ToString("0.###", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15);
        return Math.Round(value, decimals).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    internal static decimal WithoutTrailingZeros(this decimal value) => value / 1.0000000000000000000000000000m;
}
