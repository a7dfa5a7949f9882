using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>Who is told that to stop is one of the ways.</summary>
public class StopAdviceTests
{
    private static readonly PatientFacts ThreeWeeks = new() { DurationDays = 21 },
        TwoDaysAWeek = new() { DaysPerWeek = 2, DurationDays = 730 };

    [Fact]
    public void Where_nothing_calls_for_care_first_to_stop_is_offered() =>
        Assert.All([Advice(ThreeWeeks), Advice(TwoDaysAWeek)], a => Assert.True(a.OffersStop));

    [Fact]
    public void After_a_seizure_bad_withdrawal_alcohol_or_an_opioid_to_stop_is_never_offered()
    {
        foreach (var facts in new[] { ThreeWeeks, TwoDaysAWeek })
            Assert.All(
                [
                    Advice(facts with { SeizureHistory = Answer.Yes }),
                    Advice(facts with { SevereWithdrawal = Answer.Yes }),
                    Advice(facts with { Alcohol = Answer.Yes }),
                    Advice(facts with { Opioid = Answer.Yes }),
                    Advice(facts with { Pregnant = Answer.Yes }),
                    Advice(facts with { SuicidalThoughts = Answer.Yes }),
                ],
                advice =>
                {
                    Assert.False(advice.OffersStop);
                    Assert.DoesNotContain(advice.Findings, f => f.Rule.EndsWith(".stop", StringComparison.Ordinal));
                    Assert.Contains("ask the prescriber", advice.Findings[0].Message, StringComparison.Ordinal);
                }
            );
    }

    [Fact]
    public void After_a_seizure_the_short_taper_stays_with_care_first_on_it()
    {
        var result = TaperPlanner.Plan(A.Clonazepam("0.5 mg bedtime") with { Facts = ThreeWeeks with { SeizureHistory = Answer.Yes } });
        Assert.NotEmpty(result.Advice!.ShortTapers);
        Assert.Contains(result.Plan!.Findings, f => f.Rule == "care-first.seizure");
    }

    [Fact]
    public void A_supply_that_is_not_prescribed_comes_before_a_number_out_of_range() =>
        Assert.Equal(
            BindingLimit.CareFirst,
            TaperPlanner.RefuseOutright(A.Clonazepam("100 mg bedtime") with { Facts = new() { Supply = Supply.NotPrescribed } })!.Limit
        );

    private static StopAdvice Advice(PatientFacts facts) =>
        TaperPlanner.Plan(A.Clonazepam("0.5 mg bedtime") with { Facts = facts }).Advice!;
}
