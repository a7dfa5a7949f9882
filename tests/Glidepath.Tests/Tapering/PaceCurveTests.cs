using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>What each curve asks of one dose, worked by hand from 1 mg at 10 % every 14 days.</summary>
public class PaceCurveTests
{
    /// <summary>A tenth of 1 mg is 0.1 mg: 10 % of 1, 20 % of 0.5; stepped, half of it from 0.2 mg down.</summary>
    [Theory]
    [InlineData("proportional", 1, 10)]
    [InlineData("proportional", 0.5, 10)]
    [InlineData("linear", 1, 10)]
    [InlineData("linear", 0.5, 20)]
    [InlineData("linear", 0.1, 100)]
    [InlineData("stepped", 0.5, 20)]
    [InlineData("stepped", 0.2, 25)]
    [InlineData("stepped", 0.1, 50)]
    public void A_curve_asks_for_the_cut_worked_by_hand(string curve, double from, double percent)
    {
        var pace = A.Along(curve, 10, 14);
        Assert.Equal((decimal)percent, 100 * pace.Curve.AskedPart(pace, (decimal)from, 1));
    }

    /// <summary>
    /// From 2 mg with D50 0.5 mg the effect begins at 0.8, and 6.25 % of it is 0.05: 2 to 1.5, 1.5 to 1.1667, 0.5 to 0.4091.
    /// </summary>
    [Theory]
    [InlineData(2, 1.5)]
    [InlineData(1.5, 1.1667)]
    [InlineData(0.5, 0.4091)]
    public void The_emax_curve_takes_equal_parts_of_the_effect(double from, double to)
    {
        var pace = A.Along("emax", 6.25m, 14, 0.5m);
        Assert.Equal((decimal)to, Math.Round((decimal)from * (1 - pace.Curve.AskedPart(pace, (decimal)from, 2)), 4));
    }

    [Fact]
    public void Of_original_the_asked_cut_is_a_share_of_the_first_dose()
    {
        var pace = A.Pace(10, 14, PercentBase.Original);
        Assert.Equal(0.25m, pace.Curve.AskedPart(pace, 0.4m, 1));
    }

    [Fact]
    public void The_stepped_curve_waits_twice_as_long_from_a_fifth_of_the_first_dose()
    {
        var pace = A.Along("stepped", 10, 14);
        Assert.Equal((14, 28), (pace.Curve.AskedDays(pace, 0.21m, 1), pace.Curve.AskedDays(pace, 0.2m, 1)));
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
        Assert.Contains("its first cut from 2 mg is 36 %, 36 % in 14 days", above?.InWords(), StringComparison.Ordinal);
        Assert.Null(PaceCeilingCheck.Exceeds(RuleSetTable.Asam, A.Along("linear", 25, 14), A.Mg(2)));
        Assert.NotNull(PaceCeilingCheck.Exceeds(RuleSetTable.Asam, A.Along("stepped", 20, 7), A.Mg(2)));
    }

    /// <summary>A plan waits whole weeks, and never cuts sooner than asked.</summary>
    [Theory]
    [InlineData(14, 14)]
    [InlineData(10, 14)]
    [InlineData(15, 21)]
    [InlineData(1, 7)]
    public void An_interval_is_rounded_up_to_whole_weeks(int days, int weeks) => Assert.Equal(weeks, A.Pace(10, days).WholeWeeksDays);

    [Theory]
    [InlineData(0.009)]
    [InlineData(1000.1)]
    [InlineData(1.1234567)]
    [InlineData(0)]
    public void A_d50_outside_its_range_is_refused(double mg) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaceCurve.Emax(A.Mg((decimal)mg)));

    [Fact]
    public void Only_the_emax_curve_is_unverified_and_says_how_little_is_known()
    {
        Assert.Null(PlanFindings.OfCurve(PaceCurve.Default));
        Assert.Equal((Severity.Note, Confidence.Secondary), Graded(new PaceCurve.Linear()));
        Assert.Equal((Severity.Finding, Confidence.Unverified), Graded(new PaceCurve.Emax(A.Mg(5))));
    }

    private static (Severity, Confidence) Graded(PaceCurve curve) =>
        PlanFindings.OfCurve(curve) is { Rule: "plan.curve" } finding ? (finding.Severity, finding.Confidence) : default;
}
