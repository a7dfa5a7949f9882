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

    private static Refusal Explain(BindingLimit limit, TaperRequest request, IReadOnlyList<Candidate> candidates, PlannerWorkings shared)
    {
        var stock = StockOf(request);
        var says = limit switch
        {
            BindingLimit.StartNotMakeable => StartNotMakeable(request, candidates),
            BindingLimit.NoFirstCut => Sentence.Of(
                "refusal.no-first-cut",
                ("regimen", request.Regimen),
                ("policy", request.Policy.Name),
                ("stock", stock),
                ("instead", Instead(request))
            ),
            BindingLimit.GoalNotMakeable => Sentence.Of(
                "refusal.goal-not-makeable",
                ("goal", request.Goal),
                ("stock", stock),
                ("nearest", NearestDaily(request, request.Goal))
            ),
            BindingLimit.LastNotMakeable => Sentence.Of(
                "refusal.last-not-makeable",
                ("last", request.Last),
                ("stock", stock),
                ("nearest", NearestDaily(request, request.Last!.Value))
            ),
            _ => Sentence.Of("refusal.no-way-down", ("regimen", request.Regimen), ("policy", request.Policy.Name), ("stock", stock)),
        };
        return new Refusal(limit, says, [.. Relaxations(request, shared)]);
    }

    private static Sentence Instead(TaperRequest request) =>
        CrossOver.NeedsHospital(request) ? Sentence.Of("refusal.instead.hospital", ("most", CrossOver.MostMg))
        : CrossOver.Suits(request) ? "refusal.instead.diazepam"
        : "refusal.instead.product";

    private static Sentence StartNotMakeable(TaperRequest request, IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
            return "refusal.nothing-without-liquid";
        var stock = candidates[0];
        var time = request.Regimen.Times.First(t =>
            candidates.All(c => c.Makeable.IsEmpty || !c.Makeable.Contains(request.Regimen[t]))
            || !stock.Makeable.Contains(request.Regimen[t])
        );
        var dose = request.Regimen[time];
        return Sentence.Of(
            "refusal.start-not-makeable",
            ("dose", dose),
            ("time", time.Phrase()),
            ("stock", StockOf(request)),
            ("pieces", request.Limits.MaxPieces),
            ("products", request.Limits.MaxProducts),
            ("nearest", Nearest(request, dose))
        );
    }

    private static Sentence Nearest(TaperRequest request, Dose dose)
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

    private static Sentence NearestDaily(TaperRequest request, Dose daily)
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

    private static Sentence Join(Dose? below, Dose? above) =>
        (below, above) switch
        {
            ({ } low, { } high) => Sentence.Of("nearest.two", ("below", low), ("above", high)),
            ({ } low, null) => Sentence.Of("nearest.one", ("dose", low)),
            (null, { } high) => Sentence.Of("nearest.one", ("dose", high)),
            (null, null) => "nearest.none",
        };

    private static Sentence StockOf(TaperRequest request) =>
        Sentence.Of(request.Limits.AllowSplitting ? "stock" : "stock.whole", ("stock", request.StockInUse));

    /// <summary>
    /// Changes that each make a plan possible, cheapest first: split what may be split, add a marketed product, add a compounded one, allow
    /// more pieces.
    /// </summary>
    private static IEnumerable<Sentence> Relaxations(TaperRequest request, PlannerWorkings shared)
    {
        if (!request.Limits.AllowSplitting && Helps(request with { Limits = request.Limits with { AllowSplitting = true } }, shared))
            yield return "would-do.splitting";
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
                yield return Sentence.Of("would-do.scored-maker", ("product", product.Name));
        if (request.NoLiquid && Helps(request with { NoLiquid = false }, shared))
            yield return "would-do.liquid";
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
                yield return Sentence.Of(isThereUnscored ? "would-do.scored" : "would-do.product", ("product", product.Name));
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
            yield return "would-do.more-pieces";
    }

    private static bool Helps(TaperRequest relaxed, PlannerWorkings shared) =>
        !relaxed.StockInUse.MixesRelease
        && Able(relaxed, Candidates(relaxed, shared)) is { Count: > 0 } able
        && Best(relaxed, able) is { Path.Count: > 1 };
}
