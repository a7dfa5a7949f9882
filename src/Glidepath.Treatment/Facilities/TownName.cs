using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Glidepath.Treatment.Facilities;

/// <summary>What of the name of a town tells it from others: spelling, accents and abbreviations left out.</summary>
public static class TownName
{
    // USPS Publication 28, and as people write them.
    private static readonly FrozenDictionary<string, string> Long = new Dictionary<string, string>
    {
        ["ST"] = "SAINT",
        ["STE"] = "SAINTE",
        ["MT"] = "MOUNT",
        ["FT"] = "FORT",
        ["PT"] = "POINT",
        ["N"] = "NORTH",
        ["S"] = "SOUTH",
        ["E"] = "EAST",
        ["W"] = "WEST",
        ["HTS"] = "HEIGHTS",
        ["SPGS"] = "SPRINGS",
        ["SPRS"] = "SPRINGS",
        ["SPG"] = "SPRING",
        ["JCT"] = "JUNCTION",
        ["BCH"] = "BEACH",
        ["VLG"] = "VILLAGE",
        ["CTR"] = "CENTER",
        ["HBR"] = "HARBOR",
        ["LK"] = "LAKE",
        ["GRV"] = "GROVE",
        ["IS"] = "ISLAND",
        ["TWP"] = "TOWNSHIP",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> States = (
        "AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;DE Delaware;DC District of Columbia;"
        + "FL Florida;GA Georgia;HI Hawaii;ID Idaho;IL Illinois;IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Louisiana;ME Maine;"
        + "MD Maryland;MA Massachusetts;MI Michigan;MN Minnesota;MS Mississippi;MO Missouri;MT Montana;NE Nebraska;NV Nevada;"
        + "NH New Hampshire;NJ New Jersey;NM New Mexico;NY New York;NC North Carolina;ND North Dakota;OH Ohio;OK Oklahoma;OR Oregon;"
        + "PA Pennsylvania;RI Rhode Island;SC South Carolina;SD South Dakota;TN Tennessee;TX Texas;UT Utah;VT Vermont;VA Virginia;"
        + "WA Washington;WV West Virginia;WI Wisconsin;WY Wyoming;AS American Samoa;GU Guam;MP Northern Mariana Islands;"
        + "PR Puerto Rico;VI Virgin Islands;FM Micronesia;MH Marshall Islands;PW Palau"
    )
        .Split(';')
        .ToFrozenDictionary(s => s[..2], s => s[3..]);

    private static readonly FrozenDictionary<string, string> Codes = States.ToFrozenDictionary(s => Plain(s.Value), s => s.Key);

    /// <summary>One for every spelling: St. Louis, Saint Louis and SAINT-LOUIS; O'Fallon and O Fallon; Cañon City and Canon City.</summary>
    public static string Key(string name) => string.Concat(Words(name).Select(w => Long.GetValueOrDefault(w, w)));

    /// <summary>Missouri for MO; what is no state stays.</summary>
    public static string OfState(string code) => States.GetValueOrDefault(code, code);

    /// <summary>
    /// City and state, with or without a comma: "st louis mo", "Winston-Salem, North Carolina". Empty where no state was named.
    /// </summary>
    public static (string City, string State) Split(string typed)
    {
        var words = typed.Split([' ', ',', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        for (var last = Math.Min(3, words.Length - 1); last > 0; last--)
            if (State(string.Join(' ', words[^last..])) is { } state)
                return (string.Join(' ', words[..^last]), state);
        return (string.Join(' ', words), "");
    }

    private static string? State(string text) =>
        Codes.GetValueOrDefault(Plain(text))
        ?? (text.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant() is var code && States.ContainsKey(code) ? code : null);

    private static string Plain(string text) => string.Concat(Words(text));

    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(sign))
                word.Append(char.ToUpperInvariant(sign));
            else if (
                sign is not ('\'' or '’' or '‘' or '`')
                && CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark
                && word.Length > 0
            )
            {
                words.Add(word.ToString());
                word.Clear();
            }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }
}
