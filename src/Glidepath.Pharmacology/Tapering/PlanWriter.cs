using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering.Search;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What a plan is written from, whatever found it.</summary>
/// <param name="Days">The doses of each step in turn, with the days on it; null days on a dose to stay on.</param>
internal sealed record PlanDraft(
    TaperRequest Request,
    Stock Stock,
    TaperRoute Route,
    PlanEnd Ends,
    IReadOnlyList<(IReadOnlyList<TimedDose> Doses, int? Days)> Days,
    TaperSolution? Solution
)
{
    public static PlanDraft Of(TaperSolution solution)
    {
        var (request, times, holds) = (solution.Request, solution.Request.Regimen.Times, solution.Holds());
        return new PlanDraft(
            request,
            solution.Stock,
            TaperRoute.Gradual,
            solution.Ends,
            [.. solution.Path.Select((_, i) => (Doses(solution.Row(i)), Hold(i)))],
            solution
        );

        IReadOnlyList<TimedDose> Doses(LatticeRow row) =>
            [
                .. times
                    .Select((time, place) => (time, place))
                    .Where(t => row.Doses[t.place] > 0)
                    .Select(t => new TimedDose(t.time, solution.Makeable.Make(row.Doses[t.place], row.Options[t.place]))),
            ];

        // The hold before the stop is never left out: a person on the last dose has not been held there yet.
        int? Hold(int step) => step == 0 && request.CutNow && solution.Path.Count > 1 ? 0 : holds[step];
    }
}

/// <summary>Turns a draft into dated steps with supplies and findings.</summary>
internal static class PlanWriter
{
    public static TaperPlan Write(PlanDraft draft)
    {
        var request = draft.Request;
        var steps = Steps(draft);
        var plan = new TaperPlan
        {
            Request = request,
            Route = draft.Route,
            Ends = draft.Ends,
            Steps = steps,
            Stock = draft.Stock,
            Last = draft.Ends is PlanEnd.Stop ? steps[^2].DailyDose : null,
            Fills = FillPlanner.Fills(steps, request.FillDays, request.OnHand),
            Findings = [],
            Verdicts = [],
        };
        var verdicts = RouteVerdict.Of(plan) ?? ScheduleCheck.Check(plan.ToSchedule(), request.Facts, request.Policy);
        var own = PlanFindings.For(plan, draft.Solution).ToList();
        var judged = verdicts[0].Findings;
        return plan with
        {
            Verdicts = verdicts,
            Steps =
            [
                .. steps.Select(s =>
                    s with
                    {
                        Findings = [.. judged.Where(f => f.Step == s.Number), .. own.Where(f => f.Step == s.Number)],
                    }
                ),
            ],
            Findings =
            [
                .. judged.Where(f => f.Severity is Severity.CareFirst),
                .. own.Where(f => f.Step is null),
                .. CareFirst.Unasked(request.Facts) is { } unasked ? [unasked] : Array.Empty<Finding>(),
                .. judged.Where(f => f.Step is null && f.Severity is not Severity.CareFirst),
            ],
        };
    }

    private static List<TaperStep> Steps(PlanDraft draft)
    {
        var steps = new List<TaperStep>();
        var start = draft.Request.Start;
        foreach (var (doses, days) in draft.Days)
        {
            steps.Add(Step(steps, start, days, doses));
            start = start.AddDays(days ?? 0);
        }
        if (draft.Ends is PlanEnd.Stop)
            steps.Add(Step(steps, start, null, []));
        return steps;
    }

    private static TaperStep Step(List<TaperStep> before, DateOnly start, int? days, IReadOnlyList<TimedDose> doses)
    {
        var regimen = doses.Aggregate(Regimen.Empty, (all, dose) => all.With(dose.Time, dose.Dose.Dose));
        var (original, last) =
            before.Count == 0
                ? (regimen.DailyDose.Milligrams, regimen.DailyDose.Milligrams)
                : (before[0].DailyDose.Milligrams, before[^1].DailyDose.Milligrams);
        var cut = last - regimen.DailyDose.Milligrams;
        return new TaperStep
        {
            Number = before.Count,
            Phase =
                (before.Count > 0 && before[^1].Phase is TaperPhase.Liquid) || doses.Any(d => d.Dose.Makeup.Any(m => m.Product.IsLiquid))
                    ? TaperPhase.Liquid
                    : TaperPhase.Pieces,
            Start = start,
            End = days is { } held ? start.AddDays(held - 1) : null,
            Regimen = regimen,
            Doses = doses,
            ReductionPercentOfCurrent = cut * 100m / last,
            ReductionPercentOfOriginal = cut * 100m / original,
        };
    }
}
