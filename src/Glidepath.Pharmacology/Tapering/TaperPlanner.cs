using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Makes the taper: every dose can be made exactly from the stock, the daily dose never rises, no cut is above the policy's ceiling but the
/// stop, every step lasts whole weeks. Deterministic: the same request gives the same plan, in whatever order the stock was written.
/// </summary>
public static partial class TaperPlanner
{
    /// <param name="shared">Of the question that this plan is one answer to; null where it is the only one.</param>
    /// <exception cref="ArgumentException">The request contradicts itself: no dose, or a goal or last dose not below the start.</exception>
    public static PlanResult Plan(TaperRequest request, PlannerWorkings? shared = null)
    {
        Require(request);
        shared ??= new PlannerWorkings();
        return shared.Plan(request, () => Made(request, shared));
    }

    private static PlanResult Made(TaperRequest request, PlannerWorkings shared)
    {
        if (RefuseOutright(request) is { } refused)
            return refused;
        if (request.Facts.DaysPerWeek <= 3)
            return ShortTaper.Occasional(request);
        request = RequestRoute.AsTaken(request);
        if (ShortTaper.Fits(request))
            return ShortTaper.Plan(request);
        if (HypnoticTaper.Fits(request) && HypnoticTaper.Draft(request) is { } hypnotic)
            return Written(hypnotic);

        var (solution, refusal) = Solve(request, shared);
        if (solution is null)
            return refusal!;
        return solution.Path.Count == 1 && !(solution.Ends is PlanEnd.Stop && IsLastDose(request))
            ? Explain(BindingLimit.NoFirstCut, request, Able(request, Candidates(request, shared)), shared)
            : Written(PlanDraft.Of(solution));
    }

    private static PlanResult Written(PlanDraft draft) => PlanBounds.Exceeded(draft) is { } tooLong ? tooLong : PlanWriter.Write(draft);

    /// <summary>
    /// The refusals that no stock can lift: the person, the number, the pace. A prescriber's reason lifts all but the first.
    /// </summary>
    public static Refusal? RefuseOutright(TaperRequest request)
    {
        if (CareFirst.Excludes(request.Facts) is { } excluded)
            return new Refusal(BindingLimit.Person, excluded.Says, []);
        if (request.OverrideReason is not null)
            return null;
        if (CareFirst.NoDatedSchedule(request.Facts) is { } care)
            return new Refusal(BindingLimit.CareFirst, care.Says, []);
        if (UsualDose.CheckNumber(request.Drug, request.Regimen.DailyDose) is { } number)
            return new Refusal(BindingLimit.CheckNumber, number.Says, []);
        if (request.Goal.IsZero && CareFirst.NeedsSpecialist(request.Facts) is { } specialist)
            return new Refusal(BindingLimit.Specialist, specialist.Says, []);
        return PaceCeilingCheck.Exceeds(request.Policy, request.Pace, request.Regimen.DailyDose) is { } pace
            ? new Refusal(BindingLimit.PaceCeiling, pace, ["would-do.slower", "would-do.override"])
            : null;
    }

    private static void Require(TaperRequest request)
    {
        var daily = request.Regimen.DailyDose;
        if (daily.IsZero)
            throw new ArgumentException("The regimen is empty.", nameof(request));
        if (request.Goal >= daily)
            throw new ArgumentException($"The goal {request.Goal} is not below the starting {daily}.", nameof(request));
        if (request.Last is { } last && (last > daily || last.IsZero || !request.Goal.IsZero))
            throw new ArgumentException(
                $"The last dose {last} is not between zero and the starting {daily}, or the goal is not zero.",
                nameof(request)
            );
        if (request.DropLast is { } time && request.Regimen[time].IsZero)
            throw new ArgumentException($"Nothing is taken {time.Phrase()}.", nameof(request));
        if (request.Pace is { Base: PercentBase.Original, Curve: not PaceCurve.ProportionalToCurrent })
            throw new ArgumentException($"The {request.Pace.Curve.Id} curve says itself what its percentage is of.", nameof(request));
        if (!request.Policy.Steers)
            throw new ArgumentException($"{request.Policy.Id} judges schedules and does not steer a plan.", nameof(request));
    }

    private static (TaperSolution? Solution, Refusal? Refusal) Solve(TaperRequest request, PlannerWorkings shared)
    {
        var candidates = Candidates(request, shared);
        var able = Able(request, candidates);
        // More pieces than the limit are already in the hand of who takes such a dose: then as many as it takes, and no more.
        for (
            var pieces = request.Limits.MaxPieces + 1;
            able.Count == 0 && request.Limits.MaxPieces >= StockLimits.Default.MaxPieces && pieces <= StockLimits.MostPieces;
            pieces++
        )
        {
            var more = request with { Limits = request.Limits with { MaxPieces = pieces } };
            if (Able(more, Candidates(more, shared)) is { Count: > 0 } enough)
                (request, able) = (more, enough);
        }
        if (able.Count == 0)
            return (null, Explain(BindingLimit.StartNotMakeable, request, candidates, shared));
        return Best(request, able) is { } best ? (best, null) : (null, Explain(WhyNot(request, able), request, able, shared));
    }

    /// <summary>
    /// The search that an ordinary plan came from, run again: a plan keeps none of its tables. The same request gives the same search.
    /// </summary>
    internal static TaperSolution Searched(TaperPlan plan) =>
        TaperSolver.Solve(plan.Request, plan.Stock, MakeableDoses.For(plan.Stock, plan.Request.Limits, MostAtOnce(plan.Request.Regimen)))!;

    /// <summary>
    /// Whether the dose of now may be the one that is stopped from: somebody names it so, or it is as low as a last dose is.
    /// </summary>
    private static bool IsLastDose(TaperRequest request) =>
        request.Last is not null || request.AcceptLargeLastSteps || request.Regimen.DailyDose <= LastDose.Threshold(request.Drug);

    private static List<Candidate> Candidates(TaperRequest request, PlannerWorkings shared) =>
        [
            .. request
                .StockInUse.WithOneConcentrationEach()
                .Where(s => s.Count > 0)
                .Select(s => new Candidate(s, shared.Makeable(s, request.Limits, MostAtOnce(request.Regimen)))),
        ];

    /// <summary>The ones that make every starting dose.</summary>
    private static List<Candidate> Able(TaperRequest request, IEnumerable<Candidate> candidates) =>
        [.. candidates.Where(c => request.Regimen.Times.All(t => c.Makeable.Contains(request.Regimen[t])))];

    /// <summary>
    /// The best plan over the stock, one liquid concentration at a time, weakest first among equals. One that reaches its end beats one
    /// that cannot.
    /// </summary>
    private static TaperSolution? Best(TaperRequest request, IEnumerable<Candidate> able)
    {
        TaperSolution? best = null;
        foreach (var candidate in able)
            if (
                TaperSolver.Solve(request, candidate.Stock, candidate.Makeable) is { } solution
                && (
                    best is null
                    || (solution.Ends is PlanEnd.StockLimit, solution.Cost).CompareTo((best.Ends is PlanEnd.StockLimit, best.Cost)) < 0
                )
            )
                best = solution;
        return best;
    }

    /// <summary>Where a time is emptied, another may take what it held: no more than twice the largest.</summary>
    private static Dose MostAtOnce(Regimen regimen) =>
        new(Math.Min(regimen.DailyDose.Milligrams, 2 * regimen.Times.Max(t => regimen[t].Milligrams)));

    private sealed record Candidate(Stock Stock, MakeableDoses Makeable);
}
