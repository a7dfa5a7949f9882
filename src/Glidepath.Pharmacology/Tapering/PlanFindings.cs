using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What the planner itself has to say of its plan: cuts the stock forces, an override, narrowing, supplies.</summary>
public static class PlanFindings
{
    /// <summary>Five years. Program rule: 5 % of current every 4 weeks from 1 mg clonazepam takes about four and a half.</summary>
    private const int LongDays = 1826;

    /// <param name="solution">Null for a hypnotic or short taper, where nothing is searched.</param>
    internal static IEnumerable<Finding> For(TaperPlan plan, TaperSolution? solution)
    {
        var request = plan.Request;
        if (request.OverrideReason is { } reason)
            yield return Own(
                Sentence.Of("plan.override", ("why", new SentenceList("list.none", [.. Overridden(request)])), ("reason", reason)),
                Severity.Breach
            );
        if (LargeCuts.End(plan) is { } end)
            yield return end;
        foreach (var finding in OfRoute(plan).Concat(LargeCuts.Of(plan, solution)))
            yield return finding;
        if (
            plan.Steps.SelectMany(s => s.Doses).Select(d => d.Dose.Pieces).DefaultIfEmpty(0).Max() is var most
            && most > StockLimits.Default.MaxPieces
        )
            yield return Own(Sentence.Of("plan.many-pieces", ("most", most), ("usual", StockLimits.Default.MaxPieces)), Severity.Finding);
        foreach (var product in plan.Steps.SelectMany(s => s.Products).Distinct())
        foreach (var finding in About(product, plan))
            yield return finding;
        foreach (var hand in request.OnHand)
            yield return Own(OnHandOf(plan, hand), Severity.Note) with
            {
                Rule = "plan.on-hand",
            };
        if (plan.TotalDays > LongDays)
            yield return Own(Sentence.Of("plan.long", ("years", Math.Round(plan.TotalDays / 365.25m))), Severity.Finding);
        if (plan.Route is TaperRoute.Gradual && request.Pace.WholeWeeksDays != request.Pace.IntervalDays)
            yield return Own(
                Sentence.Of("plan.whole-weeks", ("asked", request.Pace.IntervalDays), ("days", request.Pace.WholeWeeksDays)),
                Severity.Note
            );
        if (plan.Route is TaperRoute.Gradual && OfCurve(request.Pace.Curve) is { } curve)
            yield return curve;
        if (plan.CutNowInForce && request.CutNow)
            yield return Own("plan.cut-now", Severity.Note);
        if (plan.Ends is PlanEnd.Goal)
            yield return Own(Sentence.Of("plan.goal", ("goal", request.Goal)), Severity.Note);
    }

    private static IEnumerable<Sentence> Overridden(TaperRequest request) =>
        new[]
        {
            PaceCeilingCheck.Exceeds(request.Policy, request.Pace, request.Regimen.DailyDose),
            UsualDose.CheckNumber(request.Drug, request.Regimen.DailyDose)?.Says,
            CareFirst.NoDatedSchedule(request.Facts)?.Says,
            request.Goal.IsZero ? CareFirst.NeedsSpecialist(request.Facts)?.Says : null,
        }
            .OfType<Sentence>()
            .Select(sentence => Sentence.Of("plan.overridden", ("sentence", sentence)));

