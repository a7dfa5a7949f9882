using CsCheck;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class TaperPaceTests
{
    [Theory]
    [InlineData(1, 0.75, 39)]
    [InlineData(0.75, 0.5, 54)]
    [InlineData(0.5, 0.25, 93)]
    [InlineData(1, 0.9, 14)]
    [InlineData(0.9, 0.81, 14)]
    [InlineData(1, 0.81, 28)]
    [InlineData(2, 1.95, 14)]
    public void A_cut_of_current_dose_is_held_as_worked_by_hand(double from, double to, int days) =>
        Assert.Equal(days, A.Pace(10, 14).HoldDays(A.Mg((decimal)from), A.Mg((decimal)to), A.Mg(2)));

    [Theory]
    [InlineData(1, 0.75, 35)]
    [InlineData(1, 0.9, 14)]
    [InlineData(0.5, 0.25, 35)]
    [InlineData(0.25, 0, 35)]
    [InlineData(1, 0.95, 14)]
    public void A_cut_of_original_dose_is_held_as_worked_by_hand(double from, double to, int days) =>
        Assert.Equal(days, A.Pace(10, 14, PercentBase.Original).HoldDays(A.Mg((decimal)from), A.Mg((decimal)to), A.Mg(1)));

    [Fact]
    public void The_hold_is_the_smallest_number_of_days_that_keeps_the_asked_pace() =>
        (from pace in Gens.Pace from doses in Gen.Int[1, 2000].Array[2] where doses[0] != doses[1] select (pace, doses)).Sample((pace, doses) =>
        {
            var (from, to) = (Math.Max(doses[0], doses[1]) * 0.005m, Math.Min(doses[0], doses[1]) * 0.005m);
            return pace.HoldDays(A.Mg(from), A.Mg(to), A.Mg(10)) == PlanRules.HoldByRule(pace, from, to, 10);
        });

    /// <summary>Whole powers of the step land on a whole number of days exactly; a logarithm alone would sometimes add one.</summary>
    [Fact]
    public void Several_full_steps_in_one_cut_take_exactly_as_many_intervals()
    {
        foreach (var (percent, to) in new[] { (10m, 0.9m), (20m, 0.8m), (50m, 0.5m), (25m, 0.75m), (5m, 0.95m) })
            for (var (steps, dose) = (1, to); steps <= 5 && decimal.Truncate(dose * 1_000_000) == dose * 1_000_000; steps++, dose *= to)
                Assert.Equal(14 * steps, A.Pace(percent, 14).HoldDays(A.Mg(1), A.Mg(dose), A.Mg(1)));
    }

    /// <summary>A hair below nine tenths: the logarithm says 14.00000007 days, which rounds to 14, and 14 days would be sooner than asked.</summary>
    [Fact]
    public void A_cut_a_hair_larger_than_the_step_waits_another_day() => Assert.Equal(15, A.Pace(10, 14).HoldDays(2_000_000_000L, 1_799_999_999L, 2_000_000_000L));

    [Theory]
    [InlineData(0.4)]
    [InlineData(100)]
    public void A_step_outside_its_range_is_refused(double percent) => Assert.Throws<ArgumentOutOfRangeException>(() => A.Pace((decimal)percent, 14));

    [Theory]
    [InlineData(0)]
    [InlineData(181)]
    public void An_interval_outside_its_range_is_refused(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => A.Pace(10, days));

    [Theory]
    [InlineData(25, 14, true)]
    [InlineData(26, 14, false)]
    [InlineData(20, 7, false)]
    [InlineData(30, 28, false)]
    [InlineData(10, 14, true)]
    public void The_joint_guideline_allows_at_most_a_quarter_in_two_weeks(int percent, int days, bool allowed) =>
        Assert.Equal(allowed, PaceCeilingCheck.Exceeds(Pharmacology.Safety.RuleSetTable.Asam, A.Pace(percent, days), A.Mg(1)) is null);
}
