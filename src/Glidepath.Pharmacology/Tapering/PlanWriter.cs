using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Turns a solved path into dated steps with makeups, supplies and findings.</summary>
internal static class PlanWriter
{
    public static TaperPlan Write(TaperRequest request, TaperSolution solution, CarryOverGap? carryOver)
    {
        var steps = Steps(request, solution);
        var plan = new TaperPlan(solution)
        {
            Request = request,
            Steps = steps,
            Stock = solution.Stock,
            Last = request.Goal.IsZero ? solution.Makeable.ToDose(solution.Problem.Last) : null,
            Split = solution.Problem.Split,
            Fills = FillPlanner.Fills(steps, request.FillDays),
            Findings = [],
            Verdicts = [],
            AreaAboveCurve = AskedCurve.AreaAbove(solution),
            CarryOver = carryOver,
        };
        var verdicts = ScheduleCheck.Check(plan.ToSchedule(), request.Facts, request.Policy);
        var own = PlanFindings.For(plan).ToList();
        var judged = verdicts[0].Findings;
        return plan with
        {
            Verdicts = verdicts,
            Steps = [.. steps.Select(s => s with { Findings = [.. judged.Where(f => f.Step == s.Number), .. own.Where(f => f.Step == s.Number)] })],
            Findings =
            [
                .. judged.Where(f => f.Severity is Severity.CareFirst), .. own.Where(f => f.Step is null),
                .. CareFirst.Unasked(request.Facts) is { } unasked ? [unasked] : Array.Empty<Finding>(),
                .. judged.Where(f => f.Step is null && f.Severity is not Severity.CareFirst),
            ],
        };
    }

    private static List<TaperStep> Steps(TaperRequest request, TaperSolution solution)
    {
        var (problem, makeable) = (solution.Problem, solution.Makeable);
        var times = request.Regimen.Times;
        var steps = new List<TaperStep>();
        var totals = solution.Path.Select(state => solution.Searched.States.Totals[state]).ToList();
        var start = request.Start;
        var hold = 0;
        for (var i = 0; i < solution.Path.Count; i++)
        {
            var isLast = i == solution.Path.Count - 1;
            hold = !isLast ? problem.HoldDays(totals[i], totals[i + 1]) : problem.Goal == 0 ? problem.HoldBeforeStop(hold) : 0;
            // The hold before the stop is never shortened: a person on the last dose has not been held there yet.
            var days = i == 0 && request.CutNow && !(isLast && problem.Goal == 0) ? hold - request.Pace.IntervalDays : hold;
            var row = solution.Searched.States.Row(solution.Path[i]).ToArray();
            steps.Add(Step(i, start, isLast && problem.Goal > 0 ? null : days, totals[i], i == 0 ? totals[0] : totals[i - 1], totals[0], times, row, makeable));
            start = start.AddDays(days);
        }
        if (problem.Goal == 0)
            steps.Add(Step(steps.Count, start, null, 0, totals[^1], totals[0], [], [], makeable));
        return steps;
    }

    private static TaperStep Step(
        int number, DateOnly start, int? days, int total, int before, int original, IReadOnlyList<TimeOfDay> times, int[] row, MakeableDoses makeable)
    {
        var doses = times.Select((time, i) => (Time: time, Units: row[i])).Where(d => d.Units > 0)
            .Select(d => new TimedDose(d.Time, makeable.At(d.Units))).ToList();
        return new TaperStep
        {
            Number = number,
            Start = start,
            End = days is { } held ? start.AddDays(held - 1) : null,
            Regimen = Regimen.From(times, t => doses.FirstOrDefault(d => d.Time == t)?.Dose.Dose ?? Dose.Zero),
            Doses = doses,
            ReductionPercentOfCurrent = (before - total) * 100m / before,
            ReductionPercentOfOriginal = (before - total) * 100m / original,
        };
    }
}
