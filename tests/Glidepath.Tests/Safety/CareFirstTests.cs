using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class CareFirstTests
{
    public static TheoryData<string, PatientFacts> Reasons() => new()
    {
        { "care-first.seizure", new() { SeizureHistory = Answer.Yes } },
        { "care-first.severe-withdrawal", new() { SevereWithdrawal = Answer.Yes } },
        { "care-first.pregnancy", new() { Pregnant = Answer.Yes } },
        { "care-first.alcohol", new() { Alcohol = Answer.Yes } },
        { "care-first.opioid", new() { Opioid = Answer.Yes } },
        { "care-first.opioid", new() { OpioidTreatment = Answer.Yes } },
        { "care-first.opioid", new() { Medicines = ["Oxycodone"] } },
        { "care-first.opioid", new() { Medicines = ["methadone 40 mg"] } },
        { "care-first.opioid", new() { Medicines = ["oxycodone/acetaminophen"] } },
        { "care-first.opioid", new() { Medicines = ["Percocet 5-325"] } },
        { "care-first.opioid", new() { Medicines = ["MS-Contin"] } },
        { "care-first.opioid", new() { Medicines = ["Belbuca"] } },
        { "care-first.supply", new() { Supply = Supply.NotPrescribed } },
        { "care-first.supply", new() { Supply = Supply.Unknown } },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_stands_above_every_other_finding(string rule, PatientFacts facts)
    {
        var plan = A.Plan(A.Clonazepam("1 mg bedtime") with { Facts = facts });
        Assert.Equal((rule, Severity.CareFirst), (plan.Findings[0].Rule, plan.Findings[0].Severity));
    }

    [Fact]
    public void What_nobody_asked_is_listed_to_be_asked() =>
        Assert.Contains("past seizures", CareFirst.Unasked(PatientFacts.None)!.Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_left_to_ask_when_all_is_answered() => Assert.Null(CareFirst.Unasked(new()
    {
        Age = 40,
        Pregnant = Answer.No,
        SeizureHistory = Answer.No,
        SevereWithdrawal = Answer.No,
        Opioid = Answer.No,
        OpioidTreatment = Answer.No,
        Alcohol = Answer.No,
        Supply = Supply.Prescribed,
    }));

    [Theory]
    [InlineData(17, Answer.No)]
    [InlineData(40, Answer.Yes)]
    public void Under_18_or_at_the_end_of_life_there_is_no_plan(int age, Answer endOfLife)
    {
        var result = TaperPlanner.Plan(A.Clonazepam("1 mg bedtime") with { Facts = new() { Age = age, EndOfLifeCare = endOfLife } });
        Assert.Null(result.Plan);
        Assert.Equal(BindingLimit.Person, result.Refusal!.Limit);
        Assert.Contains("no plan is made", result.Refusal.Message, StringComparison.Ordinal);
        Assert.Empty(TaperChoices.For(A.Clonazepam("1 mg bedtime") with { Facts = new() { Age = age, EndOfLifeCare = endOfLife } }));
    }

    [Fact]
    public void A_schedule_of_someone_under_18_is_judged_with_care_first()
    {
        var schedule = ScheduleCases.Schedule(BenzodiazepineTable.Clonazepam, [1, 0.9m], _ => 14);
        Assert.Equal(Severity.CareFirst, ScheduleCheck.Check(schedule, new() { Age = 15 }, RuleSetTable.Asam)[0].Severity);
    }

    [Fact]
    public void An_opioid_treatment_named_among_the_medicines_counts_as_one() =>
        Assert.True(new PatientFacts { Medicines = ["methadone"] } is { HasOpioidTreatment: true, AnyOpioid: Answer.Yes });
}
