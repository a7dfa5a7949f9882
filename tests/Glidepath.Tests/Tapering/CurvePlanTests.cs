using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>Whole plans along each curve.</summary>
public class CurvePlanTests
{
    /// <summary>0.1 mg every 2 weeks as long as that is within 25 % of the dose: down to 0.4 mg; from there 25 % is the ceiling.</summary>
    [Fact]
    public void The_linear_curve_takes_equal_steps_until_the_ceiling_stops_it()
    {
        var plan = A.Plan(
            A.Clonazepam("1 mg bedtime", "suspension 0.1 mg/mL, tablet 1") with
            {
                Pace = A.Along("linear", 10, 14),
                PaceIsAsked = true,
            }
        );
        Assert.Equal([1, 0.9m, 0.8m, 0.7m, 0.6m, 0.5m, 0.4m], plan.Steps.Take(7).Select(s => s.DailyDose.Milligrams));
        Assert.All(plan.Steps.SkipLast(1), s => Assert.Equal(14, s.Days));
        Assert.True(plan.WorstCutPercent <= 25);
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("stepped")]
    public void A_straight_curve_ends_at_the_last_dose_without_a_step_below_it(string curve)
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Along(curve, 10, 14), PaceIsAsked = true });
        Assert.Equal([0.05m, 0], plan.Steps.TakeLast(2).Select(s => s.DailyDose.Milligrams));
        Assert.Equal(0.05m, plan.Last!.Value.Milligrams);
    }

    [Fact]
    public void The_stepped_curve_waits_longer_from_a_fifth_of_the_first_dose_down()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Along("stepped", 10, 14), PaceIsAsked = true });
        Assert.All(plan.Steps.SkipLast(1).Where(s => s.DailyDose.Milligrams <= 0.2m), s => Assert.Equal(28, s.Days));
        Assert.Null(PlanRules.Broken(plan));
    }

    [Fact]
    public void Only_another_curve_than_the_default_is_named_on_the_plan()
    {
        var request = A.Clonazepam("1 mg bedtime");
        Assert.DoesNotContain(A.Plan(request).Findings, f => f.Rule == "plan.curve");
        Assert.Contains(A.Plan(request with { Pace = A.Along("linear", 10, 14) }).Findings, f => f.Rule == "plan.curve");
    }

    [Fact]
    public void A_curve_that_says_what_its_percent_are_of_takes_no_base() =>
        Assert.Throws<ArgumentException>(() =>
            TaperPlanner.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Along("linear", 10, 14) with { Base = PercentBase.Original } })
        );

    [Theory]
    [InlineData("linear", 0, true)]
    [InlineData("emax", 5, false)]
    public void A_d50_of_one_drug_is_not_used_for_another_after_a_cross_over(string curve, int d50, bool tapers)
    {
        var choices = TaperChoices.For(A.Clonazepam("1 mg morning, 1 mg bedtime") with { Pace = A.Along(curve, 10, 14, d50) });
        var crossOver = Assert.Single(choices, c => c.Id == "cross-over");
        Assert.NotNull(crossOver.CrossOver);
        Assert.Equal(tapers, crossOver.Result.Plan is not null);
        Assert.Equal(tapers ? null : BindingLimit.Curve, crossOver.Result.Refusal?.Limit);
    }
}
