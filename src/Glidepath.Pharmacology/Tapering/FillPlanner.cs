using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Cuts each step into supplies: whole pieces, the least that covers the days. A fill is as long as its step wherever that is allowed.
/// </summary>
public static class FillPlanner
{
    /// <summary>Months after the date of issue in which a Schedule IV drug may be filled in the United States (21 CFR 1306.22).</summary>
    public const int MaxMonths = 6;

    /// <param name="fillDays">Longest supply, in days. Whole weeks of it count, but where it is under a week: then somebody wants short
    /// supplies.</param>
    /// <param name="onHand">What is at home already: used up by the first fills of each product.</param>
    internal static IReadOnlyList<Fill> Fills(IReadOnlyList<TaperStep> steps, int fillDays, IReadOnlyList<OnHand> onHand)
    {
        var left = onHand.GroupBy(h => h.Product).ToDictionary(g => g.Key, g => g.Sum(h => h.Count));
        var fills = new List<Fill>();
        var byProduct = Comparer<Product>.Create(Product.Compare);
        var (issued, set) = (steps[0].Start, 1);
        foreach (var step in steps.Where(s => s.Days > 0))
        {
            var from = step.Start;
            foreach (var days in Lengths(step.Days!.Value, fillDays, step.Products.Min(p => p.BeyondUseDays) ?? int.MaxValue))
            {
                if (from > issued.AddMonths(MaxMonths))
                    (issued, set) = (from, set + 1);
                foreach (var product in step.Products.Order(byProduct))
                {
                    var fill = One(step, from, days, product, set);
                    var taken = decimal.Floor(Math.Min(fill.Count, left.GetValueOrDefault(product)));
                    left[product] = left.GetValueOrDefault(product) - taken;
                    fills.Add(fill with { FromHand = taken });
                }
                from = from.AddDays(days);
            }
        }
        return fills;
    }

    /// <summary>
    /// How many days of the plan what is at home covers of one product, and the last of them; null where it covers none or the product is
    /// not used.
    /// </summary>
    public static (int Days, DateOnly Until)? Lasts(TaperPlan plan, OnHand hand) =>
        LastsUntil(plan.Steps, hand) is { } until
            ? (
                plan.Steps.Where(s => s.Days > 0 && s.Start <= until && s.Products.Contains(hand.Product))
                    .Sum(s => Math.Min(s.Days!.Value, until.DayNumber - s.Start.DayNumber + 1)),
                until
            )
            : null;

    private static DateOnly? LastsUntil(IReadOnlyList<TaperStep> steps, OnHand hand)
    {
        var (left, until) = (hand.Count, (DateOnly?)null);
        foreach (var step in steps.Where(s => s.Days > 0))
        {
            var daily = step.Doses.SelectMany(d => d.Dose.Makeup).Where(m => m.Product == hand.Product).Sum(m => m.Count);
            if (daily == 0)
                continue;
            var days = Math.Min(step.Days!.Value, (int)decimal.Floor(left / daily));
            if (days > 0)
                until = step.Start.AddDays(days - 1);
            left -= days * daily;
            if (days < step.Days)
                return until;
        }
        return until;
    }

    /// <summary>Totals over the plan, as taken; what is at home already is part of it.</summary>
    public static IReadOnlyList<ProductTotal> Totals(IEnumerable<Fill> fills) =>
        [
            .. fills
                .GroupBy(f => f.Product)
                .Select(g => new ProductTotal(g.Key, g.Sum(f => f.Count), g.Sum(f => f.FromHand)))
                .OrderBy(d => d.Product, Comparer<Product>.Create(Product.Compare)),
        ];

    private static Fill One(TaperStep step, DateOnly from, int days, Product product, int set)
    {
        var needed = step.Doses.SelectMany(d => d.Dose.Makeup).Where(m => m.Product == product).Sum(m => m.Count) * days;
        var count = decimal.Ceiling(needed);
        return new Fill(step.Number, from, from.AddDays(days - 1), product, count, count - needed, set);
    }

    /// <summary>As few supplies as the longest allows, alike to a week, the longer ones first, none under a week.</summary>
    private static IEnumerable<int> Lengths(int days, int fillDays, int beyondUse)
    {
        var most = Math.Min(fillDays, beyondUse);
        if (days <= most)
            return [days];
        if (most < 7 || days % 7 != 0)
            return Enumerable.Range(0, (days + most - 1) / most).Select(i => Math.Min(most, days - i * most));
        var (weeks, parts) = (days / 7, (days / 7 + most / 7 - 1) / (most / 7));
        return Enumerable.Range(0, parts).Select(i => 7 * (weeks / parts + (i < weeks % parts ? 1 : 0)));
    }
}
