using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>Finds the two phases of one stock and searches the best plan through them.</summary>
internal static class TaperSolver
{
    /// <summary>
    /// The first cut is kept near the asked one wherever the liquid can make such a cut; where it cannot, up to the ceiling.
    /// </summary>
    /// <returns>Null when the stock cannot make the start, the goal or the last dose, or no way leads down.</returns>
    public static TaperSolution? Solve(TaperRequest request, Stock stock, MakeableDoses makeable)
    {
        var solution = Solve(request, stock, makeable, makeable.HasLiquid);
        return makeable.HasLiquid && solution is null or { Ends: PlanEnd.StockLimit }
            ? Solve(request, stock, makeable, limitsFirstCut: false)
            : solution;
    }

    private static TaperSolution? Solve(TaperRequest request, Stock stock, MakeableDoses makeable, bool limitsFirstCut)
    {
        var times = request.Regimen.Times;
        var start = times
            .Select(t => makeable.UnitsOf(request.Regimen[t]) is { } units && makeable.Options(units).Count > 0 ? units : 0)
            .ToArray();
        if (start.Contains(0))
            return null;
        var lattice = new DoseLattice(makeable, start, FallOrder(request, times), request.DropLast is not null, LeastTimes(request));
        var first = lattice.Start();
        var pace = new PaceRules(request, makeable.UnitMg);
        var allPieces = lattice.Pieces(1);
        if (End(request, makeable, lattice, first, allPieces) is not { } floor)
            return null;
        var rules = new CutRules(pace, lattice.StartTotal, floor, floor, limitsFirstCut, request.AcceptLargeLastSteps);
        if (floor == lattice.StartTotal)
            return Found(rules, [first], PlanEnd.Stop);

        List<LatticeRow> pieces = first.IsLiquid ? [] : [.. allPieces.Where(r => r.Total >= floor)];
        var reachedRows = first.IsLiquid ? [first] : Reached(rules, [.. pieces, first]);
        var reached = first.IsLiquid ? [] : reachedRows.Select(r => r.Total).Distinct().ToList();
        var ends = request.Goal.IsZero ? PlanEnd.Stop : PlanEnd.Goal;
        if (reached.Count > 0 && reached[0] == floor)
            return Found(rules, [.. pieces, first], ends);
        foreach (var (boundary, liquids) in LiquidsFrom(rules, reachedRows, lattice))
            if (
                Found(rules with { Boundary = boundary }, [.. liquids, .. pieces.Where(r => r.Total >= boundary), first], ends) is { } whole
            )
                return whole;
        if (first.IsLiquid)
            return null;
        var lowest = reached[0];
        if (request.AcceptLargeLastSteps && Found(rules with { Boundary = lowest }, [.. pieces, first], ends) is { } large)
            return large;
        return Found(
            rules with
            {
                Floor = lowest,
                Boundary = lowest,
            },
            [.. pieces.Where(r => r.Total >= lowest), first],
            PlanEnd.StockLimit
        );

        TaperSolution? Found(CutRules with, IReadOnlyList<LatticeRow> rows, PlanEnd end)
        {
            var search = TaperSearch.Run(with, rows);
            return search.Path() is { Count: > 0 } path ? new TaperSolution(request, stock, makeable, with, search, path, end) : null;
        }
    }

    /// <summary>Pieces of a drug that does not last the day are not given less often than twice, where it started so.</summary>
    internal static int LeastTimes(TaperRequest request) =>
        request.Drug.IsLongActing || request.AcceptLargeLastSteps ? 1 : Math.Min(2, request.Regimen.Times.Count);

    /// <summary>
    /// The times between the first and the last of the day fall first, then the first, then the last; a time to be dropped last, last.
    /// </summary>
    internal static int[] FallOrder(TaperRequest request, IReadOnlyList<TimeOfDay> times)
    {
        var order = Enumerable
            .Range(0, times.Count)
            .OrderBy(i =>
                i == times.Count - 1 ? 2
                : i == 0 ? 1
                : 0
            )
            .ThenBy(i => i);
        return [.. request.DropLast is { } last ? order.OrderBy(i => times[i] == last) : order];
    }

