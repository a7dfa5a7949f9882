using Glidepath.Pharmacology.Products;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications.Supply;

namespace Glidepath.Tests.Medications.Supply;

public sealed class SupplyPlanTests
{
    private static readonly SupplyProduct Half = new("clonazepam", ProductForm.Tablet, 0.5m);
    private static readonly SupplyProduct One = new("clonazepam", ProductForm.Tablet, 1m);

    // A Tuesday.
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Fact]
    public void Spare_medicine_makes_the_next_fill_smaller()
    {
        // 1.5 tablets a day for a week are 10.5: three at home leave 7.5, so 8, and half a tablet is over for the week after.
        var fills = StagedSupply.Plan(SupplyStage.Weekly, Today, Today.AddDays(13), 3m, _ => 1.5m);
        Assert.Equal(
            [
                new StagedFill(Today, Today.AddDays(6), 10.5m, 3m, 8m, 0.5m),
                new StagedFill(Today.AddDays(7), Today.AddDays(13), 10.5m, 0.5m, 10m, 0m),
            ],
            fills
        );
    }

    [Theory]
    [InlineData(SupplyStage.Daily, 28)]
    [InlineData(SupplyStage.TwiceWeekly, 8)]
    [InlineData(SupplyStage.Weekly, 4)]
    [InlineData(SupplyStage.TwoWeekly, 2)]
    [InlineData(SupplyStage.Monthly, 1)]
    public void Each_day_is_in_one_hand_out(SupplyStage stage, int count)
    {
        var fills = StagedSupply.Plan(stage, Today, Today.AddDays(27), 0m, _ => 0.75m);
        Assert.Equal(count, fills.Count);
        Assert.Equal(Today, fills[0].From);
        Assert.Equal(Today.AddDays(27), fills[^1].Through);
        Assert.All(fills.Zip(fills.Skip(1)), two => Assert.Equal(two.First.Through.AddDays(1), two.Second.From));
        Assert.Equal(21m, fills.Sum(f => f.Dispense));
    }

    [Fact]
    public void More_at_home_than_is_needed_dispenses_nothing() =>
        Assert.Equal(
            [new StagedFill(Today, Today.AddDays(6), 7m, 9m, 0m, 2m)],
            StagedSupply.Plan(SupplyStage.Weekly, Today, Today.AddDays(6), 9m, _ => 1m)
        );

    [Fact]
    public void The_product_that_is_short_first_ends_the_runway()
    {
        var day = new Dictionary<SupplyProduct, decimal> { [Half] = 1.5m, [One] = 1m };
        var runway = SupplyRunway.Of(new Dictionary<SupplyProduct, decimal> { [Half] = 9.25m, [One] = 30m }, Enumerable.Repeat(day, 60));
        Assert.Equal(new SupplyRunway(6, Half), runway);
        Assert.True(runway.IsLow);
        Assert.False(runway.IsNone);
    }

    [Theory]
    [InlineData(0.75, 0, true, false)]
    [InlineData(1, 1, false, true)]
    [InlineData(6, 6, false, true)]
    [InlineData(7, 7, false, false)]
    public void Under_seven_days_is_low_and_less_than_today_is_none(decimal onHand, int days, bool isNone, bool isLow)
    {
        var day = new Dictionary<SupplyProduct, decimal> { [One] = 1m };
        var runway = SupplyRunway.Of(new Dictionary<SupplyProduct, decimal> { [One] = onHand }, Enumerable.Repeat(day, 60));
        Assert.Equal((days, isNone, isLow), (runway.Days, runway.IsNone, runway.IsLow));
    }

    [Fact]
    public void The_end_of_a_plan_is_not_low()
    {
        var day = new Dictionary<SupplyProduct, decimal> { [One] = 1m };
        var runway = SupplyRunway.Of(new Dictionary<SupplyProduct, decimal> { [One] = 3m }, Enumerable.Repeat(day, 3));
        Assert.Equal(new SupplyRunway(3, null), runway);
        Assert.False(runway.IsLow);
    }

    [Fact]
    public void Medicine_is_handed_out_only_to_someone_awake_and_sober()
    {
        Assert.True(new SupplyCheck(true, false, false).MayBeSupplied());
        Assert.True(new SupplyCheck(true, false, false, 0m).MayBeSupplied());
        Assert.False(new SupplyCheck(true, false, false, 0.01m).MayBeSupplied());
        Assert.False(new SupplyCheck(false, false, false).MayBeSupplied());
        Assert.False(new SupplyCheck(true, true, false, 0m).MayBeSupplied());
        Assert.False(new SupplyCheck(true, false, true, 0m).MayBeSupplied());
        Refused("supply.breath", () => _ = new SupplyCheck(true, false, false, -0.01m).MayBeSupplied());
        Refused("supply.breath", () => _ = new SupplyCheck(true, false, false, 8m).MayBeSupplied());
    }

    [Fact]
    public void Nobody_is_left_without_a_prescriber_who_knows_and_a_day_to_come()
    {
        var friday = new DateOnly(2026, 12, 4);
        Refused("supply.told.same-day", () => new NotSupplied("Dr. Demo", null, friday).Checked(friday));
        Refused("supply.told.same-day", () => new NotSupplied("Dr. Demo", friday.AddDays(-1), friday).Checked(friday));
        Refused("supply.told.missing", () => new NotSupplied(" ", friday, friday).Checked(friday));
        Refused("supply.next.by-tomorrow", () => new NotSupplied("Dr. Demo", friday, null).Checked(friday));
        Refused("supply.next.by-tomorrow", () => new NotSupplied("Dr. Demo", friday, friday.AddDays(-1)).Checked(friday));
        // Never nothing until Monday.
        Refused("supply.next.by-tomorrow", () => new NotSupplied("Dr. Demo", friday, friday.AddDays(3)).Checked(friday));
        Assert.Equal(friday.AddDays(1), new NotSupplied("Dr. Demo", friday, friday.AddDays(1)).Checked(friday).SeenNextOn);
    }

    [Fact]
    public void After_a_loss_the_next_shorter_stage_is_offered()
    {
        Assert.Equal(SupplyStage.Weekly, StagedSupply.Shorter(SupplyStage.TwoWeekly));
        Assert.Null(StagedSupply.Shorter(SupplyStage.Daily));
    }

    private static void Refused(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleViolationException>(act).Rule);
}
