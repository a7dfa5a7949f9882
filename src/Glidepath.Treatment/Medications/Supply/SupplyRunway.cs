namespace Glidepath.Treatment.Medications.Supply;

/// <summary>How long what is on hand lasts, by the coming doses of the plan and the plan's own products.</summary>
/// <param name="Days">Whole days that are covered, today's among them.</param>
/// <param name="Short">The product that is short first; null where every planned day is covered.</param>
public sealed record SupplyRunway(int Days, SupplyProduct? Short)
{
    /// <summary>Fewer days than this are low. Program rule, as long as a hand-over asks for.</summary>
    public const int LowBelow = 7;

    /// <summary>Not even today's doses: a red sign (rule C2 of the course).</summary>
    public bool IsNone => Short is not null && Days == 0;

    public bool IsLow => Short is not null && Days is > 0 and < LowBelow;

    /// <param name="days">What is still to be taken of each product, one entry a day, from today on.</param>
    public static SupplyRunway Of(
        IReadOnlyDictionary<SupplyProduct, decimal> onHand,
        IEnumerable<IReadOnlyDictionary<SupplyProduct, decimal>> days
    )
    {
        var left = new Dictionary<SupplyProduct, decimal>(onHand);
        var covered = 0;
        foreach (var day in days)
        {
            foreach (var (product, amount) in day)
            {
                var rest = left.GetValueOrDefault(product) - amount;
                if (rest < 0m)
                    return new SupplyRunway(covered, product);
                left[product] = rest;
            }
            covered++;
        }
        return new SupplyRunway(covered, null);
    }
}
