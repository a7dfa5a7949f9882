using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>Whole plans along each curve, worked by hand.</summary>
public class CurvePlanTests
{
    private const string Fine = "tablet 0.5, tablet 1, tablet 2, suspension 0.1 mg/mL";

    /// <summary>14 days on each of 1, 0.9 … 0.1: 77 mg·days. The line takes 0.55 · 126 = 69.3 to 0.1 mg, and 1.4 on it.</summary>
    [Fact]
    public void The_linear_curve_takes_ten_equal_steps_of_14_days()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime", Fine) with { Pace = A.Along("linear", 10, 14), Last = A.Mg(0.1m) });
        Assert.Equal([1, 0.9m, 0.8m, 0.7m, 0.6m, 0.5m, 0.4m, 0.3m, 0.2m, 0.1m, 0], plan.Steps.Select(s => s.DailyDose.Milligrams));
        Assert.All(plan.Steps.SkipLast(1), s => Assert.Equal(14, s.Days));
        Assert.Equal((new DateOnly(2027, 4, 20), 6.3m), (plan.EndsOn, plan.AreaAboveCurve));
        Assert.DoesNotContain(plan.Steps.SelectMany(s => s.Findings), f => f.Rule == "plan.forced-cut");
    }

    /// <summary>86.8 mg·days. The bent line takes 0.6 · 112 + 0.125 · 84 = 77.7 to 0.05 mg, and 1.4 on it.</summary>
    [Fact]
    public void The_stepped_curve_halves_its_steps_and_doubles_its_interval_from_a_fifth_of_the_first_dose()
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime", Fine) with { Pace = A.Along("stepped", 10, 14), Last = A.Mg(0.05m) });
        Assert.Equal([1, 0.9m, 0.8m, 0.7m, 0.6m, 0.5m, 0.4m, 0.3m, 0.2m, 0.15m, 0.1m, 0.05m, 0], plan.Steps.Select(s => s.DailyDose.Milligrams));
        Assert.Equal([14, 14, 14, 14, 14, 14, 14, 14, 28, 28, 28, 28, null], plan.Steps.Select(s => s.Days));
        Assert.Equal(7.7m, plan.AreaAboveCurve);
    }

    /// <summary>The exact doses of steps of 0.05 from 0.8, D50·o/(1 − o): the plan takes the next makeable dose above each, and small lags add up.</summary>
    [Fact]
    public void The_emax_curve_falls_fast_at_first_and_slowly_at_the_end()
    {
        var plan = A.Plan(A.Clonazepam("2 mg bedtime", Fine) with { Pace = A.Along("emax", 6.25m, 14, 0.5m), Last = A.Mg(0.1m) });
        decimal[] exact = [2, 1.5m, 1.167m, 0.929m, 0.75m, 0.611m, 0.5m, 0.409m, 0.333m, 0.269m, 0.214m];
        Assert.All(exact.Zip(plan.Steps), d => Assert.InRange(d.Second.DailyDose.Milligrams, d.First - 0.0005m, d.First + 0.03m));
        Assert.All(plan.Steps.Take(exact.Length), s => Assert.Equal(14, s.Days));
    }

    /// <summary>280 days for the whole effect: 0.6667 to 0.6 takes 18.7, to 0.5 28, to 0.3333 46.7, to nothing 93.3. The cuts before are at most 0.05.</summary>
    [Fact]
    public void A_coarse_stock_waits_as_long_as_the_emax_curve_asks()
    {
        var plan = A.Plan(A.Clonazepam("2 mg bedtime", "tablet 0.5 scored, tablet 1, tablet 2") with { Pace = A.Along("emax", 6.25m, 14, 0.5m) });
        Assert.Equal([(2, 14), (1.5m, 14), (1.25m, 14), (1, 19), (0.75m, 28), (0.5m, 47), (0.25m, 94), (0, null)], plan.Steps.Select(s => (s.DailyDose.Milligrams, s.Days)));
        var forced = plan.Steps.Where(s => s.Findings.Any(f => f.Rule == "plan.forced-cut")).ToList();
        Assert.Equal([0.75m, 0.5m, 0.25m], forced.Select(s => s.DailyDose.Milligrams));
        Assert.Contains("8.3 % of the assumed effect) is above the asked 6.3 % of the assumed effect", forced[0].Findings.Single(f => f.Rule == "plan.forced-cut").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linear", "25 % of current (25 % of original) is above the asked 10 % of original: ")]
    [InlineData("stepped", "25 % of current (25 % of original) is above the asked 10 % of original (5 % from 20 % of it down): ")]
    [InlineData("proportional", "25 % of current (25 % of original) is above the asked 10 %: ")]
    public void A_forced_cut_is_named_in_its_curves_own_measure(string curve, string words)
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime", "tablet 0.5 scored, tablet 1") with { Pace = A.Along(curve, 10, 14) });
        Assert.StartsWith(words, plan.Steps[1].Findings.Single(f => f.Rule == "plan.forced-cut").Message, StringComparison.Ordinal);
        Assert.Contains(plan.Findings, f => f.Rule == "plan.stock-limit");
    }

    /// <summary>0.25 mg is 12.5 % of 2 mg, and half of the 0.5 mg near the end.</summary>
    [Fact]
    public void A_cut_within_its_curves_step_is_not_forced_whatever_part_of_the_current_dose_it_is() =>
        Assert.DoesNotContain(A.Plan(A.Clonazepam("2 mg bedtime", "tablet 0.5 scored") with { Pace = A.Along("linear", 12.5m, 14) }).Findings, f => f.Rule == "plan.stock-limit");

    [Fact]
    public void Only_another_curve_than_the_default_is_named_on_the_plan()
    {
        var request = A.Clonazepam("1 mg bedtime", "tablet 0.5 scored, tablet 1");
        Assert.DoesNotContain(A.Plan(request).Findings, f => f.Rule == "plan.curve");
        Assert.Contains(A.Plan(request with { Pace = A.Along("linear", 10, 14) }).Findings, f => f.Rule == "plan.curve");
    }

    [Fact]
    public void A_curve_that_says_what_its_per_cent_are_of_takes_no_base() =>
        Assert.Throws<ArgumentException>(() => TaperPlanner.Plan(A.Clonazepam("1 mg bedtime") with { Pace = A.Along("linear", 10, 14) with { Base = PercentBase.Original } }));

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
