using System.Collections.Frozen;
using System.Text;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// What of an address, telephone or name tells whether two rows mean the same: spelling, abbreviations and units left out.
/// </summary>
public static class AddressKey
{
    // USPS Publication 28: suffixes, directions and units, as far as the directories write them out.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["STREET"] = "ST",
        ["STR"] = "ST",
        ["AVENUE"] = "AVE",
        ["AV"] = "AVE",
        ["ROAD"] = "RD",
        ["DRIVE"] = "DR",
        ["BOULEVARD"] = "BLVD",
        ["LANE"] = "LN",
        ["COURT"] = "CT",
        ["PLACE"] = "PL",
        ["HIGHWAY"] = "HWY",
        ["PARKWAY"] = "PKWY",
        ["PKY"] = "PKWY",
        ["CIRCLE"] = "CIR",
        ["SQUARE"] = "SQ",
        ["TERRACE"] = "TER",
        ["TURNPIKE"] = "TPKE",
        ["EXPRESSWAY"] = "EXPY",
        ["FREEWAY"] = "FWY",
        ["ROUTE"] = "RTE",
        ["PLAZA"] = "PLZ",
        ["TRAIL"] = "TRL",
        ["CENTER"] = "CTR",
        ["CENTRE"] = "CTR",
        ["ALLEY"] = "ALY",
        ["POINT"] = "PT",
        ["MOUNT"] = "MT",
        ["SAINT"] = "ST",
        ["FORT"] = "FT",
        ["NORTH"] = "N",
        ["SOUTH"] = "S",
        ["EAST"] = "E",
        ["WEST"] = "W",
        ["NORTHEAST"] = "NE",
        ["NORTHWEST"] = "NW",
        ["SOUTHEAST"] = "SE",
        ["SOUTHWEST"] = "SW",
        ["FIRST"] = "1ST",
        ["SECOND"] = "2ND",
        ["THIRD"] = "3RD",
        ["FOURTH"] = "4TH",
        ["FIFTH"] = "5TH",
        ["SIXTH"] = "6TH",
        ["SEVENTH"] = "7TH",
        ["EIGHTH"] = "8TH",
        ["NINTH"] = "9TH",
        ["TENTH"] = "10TH",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Units = FrozenSet.Create(
        "SUITE",
        "STE",
        "UNIT",
        "APT",
        "APARTMENT",
        "ROOM",
        "RM",
        "FLOOR",
        "FL",
        "BUILDING",
        "BLDG"
    );

    private static readonly FrozenSet<string> Directions = FrozenSet.Create(
        "N",
        "S",
        "E",
        "W",
        "NE",
        "NW",
        "SE",
        "SW",
        "OLD",
        "US",
        "STATE",
        "COUNTY",
        "AND"
    );

    private static readonly FrozenSet<string> Forms = FrozenSet.Create(
        "INC",
        "LLC",
        "LLP",
        "PLLC",
        "LTD",
        "CORP",
        "CO",
        "PC",
        "PA",
        "THE",
        "OF",
        "AND",
        "AT"
    );

    /// <summary>"750 Highway 31 South, Suite 2" is 750 HWY 31 S.</summary>
    public static string Street(string street)
    {
        var comma = street.IndexOf(',', StringComparison.Ordinal);
        var words = Words(comma > 0 ? street[..comma] : street);
        // A unit stands after a number and a street; "Unit" at the start is a name.
        var unit = words.FindIndex(Math.Min(2, words.Count), Units.Contains);
        return string.Join(' ', (unit < 0 ? words : words[..unit]).Select(w => Short.GetValueOrDefault(w, w)));
    }

    /// <summary>
    /// Ten digits, without the leading 1 and the extension; none where nobody could dial it. (760) 555-0100 x12 is 7605550100.
    /// </summary>
    public static string? Phone(string? phone) => PhoneNumber.Read(phone) is { Country.Length: > 0 } number ? number.Key : null;

    /// <summary>"Western Pacific Med Corp" and "The Western Pacific Med, Inc." are one operator.</summary>
    public static string Name(string name) => string.Join(' ', Words(name).Where(w => !Forms.Contains(w)));

    /// <summary>The word that names a firm in most of its spellings; none where it says little.</summary>
    internal static string? FirstWord(string nameKey) => nameKey.Split(' ')[0] is { Length: >= 4 } word ? word : null;

    /// <summary>
    /// House number and the first letters of the street's own name: what stays when one of two spellings has a slip. None without a number.
    /// </summary>
    internal static string? Rough(string street)
    {
        var plain = street.TrimStart();
        // 23 of 23-27.
        var number = string.Concat(plain.TakeWhile(char.IsAsciiDigit));
        if (number.Length == 0)
            return null;
        var own = Words(plain[number.Length..])
            .Select(w => Short.GetValueOrDefault(w, w))
            .FirstOrDefault(w => !Directions.Contains(w) && !char.IsAsciiDigit(w[0]) && w.Length > 1);
        return own is null ? null : $"{number} {own[..2]}";
    }

    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToUpperInvariant(c));
            else if (c is not ('\'' or '.' or '’') && word.Length > 0)
                Flush();
        if (word.Length > 0)
            Flush();
        return words;

        void Flush()
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
