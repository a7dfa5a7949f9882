using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>Where a plan begins with something else than what is taken, both papers say what is taken and what changes.</summary>
public class TakenNowTests
{
    private static readonly TaperPlan ExtendedRelease = A.Plan(A.Taper(BenzodiazepineTable.Alprazolam, "2 mg morning", "er tablet 2"));

    private static readonly TaperPlan FiveDays = A.Plan(A.Clonazepam("1 mg bedtime") with { Facts = new PatientFacts { DaysPerWeek = 5 } });

    [Fact]
    public void The_order_sheet_says_the_extended_release_dose_and_whose_decision_the_change_is() =>
        Assert.Contains(
            "Taken now: 2 mg morning, extended-release (2 mg a day). The plan begins with a change to plain tablets, 0.625 mg "
                + "morning, 0.625 mg midday, 0.75 mg bedtime: the prescriber's decision.",
            Printed.Order(ExtendedRelease).Words().Plain(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_calendar_says_that_extended_release_is_changed_to_plain_tablets() =>
        Assert.Contains(
            "Now you take an extended-release medicine: 2 mg in the morning. This plan begins with plain tablets instead: 0.625 mg in the "
                + "morning, 0.625 mg at midday, 0.75 mg at bedtime. Don't change over on your own: your prescriber decides",
            Printed.Calendar(ExtendedRelease).Pages[0].Words().Plain(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_dose_of_5_days_a_week_is_said_as_taken_and_spread_over_7()
    {
        Assert.Contains(
            "Taken now: 1 mg bedtime, on 5 days a week (5 mg a week). The plan spreads the week's 5 mg over 7 days, rounded down: "
                + "0.625 mg bedtime every day.",
            Printed.Order(FiveDays).Words().Plain(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Now you take 1 mg at bedtime, on 5 days a week. This plan spreads the week's 5 mg over 7 days, rounded down: 0.625 mg at "
                + "bedtime, every day.",
            Printed.Calendar(FiveDays).Pages[0].Words().Plain(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_extended_release_dose_of_5_days_a_week_is_both()
    {
        var plan = A.Plan(
            A.Taper(BenzodiazepineTable.Alprazolam, "2 mg morning", "er tablet 2") with
            {
                Facts = new PatientFacts { DaysPerWeek = 5 },
            }
        );
        Assert.Contains(
            "Taken now: 2 mg morning, extended-release, on 5 days a week (10 mg a week).",
            Printed.Order(plan).Words().Plain(),
            StringComparison.Ordinal
        );
        Assert.Contains(plan.Findings, f => f.Rule == "plan.extended-release");
        Assert.Contains(plan.Findings, f => f.Rule == "plan.days-a-week");
    }

    [Fact]
    public void A_plan_that_begins_with_what_is_taken_says_no_change()
    {
        Assert.DoesNotContain("Now you take", Printed.Calendar(TwoPhases.Plan).Words().Plain(), StringComparison.Ordinal);
        Assert.DoesNotContain("The plan begins with", Printed.Order(TwoPhases.Plan).Words().Plain(), StringComparison.Ordinal);
    }
}
