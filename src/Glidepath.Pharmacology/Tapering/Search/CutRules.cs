using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>One cut of a plan, as the pace weighs it.</summary>
/// <param name="Hold">Days on the dose after it.</param>
/// <param name="Cost">All but the trouble of the day it leads to, and the products new on it.</param>
internal readonly record struct WeighedCut(int Hold, PlanCost Cost);

/// <summary>Which cuts one plan may make, and what each costs: the pace, the two phases and the end it goes to.</summary>
/// <param name="Floor">The lowest daily dose, in units: the goal, the dose the stop is made from, or where pieces end.</param>
/// <param name="LimitsFirstCut">Whether the first cut is kept near the asked one: wherever a liquid can make such a cut.</param>
/// <param name="Boundary">The daily dose on which pieces end and the liquid begins, in units; the floor where no liquid is used.</param>
internal sealed record CutRules(PaceRules Pace, int StartTotal, int Floor, int Boundary, bool LimitsFirstCut, bool AcceptsLargeLastSteps)
{
    /// <returns>The cheapest way to tell: null where no plan makes this cut.</returns>
    public WeighedCut? Weigh(int from, int to, bool isPiece)
    {
        var (asked, size) = (Pace.At(from).Asked, Math.Log((double)from / to));
        if (size < asked * PaceRules.LeastPart - 1e-9 && to != Floor)
            return null;
        if (size > MostSize(from, isPiece) + 1e-9)
            return null;
        var hold = Pace.Hold(from, to, size);
        var extraWeeks = (hold - Pace.At(to).Interval) / 7;
        return new WeighedCut(
            hold,
            new PlanCost(
                Pace.Excess(from, to, size),
                HandWeights.Step + extraWeeks * HandWeights.ExtraWeek,
                Pace.Distance(size, asked, hold),
                1,
                hold
            )
        );
    }

    /// <summary>The lowest daily dose that a cut reaches, as a bound for the search.</summary>
    public int LowestFrom(int from, bool isPiece) => Math.Max(1, (int)Math.Floor(from * Math.Exp(-MostSize(from, isPiece)) - 1e-6));

    private double MostSize(int from, bool isPiece)
    {
        if (AcceptsLargeLastSteps && isPiece && from <= Boundary)
            return double.PositiveInfinity;
        var (askedPart, asked, _, most, interval) = Pace.At(from);
        if (isPiece)
            most = Math.Min(most, PaceRules.MostPiecePace * asked * Pace.MostHold / interval);
        if (from == StartTotal && LimitsFirstCut)
            most = Math.Min(most, PaceRules.Size(Math.Min(0.99m, PaceRules.MostFirstCut * askedPart)));
        return most;
    }
}
