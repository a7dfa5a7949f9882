using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Cuts each step into supplies: whole pieces, the least that covers the days, no longer than the fill length or a liquid's beyond-use date.</summary>
public static class FillPlanner
{
    /// <summary>Refills on one prescription of a Schedule IV drug in the United States (21 CFR 1306.22); the first fill is not one.</summary>
    public const int MaxRefills = 5;

    /// <summary>Months after the date of issue in which they may be filled (21 CFR 1306.22).</summary>
    public const int MaxMonths = 6;

    /// <param name="fillDays">Longest supply, in days.</param>
    internal static IReadOnlyList<Fill> Fills(IReadOnlyList<TaperStep> steps, int fillDays)
    {
        var fills = new List<Fill>();
        var prescription = 0;
        foreach (var step in steps.Where(s => s.Days > 0))
            foreach (var product in step.Products.Order(Comparer<Product>.Create(Product.Compare)))
                AddProduct(fills, step, product, fillDays, ref prescription);
        return [.. fills.OrderBy(f => f.From).ThenBy(f => f.Product, Comparer<Product>.Create(Product.Compare))];
    }

    /// <summary>Totals over the plan, as handed out.</summary>
    public static IReadOnlyList<ProductTotal> Totals(IEnumerable<Fill> fills) =>
        [.. fills.GroupBy(f => f.Product).Select(g => new ProductTotal(g.Key, g.Sum(f => f.Count))).OrderBy(d => d.Product, Comparer<Product>.Create(Product.Compare))];

    private static void AddProduct(List<Fill> fills, TaperStep step, Product product, int fillDays, ref int prescription)
    {
        var daily = step.Doses.SelectMany(d => d.Dose.Makeup).Where(m => m.Product == product).Sum(m => m.Count);
        var length = Math.Min(fillDays, product.BeyondUseDays ?? int.MaxValue);
        var issued = step.Start;
        var refill = MaxRefills;
        for (var from = step.Start; from <= step.End; from = from.AddDays(length))
        {
            var to = from.AddDays(length - 1) < step.End ? from.AddDays(length - 1) : step.End!.Value;
            if (from == step.Start || refill == MaxRefills || from > issued.AddMonths(MaxMonths))
            {
                prescription++;
                issued = from;
                refill = 0;
            }
            else
            {
                refill++;
            }
            var needed = daily * (to.DayNumber - from.DayNumber + 1);
            var count = decimal.Ceiling(needed);
            fills.Add(new Fill(step.Number, from, to, product, count, count - needed, prescription, refill));
        }
    }
}
