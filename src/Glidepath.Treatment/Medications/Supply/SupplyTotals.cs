namespace Glidepath.Treatment.Medications.Supply;

/// <summary>
/// The sums of one ledger, in pieces or mL: <c>opening + dispensed + found = taken + returned + wasted + lost + unexplained + on hand</c>.
/// </summary>
public sealed record SupplyTotals(
    decimal Opening,
    decimal Dispensed,
    decimal Found,
    decimal Taken,
    decimal Returned,
    decimal Wasted,
    decimal Lost,
    decimal Unexplained
)
{
    public static readonly SupplyTotals None = new(0m, 0m, 0m, 0m, 0m, 0m, 0m, 0m);

    public decimal In => Opening + Dispensed + Found;

    public decimal Out => Taken + Returned + Wasted + Lost + Unexplained;

    public decimal OnHand => In - Out;

    internal SupplyTotals With(SupplyKind kind, decimal amount) =>
        kind switch
        {
            SupplyKind.Opening => this with { Opening = Opening + amount },
            SupplyKind.Dispensed => this with { Dispensed = Dispensed + amount },
            SupplyKind.Found => this with { Found = Found + amount },
            SupplyKind.Taken => this with { Taken = Taken + amount },
            SupplyKind.Returned => this with { Returned = Returned + amount },
            SupplyKind.Wasted => this with { Wasted = Wasted + amount },
            SupplyKind.Lost => this with { Lost = Lost + amount },
            SupplyKind.Unexplained => this with { Unexplained = Unexplained + amount },
            SupplyKind.Counted => this,
        };
}
