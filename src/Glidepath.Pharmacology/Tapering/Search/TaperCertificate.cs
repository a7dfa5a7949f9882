using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>One dose of a certified day: how it is made.</summary>
/// <param name="Dose">In units.</param>
/// <param name="Quarters">By place in the stock, in quarters of a piece.</param>
/// <param name="CentiMl">The liquid, in hundredths of a mL.</param>
public sealed record CertifiedDose(int Dose, IReadOnlyDictionary<int, int> Quarters, int CentiMl);

/// <summary>One day that the plan was searched over.</summary>
/// <param name="Doses">By time of day, in the order of the regimen.</param>
/// <param name="IsLiquid">Of the second phase.</param>
public sealed record CertifiedDay(IReadOnlyList<CertifiedDose> Doses, bool IsLiquid)
{
    /// <summary>In units.</summary>
    public int Total { get; } = Doses.Sum(d => d.Dose);
}

/// <summary>What a certificate claims of one day: the least that is left to pay from it.</summary>
/// <param name="Day">Its place among the days.</param>
/// <param name="Before">The products of the day before, by place in the stock.</param>
/// <param name="Next">The place of the day that follows; −1 at the floor.</param>
/// <param name="Excess">In billionths of −ln(1 − cut).</param>
/// <param name="Trouble">In halves of a point.</param>
/// <param name="Distance">In millionths of a step.</param>
public sealed record CertifiedCost(int Day, int Before, int Next, long Excess, int Trouble, long Distance, int Steps, int Days);

/// <summary>
/// A proof that a plan is the best over the days of its lattice: the days, and what is left to pay from each. Whoever checks that no day
/// has a better next one than it claims has checked the plan; <see cref="CertificateChecker"/> does. Which days the lattice holds:
/// docs/decisions/0021.
/// </summary>
/// <param name="UnitMg">The unit of the doses.</param>
/// <param name="Floor">The daily dose the path goes down to, in units.</param>
/// <param name="Boundary">The daily dose on which pieces end and the liquid begins, in units.</param>
/// <param name="LimitsFirstCut">Whether the first cut is at most one and a half times the asked one.</param>
/// <param name="Days">Ascending by daily dose; the last is the start.</param>
/// <param name="Path">Places among the days, from the start down.</param>
public sealed record TaperCertificate(
    TaperRequest Request,
    Stock Stock,
    decimal UnitMg,
    int Floor,
    int Boundary,
    bool LimitsFirstCut,
    IReadOnlyList<CertifiedDay> Days,
    IReadOnlyList<CertifiedCost> Costs,
    IReadOnlyList<int> Path
)
{
    internal static TaperCertificate Of(TaperSolution solution)
    {
        var search = solution.Search;
        var costs = new List<CertifiedCost>();
        for (var row = 0; row < search.Rows.Count; row++)
            if (search.CanEnd(row))
                foreach (var before in search.BitsBefore(row))
                {
                    var cost = search.CostFrom(row, before);
                    costs.Add(
                        new CertifiedCost(
                            row,
                            before,
                            search.NextFrom(row, before),
                            cost.Excess,
                            cost.Trouble,
                            cost.Distance,
                            cost.Steps,
                            cost.Days
                        )
                    );
                }
        return new TaperCertificate(
            solution.Request,
            solution.Stock,
            solution.Makeable.UnitMg,
            solution.Rules.Floor,
            solution.Rules.Boundary,
            solution.Rules.LimitsFirstCut,
            [
                .. search.Rows.Select(r => new CertifiedDay(
                    [.. r.Doses.Select((dose, time) => Dose(solution, dose, r.Options[time]))],
                    r.IsLiquid
                )),
            ],
            costs,
            solution.Path
        );
    }

    private static CertifiedDose Dose(TaperSolution solution, int dose, DoseOption option) =>
        new(
            dose,
            Enumerable
                .Range(0, solution.Stock.Count)
                .Where(p => !solution.Stock[p].IsLiquid && option.Pieces.QuartersOf(p) > 0)
                .ToDictionary(p => p, option.Pieces.QuartersOf),
            option.CentiMl
        );
}
