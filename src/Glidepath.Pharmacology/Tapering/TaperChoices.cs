using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>One way to do the same taper.</summary>
/// <param name="Id"><c>as-given</c>, <c>tablets</c>, <c>odt</c>, <c>liquid</c>, <c>compounded</c> or <c>cross-over</c>.</param>
/// <param name="Result">For a cross-over, the taper from the low end of its target.</param>
/// <param name="CrossOver">Only on a cross-over.</param>
/// <param name="FromHighEnd">For a cross-over, the taper from the high end of its target: the truth lies between.</param>
public sealed record TaperChoice(string Id, string Name, PlanResult Result, CrossOver? CrossOver = null, PlanResult? FromHighEnd = null)
{
    /// <summary>Breaches in the policy's default reading.</summary>
    public static int Breaches(TaperPlan plan) => plan.Verdicts[0].Findings.Count(f => f.Severity == Severity.Breach);

    /// <summary>Halves and quarters to be made over the whole plan.</summary>
    public static int SplitPieces(TaperPlan plan) => plan.Steps.Sum(s => s.SplitPieces * (s.Days ?? 0));

    public static int Products(TaperPlan plan) => plan.Steps.SelectMany(s => s.Products).Distinct().Count();

    /// <summary>The dose just before the goal.</summary>
    public static Dose LastBeforeGoal(TaperPlan plan) => plan.Steps[^2].DailyDose;
}

/// <summary>The same taper from each sensible stock, side by side.</summary>
public static class TaperChoices
{
    /// <summary>Empty where the person or the pace rules out any plan: see <see cref="TaperPlanner.RefuseOutright"/>.</summary>
    public static IReadOnlyList<TaperChoice> For(TaperRequest request)
    {
        if (TaperPlanner.RefuseOutright(request) is not null)
            return [];
        var catalogue = ProductTable.Of(request.Drug).Where(p => p.IsPlain).ToList();
        var solids = catalogue.Where(p => p.Form is ProductForm.Tablet or ProductForm.Capsule).ToList();
        var odt = catalogue.Where(p => p.Form is ProductForm.OrallyDisintegratingTablet).ToList();
        var liquid = catalogue.Where(p => p.IsLiquid && !p.IsCompounded).ToList();
        var compounded = catalogue.Where(p => p.IsCompounded).ToList();

        var choices = new List<TaperChoice>();
        if (request.Stock is not null)
            choices.Add(new("as-given", "stock as given", TaperPlanner.Plan(request)));
        // A last dose was named for the stock in hand; every other choice finds its own.
        Add("tablets", solids.Any(p => p.Form is ProductForm.Capsule) ? "capsules or tablets only" : "tablets only", new Stock(solids));
        if (odt.Count > 0)
            Add("odt", "plus orally disintegrating", new Stock([.. solids, .. odt]));
        if (liquid.Count > 0)
            Add("liquid", "plus marketed liquid", new Stock([.. solids, .. liquid]));
        if (compounded.Count > 0)
            Add("compounded", "plus compounded suspension", new Stock([.. solids, .. odt, .. compounded]));
        if (request.Goal.IsZero && !request.Drug.IsLongActing && CrossOver.Plan(request, BenzodiazepineTable.Diazepam) is { } crossOver)
            choices.Add(AfterCrossOver(request, crossOver));
        return choices;

        void Add(string id, string name, Stock stock) => choices.Add(new(id, name, TaperPlanner.Plan(request with { Stock = stock, Last = null })));
    }

    private static TaperChoice AfterCrossOver(TaperRequest request, CrossOver crossOver)
    {
        if (request.Pace.Curve is PaceCurve.Emax emax)
            return new TaperChoice("cross-over", $"{crossOver.To} first", new Refusal(BindingLimit.Curve,
                $"The {emax.D50} giving half of the effect is of {request.Drug}. A taper of {crossOver.To} needs another figure, or another curve.", ["another --curve"]), crossOver);
        var stock = ProductTable.DefaultStock(crossOver.To);
        var makeable = MakeableDoses.For(stock.WithOneConcentrationEach()[0], request.Limits, new Dose(crossOver.TargetMg.High));
        return new TaperChoice("cross-over", $"{crossOver.To} first", Taper(crossOver.TargetMg.Low), crossOver, Taper(crossOver.TargetMg.High));

        PlanResult Taper(decimal mg) => TaperPlanner.Plan(request with
        {
            Drug = crossOver.To,
            Regimen = CrossOver.LowEnd(request.Regimen, mg, makeable)!,
            Start = crossOver.TaperFrom,
            Stock = stock,
            Last = null,
            CutNow = false,
        });
    }
}
