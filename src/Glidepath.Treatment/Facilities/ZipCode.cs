namespace Glidepath.Treatment.Facilities;

/// <summary>ZIP codes as people and spreadsheets write them.</summary>
public static class ZipCode
{
    // First digits of the ZIP codes that begin with zero, by state (USPS Publication 65): only there can a spreadsheet have dropped one.
    private static readonly Dictionary<string, string> ZeroFirst = new()
    {
        ["CT"] = "06",
        ["MA"] = "010 011 012 013 014 015 016 017 018 019 02 055",
        ["ME"] = "039 04",
        ["NH"] = "030 031 032 033 034 035 036 037 038",
        ["NJ"] = "07 08",
        ["NY"] = "005 06390",
        ["PR"] = "006 007 009",
        ["RI"] = "028 029",
        ["VI"] = "008",
        ["VT"] = "05",
    };

    /// <summary>Five digits, or the first five of nine: 92262, 92262-1234, 92262 1234, 922621234. Null for anything else.</summary>
    public static string? Read(string? text) => Digits(text) is { Length: 5 or 9 } digits ? digits[..5] : null;

    /// <summary>The same, with the zeros that a spreadsheet dropped: 2139 in Massachusetts is 02139, and in Texas nothing.</summary>
    /// <param name="state">Two letters.</param>
    public static string? Read(string? text, string state) =>
        Read(text)
        ?? (
            Digits(text) is { Length: 3 or 4 or 7 or 8 } digits
            && digits.PadLeft(digits.Length > 4 ? 9 : 5, '0')[..5] is var padded
            && ZeroFirst.GetValueOrDefault(state.ToUpperInvariant()) is { } first
            && first.Split(' ').Any(f => padded.StartsWith(f, StringComparison.Ordinal))
                ? padded
                : null
        );

    /// <summary>Null where a sign stands in it that no ZIP code has, or a break elsewhere than before the last four.</summary>
    private static string? Digits(string? text)
    {
        var parts = (text ?? "").Trim().Split([' ', '-', '‐', '‑', '–', '—', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return parts is [_] or [_, { Length: 4 }] && string.Concat(parts) is { } digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
