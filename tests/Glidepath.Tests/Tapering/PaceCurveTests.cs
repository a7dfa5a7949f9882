using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>Single cuts along each curve, worked by hand.</summary>
public class PaceCurveTests
{
    /// <summary>10 % of 1 mg every 14 days: 140 days a milligram.</summary>
    [Theory]
    [InlineData(1, 0.9, 14)]
    [InlineData(1, 0.95, 14)]
    [InlineData(0.3, 0.2, 14)]
    [InlineData(1, 0.75, 35)]
    [InlineData(0.25, 0, 35)]
    [InlineData(0.05, 0, 14)]
    public void A_cut_on_the_linear_curve_is_held_as_worked_by_hand(double from, double to, int days) => Held("linear", from, to, 1, days);

    /// <summary>140 days a milligram down to 0.2 mg, 560 below it; at least 28 days from there.</summary>
    [Theory]
    [InlineData(1, 0.9, 14)]
    [InlineData(0.3, 0.2, 14)]
    [InlineData(0.2, 0.15, 28)]
    [InlineData(0.2, 0.19, 28)]
    [InlineData(0.15, 0.05, 56)]
    [InlineData(0.3, 0.15, 42)]
    [InlineData(0.25, 0.15, 35)]
    [InlineData(0.21, 0, 114)]
    [InlineData(0.05, 0, 28)]
    public void A_cut_on_the_stepped_curve_is_held_as_worked_by_hand(double from, double to, int days) => Held("stepped", from, to, 1, days);

    /// <summary>From 2 mg with D50 0.5 mg the effect begins at 0.8, and 6.25 % of it is 0.05 every 14 days: 280 days for the whole effect.</summary>
    [Theory]
    [InlineData(2, 1.5, 14)]
    [InlineData(2, 1.9, 14)]
    [InlineData(2, 1, 38)]
    [InlineData(1, 0.5, 47)]
    [InlineData(0.5, 0.25, 47)]
    [InlineData(0.25, 0, 94)]
    [InlineData(2, 0, 224)]
    public void A_cut_on_the_emax_curve_is_held_as_worked_by_hand(double from, double to, int days) =>
        Assert.Equal(days, A.Along("emax", 6.25m, 14, 0.5m).HoldDays(A.Mg((decimal)from), A.Mg((decimal)to), A.Mg(2)));

    [Theory]
    [InlineData("linear", 0.3, 0.2, true)]
    [InlineData("linear", 0.3, 0.199, false)]
    [InlineData("stepped", 0.201, 0.101, true)]
    [InlineData("stepped", 0.2, 0.15, true)]
    [InlineData("stepped", 0.2, 0.149, false)]
    [InlineData("proportional", 0.3, 0.27, true)]
    [InlineData("proportional", 0.3, 0.2, false)]
    public void A_cut_is_within_the_asked_step_as_its_curve_measures_it(string curve, double from, double to, bool within) =>
        Assert.Equal(within, A.Along(curve, 10, 14).IsWithinStep(A.Mg((decimal)from), A.Mg((decimal)to), A.Mg(1)));

    /// <summary>An exact step, and a nanogram more: 1.5 mg is 0.75 of the effect, 0.05 below the 0.8 of 2 mg.</summary>
    [Fact]
    public void On_the_emax_curve_a_nanogram_decides_whether_a_cut_is_within_the_step_and_how_long_it_waits()
    {
        var pace = A.Along("emax", 6.25m, 14, 0.5m);
        Assert.True(pace.IsWithinStep(A.Mg(2), A.Mg(1.5m), A.Mg(2)));
        Assert.False(pace.IsWithinStep(A.Mg(2), A.Mg(1.499999m), A.Mg(2)));
        Assert.Equal(15, pace.HoldDays(A.Mg(2), A.Mg(1.499999m), A.Mg(2)));
    }

    /// <summary>With D50 far above the dose the effect is all but proportional to it; with D50 far below, all but constant.</summary>
    [Theory]
    [InlineData(1000, 10.02)]
    [InlineData(2, 18.18)]
    [InlineData(0.5, 35.71)]
    [InlineData(0.01, 95.71)]
    public void The_first_cut_on_the_emax_curve_is_larger_than_its_share_of_the_effect(double d50, double percent)
    {
        var pace = A.Along("emax", 10, 14, (decimal)d50);
        Assert.Equal((decimal)percent, Math.Round(pace.Curve.FirstCutPercent(pace, A.Mg(2)), 2));
    }

    [Fact]
    public void The_ceiling_is_read_at_the_first_cut()
    {
        var above = PaceCeilingCheck.Exceeds(RuleSetTable.Asam, A.Along("emax", 10, 14, 0.5m), A.Mg(2));
        Assert.Contains("its first cut from 2 mg is 36 %, 36 % in 14 days", above, StringComparison.Ordinal);
        Assert.Null(PaceCeilingCheck.Exceeds(RuleSetTable.Asam, A.Along("emax", 6.25m, 14, 0.5m), A.Mg(2)));
        Assert.NotNull(PaceCeilingCheck.Exceeds(RuleSetTable.Asam, A.Along("emax", 6.25m, 14, 0.5m), A.Mg(2.01m)));
        Assert.Null(PaceCeilingCheck.Exceeds(RuleSetTable.Asam, A.Along("linear", 25, 14), A.Mg(2)));
        Assert.NotNull(PaceCeilingCheck.Exceeds(RuleSetTable.Asam, A.Along("stepped", 20, 7), A.Mg(2)));
    }

    [Theory]
    [InlineData(0.009)]
    [InlineData(1000.1)]
    [InlineData(1.1234567)]
    [InlineData(0)]
    public void A_d50_outside_its_range_is_refused(double mg) => Assert.Throws<ArgumentOutOfRangeException>(() => new PaceCurve.Emax(A.Mg((decimal)mg)));

    [Fact]
    public void Only_the_emax_curve_is_unverified_and_says_how_little_is_known()
    {
        Assert.Null(PlanFindings.OfCurve(PaceCurve.Default));
        Assert.Equal((Severity.Note, Confidence.Secondary), Graded(new PaceCurve.Linear()));
        Assert.Equal((Severity.Note, Confidence.Secondary), Graded(new PaceCurve.Stepped()));
        Assert.Equal((Severity.Finding, Confidence.Unverified), Graded(new PaceCurve.Emax(A.Mg(5))));
        Assert.Contains("unknown by more than tenfold", PlanFindings.OfCurve(new PaceCurve.Emax(A.Mg(5)))!.Message, StringComparison.Ordinal);
    }

    private static (Severity, Confidence) Graded(PaceCurve curve) => PlanFindings.OfCurve(curve) is { Rule: "plan.curve" } finding ? (finding.Severity, finding.Confidence) : default;

    private static void Held(string curve, double from, double to, decimal start, int days) =>
        Assert.Equal(days, A.Along(curve, 10, 14).HoldDays(A.Mg((decimal)from), A.Mg((decimal)to), A.Mg(start)));
}
