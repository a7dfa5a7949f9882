using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>The cuts above the asked step, because the stock makes no smaller one, and what would avoid them.</summary>
public static class ForcedCuts
{
    internal static IEnumerable<Finding> Of(TaperPlan plan)
    {
        var pace = plan.Request.Pace;
        var forced = plan.Steps.Skip(1).Where(s => !s.DailyDose.IsZero && !pace.IsWithinStep(plan.Steps[s.Number - 1].DailyDose, s.DailyDose, plan.Steps[0].DailyDose)).ToList();
        if (forced.Count == 0)
            yield break;
        foreach (var step in forced)
        {
            var effect = pace.Curve is PaceCurve.Emax ? $", {SafeNumber.Percent(PercentAsAsked(plan, step))} of {pace.Curve.PercentOf(pace)}" : "";
            yield return PlanFindings.Own("plan.forced-cut", Severity.Finding,
                $"{SafeNumber.Percent(step.ReductionPercentOfCurrent)} of current ({SafeNumber.Percent(step.ReductionPercentOfOriginal)} of original{effect}) is above the asked {pace.Curve.Asked(pace)}: no way down from this stock keeps every step smaller. {HeldLonger(pace)}", step.Number);
        }
        yield return PlanFindings.Own("plan.stock-limit", Severity.Finding, StockLimit(plan));
    }

    /// <summary>All of them in one sentence, in per cent of what the pace's percentage is of.</summary>
    public static string Together(TaperPlan plan, IReadOnlyList<TaperStep> forced)
    {
        var pace = plan.Request.Pace;
        // Of original, too, a cut is judged of current: docs/decisions/0003.
        var of = pace.Curve is PaceCurve.ProportionalToCurrent ? "current" : pace.Curve.PercentOf(pace);
        var (least, most) = (SafeNumber.Percent(forced.Min(s => PercentAsAsked(plan, s))), SafeNumber.Percent(forced.Max(s => PercentAsAsked(plan, s))));
        return $"{(least == most ? least : $"{least} to {most}")} of {of}, above the asked {pace.Curve.Asked(pace)}: no way down from this stock keeps every step smaller. {HeldLonger(pace)}";
    }

    private static decimal PercentAsAsked(TaperPlan plan, TaperStep step) =>
        plan.Request.Pace.Curve.Percent(plan.Steps[step.Number - 1].DailyDose.Milligrams, step.DailyDose.Milligrams, plan.Steps[0].DailyDose.Milligrams);

    private static string StockLimit(TaperPlan plan)
    {
        var (request, smallest) = (plan.Request, plan.Solution.Makeable.Smallest);
        var asked = request.Pace.StepPercent;
        var isProportional = request.Pace.Curve is PaceCurve.ProportionalToCurrent;
        var avoid = new List<string>();
        if (!request.Limits.AllowSplitting && plan.Stock.Any(p => p.Scoring is not Scoring.Unscored))
            avoid.Add("splitting scored tablets");
        var finer = ProductTable.Of(request.Drug).Where(p => p.IsPlain && !plan.Stock.Contains(p))
            .Select(p => (Product: p, Unit: Smallest(p, request.Limits))).Where(p => p.Unit < smallest).OrderByDescending(p => p.Unit);
        avoid.AddRange(finer.Select(p => $"the {p.Product.Name} ({Reach(p.Unit)}{(p.Product.IsCompounded ? "; --allow compounded" : "")})"));
        if (!request.Drug.IsLongActing && request.Drug.Class is DrugClass.Benzodiazepine && request.Pace.Curve is not PaceCurve.Emax)
            avoid.Add("a staged change to diazepam (--choices)");
        var limit = isProportional
            ? $"so below about {SafeNumber.Write(Math.Round(smallest.Milligrams * 100 / asked, 2))} mg a day a step of {SafeNumber.Percent(asked)} cannot be made. What would avoid it"
            : $"too coarse for the asked {request.Pace.Curve.Asked(request.Pace)}. What would make the steps smaller";
        return $"The smallest dose this stock makes is {smallest}, {limit}: {(avoid.Count > 0 ? string.Join("; ", avoid) : "no product in the catalogue is finer")}.";

        string Reach(Dose unit) => isProportional ? $"keeps to {SafeNumber.Percent(asked)} down to {new Dose(unit.Milligrams * 100 / asked)}" : $"makes steps of {unit}";
    }

    /// <summary>A larger cut waits longer; of original, judged of current, it may still be within the pace.</summary>
    private static string HeldLonger(TaperPace pace) => pace.Base is PercentBase.Current
        ? "The dose before is held longer to make up."
        : "It is not sooner than the asked pace of the original dose.";

    private static Dose Smallest(Product product, StockLimits limits) => new(product.IsLiquid
        ? product.Strength * limits.Syringe.MarkMl
        : !limits.AllowSplitting ? product.Strength : product.Strength / product.Scoring switch { Scoring.Unscored => 1, Scoring.Halves => 2, Scoring.Quarters => 4 });
}
