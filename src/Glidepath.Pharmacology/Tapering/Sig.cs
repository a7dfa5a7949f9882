using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Directions in plain words, numbers the safe way: "half of a 0.5 mg tablet in the morning and one 0.5 mg tablet at bedtime".</summary>
public static class Sig
{
    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

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
        var part = (item.Count - whole) switch { 0.25m => "a quarter", 0.5m => "half", 0.75m => "three quarters", _ => null };
        var word = whole < Words.Length ? Words[whole] : SafeNumber.Write(whole);
        return (whole, part) switch
        {
            (0, _) => $"{part} of a {piece}",
            (1, null) => $"one {piece}",
            (_, null) => $"{word} {piece}s",
            (_, "half") => $"{word} and a half {piece}s",
            _ => $"{word} and {part} {piece}s",
        };
    }

    private static string Join(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        return all.Count <= 1 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
