using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What leads further where the products of a plan end above the asked end.</summary>
public enum WayOn
{
    /// <summary>A liquid: the plan has none, and one is marketed or can be compounded.</summary>
    Liquid,

    /// <summary>A change to diazepam.</summary>
    Diazepam,
}

public static class WaysOn
{
    /// <summary>Empty where the plan reaches its end, or where nothing but staying is left.</summary>
    public static IReadOnlyList<WayOn> Of(TaperPlan plan)
    {
        if (plan.Ends is not PlanEnd.StockLimit)
            return [];
        var ways = new List<WayOn>();
        if (!plan.Stock.Any(p => p.IsLiquid) && ProductTable.DefaultStock(plan.Request.Drug).Any(p => p.IsLiquid))
            ways.Add(WayOn.Liquid);
        if (CrossOver.Suits(plan.Request) && !CrossOver.NeedsHospital(plan.Request))
            ways.Add(WayOn.Diazepam);
        return ways;
    }
}
