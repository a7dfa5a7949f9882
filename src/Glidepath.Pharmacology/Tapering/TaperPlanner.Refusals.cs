using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

public static partial class TaperPlanner
{
    private static BindingLimit WhyNot(TaperRequest request, IReadOnlyList<Candidate> candidates)
    {
        if (request.Goal.IsZero && request.Last is null)
            return BindingLimit.NoWayDown;
        var end = request.Goal.IsZero ? request.Last!.Value : request.Goal;
        var canEnd = candidates.Any(c => CanMakeDaily(c.Makeable, end, request.Regimen.Times.Count));
        return canEnd ? BindingLimit.NoWayDown
            : request.Goal.IsZero ? BindingLimit.LastNotMakeable
            : BindingLimit.GoalNotMakeable;
    }

    private static bool CanMakeDaily(MakeableDoses makeable, Dose daily, int times) =>
        makeable.Contains(daily)
        || (
            times > 1
            && makeable
                .Doses.TakeWhile(d => d < daily)
                .Any(d => CanMakeDaily(makeable, new Dose(daily.Milligrams - d.Milligrams), times - 1))
        );

    private static string CeilingText(TaperRequest request) => $"the ceiling of {request.Policy.Name}";

    private static Refusal Explain(BindingLimit limit, TaperRequest request, IReadOnlyList<Candidate> candidates, PlannerWorkings shared)
    {
        var message = limit switch
        {
            BindingLimit.StartNotMakeable => StartNotMakeable(request, candidates),
            BindingLimit.NoFirstCut =>
                $"Not one cut from {request.Regimen} keeps to {CeilingText(request)} with {Text(request)}. {Instead(request)}",
            BindingLimit.GoalNotMakeable => $"The goal of {request.Goal} a day cannot be made from {Text(request)}; nearest makeable: "
                + $"{NearestDaily(request, request.Goal)}.",
            BindingLimit.LastNotMakeable => $"The last dose of {request.Last} a day cannot be made from {Text(request)}; nearest makeable: "
                + $"{NearestDaily(request, request.Last!.Value)}.",
            _ => $"No way down from {request.Regimen} was found that keeps to {CeilingText(request)} and ends as asked, from "
                + $"{Text(request)}.",
        };
        return new Refusal(limit, message, [.. Relaxations(request, shared)]);
    }

    private static string Instead(TaperRequest request) =>
        CrossOver.NeedsHospital(request)
            ? $"A change to diazepam would begin above {CrossOver.MostMg:0} mg a day: a specialist decides, in a hospital."
        : CrossOver.Suits(request) ? "A change to diazepam comes first."
        : "Another product comes first.";

    private static string StartNotMakeable(TaperRequest request, IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
            return "Nothing is left of the stock without a liquid.";
        var stock = candidates[0];
        var time = request.Regimen.Times.First(t =>
            candidates.All(c => c.Makeable.IsEmpty || !c.Makeable.Contains(request.Regimen[t]))
            || !stock.Makeable.Contains(request.Regimen[t])
        );
        var dose = request.Regimen[time];
        return $"The starting {dose} {time.Phrase()} cannot be made from {Text(request)}, with at most "
            + $"{Counted.Of(request.Limits.MaxPieces, "piece")} "
            + $"and {Counted.Of(request.Limits.MaxProducts, "product")} at one time; nearest makeable: {Nearest(request, dose)}.";
    }

    private static string Nearest(TaperRequest request, Dose dose)
    {
        // The set is built past the dose, so that the next makeable one above is seen too.
        var most = new Dose(dose.Milligrams + request.StockInUse.Max(p => p.IsLiquid ? 0 : p.Strength));
        var near = request
            .StockInUse.WithOneConcentrationEach()
            .Select(s => MakeableDoses.For(s, request.Limits, most))
            .Where(m => !m.IsEmpty)
            .Select(m => m.Nearest(dose))
            .ToList();
        return Join(near.Max(n => n.Below), near.Min(n => n.Above));
    }

