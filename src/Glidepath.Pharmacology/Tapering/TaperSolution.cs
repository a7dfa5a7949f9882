using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>A solved problem: the path and what it costs, beside the tables it was read from.</summary>
internal sealed record TaperSolution(TaperProblem Problem, TaperSearch Search, IReadOnlyList<int> Path, MakeableDoses Makeable, Stock Stock)
{
    /// <summary>Free splits above this many are narrowed to the proportional family.</summary>
    private const int MostFreeStates = 4_000;

    /// <summary>No real regimen comes near; it bounds time and memory for absurd ones.</summary>
    private const int MostStates = 400_000;

    public CostToGo Cost => Search.Costs[Path[0]];

    /// <returns>Null when no way down keeps the rules.</returns>
    public static TaperSolution? Solve(TaperProblem problem, MakeableDoses makeable, Stock stock)
    {
        var states = SplitStates.Enumerate(problem, problem.Split is SplitRule.Free ? MostFreeStates : MostStates);
        if (states is null && problem.Split is SplitRule.Free)
        {
            problem = problem with { Split = SplitRule.ProportionalFamily };
            states = SplitStates.Enumerate(problem, MostStates);
        }
        if (states is null || states.Count == 0 || states.Totals[0] != problem.Floor)
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
