using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class WorkedExampleTests
{
    [Fact]
    public void One_mg_at_bedtime_from_half_and_one_mg_tablets_goes_as_worked_by_hand()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5 scored, tablet 1"));

        Assert.Equal(
            [
                (new DateOnly(2026, 12, 1), 1m), (new DateOnly(2027, 1, 9), 0.75m), (new DateOnly(2027, 3, 4), 0.5m), (new DateOnly(2027, 6, 5), 0.25m),
                (new DateOnly(2027, 9, 6), 0m),
            ],
            plan.Steps.Select(s => (s.Start, s.DailyDose.Milligrams)));
        Assert.Equal([0, 25, 25, 25, 25], plan.Steps.Select(s => s.ReductionPercentOfOriginal));
        Assert.Equal([0, 25, 33.33m, 50, 100], plan.Steps.Select(s => Math.Round(s.ReductionPercentOfCurrent, 2)));
    }
}
