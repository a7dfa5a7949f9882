using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class CarryOverTests
{
    /// <summary>Nordazepam has a half-life of days: at 20 % a week one cut has not settled when the next comes.</summary>
    [Fact]
    public void A_level_that_still_falls_from_earlier_cuts_is_named_and_changes_no_hold()
    {
        var plan = A.Plan(A.Taper(BenzodiazepineTable.Diazepam, "20 mg bedtime") with { Pace = A.Pace(12, 7), PaceIsAsked = true });
        Assert.Contains(plan.Steps.SelectMany(s => s.Findings), f => f is { Rule: "plan.carry-over", Severity: Severity.Note });
        Assert.Equal(7, plan.Steps[0].Days);
    }

    [Fact]
    public void Clonazepam_at_two_weeks_a_step_has_settled() =>
        Assert.DoesNotContain(A.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime")).Steps.SelectMany(s => s.Findings), f => f.Rule == "plan.carry-over");
}
