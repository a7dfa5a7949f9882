using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>The daily dose from which a patient stops, when nobody names one.</summary>
internal static class LastDose
{
    /// <summary>With a compounded liquid the last dose is the first at or below this, in mg of diazepam by the stronger table. Own rule, docs/clinical/last-dose.md.</summary>
    public const decimal CompoundedThresholdMg = 0.5m;

    /// <summary>
    /// The smallest makeable dose; with a compounded liquid in the stock, the largest at or below 0.5 mg diazepam-equivalent by the stronger table,
    /// and the smallest makeable for a drug without equivalence or where none is that low.
    /// </summary>
    public static Dose For(Benzodiazepine drug, Stock stock, MakeableDoses makeable)
    {
        if (stock.HasCompounded && DiazepamEquivalent.ByStrongestTable(drug, CompoundedThresholdMg) is { } threshold
            && makeable.Nearest(new Dose(threshold)).Below is { } below)
            return below;
        return makeable.Smallest;
    }
}
