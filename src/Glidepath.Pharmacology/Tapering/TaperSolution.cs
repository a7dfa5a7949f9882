using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>A solved problem: the path and what it costs, beside the tables it was read from.</summary>
internal sealed record TaperSolution(TaperProblem Problem, TaperSearch Searched, IReadOnlyList<int> Path, MakeableDoses Makeable, Stock Stock)
{
    /// <summary>Free splits above this many are narrowed to the proportional family: their number per daily dose is large, and pairs are weighed.</summary>
    private const int MostFreeStates = 4_000;

    /// <summary>Splits above this many are narrowed: about 20 ms on a small machine.</summary>
    private const int MostStates = 20_000;

    /// <summary>Bounds time and memory where no narrowing leads down.</summary>
    private const int MostStatesAtLast = 200_000;

    private const int MostNarrowing = 8;

    public CostToGo Cost => Searched.Costs[Path[0]];

    /// <returns>Null when no way down keeps the rules.</returns>
    public static TaperSolution? Solve(TaperProblem problem, MakeableDoses makeable, Stock stock)
    {
        if (SplitStates.Enumerate(problem, problem.Split is SplitRule.Free ? MostFreeStates : MostStates) is { } all)
            return Search(problem, all, makeable, stock);
        var family = problem.Split is SplitRule.KeepOneTime ? problem : problem with { Split = SplitRule.ProportionalFamily };
        for (var narrowing = problem.Split is SplitRule.Free ? 1 : 2; narrowing <= MostNarrowing; narrowing *= 2)
        {
            var narrowed = family with { Narrowing = narrowing };
            if (SplitStates.Enumerate(narrowed, MostStates) is { } few && Search(narrowed, few, makeable, stock) is { } solution)
                return solution;
        }
        var whole = problem.Split is SplitRule.Free ? family : problem;
        return SplitStates.Enumerate(whole, MostStatesAtLast) is { } many ? Search(whole, many, makeable, stock) : null;
    }

    private static TaperSolution? Search(TaperProblem problem, SplitStates states, MakeableDoses makeable, Stock stock)
    {
        if (states.Count == 0 || states.Totals[0] != problem.Floor)
            return null;
        var search = TaperSearch.Run(problem, states, makeable);
        var path = search.Path();
        return path.Count == 0 ? null : new TaperSolution(problem, search, path, makeable, stock);
    }

    /// <summary>Compares by the ordered objective, in mg, so that stocks with different units can be compared.</summary>
    public int CompareTo(TaperSolution other)
    {
        var order = CutProfile.Compare(Cost.Profile!, null, other.Cost.Profile!, null);
        if (order == 0)
            order = (Cost.Area * Makeable.UnitMg).CompareTo(other.Cost.Area * other.Makeable.UnitMg);
        return order == 0 ? (Cost with { Area = 0 }).CompareRest(other.Cost with { Area = 0 }) : order;
    }
}
