using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Directions in plain words, numbers the safe way: "half of a 0.5 mg tablet in the morning and one 0.5 mg tablet at bedtime".
/// </summary>
public static class Sig
{
    private static readonly string[] Words =
    [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty"];

    public static string For(TaperStep step)
    {
        if (step.Doses.Count == 0)
            return "nothing";
        var times = step.Doses.Select(d => $"{For(d.Dose)} {d.Time.Phrase()}");
        // "a and b in the morning and c at bedtime" can be read two ways, so times that take two products are parted harder.
        return step.Doses.Any(d => d.Dose.Makeup.Count > 1) ? string.Join("; ", times) : Join(times);
    }

    public static string For(MakeableDose dose) => Join(dose.Makeup.Select(Part));

    private static string Part(MakeupItem item)
    {
        if (item.Product.IsLiquid)
        {
            var mg = new Dose(item.Count * item.Product.Strength);
            return $"{SafeNumber.Write(item.Count)} mL ({mg}) of the {item.Product.StrengthText} {item.Product.FormText}";
        }
        var piece = $"{item.Product.StrengthText} {item.Product.FormText}";
        var whole = (int)decimal.Floor(item.Count);
        var part = (item.Count - whole) switch
        {
            0.25m => "a quarter",
            0.5m => "half",
            0.75m => "three quarters",
            _ => null,
        };
        return (whole, part) switch
        {
            (0, _) => $"{part} of a {piece}",
            (1, null) => $"one {piece}",
            (_, null) => $"{Word(whole)} {piece}s",
            (_, "half") => $"{Word(whole)} and a half {piece}s",
            _ => $"{Word(whole)} and {part} {piece}s",
        };
    }

    /// <summary>In letters up to the most pieces a limit can allow: "12 0.5 mg tablets" can be read as another number.</summary>
    private static string Word(int count) =>
        count < Words.Length ? Words[count]
        : count / 10 < Tens.Length ? Tens[count / 10] + (count % 10 == 0 ? "" : $"-{Words[count % 10]}")
        : $"{count} of";

    private static string Join(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count <= 1 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
