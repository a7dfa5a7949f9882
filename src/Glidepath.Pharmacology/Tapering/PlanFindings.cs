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
            yield return Own("plan.override", Severity.Breach, $"{Overridden(request)}Overridden: {reason}");
        if (LargeCuts.End(plan) is { } end)
            yield return end;
        foreach (var finding in OfRoute(plan).Concat(LargeCuts.Of(plan, solution)))
            yield return finding;
        if (
            plan.Steps.SelectMany(s => s.Doses).Select(d => d.Dose.Pieces).DefaultIfEmpty(0).Max() is var most
            && most > StockLimits.Default.MaxPieces
        )
            yield return Own(
                "plan.many-pieces",
                Severity.Finding,
                $"Up to {most} pieces at one time of day: the dose of now takes so many. {StockLimits.Default.MaxPieces} are usual at most."
            );
        foreach (var product in plan.Steps.SelectMany(s => s.Products).Distinct())
        foreach (var finding in About(product, plan))
            yield return finding;
        foreach (var hand in request.OnHand)
            yield return Own("plan.on-hand", Severity.Note, OnHandText(plan, hand));
        if (plan.TotalDays > LongDays)
            yield return Own(
                "plan.long",
                Severity.Finding,
                $"The plan lasts about {Math.Round(plan.TotalDays / 365.25m)} years. A faster pace or a lower dose to stay on may "
                    + $"serve better."
            );
        if (plan.Route is TaperRoute.Gradual && request.Pace.WholeWeeksDays != request.Pace.IntervalDays)
            yield return Own(
                "plan.whole-weeks",
                Severity.Note,
                $"Steps last whole weeks: {request.Pace.IntervalDays} days became {request.Pace.WholeWeeksDays}."
            );
        if (plan.Route is TaperRoute.Gradual && OfCurve(request.Pace.Curve) is { } curve)
            yield return curve;
        if (plan.CutNowInForce && request.CutNow)
            yield return Own(
                "plan.cut-now",
                Severity.Note,
                "The first interval is left out: time already spent on the starting dose is counted."
            );
        if (plan.Ends is PlanEnd.Goal)
            yield return Own(
                "plan.goal",
                Severity.Note,
                $"The plan ends on {request.Goal} a day, to stay on. Its supply is not counted: it has no end."
            );
    }

    private static string Overridden(TaperRequest request) =>
        string.Concat(
            new[]
            {
                PaceCeilingCheck.Exceeds(request.Policy, request.Pace, request.Regimen.DailyDose),
                UsualDose.CheckNumber(request.Drug, request.Regimen.DailyDose)?.Message,
                CareFirst.NoDatedSchedule(request.Facts)?.Message,
                request.Goal.IsZero ? CareFirst.NeedsSpecialist(request.Facts)?.Message : null,
            }
                .OfType<string>()
                .Select(message => message + " ")
        );

    private static IEnumerable<Finding> OfRoute(TaperPlan plan)
    {
        var request = plan.Request;
        if (request.AsTaken is { } taken && request.Facts.DaysPerWeek is >= 4 and <= 6)
            yield return Own(
                "plan.days-a-week",
                Severity.Finding,
                $"{taken} on {request.Facts.DaysPerWeek} days a week comes to {request.Regimen.DailyDose} a day, so the plan "
                    + $"begins there: a daily plan never begins above what a week comes to."
            );
        if (request is { IsChangedFromExtendedRelease: true, AsTaken: { } extended })
            yield return Own(
                "plan.extended-release",
                Severity.Finding,
                $"An extended-release product is never cut: the plan begins with a change from {extended} to plain tablets"
                    + $"{(extended.DailyDose == request.Regimen.DailyDose ? " of the same daily dose" : "")}, {request.Regimen}. Whether "
                    + $"to change is the prescriber's decision."
            );
        // Where it is known to be taken for sleep, the guideline's own finding says so; where for another reason, CBT-I is not meant.
        if (plan.Route is TaperRoute.Hypnotic && request.Facts.Indication is (Indication.NotAsked or Indication.NotKnown))
            yield return new Finding(
                "plan.cbt-i",
                Severity.Finding,
                "If it is taken for sleep: offer CBT for insomnia (CBT-I) before and with the taper (recommendation 10).",
                Sources.Asam
            );
        if (RequestRoute.IsFaster(request) && plan.Route is TaperRoute.Gradual)
            yield return new Finding(
                "plan.faster",
                Severity.Note,
                $"Under 3 months at a low dose may be tapered faster (key takeaways), so the faster pace is shown first: "
                    + $"{request.Pace}. The usual pace is {TaperPace.Default}.",
                Sources.Asam
            );
    }

    /// <returns>How far the curve can be trusted; null for the default, which is the percentage as it stands.</returns>
    public static Finding? OfCurve(PaceCurve curve) =>
        curve is PaceCurve.ProportionalToCurrent
            ? null
            : new(
                "plan.curve",
                curve.Evidence.Confidence is Confidence.Unverified ? Severity.Finding : Severity.Note,
                $"The {curve.Id} curve: {curve.Text} {curve.Evidence.Text}",
                curve.Evidence.Source,
                curve.Evidence.Confidence
            );

    private static IEnumerable<Finding> About(Product product, TaperPlan plan)
    {
        if (
            product.Scoring is not Scoring.Unscored
            && ProductTable.All.FirstOrDefault(p => p with { Scoring = product.Scoring } == product) is { ScoringDependsOnMaker: true }
        )
            yield return Own(
                "plan.scoring",
                Severity.Finding,
                $"{product.Name}: makers differ in whether it is scored. Split it only if the tablet in hand has a score line."
            );
        if (product.Confidence is Confidence.Unverified)
            yield return Own(
                "plan.unverified-product",
                Severity.Finding,
                $"{product.Name}: not verified against a label. Check with the pharmacy before use."
            );
        if (product.IsLiquid)
            yield return Own(
                "plan.syringe",
                Severity.Note,
                $"{product.Name}: each dose names its oral syringe; needed: {Syringes(product, plan)}."
            );
        if (product.Form is ProductForm.OralConcentrate)
            yield return Own(
                "plan.concentrate",
                Severity.Finding,
                $"{product.Name} is a concentrate: 1 mL is {new Dose(product.Strength)}. A slip of the syringe is a large error; "
                    + $"go through mg and mL with the person who measures it."
            );
        if (product.BeyondUseDays is { } days)
            yield return new Finding(
                "plan.beyond-use",
                Severity.Note,
                $"{product.Name}: keeps {days} days after it is made. Shake well.",
                product.Source,
                product.Confidence
            );
    }

    private static string OnHandText(TaperPlan plan, OnHand hand)
    {
        var amount =
            $"{SafeNumber.Write(hand.Count)} "
            + $"{(hand.Product.IsLiquid ? "mL of " : "")}{hand.Product.Name}{(hand.Product.IsLiquid || hand.Count == 1 ? "" : "s")}";
        return FillPlanner.Lasts(plan, hand) is not { } lasts
            ? $"At home: {amount}. This plan does not use it, or not for a whole day: return what is left."
            : $"At home: {amount}. It covers this plan's days with it up to {lasts.Until:yyyy-MM-dd}, {lasts.Days} days in all, and is "
                + $"counted into the first fills.";
    }

    private static string Syringes(Product product, TaperPlan plan) =>
        string.Join(
            ", ",
            plan.Steps.SelectMany(s => s.Doses)
                .SelectMany(d => d.Dose.Makeup)
                .Where(m => m.Product == product)
                .Select(m => m.Syringe!)
                .Distinct()
                .OrderByDescending(s => s.CapacityMl)
                .Select(s => $"{s.Name} marked every {SafeNumber.Write(s.MarkMl)} mL")
        );

    internal static Finding Own(string rule, Severity severity, string message, int? step = null) =>
        new(rule, severity, message, Sources.OwnRule, Confidence.Derived, step);
}
