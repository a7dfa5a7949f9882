using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>The hard rules of a plan, restated without the planner's code, for the grid and the properties.</summary>
internal static class PlanRules
{
    /// <returns>The first rule broken, or null.</returns>
    public static string? Broken(TaperPlan plan)
    {
        var (request, steps) = (plan.Request, plan.Steps);
        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var dose in steps[i].Doses)
                if (NotMakeable(dose.Dose, plan) is { } why)
                    return $"step {i} {dose.Time}: {why}";
            if (
                !steps[i].Regimen.Equals(steps[i].Doses.Aggregate(Regimen.Empty, (r, d) => r.With(d.Time, d.Dose.Dose)))
                || steps[i].Doses.DistinctBy(d => d.Time).Count() != steps[i].Doses.Count
            )
                return $"step {i}: the doses are not the regimen";
        }
        if (!steps[0].Regimen.Equals(request.Regimen) || steps[0].Start != request.Start)
            return "does not begin with the starting regimen";
        if (steps[^1].End is not null || (plan.Ends is not PlanEnd.StockLimit && steps[^1].DailyDose != request.Goal))
            return "does not end where it says";
        for (var i = 1; i < steps.Count; i++)
            if (Step(plan, steps[i - 1], steps[i]) is { } why)
                return $"step {i}: {why}";
        return Stop(plan) ?? Fills(plan);
    }

    private static string? Step(TaperPlan plan, TaperStep before, TaperStep step)
    {
        if (step.DailyDose >= before.DailyDose)
            return "the total does not fall";
        var empties = before.Regimen.Times.Any(t => step.Regimen[t].IsZero);
        if (!empties && step.Regimen.Times.Any(t => step.Regimen[t] > before.Regimen[t]))
            return "a time of day rises";
        if (before.End!.Value.AddDays(1) != step.Start || step.Start.DayOfWeek != plan.Request.Start.DayOfWeek)
            return "a gap, an overlap or another weekday";
        var pace = plan.Request.Pace;
        var weeks = (pace.IntervalDays + 6) / 7 * 7;
        if (
            plan.Route is TaperRoute.Gradual
            && before.Number > 0
            && (
                before.Days < weeks
                || before.Days > Math.Max(plan.Request.MaxHoldDays ?? 28, pace.Curve is PaceCurve.Stepped ? 2 * weeks : weeks)
            )
        )
            return $"the dose before is held {before.Days} days";
        return
            plan.Route is TaperRoute.Gradual
            && !step.DailyDose.IsZero
            && !plan.Request.AcceptLargeLastSteps
            && Ceiling(plan, before) is { } most
            && before.DailyDose.Milligrams - step.DailyDose.Milligrams > most * 1.000001m
            ? $"the cut is above {most} mg"
            : null;
    }

    private static decimal? Ceiling(TaperPlan plan, TaperStep before) =>
        plan.Request.OverrideInForce is not null
            ? null
            : plan.Request.Policy.LargestCutMg(
                plan.Request.Drug,
                before.DailyDose,
                plan.Steps[0].DailyDose,
                (plan.Request.Pace.IntervalDays + 6) / 7 * 7
            );

    private static string? Stop(TaperPlan plan)
    {
        if (plan.Ends is not PlanEnd.Stop)
            return null;
        var last = plan.Steps[^2].DailyDose;
        return last == plan.Last && (plan.Request.Last is not { } asked || asked == last) ? null : $"stops from {last}";
    }

    /// <summary>
    /// Whole units that cover the days and no more, none under a week where the step is longer, none of a liquid past its date.
    /// </summary>
    private static string? Fills(TaperPlan plan)
    {
        foreach (var fill in plan.Fills)
        {
            var daily = plan.Steps[fill.Step].Doses.SelectMany(d => d.Dose.Makeup).Where(m => m.Product == fill.Product).Sum(m => m.Count);
            if (fill.Count != decimal.Ceiling(daily * fill.Days) || fill.Surplus != fill.Count - daily * fill.Days)
                return $"a fill of {fill.Count} {fill.Product} for {fill.Days} days";
            if (fill.Days < 7 && plan.Request.FillDays >= 7)
                return $"a fill of {fill.Days} days";
            if (fill.Days > plan.Request.FillDays || fill.Days > (fill.Product.BeyondUseDays ?? 999))
                return $"a fill of {fill.Days} days is too long";
        }
        foreach (var step in plan.Steps.Where(s => s.Days > 0))
            if (plan.Fills.Where(f => f.Step == step.Number).Sum(f => f.Days) != step.Days * step.Products.Count())
                return $"step {step.Number}: the fills do not cover the days";
        return null;
    }

    private static string? NotMakeable(MakeableDose dose, TaperPlan plan)
    {
        if (dose.Makeup.Sum(m => m.Count * m.Product.Strength) != dose.Dose.Milligrams)
            return $"{dose.Dose} is not what its pieces add up to";
        foreach (var (product, count) in dose.Makeup)
        {
            if (!plan.Request.StockInUse.Contains(product))
                return $"{product} is not in the stock";
            if (count <= 0 || count % Part(product, count, plan) != 0)
                return $"{count} of {product}";
        }
        if (plan.Steps.SelectMany(s => s.Products).Where(p => p.IsLiquid).Distinct().Count() > 1)
            return "two liquids in one plan";
        var pieces = dose.Makeup.Where(m => !m.Product.IsLiquid).ToList();
        if (
            pieces.Sum(m =>
                Math.Floor(m.Count)
                + (
                    (m.Count % 1) switch
                    {
                        0m => 0,
                        0.75m => 2,
                        _ => 1,
                    }
                )
            ) > plan.Request.Limits.MaxPieces
        )
            return "too many pieces";
        if (
            pieces.Where(m => m.Product.Form is ProductForm.OrallyDisintegratingTablet).Sum(m => m.Count)
            > plan.Request.Limits.MaxDisintegrating
        )
            return "too many disintegrating tablets";
        return dose.Makeup.Count > plan.Request.Limits.MaxProducts ? "too many products" : null;
    }

    /// <summary>The least part of a product: by its score, or by the marks of the syringe that holds the volume.</summary>
    private static decimal Part(Product product, decimal count, TaperPlan plan) =>
        product switch
        {
            { IsLiquid: true } => count switch
            {
                < 0.05m => 1000,
                <= 1 => 0.01m,
                <= 3 => 0.1m,
                <= 5 => 0.2m,
                _ => 0.5m,
            },
            { Form: ProductForm.Tablet } when plan.Request.Limits.AllowSplitting => product.Scoring switch
            {
                Scoring.Unscored => 1m,
                Scoring.Halves => 0.5m,
                Scoring.Quarters => 0.25m,
            },
            _ => 1m,
        };
}
