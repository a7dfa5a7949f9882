using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Directions in plain words, numbers the safe way: "half of a 0.5 mg tablet in the morning and one 0.5 mg tablet at bedtime".
/// </summary>
public static class Sig
{
    // In letters up to the most pieces a limit can allow: "12 0.5 mg tablets" can be read as another number.
    private const int MostInLetters = 49;

    /// <param name="toPerson">In the words that a person has for a product, and not those of its label.</param>
    public static Sentence For(TaperStep step, bool toPerson = false)
    {
        if (step.Doses.Count == 0)
            return "sig.nothing";
        var times = step.Doses.Select(d => Sentence.Of("sig.at", ("made", For(d.Dose, toPerson)), ("time", At(d.Time)))).ToList();
        // "a and b in the morning and c at bedtime" can be read two ways, so times that take two products are parted harder.
        return step.Doses.Any(d => d.Dose.Makeup.Count > 1)
            ? Sentence.Of("sig.row", ("parts", new SentenceList("list.semicolon", times)))
            : Together(times);
    }

    /// <inheritdoc cref="For(TaperStep, bool)"/>
    public static Sentence For(MakeableDose dose, bool toPerson = false) => Together([.. dose.Makeup.Select(m => Part(m, toPerson))]);

    private static Sentence Part(MakeupItem item, bool toPerson)
    {
        if (item.Product.IsLiquid)
            return Sentence.Of(
                "sig.volume",
                ("ml", item.Count),
                ("mg", new Dose(item.Count * item.Product.Strength)),
                ("liquid", Product(item.Product, 1, toPerson))
            );
        var whole = (int)decimal.Floor(item.Count);
        var pieces = Product(item.Product, whole == 0 ? 1 : item.Count, toPerson);
        return (whole, item.Count - whole) switch
        {
            (0, 0.25m) => Sentence.Of("sig.quarter", ("piece", pieces)),
            (0, 0.5m) => Sentence.Of("sig.half", ("piece", pieces)),
            (0, _) => Sentence.Of("sig.three-quarters", ("piece", pieces)),
            (_, 0.25m) => Sentence.Of("sig.whole-and-quarter", ("number", Number(whole)), ("pieces", pieces)),
            (_, 0.5m) => Sentence.Of("sig.whole-and-half", ("number", Number(whole)), ("pieces", pieces)),
            (_, 0.75m) => Sentence.Of("sig.whole-and-three-quarters", ("number", Number(whole)), ("pieces", pieces)),
            _ => Sentence.Of("sig.whole", ("number", Number(whole)), ("pieces", pieces)),
        };
    }

    /// <summary><c>0.5 mg tablets</c>, <c>0.1 mg/mL oral solution</c>.</summary>
    /// <param name="count">Of pieces: it decides between one and several.</param>
    /// <param name="toPerson">In the words that a person has for it.</param>
    public static Sentence Product(Product product, decimal count = 1, bool toPerson = false) =>
        Sentence.Of(
            product.Form switch
            {
                ProductForm.Tablet => "product.tablet",
                ProductForm.OrallyDisintegratingTablet => toPerson ? "product.melting-tablet" : "product.orally-disintegrating-tablet",
                ProductForm.Capsule => "product.capsule",
                ProductForm.SublingualTablet => "product.sublingual-tablet",
                ProductForm.ExtendedReleaseTablet => "product.extended-release-tablet",
                ProductForm.ExtendedReleaseCapsule => "product.extended-release-capsule",
                ProductForm.OralSolution => "product.oral-solution",
                ProductForm.OralSuspension => "product.oral-suspension",
                ProductForm.OralConcentrate => "product.oral-concentrate",
                ProductForm.CompoundedSuspension => "product.compounded-suspension",
            },
            ("count", count),
            ("strength", product.StrengthText)
        );

    private static Sentence At(TimeOfDay time) =>
        !time.IsNamed ? Sentence.Of("sig.time", ("clock", time.Clock()))
        : time == TimeOfDay.Morning ? "sig.morning"
        : time == TimeOfDay.Midday ? "sig.midday"
        : time == TimeOfDay.Evening ? "sig.evening"
        : "sig.bedtime";

    private static Sentence Number(int count) =>
        count <= MostInLetters ? Sentence.Of($"number.{count}") : Sentence.Of("number.of", ("number", count));

    private static Sentence Together(IReadOnlyList<Sentence> parts) =>
        parts.Count switch
        {
            0 => Sentence.Of("sig.row", ("parts", null)),
            1 => parts[0],
            _ => Sentence.Of("sig.all", ("before", new SentenceList("list.comma", [.. parts.SkipLast(1)])), ("last", parts[^1])),
        };
}
