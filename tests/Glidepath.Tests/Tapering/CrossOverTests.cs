using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class CrossOverTests
{
    [Fact]
    public void Two_mg_of_clonazepam_is_20_to_40_mg_of_diazepam_and_begins_at_20()
    {
        var plan = CrossOver.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime"), BenzodiazepineTable.Diazepam)!;
        Assert.Equal(new Interval(20, 40), plan.TargetMg);
        Assert.Equal(20, plan.Stages[^1].To.DailyDose.Milligrams);
    }

    [Theory]
    [InlineData("2 mg bedtime")]
    [InlineData("1 mg morning, 1 mg bedtime")]
    [InlineData("0.5 mg morning, 0.5 mg midday, 1 mg bedtime")]
    [InlineData("0.5 mg morning, 0.5 mg midday, 0.5 mg evening, 0.5 mg bedtime")]
    public void One_time_of_day_changes_after_another_over_a_week_or_more_bedtime_first(string regimen)
    {
        var plan = CrossOver.Plan(A.Clonazepam(regimen), BenzodiazepineTable.Diazepam)!;
        Assert.True(plan.CompleteOn.DayNumber - plan.Stages[0].Start.DayNumber >= 7);
        Assert.True(plan.Stages[0].To[TimeOfDay.Bedtime].Milligrams > 0);
        Assert.True(plan.Stages[^1].From.DailyDose.IsZero);
        foreach (var (before, after) in plan.Stages.Zip(plan.Stages.Skip(1)))
        {
            Assert.Equal(before.End!.Value.AddDays(1), after.Start);
            Assert.True(after.From.DailyDose < before.From.DailyDose && after.To.DailyDose > before.To.DailyDose);
        }
    }

    [Fact]
    public void Reviews_stand_at_days_3_to_7_and_14()
    {
        var plan = CrossOver.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime"), BenzodiazepineTable.Diazepam)!;
        Assert.Contains(plan.Reviews, r => r.From == A.Day.AddDays(3) && r.To == A.Day.AddDays(7));
        Assert.Contains(plan.Reviews, r => r.From == plan.CompleteOn.AddDays(3) && r.To == plan.CompleteOn.AddDays(7));
        Assert.Contains(plan.Reviews, r => r.From == plan.CompleteOn.AddDays(14));
        Assert.Equal(plan.CompleteOn.AddDays(14), plan.TaperFrom);
    }

    [Fact]
    public void Another_long_acting_drug_may_be_the_target_and_a_short_acting_one_may_not()
    {
        // 20 to 40 mg diazepam; clorazepate 13 to 15 mg for each 10.
        Assert.Equal(new Interval(26, 60), CrossOver.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime"), BenzodiazepineTable.Clorazepate)!.TargetMg);
        Assert.Null(CrossOver.Plan(A.Clonazepam("1 mg bedtime"), BenzodiazepineTable.Lorazepam));
        Assert.Null(CrossOver.Plan(A.Taper(BenzodiazepineTable.Zolpidem, "10 mg bedtime"), BenzodiazepineTable.Diazepam));
    }

    [Fact]
    public void A_single_dose_that_cannot_be_halved_is_not_changed_in_one_day() =>
        Assert.Null(CrossOver.Plan(A.Taper(BenzodiazepineTable.Oxazepam, "10 mg bedtime"), BenzodiazepineTable.Diazepam));

    [Fact]
    public void A_time_that_holds_most_of_the_day_changes_in_two_halves_the_old_one_rounded_up()
    {
        var uneven = CrossOver.Plan(A.Taper(BenzodiazepineTable.Lorazepam, "0.5 mg morning, 6 mg bedtime"), BenzodiazepineTable.Diazepam)!;
        Assert.Equal([3, 0, 0], uneven.Stages.Select(s => s.From[TimeOfDay.Bedtime].Milligrams));

        var odd = CrossOver.Plan(A.Clonazepam("0.75 mg bedtime", "tablet 0.5"), BenzodiazepineTable.Diazepam)!;
        Assert.Equal(0.5m, odd.Stages[0].From.DailyDose.Milligrams);
    }

    [Fact]
    public void A_last_dose_named_for_the_stock_in_hand_binds_no_other_choice()
    {
        var choices = TaperChoices.For(A.Clonazepam("1 mg bedtime", "tablet 0.5") with { Last = A.Mg(0.5m) });
        Assert.Equal([0.5m, 0.25m], choices.Take(2).Select(c => c.Result.Plan!.Last!.Value.Milligrams));
    }

    [Fact]
    public void The_choices_lay_the_same_taper_from_each_stock_side_by_side()
    {
        var choices = TaperChoices.For(A.Clonazepam("1 mg morning, 1 mg evening"));
        Assert.Equal(["tablets", "odt", "compounded", "cross-over"], choices.Select(c => c.Id));
        Assert.All(choices, c => Assert.Null(c.Result.Plan is { } plan ? PlanRules.Broken(plan) : "no plan"));
        var (tablets, compounded) = (choices[0].Result.Plan!, choices[2].Result.Plan!);
        Assert.True(compounded.WorstCutPercent < tablets.WorstCutPercent);
        Assert.Equal(20, choices[3].Result.Plan!.Steps[0].DailyDose.Milligrams);
        Assert.Equal(40, choices[3].FromHighEnd!.Plan!.Steps[0].DailyDose.Milligrams);
    }
}
