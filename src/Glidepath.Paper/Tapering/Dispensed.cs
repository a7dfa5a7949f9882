using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>What paper needs to know of a product in a plan, asked in one place.</summary>
internal static class Dispensed
{
    /// <summary>Whether a liquid is measured in it.</summary>
    public static bool IsLiquid(this TaperStep step) => step.Phase is TaperPhase.Liquid;

    /// <summary>Not in the catalogue: the user named it, and no label was read.</summary>
    public static bool IsTold(this Product product) =>
        !ProductTable.All.Any(p => p.Drug == product.Drug && p.Form == product.Form && p.Strength == product.Strength);
}
