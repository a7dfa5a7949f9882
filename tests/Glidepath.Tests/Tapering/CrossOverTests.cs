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
        Assert.Equal(
            new Interval(26, 60),
            CrossOver.Plan(A.Clonazepam("1 mg morning, 1 mg bedtime"), BenzodiazepineTable.Clorazepate)!.TargetMg
        );
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

    /// <summary>6 mg of alprazolam is 60 to 120 mg of diazepam by the tables.</summary>
    [Fact]
    public void A_change_begins_with_no_more_than_40_mg_and_says_that_a_specialist_decides()
    {
        var plan = CrossOver.Plan(
            A.Taper(BenzodiazepineTable.Alprazolam, "2 mg morning, 1 mg midday, 2 mg bedtime"),
            BenzodiazepineTable.Diazepam
        )!;
        Assert.True(plan.Stages[^1].To.DailyDose.Milligrams <= 40);
        Assert.Equal(new Interval(40, 40), plan.StartMg);
        Assert.Contains(plan.Findings, f => f.Rule == "cross-over.high");
    }

    /// <summary>6 mg of clonazepam is 60 mg at least: 40 would be a cut by a third on the day of the change.</summary>
    [Theory]
    [InlineData("2 mg morning, 2 mg midday, 2 mg bedtime")]
    [InlineData("20 mg bedtime")]
    public void A_change_that_would_begin_a_quarter_below_its_range_is_a_hospitals_and_not_offered(string regimen)
    {
        var request = A.Clonazepam(regimen);
        Assert.True(CrossOver.NeedsHospital(request));
        Assert.Null(CrossOver.Plan(request, BenzodiazepineTable.Diazepam));
        Assert.DoesNotContain(TaperChoices.For(request), c => c.Id == "cross-over");
    }

    [Theory]
    [InlineData("chlordiazepoxide", "10 mg morning, 10 mg midday, 10 mg bedtime")]
    [InlineData("clorazepate", "7.5 mg morning, 7.5 mg bedtime")]
    [InlineData("oxazepam", "15 mg morning, 15 mg midday, 15 mg bedtime")]
    public void A_change_to_diazepam_is_offered_from_capsules_that_end_too_high(string drug, string regimen)
    {
        var choices = TaperChoices.For(A.Taper(BenzodiazepineTable.Find(drug)!, regimen));
        Assert.Equal("cross-over", choices[0].Id);
        Assert.Equal(PlanEnd.Stop, choices[0].Result.Plan!.Ends);
        Assert.Contains(choices, c => c.Result.Plan is { Ends: PlanEnd.StockLimit });
    }

    [Fact]
    public void Where_not_one_cut_can_be_made_the_change_comes_first()
    {
        var request = A.Taper(BenzodiazepineTable.Oxazepam, "10 mg morning, 10 mg bedtime");
        Assert.Equal(BindingLimit.NoFirstCut, TaperPlanner.Plan(request).Refusal!.Limit);
        Assert.Equal("cross-over", TaperChoices.For(request)[0].Id);
    }

    [Fact]
    public void Only_choices_that_differ_stand_side_by_side()
    {
        Assert.Equal(
            ["usual", "no-liquid", "tablets", "cross-over"],
            TaperChoices.For(A.Clonazepam("1 mg morning, 1 mg evening")).Select(c => c.Id)
        );
        // A drug without a liquid has nothing to leave out; alprazolam's melting tablets change nothing.
        Assert.DoesNotContain(
            TaperChoices.For(A.Taper(BenzodiazepineTable.Oxazepam, "15 mg morning, 15 mg midday, 15 mg bedtime")),
            c => c.Id == "no-liquid"
        );
    }

    [Fact]
    public void Every_choice_keeps_every_rule() =>
        Assert.All(
            TaperChoices.For(A.Clonazepam("1 mg morning, 1 mg evening")),
            c => Assert.Null(c.Result.Plan is { } plan ? PlanRules.Broken(plan) : "no plan")
        );
}
