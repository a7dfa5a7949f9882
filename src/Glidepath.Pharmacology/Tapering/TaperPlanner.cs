using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Makes the taper: every dose can be made exactly from the stock, no dose rises, no cut comes sooner than asked. Deterministic: the same request
/// gives the same plan, in whatever order the stock was written.
/// </summary>
public static partial class TaperPlanner
{
    /// <exception cref="ArgumentException">The request contradicts itself: no dose, or a goal or last dose not below the start.</exception>
    public static PlanResult Plan(TaperRequest request)
    {
        Require(request);
        if (RefuseOutright(request) is { } refused)
            return refused;

        var (solution, refusal) = Solve(request);
        if (solution is null)
            return refusal!;
        var (settled, first, left) = CarryOver.Settle(request, solution);
        return PlanWriter.Write(request, settled, first is null ? null : CarryOverGap.Between(solution, settled, first, left));
    }

    /// <summary>The refusals that no stock can lift: the person, or the pace.</summary>
    public static Refusal? RefuseOutright(TaperRequest request)
    {
        if (CareFirst.Excludes(request.Facts) is { } excluded)
            return new Refusal(BindingLimit.Person, excluded.Message, []);
        return request.OverrideReason is null && PaceCeilingCheck.Exceeds(request.Policy, request.Pace, request.Regimen.DailyDose) is { } pace
            ? new Refusal(BindingLimit.PaceCeiling, pace, ["a slower pace", "--override with the prescriber's reason"])
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
            throw new ArgumentException($"The last dose {last} is not between zero and the starting {daily}, or the goal is not zero.", nameof(request));
        if (request.DropLast is { } time && request.Regimen[time].IsZero)
            throw new ArgumentException($"Nothing is taken {time.Phrase()}.", nameof(request));
        if (request.Pace is { Base: PercentBase.Original, Curve: not PaceCurve.ProportionalToCurrent })
            throw new ArgumentException($"The {request.Pace.Curve.Id} curve says itself what its percentage is of.", nameof(request));
        if (!request.Policy.Steers)
            throw new ArgumentException($"{request.Policy.Id} judges schedules and does not steer a plan.", nameof(request));
    }

    private static (TaperSolution? Solution, Refusal? Refusal) Solve(TaperRequest request)
    {
        var candidates = Candidates(request);
        var able = Able(request, candidates);
        if (able.Count == 0)
            return (null, Explain(BindingLimit.StartNotMakeable, request, candidates));
        request = WithLast(request, able);
        return Best(request, able) is { } best ? (best, null) : (null, Explain(WhyNot(request, able), request, able));
    }

    private static List<Candidate> Candidates(TaperRequest request) =>
        [.. request.StockOrDefault.WithOneConcentrationEach().Select(s => new Candidate(s, MakeableDoses.For(s, request.Limits, Largest(request.Regimen))))];

    /// <summary>The ones that make every starting dose.</summary>
    private static List<Candidate> Able(TaperRequest request, IEnumerable<Candidate> candidates) =>
        [.. candidates.Where(c => !c.Makeable.IsEmpty && request.Regimen.Times.All(t => c.Makeable.Contains(request.Regimen[t])))];

    /// <summary>One last dose for the whole stock: the smallest that any of its concentrations would end on.</summary>
    private static TaperRequest WithLast(TaperRequest request, IEnumerable<Candidate> able) => request.Goal.IsZero && request.Last is null
        ? request with { Last = able.Min(c => LastDose.For(request.Drug, c.Stock, c.Makeable)) }
        : request;

    /// <summary>The best plan over the stock, one liquid concentration at a time, weakest first among equals.</summary>
    private static TaperSolution? Best(TaperRequest request, IEnumerable<Candidate> able)
    {
        TaperSolution? best = null;
        foreach (var candidate in able)
            if (Pose(request, candidate.Makeable) is { } problem && TaperSolution.Solve(problem, candidate.Makeable, candidate.Stock) is { } solution
                && (best is null || solution.CompareTo(best) < 0))
                best = solution;
        return best;
    }

    /// <returns>Null when the end of the taper is no whole multiple of the unit.</returns>
    private static TaperProblem? Pose(TaperRequest request, MakeableDoses makeable)
    {
        var end = request.Goal.IsZero ? request.Last!.Value : request.Goal;
        var units = end.Milligrams / makeable.UnitMg;
        if (units != decimal.Floor(units))
            return null;
        var times = request.Regimen.Times;
        var kept = request.DropLast is { } time && times.Count > 1 ? times.ToList().IndexOf(time) : -1;
        var split = kept >= 0 ? SplitRule.KeepOneTime : request.Drug.IsLongActing ? SplitRule.Free : SplitRule.Proportional;
        return new TaperProblem(
            [.. times.Select(t => makeable.ToUnits(request.Regimen[t]))], makeable.Units,
            Goal: request.Goal.IsZero ? 0 : (int)units, Last: request.Goal.IsZero ? (int)units : 0,
            request.Pace, split, kept, EmptiesEarly: request.Drug.IsLongActing)
        {
            UnitNg = (long)(makeable.UnitMg * 1_000_000m),
        };
    }

    private static Dose Largest(Regimen regimen) => regimen.Times.Max(t => regimen[t]);

    private sealed record Candidate(Stock Stock, MakeableDoses Makeable);
}
