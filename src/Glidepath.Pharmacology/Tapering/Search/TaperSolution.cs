using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>A solved plan: the path through the lattice and the rules it was found by.</summary>
/// <param name="Path">Rows of the search, from the start down.</param>
/// <param name="Ends">Where the path ends.</param>
internal sealed record TaperSolution(
    TaperRequest Request,
    Stock Stock,
    MakeableDoses Makeable,
    CutRules Rules,
    TaperSearch Search,
    IReadOnlyList<int> Path,
    PlanEnd Ends
)
{
    public LatticeRow Row(int step) => Search.Rows[Path[step]];

    public PlanCost Cost => Search.CostFrom(Path[0], Row(0).Bits);

    /// <summary>Days on each row of the path; null on the goal or the dose to stay on.</summary>
    public IReadOnlyList<int?> Holds()
    {
        var holds = new List<int?> { Ends is not PlanEnd.Stop && Path.Count == 1 ? null : Rules.Pace.Interval };
        for (var step = 1; step < Path.Count; step++)
            holds.Add(
                step == Path.Count - 1 && Ends is not PlanEnd.Stop
                    ? null
                    : Rules.Weigh(Row(step - 1).Total, Row(step).Total, !Row(step).IsLiquid)!.Value.Hold
            );
        return holds;
    }
}