    private static IEnumerable<Finding> OfRoute(TaperPlan plan)
    {
        var request = plan.Request;
        if (request.AsTaken is { } taken && request.Facts.DaysPerWeek is >= 4 and <= 6)
            yield return Own(
                Sentence.Of(
                    "plan.days-a-week",
                    ("taken", taken),
                    ("days", request.Facts.DaysPerWeek),
                    ("daily", request.Regimen.DailyDose)
                ),
                Severity.Finding
            );
        if (request is { IsChangedFromExtendedRelease: true, AsTaken: { } extended })
            yield return Own(
                Sentence.Of(
                    extended.DailyDose == request.Regimen.DailyDose ? "plan.extended-release" : "plan.extended-release.other-dose",
                    ("from", extended),
                    ("to", request.Regimen)
                ),
                Severity.Finding
            ) with
            {
                Rule = "plan.extended-release",
            };
        // Where it is known to be taken for sleep, the guideline's own finding says so; where for another reason, CBT-I is not meant.
        if (plan.Route is TaperRoute.Hypnotic && request.Facts.Indication is (Indication.NotAsked or Indication.NotKnown))
            yield return new Finding("plan.cbt-i", Severity.Finding, Sources.Asam);
        if (RequestRoute.IsFaster(request) && plan.Route is TaperRoute.Gradual)
            yield return new Finding(
                Sentence.Of("plan.faster", ("pace", request.Pace.Words), ("usual", TaperPace.Default.Words)),
                Severity.Note,
                Sources.Asam
            );
    }

    /// <returns>How far the curve can be trusted; null for the default, which is the percentage as it stands.</returns>
    public static Finding? OfCurve(PaceCurve curve) =>
        curve is PaceCurve.ProportionalToCurrent
            ? null
            : new(
                Sentence.Of("plan.curve", ("curve", curve.Id), ("shape", curve.Words), ("evidence", curve.Evidence.Words)),
                curve.Evidence.Confidence is Confidence.Unverified ? Severity.Finding : Severity.Note,
                curve.Evidence.Source,
                curve.Evidence.Confidence
            );

    private static IEnumerable<Finding> About(Product product, TaperPlan plan)
    {
        if (
            product.Scoring is not Scoring.Unscored
            && ProductTable.All.FirstOrDefault(p => p with { Scoring = product.Scoring } == product) is { ScoringDependsOnMaker: true }
        )
            yield return Own(Sentence.Of("plan.scoring", ("product", product.Name)), Severity.Finding);
        if (product.Confidence is Confidence.Unverified)
            yield return Own(Sentence.Of("plan.unverified-product", ("product", product.Name)), Severity.Finding);
        if (product.IsLiquid)
            yield return Own(Sentence.Of("plan.syringe", ("product", product.Name), ("syringes", Syringes(product, plan))), Severity.Note);
        if (product.Form is ProductForm.OralConcentrate)
            yield return Own(
                Sentence.Of("plan.concentrate", ("product", product.Name), ("dose", new Dose(product.Strength))),
                Severity.Finding
            );
        if (product.BeyondUseDays is { } days)
            yield return new Finding(
                Sentence.Of("plan.beyond-use", ("product", product.Name), ("days", days)),
                Severity.Note,
                product.Source,
                product.Confidence
            );
    }

    private static Sentence OnHandOf(TaperPlan plan, OnHand hand)
    {
        var amount = Sentence.Of(
            hand.Product.IsLiquid ? "on-hand.liquid" : "on-hand.pieces",
            ("count", hand.Count),
            ("product", hand.Product.Name)
        );
        return FillPlanner.Lasts(plan, hand) is not { } lasts
            ? Sentence.Of("plan.on-hand.unused", ("amount", amount))
            : Sentence.Of("plan.on-hand", ("amount", amount), ("until", lasts.Until), ("days", lasts.Days));
    }

    private static SentenceList Syringes(Product product, TaperPlan plan) =>
        new(
            "list.comma",
            [
                .. plan
                    .Steps.SelectMany(s => s.Doses)
                    .SelectMany(d => d.Dose.Makeup)
                    .Where(m => m.Product == product)
                    .Select(m => m.Syringe!)
                    .Distinct()
                    .OrderByDescending(s => s.CapacityMl)
                    .Select(s => Sentence.Of("plan.syringe.one", ("syringe", s.Name), ("mark", s.MarkMl))),
            ]
        );

    internal static Finding Own(Sentence says, Severity severity, int? step = null) =>
        new(says, severity, Sources.OwnRule, Confidence.Derived, step);
}
