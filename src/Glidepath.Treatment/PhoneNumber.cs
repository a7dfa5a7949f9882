using System.Text;
using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment;

/// <summary>
/// A telephone number in the parts that FHIR gives a ContactPoint: country, area, local number, extension. Every number of the directory,
/// of people and of the organization is read here and nowhere else; why by us: docs/decisions/0031-telephone-numbers.md.
/// </summary>
/// <param name="Country">Calling code (ITU-T E.164), "1" for the North American plan. Empty for a short one such as 988.</param>
/// <param name="Area">Three digits of the North American plan; null in other plans, and where a local number was given without it.</param>
/// <param name="Local">What stands after both, in digits.</param>
/// <param name="Extension">Digits to be dialed once somebody answers.</param>
public sealed partial record PhoneNumber(string Country, string? Area, string Local, string? Extension)
{
    private const string NorthAmerica = "1",
        TwoDigits =
            " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 "
            + "93 94 95 98 ";

    // The most that E.164 allows with its country, and what nobody needs to write around them.
    private const int MostDigits = 15,
        Longest = 60,
        LocalDigits = 7;

    /// <summary>Without the extension, as Americans write it: 251-338-1780; of other plans +680 488-4573.</summary>
    public string Number =>
        Country is "" ? Local
        : Country != NorthAmerica ? $"+{Country} {(Local.Length == LocalDigits ? Parted(Local) : Local)}"
        : Area is null ? Parted(Local)
        : $"{Area}-{Parted(Local)}";

    /// <summary>
    /// RFC 3966: the number alone is dialed and the extension given after it. A short or local number is dialed as it is.
    /// </summary>
    public string Link => $"tel:{(IsWhole ? "+" + Country : "")}{Area}{Local}{(Extension is null ? "" : ";ext=" + Extension)}";

    /// <summary>The same for every spelling of one number, for finding it again; extensions are left out.</summary>
    public string Key => Country == NorthAmerica ? Area + Local : Country + Local;

    /// <summary>E.164, with " x" and the extension after it; null of one that cannot be dialed from anywhere.</summary>
    public string? Whole => IsWhole ? $"+{Country}{Area}{Local}{(Extension is null ? "" : " x" + Extension)}" : null;

    private bool IsWhole => Country.Length > 0 && (Country != NorthAmerica || Area is not null);

    /// <summary>In signs that need no translation: 251-338-1780 x7052.</summary>
    public override string ToString() => Extension is null ? Number : $"{Number} x{Extension}";

    /// <param name="state">
    /// Two letters where an address stands beside the number: in Palau, the Marshall Islands and Micronesia its first three digits are
    /// those of the country.
    /// </param>
    /// <returns>Null where nobody could dial it.</returns>
    public static PhoneNumber? Read(string? text, string? state = null)
    {
        if (text is null || text.Length > Longest || Parts().Match(text.Trim()) is not { Success: true } parts)
            return null;
        var extension = parts.Groups["extension"] is { Success: true, Value: var dialed } ? dialed : null;
        var written = parts.Groups["number"].Value;
        var (isForeign, signs) = written switch
        {
            ['+', ..] => (true, written[1..].Replace("(0)", "", StringComparison.Ordinal)),
            ['0', '1', '1', not ('-' or '.'), ..] => (true, written[3..]),
            _ => (false, written),
        };
        return Digits(signs) is not { Length: <= MostDigits } digits ? null
            : isForeign ? Abroad(digits, extension)
            : digits.Length <= 6 ? Short(digits, extension, written)
            : Associated(state) is { } island ? OfIsland(island, digits, extension)
            : American(digits, extension);
    }

    /// <summary>A number of a person: one that can be dialed, and no short one.</summary>
    /// <exception cref="RuleViolationException">It is none: says what was read and what would be accepted.</exception>
    public static string? Checked(string? text, string field) =>
        text is null || Read(text) is { Country.Length: > 0 }
            ? text
            : throw RuleViolationException.Of($"{field}.not-a-number", Sentence.Of("phone.not-a-number", ("number", text)));

    /// <summary>Area and exchange begin with 2 to 9: the rule of the North American plan.</summary>
    private static PhoneNumber? American(string digits, string? extension) =>
        (digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits) switch
        {
            { Length: 10 } whole when whole[0] > '1' && whole[3] > '1' => new(NorthAmerica, whole[..3], whole[3..], extension),
            { Length: LocalDigits } local when local[0] > '1' => new(NorthAmerica, null, local, extension),
            _ => null,
        };

    private static PhoneNumber? OfIsland(string country, string digits, string? extension) =>
        digits.Length == 10 && digits.StartsWith(country, StringComparison.Ordinal) ? new(country, null, digits[3..], extension)
        : digits.Length == LocalDigits ? new(country, null, digits, extension)
        : American(digits, extension);

    private static PhoneNumber? Abroad(string digits, string? extension)
    {
        if (digits is ['1', ..])
            return digits.Length == 11 ? American(digits, extension) : null;
        var country = digits[..Math.Min(digits.Length, CallingCode(digits))];
        var local = digits[country.Length..];
        return local.Length < 4 || (IsIsland(country) && local.Length != LocalDigits) ? null : new(country, null, local, extension);
    }

    /// <summary>Emergency and crisis lines and text codes: 911, 988, 741741. They have no extension.</summary>
    private static PhoneNumber? Short(string digits, string? extension, string written) =>
        digits.Length >= 3 && extension is null && written.All(c => char.IsAsciiDigit(c) || c == ' ') && digits[0] > '0'
            ? new("", null, digits, null)
            : null;

    /// <summary>E.164: one digit for zone 7, two for those listed, three for all others.</summary>
    private static int CallingCode(string digits) =>
        digits[0] == '7' ? 1
        : digits.Length > 1 && TwoDigits.Contains($" {digits[..2]} ", StringComparison.Ordinal) ? 2
        : 3;

    /// <summary>States in free association have USPS codes and telephone countries of their own.</summary>
    private static string? Associated(string? state) =>
        state switch
        {
            "PW" => "680",
            "FM" => "691",
            "MH" => "692",
            _ => null,
        };

    private static bool IsIsland(string country) => country is "680" or "691" or "692";

    /// <summary>Letters stand for the digits of their key, as in 888-PARNEXT. Fewer than three are a slip.</summary>
    private static string? Digits(string signs)
    {
        var digits = new StringBuilder(signs.Length);
        var letters = 0;
        foreach (var sign in signs)
            if (char.IsAsciiDigit(sign))
                digits.Append(sign);
            else if (char.IsAsciiLetter(sign))
            {
                letters++;
                digits.Append("22233344455566677778889999"[char.ToUpperInvariant(sign) - 'A']);
            }
            else if (sign == '+')
                return null;
        return letters is 1 or 2 || (letters > 0 && digits.Length < 10) || digits.Length == 0 ? null : digits.ToString();
    }

    private static string Parted(string local) => $"{local[..3]}-{local[3..]}";

    // The extension: x, ext., extension, # or ;ext= and up to 11 digits (E.164 leaves it open; RFC 3966 as well) at the end.
    [GeneratedRegex(
        @"^(?:tel:)?(?<number>[+0-9(][0-9A-Z()+.\-\u2010-\u2015/\s]*?)"
            + @"(?:[\s,;]*(?<![A-Z])(?:x|ext\.?|extn\.?|extension|ext=|#)[\s:.]*(?<extension>[0-9]{1,11}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Parts();
}