    private static string NearestDaily(TaperRequest request, Dose daily)
    {
        var times = request.Regimen.Times.Count;
        var makeable = request
            .StockInUse.WithOneConcentrationEach()
            .Select(s => MakeableDoses.For(s, request.Limits, MostAtOnce(request.Regimen)))
            .ToList();
        // Daily doses next to the one asked: sums over the times in use, found by stepping the finest lattice outward.
        var step = makeable.Min(m => m.UnitMg);
        Dose? below = null,
            above = null;
        for (var mg = daily.Milligrams - daily.Milligrams % step; mg > 0 && below is null; mg -= step)
            if (makeable.Any(m => CanMakeDaily(m, new Dose(mg), times)))
                below = new Dose(mg);
        for (
            var mg = daily.Milligrams - daily.Milligrams % step + step;
            mg < request.Regimen.DailyDose.Milligrams && above is null;
            mg += step
        )
            if (makeable.Any(m => CanMakeDaily(m, new Dose(mg), times)))
                above = new Dose(mg);
        return Join(below, above);
    }

    private static string Join(Dose? below, Dose? above) =>
        (below, above) switch
        {
            ({ } low, { } high) => $"{low} or {high}",
            ({ } low, null) => $"{low}",
            (null, { } high) => $"{high}",
            (null, null) => "nothing",
        };

    private static string Text(TaperRequest request) =>
        $"{request.StockInUse}{(request.Limits.AllowSplitting ? "" : " without splitting")}";

    /// <summary>
    /// Changes that each make a plan possible, cheapest first: split what may be split, add a marketed product, add a compounded one, allow
    /// more pieces.
    /// </summary>
    private static IEnumerable<string> Relaxations(TaperRequest request, PlannerWorkings shared)
    {
        if (!request.Limits.AllowSplitting && Helps(request with { Limits = request.Limits with { AllowSplitting = true } }, shared))
            yield return "allow splitting";
        foreach (var product in request.StockInUse.Where(p => p is { ScoringDependsOnMaker: true, Scoring: Scoring.Unscored }))
            if (
                request.Limits.AllowSplitting
                && Helps(
                    request with
                    {
                        Stock = new Stock(request.StockInUse.Select(p => p == product ? p with { Scoring = Scoring.Halves } : p)),
                    },
                    shared
                )
            )
                yield return $"a {product.Name} that is scored (makers differ)";
        if (request.NoLiquid && Helps(request with { NoLiquid = false }, shared))
            yield return "a liquid";
        var others = ProductTable
            .Of(request.Drug)
            .Where(p => p.IsPlain && !request.StockInUse.Contains(p) && !(request.NoLiquid && p.IsLiquid))
            .OrderBy(p => p.Form is ProductForm.OralConcentrate)
            .ThenBy(p => p.IsCompounded)
            .ThenBy(p => p.IsLiquid)
            .ThenByDescending(p => p.Strength);
        var found = 0;
        foreach (var product in others)
            if (found < 2 && Helps(request with { Stock = new Stock([.. request.StockInUse, product]) }, shared))
            {
                found++;
                var isThereUnscored = request.StockInUse.Any(p => p.Form == product.Form && p.Strength == product.Strength);
                yield return isThereUnscored ? $"a {product.Name} that is scored" : $"the {product.Name}";
            }
        if (
            Helps(
                request with
                {
                    Limits = request.Limits with { MaxPieces = StockLimits.MostPieces, MaxDisintegrating = StockLimits.MostPieces },
                },
                shared
            )
        )
            yield return "more pieces at one time of day";
    }

    private static bool Helps(TaperRequest relaxed, PlannerWorkings shared) =>
        !relaxed.StockInUse.MixesRelease
        && Able(relaxed, Candidates(relaxed, shared)) is { Count: > 0 } able
        && Best(relaxed, able) is { Path.Count: > 1 };
}
