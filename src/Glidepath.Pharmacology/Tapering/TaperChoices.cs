using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>One way to do the same taper.</summary>
/// <param name="Id"><c>as-given</c>, <c>usual</c>, <c>tablets</c>, <c>no-liquid</c> or <c>cross-over</c>.</param>
/// <param name="Result">For a cross-over, the taper from the low end of its target.</param>
/// <param name="CrossOver">Only on a cross-over.</param>
/// <param name="FromHighEnd">For a cross-over, the taper from the high end of its target: the truth lies between.</param>
public sealed record TaperChoice(string Id, Sentence Name, PlanResult Result, CrossOver? CrossOver = null, PlanResult? FromHighEnd = null)
{
    /// <summary>Breaches in the policy's default reading.</summary>
    public static int Breaches(TaperPlan plan) => plan.Verdicts[0].Findings.Count(f => f.Severity == Severity.Breach);

    /// <summary>Halves and quarters to be made over the whole plan.</summary>
    public static int SplitPieces(TaperPlan plan) => plan.Steps.Sum(s => s.SplitPieces * (s.Days ?? 0));

    public static int Products(TaperPlan plan) => plan.Steps.SelectMany(s => s.Products).Distinct().Count();

    /// <summary>The dose that is stopped from, or stayed on.</summary>
    public static Dose LastBeforeGoal(TaperPlan plan) => plan.Last ?? plan.Steps[^1].DailyDose;
}

/// <summary>The same taper in each sensible way, side by side: only ways that differ.</summary>
public static class TaperChoices
{
    /// <summary>Empty where the person or the pace rules out any plan: see <see cref="TaperPlanner.RefuseOutright"/>.</summary>
    /// <param name="shared">Of the question; null where nothing else is asked.</param>
    public static IReadOnlyList<TaperChoice> For(TaperRequest request, PlannerWorkings? shared = null)
    {
        shared ??= new PlannerWorkings();
        if (TaperPlanner.RefuseOutright(request) is not null)
            return [];
        var choices = new List<TaperChoice>();
        if (request.Stock is not null || request.NoLiquid || request.AcceptLargeLastSteps)
            Add("as-given", "choice.as-given", request);
        // A last dose was named for the stock in hand; every other choice finds its own.
        var free = request with
        {
            Stock = null,
            Last = null,
            NoLiquid = false,
            AcceptLargeLastSteps = false,
        };
        var catalogue = ProductTable.DefaultStock(request.Drug);
        Sentence pieces = catalogue.Any(p => p.Form is ProductForm.Capsule) ? "choice.capsules" : "choice.tablets";
        Add("usual", catalogue.Any(p => p.IsLiquid) ? Sentence.Of("choice.then-liquid", ("pieces", pieces)) : pieces, free);
        Add("no-liquid", "choice.no-liquid", free with { NoLiquid = true });
        if (catalogue.Any(p => p.Form is ProductForm.OrallyDisintegratingTablet))
            Add("tablets", "choice.plain-tablets", free with { Stock = new Stock(catalogue.Where(p => p.Form is ProductForm.Tablet)) });
        if (AfterCrossOver(request, shared) is { } crossOver)
            choices.Insert(choices.Exists(c => c.Result.Plan is { Ends: not PlanEnd.StockLimit }) ? choices.Count : 0, crossOver);
        return choices;

        void Add(string id, Sentence name, TaperRequest way)
        {
            if (way.StockInUse.Count > 0 && TaperPlanner.Plan(way, shared) is var result && !choices.Exists(c => IsSame(c.Result, result)))
                choices.Add(new(id, name, result));
        }
    }

    private static bool IsSame(PlanResult one, PlanResult other) =>
        (one.Plan, other.Plan) switch
        {
            ({ } a, { } b) => a.Steps.Count == b.Steps.Count
                && a.Steps.Zip(b.Steps).All(s => s.First.Start == s.Second.Start && Sig.For(s.First).Equals(Sig.For(s.Second))),
            (null, null) => one.Refusal?.Limit == other.Refusal?.Limit,
            _ => false,
        };

    private static TaperChoice? AfterCrossOver(TaperRequest request, PlannerWorkings shared)
    {
        if (
            !request.Goal.IsZero
            || !CrossOver.Suits(request)
            || ShortTaper.Fits(request)
            || request.Facts.DaysPerWeek <= 3
            || CrossOver.Plan(request, BenzodiazepineTable.Diazepam) is not { } crossOver
        )
            return null;
        if (request.Pace.Curve is PaceCurve.Emax emax)
            return new TaperChoice(
                "cross-over",
                Sentence.Of("choice.cross-over", ("drug", crossOver.To)),
                new Refusal(
                    BindingLimit.Curve,
                    Sentence.Of("refusal.curve", ("half", emax.D50), ("drug", request.Drug), ("to", crossOver.To)),
                    ["would-do.another-curve"]
                ),
                crossOver
            );
        var begun = Taper(crossOver.StartMg.Low);
        return new TaperChoice(
            "cross-over",
            Sentence.Of("choice.cross-over", ("drug", crossOver.To)),
            begun with
            {
                Plan = begun.Plan is { } plan ? plan with { Change = crossOver } : null,
            },
            crossOver,
            Taper(crossOver.StartMg.High)
        );

        PlanResult Taper(decimal mg) => TaperPlanner.Plan(CrossOver.AfterChange(request, crossOver, mg), shared);
    }
}
