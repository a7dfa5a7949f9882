using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>The cuts above the asked step, because the pieces make no smaller one, and where such a plan ends.</summary>
internal static class LargeCuts
{
    public static IEnumerable<Finding> Of(TaperPlan plan, TaperSolution? searched)
    {
        if (searched is not { } solution)
            yield break;
        foreach (var step in plan.Cuts.Where(s => !s.DailyDose.IsZero))
        {
            var (from, to) = (solution.Row(step.Number - 1).Total, solution.Row(step.Number).Total);
            var weighed = solution.Rules.Weigh(from, to, !solution.Row(step.Number).IsLiquid)!.Value;
            if (weighed.Cost.Excess == 0)
                continue;
            var asked = SafeNumber.Percent(100 * solution.Rules.Pace.At(from).AskedPart);
            var held = step.Days is { } days && days > solution.Rules.Pace.Interval ? $" The dose after it is held {days / 7} weeks." : "";
            yield return PlanFindings.Own(
                "plan.large-cut",
                Severity.Finding,
                $"{SafeNumber.Percent(step.ReductionPercentOfCurrent)} of current "
                    + $"({SafeNumber.Percent(step.ReductionPercentOfOriginal)} of original) is above the asked {asked}: these pieces "
                    + $"make no smaller step here.{held}",
                step.Number
            );
        }
    }

    /// <summary>Where the stock ends above the asked end: what it ends on, and what would lead further.</summary>
    public static Finding? End(TaperPlan plan)
    {
        if (plan.Ends is not PlanEnd.StockLimit)
            return null;
        var ways = WaysOn
            .Of(plan)
            .Select(way =>
                way switch
                {
                    WayOn.Liquid => $"a liquid ({ProductTable.DefaultStock(plan.Request.Drug).First(p => p.IsLiquid).Name})",
                    WayOn.Diazepam => "a change to diazepam",
                }
            )
            .Append("to stay here");
        return PlanFindings.Own(
            "plan.stays",
            Severity.Finding,
            $"The plan ends on {plan.Steps[^1].DailyDose} a day: from there these products make no cut within the ceiling. Choose: "
                + $"{string.Join(", ", ways)}."
        );
    }
}
