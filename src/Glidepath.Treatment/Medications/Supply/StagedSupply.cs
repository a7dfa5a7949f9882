namespace Glidepath.Treatment.Medications.Supply;

/// <summary>How much is handed out at a time. The names in the record never change.</summary>
public enum SupplyStage
{
    Daily,
    TwiceWeekly,
    Weekly,
    TwoWeekly,

    /// <summary>28 days, so that the weekday stays: the longest fill of a plan.</summary>
    Monthly,
}

/// <summary>One hand-out. All amounts are in pieces or mL of one product.</summary>
/// <param name="Through">The last day that it is for.</param>
/// <param name="Needed">What the plan takes on these days.</param>
/// <param name="AtHome">What is left of before, which counts into this one.</param>
/// <param name="Dispense">Whole pieces or whole mL.</param>
/// <param name="Left">What is over after the last day.</param>
public sealed record StagedFill(DateOnly From, DateOnly Through, decimal Needed, decimal AtHome, decimal Dispense, decimal Left);

/// <summary>The hand-outs of one product over the coming days of an approved plan.</summary>
public static class StagedSupply
{
    /// <param name="until">The last day that is planned.</param>
    /// <param name="dose">What the approved plan takes of the product on a day, in pieces or mL.</param>
    /// <param name="onHand">What the ledger says is at home before the first of these days.</param>
    public static IReadOnlyList<StagedFill> Plan(
        SupplyStage stage,
        DateOnly from,
        DateOnly until,
        decimal onHand,
        Func<DateOnly, decimal> dose
    )
    {
        var fills = new List<StagedFill>();
        var (day, left) = (from, onHand);
        while (day <= until)
        {
            var last = day.AddDays(DaysOf(stage, fills.Count) - 1);
            if (last > until)
                last = until;
            var needed = 0m;
            for (var d = day; d <= last; d = d.AddDays(1))
                needed += dose(d);
            var dispense = decimal.Ceiling(Math.Max(0m, needed - left));
            fills.Add(new StagedFill(day, last, needed, left, dispense, left + dispense - needed));
            (day, left) = (last.AddDays(1), left + dispense - needed);
        }
        return fills;
    }

    /// <summary>The next shorter stage, which is offered after medicine was lost; the shortest has none.</summary>
    public static SupplyStage? Shorter(SupplyStage stage) => stage is SupplyStage.Daily ? null : stage - 1;

    // Twice a week is three days and four in turn, so that the two weekdays stay.
    private static int DaysOf(SupplyStage stage, int place) =>
        stage switch
        {
            SupplyStage.Daily => 1,
            SupplyStage.TwiceWeekly => place % 2 == 0 ? 3 : 4,
            SupplyStage.Weekly => 7,
            SupplyStage.TwoWeekly => 14,
            SupplyStage.Monthly => 28,
        };
}
