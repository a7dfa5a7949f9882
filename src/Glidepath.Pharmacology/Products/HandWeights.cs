namespace Glidepath.Pharmacology.Products;

/// <summary>
/// How much trouble a plan is for the hands, in points that only compare plans with each other. Program rule: no study weighs these. A
/// point is kept as two halves, so that sums are exact.
/// </summary>
public static class HandWeights
{
    /// <summary>Pieces at one time up to which none counts extra.</summary>
    public const int Handful = 4;

    /// <summary>Each step: another date, another fill. 3 points.</summary>
    internal const int Step = 6;

    /// <summary>A product that was in neither of the two steps before: something new to buy, learn and confuse. 6 points.</summary>
    internal const int NewProduct = 12;

    /// <summary>Each piece above <see cref="Handful"/> at one time. 2 points.</summary>
    internal const int PieceAboveHandful = 4;

    /// <summary>Each product after the first at one time. 1 point.</summary>
    internal const int FurtherProduct = 2;

    /// <summary>Each half or quarter. 1 point.</summary>
    internal const int SplitPiece = 2;

    /// <summary>Each orally disintegrating tablet: dry hands, one at a time from its blister. Half a point.</summary>
    internal const int Disintegrating = 1;

    /// <summary>A liquid at one time. 1 point.</summary>
    internal const int Liquid = 2;

    /// <summary>A volume outside 20 to 80 % of its syringe. 1 point.</summary>
    internal const int OffScaleVolume = 2;

    /// <summary>A volume above 5 mL at one time: pieces carry the bulk wherever they can. 2 points.</summary>
    internal const int LargeVolume = 4;

    private const decimal LargeMl = 5;

    /// <summary>
    /// Each week a hold is longer than the asked interval: a step a little above the asked one saves nothing if it also waits longer. 2
    /// points.
    /// </summary>
    internal const int ExtraWeek = 4;

    /// <param name="pieces">At one time of day, halves and quarters among them.</param>
    /// <param name="products">Different products, a liquid among them.</param>
    /// <param name="milliliters">0 for no liquid.</param>
    /// <returns>In halves of a point.</returns>
    internal static int Of(int pieces, int splits, int disintegrating, int products, decimal milliliters) =>
        Math.Max(0, pieces - Handful) * PieceAboveHandful
        + splits * SplitPiece
        + disintegrating * Disintegrating
        + Math.Max(0, products - 1) * FurtherProduct
        + (milliliters > 0 ? Liquid + (IsOffScale(milliliters) ? OffScaleVolume : 0) + (milliliters > LargeMl ? LargeVolume : 0) : 0);

    private static bool IsOffScale(decimal milliliters)
    {
        var part = milliliters / OralSyringe.For(milliliters).CapacityMl;
        return part is < 0.2m or > 0.8m;
    }
}
