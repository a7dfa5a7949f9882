using Glidepath.Paper;
using Glidepath.Paper.Tapering;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>A plan has a longest length, and more than it is a refusal in words.</summary>
public class PlanBoundsTests
{
    private static readonly TaperRequest Decades = A.Taper(BenzodiazepineTable.Diazepam, "10 mg morning, 10 mg midday, 20 mg bedtime") with
    {
        Pace = A.Pace(0.5m, 180),
        PaceIsAsked = true,
    };

    [Fact]
    public void A_pace_of_decades_is_refused_with_the_years_it_would_take()
    {
        var refusal = TaperPlanner.Plan(Decades).Refusal!;
        Assert.Equal(BindingLimit.Length, refusal.Limit);
        Assert.Matches("takes about [0-9]{2,3} years; accepted: up to 10 years", refusal.Message);
        Assert.Equal(["a larger step", "a shorter interval"], refusal.Relaxations);
    }

    [Fact]
    public void A_supply_a_day_over_years_is_refused_with_the_number_of_fills()
    {
        var request = A.Clonazepam("2 mg morning, 2 mg bedtime") with { Pace = A.Pace(5, 28), PaceIsAsked = true };
        Assert.NotNull(TaperPlanner.Plan(request).Plan);
        var refusal = TaperPlanner.Plan(request with { FillDays = 1 }).Refusal!;
        Assert.Equal(BindingLimit.Length, refusal.Limit);
        Assert.Contains("Supplies of at most 1 day make about", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["a longer supply at once"], refusal.Relaxations);
    }

    [Fact]
    public void A_supply_a_day_for_the_usual_plan_is_made() =>
        Assert.InRange(A.Plan(A.Clonazepam("1 mg bedtime") with { FillDays = 1 }).Fills.Count, 400, PlanBounds.MostFills);

    /// <summary>Five percent every four weeks from 1 mg of clonazepam takes over four years, and is a plan that people ask for.</summary>
    [Fact]
    public void The_longest_plans_that_people_ask_for_are_made_and_print_whole()
    {
        var plan = A.Plan(A.Clonazepam("2 mg morning, 2 mg bedtime") with { Pace = A.Pace(5, 28), PaceIsAsked = true });
        Assert.InRange(plan.TotalDays, 1500, PlanBounds.MostDays);
        Assert.NotEmpty(PatientCalendar.Lay(plan, SafetyText.Default).ToPdf());
        Assert.NotEmpty(PharmacySheet.Lay(plan, SafetyText.Default).ToPdf());
        Assert.NotEmpty(PlanChart.Of(plan).Curves);
    }

    [Fact]
    public void No_choice_of_a_pace_of_decades_has_a_plan()
    {
        var choices = TaperChoices.For(Decades);
        Assert.Equal(BindingLimit.Length, choices[0].Result.Refusal!.Limit);
        Assert.All(choices, c => Assert.Null(c.Result.Plan));
    }
}
