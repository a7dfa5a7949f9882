using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What the planner itself has to say of its plan: cuts the stock forces, an override, narrowing, supplies.</summary>
public static class PlanFindings
{
    /// <summary>Five years. Own convention: 5 % of current every 4 weeks from 1 mg clonazepam takes about four and a half.</summary>
    private const int LongDays = 1826;

    public static IEnumerable<Finding> For(TaperPlan plan)
    {
        var request = plan.Request;
        if (request.OverrideInForce is { } reason && PaceCeilingCheck.Exceeds(request.Policy, request.Pace) is { } pace)
            yield return Own("plan.override", Severity.Breach, $"{pace} Overridden: {reason}");
        foreach (var finding in ForcedCuts(plan))
            yield return finding;
        if (!plan.IsOptimalOverAllSplits)
            yield return Own("plan.split-family", Severity.Note, plan.Split is SplitRule.KeepOneTime
                ? $"The {request.DropLast!.Value.Word()} dose is kept longest, the others fall in proportion: the plan is optimal within that family of splits."
                : "Splits over the day stay close to the starting shares: the plan is optimal within that family of splits.");
        foreach (var product in plan.Steps.SelectMany(s => s.Products).Distinct())
            foreach (var finding in About(product, plan))
                yield return finding;
        if (plan.Split is SplitRule.Proportional or SplitRule.ProportionalFamily && !request.Drug.IsLongActing && LeavesShares(plan).ToList() is { Count: > 0 } steps)
            yield return Own("plan.small-doses", Severity.Note, $"From step {steps[0].Number} on, a small dose that may be neither halved nor dropped yet stays at {plan.Solution.Makeable.Smallest}, so a larger one beside it falls below its starting share.");
        if (plan.TotalDays > LongDays)
            yield return Own("plan.long", Severity.Finding, $"The plan lasts about {Math.Round(plan.TotalDays / 365.25m)} years. A faster pace, a finer stock or a lower dose to stay on may serve better.");
        if (request.Pace.Base is PercentBase.Original)
            yield return Own("plan.base-original", Severity.Note, "Per cent of original sets how soon a cut may come. How large a cut may be is still judged by the current dose, so the plan is gentler near its end than equal steps would be, and may take longer.");
        if (plan.CutNowInForce)
            yield return Own("plan.cut-now", Severity.Note, $"The first hold is shortened by {request.Pace.IntervalDays} days: time already spent on the starting regimen is counted.");
        if (!request.Goal.IsZero)
            yield return Own("plan.goal", Severity.Note, $"The plan ends on {request.Goal} a day, to stay on. Its supply is not counted: it has no end.");
    }

    /// <summary>Steps on which some time lies more than one unit from its starting share: docs/decisions/0009.</summary>
    private static IEnumerable<TaperStep> LeavesShares(TaperPlan plan)
    {
        var (start, unit) = (plan.Request.Regimen, plan.Solution.Makeable.Smallest.Milligrams);
        return plan.Steps.Where(step => start.Times.Any(t =>
            Math.Abs(step.Regimen[t].Milligrams * start.DailyDose.Milligrams - step.DailyDose.Milligrams * start[t].Milligrams) > unit * start.DailyDose.Milligrams));
    }

