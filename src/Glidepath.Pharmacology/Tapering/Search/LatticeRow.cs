using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>One day of the lattice: a dose for each time of day, and one way to make each.</summary>
/// <param name="Doses">By place in the regimen, in units.</param>
/// <param name="Options">The same places; the default where nothing is taken.</param>
/// <param name="Bits">The products of the day, by place in the stock.</param>
/// <param name="Trouble">In halves of a point.</param>
/// <param name="IsLiquid">Of the second phase.</param>
internal sealed record LatticeRow(int[] Doses, DoseOption[] Options, int Total, int Bits, int Trouble, bool IsLiquid)
{
    /// <summary>Whether a step may lead here: no time of day rises but in the step that empties another.</summary>
    public bool IsReachedFrom(LatticeRow from)
    {
        var (rises, empties) = (false, false);
        for (var time = 0; time < Doses.Length; time++)
        {
            rises |= Doses[time] > from.Doses[time];
            empties |= Doses[time] == 0 && from.Doses[time] > 0;
        }
        return !rises || empties;
    }
}
