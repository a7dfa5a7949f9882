using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What a certificate claims of one split of the day.</summary>
/// <param name="Doses">By time of day, in units.</param>
/// <param name="CanEnd">False where no way down leads on; the rest then means nothing.</param>
/// <param name="CutsOverStep">
/// Every later cut above the asked step, largest first, as (from, to) in lowest terms, where (from − to) / from is its part of what the curve measures:
/// the current dose; the first dose, twice over in the slow part of the stepped curve; the first dose's effect, to the nearest billionth.
/// </param>
/// <param name="Area">Later dose above the goal times days, in units × days.</param>
/// <param name="Next">Where the plan goes from here; null at the end.</param>
public sealed record CertifiedState(
    IReadOnlyList<int> Doses, bool CanEnd, IReadOnlyList<(int From, int To)> CutsOverStep,
    long Area, int Splits, int Handfuls, int Products, int Pieces, int TimesChanged, int Days, IReadOnlyList<int>? Next);

/// <summary>
/// A proof that a plan is the best: the problem in whole numbers, the burden of each makeable dose, and what is left to pay from every allowed split.
/// Whoever checks that no split has a better next one than it claims has checked the plan; <see cref="CertificateChecker"/> does.
/// </summary>
/// <param name="Burdens">For each makeable dose in units.</param>
/// <param name="Path">The splits of the plan, from the start down.</param>
public sealed record TaperCertificate(
    TaperProblem Problem, IReadOnlyDictionary<int, DoseBurden> Burdens,
    IReadOnlyList<CertifiedState> States, IReadOnlyList<IReadOnlyList<int>> Path)
{
    internal static TaperCertificate Of(TaperSolution solution)
    {
        var (states, costs) = (solution.Searched.States, solution.Searched.Costs);
        return new TaperCertificate(
            solution.Problem,
            solution.Problem.Makeable.ToDictionary(u => u, solution.Makeable.Burden),
            [.. Enumerable.Range(0, states.Count).Select(i => State(i))],
            [.. solution.Path.Select(i => states.Row(i).ToArray())]);

        CertifiedState State(int i)
        {
            var cost = costs[i];
            var cuts = cost.Profile?.Cuts.Select(c => (c.From, c.To)).ToList() ?? [];
            return new CertifiedState(
                states.Row(i).ToArray(), cost.Profile is not null, cuts, cost.Area, cost.Splits, cost.Handfuls, cost.Products, cost.Pieces, cost.TimesChanged, cost.Days,
                cost.Profile is null || cost.Next < 0 ? null : states.Row(cost.Next).ToArray());
        }
    }
}