    private static IEnumerable<Finding> ForcedCuts(TaperPlan plan)
    {
        var asked = plan.Request.Pace.StepPercent;
        var forced = plan.Steps.Skip(1).Where(s => !s.DailyDose.IsZero && s.ReductionPercentOfCurrent > asked).ToList();
        if (forced.Count == 0)
            yield break;
        foreach (var step in forced)
            yield return Own("plan.forced-cut", Severity.Finding,
                $"{SafeNumber.Percent(step.ReductionPercentOfCurrent)} of current ({SafeNumber.Percent(step.ReductionPercentOfOriginal)} of original) is above the asked {SafeNumber.Percent(asked)}: no way down from this stock keeps every step smaller. {HeldLonger(plan)}", step.Number);

        var smallest = plan.Solution.Makeable.Smallest;
        var from = smallest.Milligrams * 100 / asked;
        var avoid = new List<string>();
        if (!plan.Request.Limits.AllowSplitting && plan.Stock.Any(p => p.Scoring is not Scoring.Unscored))
            avoid.Add("splitting scored tablets");
        var finer = ProductTable.Of(plan.Request.Drug).Where(p => p.IsPlain && !plan.Stock.Contains(p))
            .Select(p => (Product: p, Unit: Smallest(p, plan.Request.Limits))).Where(p => p.Unit < smallest).OrderByDescending(p => p.Unit);
        avoid.AddRange(finer.Select(p => $"the {p.Product.Name} (keeps to {SafeNumber.Percent(asked)} down to {new Dose(Math.Round(p.Unit.Milligrams * 100 / asked, 3))}{(p.Product.IsCompounded ? "; --allow compounded" : "")})"));
        if (!plan.Request.Drug.IsLongActing && plan.Request.Drug.Class is DrugClass.Benzodiazepine)
            avoid.Add("a staged change to diazepam (--choices)");
        yield return Own("plan.stock-limit", Severity.Finding,
            $"The smallest dose this stock makes is {smallest}, so below about {SafeNumber.Write(Math.Round(from, 2))} mg a day a step of {SafeNumber.Percent(asked)} cannot be made. What would avoid it: {(avoid.Count > 0 ? string.Join("; ", avoid) : "no product in the catalogue is finer")}.");
    }

    private static IEnumerable<Finding> About(Product product, TaperPlan plan)
    {
        if (product.Scoring is not Scoring.Unscored && ProductTable.All.FirstOrDefault(p => p with { Scoring = product.Scoring } == product) is { ScoringDependsOnMaker: true })
            yield return Own("plan.scoring", Severity.Finding, $"{product.Name}: makers differ in whether it is scored. Split it only if the tablet in hand has a score line.");
        if (product.Confidence is Confidence.Unverified)
            yield return Own("plan.unverified-product", Severity.Finding, $"{product.Name}: not verified against a label. Check with the pharmacy before use.");
        if (product.IsLiquid)
            yield return Own("plan.syringe", Severity.Note, Syringe(product, plan));
        if (product.Form is ProductForm.OralConcentrate)
            yield return Own("plan.concentrate", Severity.Finding, $"{product.Name} is a concentrate: 1 mL is {new Dose(product.Strength)}. A slip of the syringe is a large error; go through mg and mL with whoever measures it.");
        if (product.BeyondUseDays is { } days)
            yield return new Finding("plan.beyond-use", Severity.Note, $"{product.Name}: keeps {days} days after it is made. Shake well.", product.Source, product.Confidence);
    }

    private static string Syringe(Product product, TaperPlan plan)
    {
        var syringe = plan.Request.Limits.Syringe;
        var most = plan.Steps.SelectMany(s => s.Doses).SelectMany(d => d.Dose.Makeup).Where(m => m.Product == product).Max(m => m.Count);
        var fillings = most > syringe.CapacityMl ? $" Up to {SafeNumber.Write(most)} mL at one time is several fillings." : "";
        return $"{product.Name}: measure with a {syringe.Name} marked every {SafeNumber.Write(syringe.MarkMl)} mL.{fillings}";
    }

    /// <summary>Of current dose a larger cut waits longer; of original dose it may still be within the pace.</summary>
    public static string HeldLonger(TaperPlan plan) => plan.Request.Pace.Base is PercentBase.Current
        ? "The dose before is held longer to make up."
        : "It is not sooner than the asked pace of the original dose.";

    private static Dose Smallest(Product product, StockLimits limits) => new(product.IsLiquid
        ? product.Strength * limits.Syringe.MarkMl
        : !limits.AllowSplitting ? product.Strength : product.Strength / product.Scoring switch { Scoring.Unscored => 1, Scoring.Halves => 2, Scoring.Quarters => 4 });

    private static Finding Own(string rule, Severity severity, string message, int? step = null) =>
        new(rule, severity, message, Sources.OwnRule, Confidence.Derived, step);
}
