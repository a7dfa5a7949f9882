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
            yield return PlanFindings.Own(
                Sentence.Of(
                    "plan.large-cut",
                    ("current", step.ReductionPercentOfCurrent),
                    ("original", step.ReductionPercentOfOriginal),
                    ("asked", 100 * solution.Rules.Pace.At(from).AskedPart),
                    (
                        "held",
                        step.Days is { } days && days > solution.Rules.Pace.Interval
                            ? Sentence.Of("plan.large-cut.held", ("weeks", days / 7))
                            : null
                    )
                ),
                Severity.Finding,
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
                    WayOn.Liquid => Sentence.Of(
                        "plan.stays.liquid",
                        ("product", ProductTable.DefaultStock(plan.Request.Drug).First(p => p.IsLiquid).Name)
                    ),
                    WayOn.Diazepam => "plan.stays.diazepam",
                }
            )
            .Append("plan.stays.stay");
        return PlanFindings.Own(
            Sentence.Of("plan.stays", ("dose", plan.Steps[^1].DailyDose), ("ways", new SentenceList("list.comma", [.. ways]))),
            Severity.Finding
        );
    }
}
