namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// What is left to pay from one day of the lattice, compared field by field: excess over the asked step, trouble for the hands, distance
/// from the asked curve, steps, days. The ceiling stands before them: it is not weighed but kept.
/// </summary>
/// <param name="Excess">Sum over the cuts, in billionths of −ln(1 − cut).</param>
/// <param name="Trouble">In halves of a point.</param>
/// <param name="Distance">Sum over the steps, in millionths of a step.</param>
internal readonly record struct PlanCost(long Excess, int Trouble, long Distance, int Steps, int Days) : IComparable<PlanCost>
{
    public static PlanCost operator +(PlanCost left, PlanCost right) =>
        new(
            left.Excess + right.Excess,
            left.Trouble + right.Trouble,
            left.Distance + right.Distance,
            left.Steps + right.Steps,
            left.Days + right.Days
        );

    public int CompareTo(PlanCost other)
    {
        var order = Excess.CompareTo(other.Excess);
        if (order == 0)
            order = Trouble.CompareTo(other.Trouble);
        if (order == 0)
            order = Distance.CompareTo(other.Distance);
        if (order == 0)
            order = Steps.CompareTo(other.Steps);
        return order == 0 ? Days.CompareTo(other.Days) : order;
    }
}