    /// <summary>The daily dose the plan goes down to, in units.</summary>
    private static int? End(TaperRequest request, MakeableDoses makeable, DoseLattice lattice, LatticeRow start, List<LatticeRow> pieces)
    {
        if (!request.Goal.IsZero || request.Last is not null)
        {
            var asked = request.Goal.IsZero ? request.Last!.Value : request.Goal;
            return
                makeable.UnitsOf(asked) is { } units
                && (
                    units == lattice.StartTotal
                    || pieces.Exists(r => r.Total == units)
                    || lattice.Liquids(units, units + 1, units).Count > 0
                )
                ? units
                : null;
        }
        var threshold = LastDose.Threshold(request.Drug) is { } dose ? (int)decimal.Floor(dose.Milligrams / makeable.UnitMg) : 0;
        if (threshold >= lattice.StartTotal)
            return lattice.StartTotal;
        // No higher at any time than now: a last dose that a time would have to rise to cannot be reached.
        var low = lattice
            .Liquids(1, threshold + 1, 0)
            .Concat(pieces.TakeWhile(r => r.Total <= threshold))
            .Where(r => r.IsReachedFrom(start))
            .Select(r => r.Total)
            .DefaultIfEmpty(0)
            .Max();
        if (low > 0)
            return low;
        var smallest = lattice
            .Liquids(1, lattice.StartTotal, 0)
            .Take(1)
            .Select(r => r.Total)
            .Concat(makeable.PieceDoses.Take(1))
            .DefaultIfEmpty(0)
            .Min();
        return smallest > 0 ? smallest : lattice.StartTotal;
    }

    /// <summary>The days of pieces that allowed cuts reach from the start, ascending, the start among them.</summary>
    private static List<LatticeRow> Reached(CutRules rules, IReadOnlyList<LatticeRow> rows)
    {
        var isReached = new bool[rows.Count];
        isReached[^1] = true;
        for (var from = rows.Count - 1; from >= 0; from--)
        {
            if (!isReached[from])
                continue;
            var lowest = rules.LowestFrom(rows[from].Total, isPiece: true);
            var (level, isAllowed) = (0, false);
            for (var to = from - 1; to >= 0 && rows[to].Total >= lowest; to--)
            {
                if (rows[to].Total == rows[from].Total)
                    continue;
                if (rows[to].Total != level)
                    (level, isAllowed) = (rows[to].Total, rules.Weigh(rows[from].Total, rows[to].Total, isPiece: true) is not null);
                if (isAllowed && !isReached[to] && rows[to].IsReachedFrom(rows[from]))
                    isReached[to] = true;
            }
        }
        return [.. rows.Where((_, row) => isReached[row])];
    }

    /// <summary>
    /// The daily doses of pieces from which the liquid leads to the end, the lowest first, each with the days of liquid under it: others
    /// need no search. No more of them are laid out than are needed.
    /// </summary>
    private static IEnumerable<(int Boundary, List<LatticeRow> Liquids)> LiquidsFrom(
        CutRules rules,
        List<LatticeRow> pieces,
        DoseLattice lattice
    )
    {
        var (liquids, leadsOn, from) = (new List<LatticeRow>(), new List<bool>(), rules.Floor);
        foreach (var level in pieces.GroupBy(p => p.Total))
        {
            foreach (var row in lattice.Liquids(from, level.Key, from == rules.Floor ? rules.Floor : 0))
            {
                leadsOn.Add(row.Total == rules.Floor || Leads(rules, row));
                liquids.Add(row);
            }
            from = level.Key;
            if (level.Any(p => Leads(rules with { Boundary = p.Total }, p)))
                yield return (level.Key, [.. liquids]);
        }

        bool Leads(CutRules with, LatticeRow row)
        {
            var lowest = with.LowestFrom(row.Total, isPiece: false);
            for (var to = liquids.Count - 1; to >= 0 && liquids[to].Total >= lowest; to--)
                if (
                    leadsOn[to]
                    && liquids[to].Total < row.Total
                    && liquids[to].IsReachedFrom(row)
                    && with.Weigh(row.Total, liquids[to].Total, isPiece: false) is not null
                )
                    return true;
            return false;
        }
    }
}
