using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class CareFirstTests
{
    public static TheoryData<string, PatientFacts> Reasons() =>
        new()
        {
            {
                "care-first.seizure",
                new() { SeizureHistory = Answer.Yes }
            },
            {
                "care-first.severe-withdrawal",
                new() { SevereWithdrawal = Answer.Yes }
            },
            {
                "care-first.pregnancy",
                new() { Pregnant = Answer.Yes }
            },
            {
                "care-first.alcohol",
                new() { Alcohol = Answer.Yes }
            },
            {
                "care-first.opioid",
                new() { Opioid = Answer.Yes }
            },
            {
                "care-first.opioid",
                new() { OpioidTreatment = Answer.Yes }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["Oxycodone"] }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["methadone 40 mg"] }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["oxycodone/acetaminophen"] }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["Percocet 5-325"] }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["MS-Contin"] }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["Belbuca"] }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["kratom"] }
            },
            {
                "care-first.opioid",
                new() { Medicines = ["7-OH"] }
            },
            {
                "care-first.alcohol",
                new() { Medicines = ["beer"] }
            },
            {
                "care-first.unregulated",
                new() { Medicines = ["bromazolam"] }
            },
            {
                "care-first.unregulated",
                new() { Medicines = ["phenibut 2 g"] }
            },
            {
                "care-first.second-sedative",
                new() { Medicines = ["lorazepam 1 mg"] }
            },
            {
                "care-first.same-medicine",
                new() { Medicines = ["Klonopin"] }
            },
            {
                "care-first.suicide",
                new() { SuicidalThoughts = Answer.Yes }
            },
            {
                "care-first.specialist",
                new() { Indication = Indication.Spasticity }
            },
            {
                "care-first.supply",
                new() { Supply = Supply.NotPrescribed }
            },
            {
                "care-first.supply",
                new() { Supply = Supply.Unknown }
            },
        };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_reason_stands_above_every_other_finding(string rule, PatientFacts facts)
    {
        var findings = CareFirst.AllOf(new FactCase(BenzodiazepineTable.Clonazepam, A.Mg(1), facts), RuleSetTable.Asam);
        Assert.Equal((rule, Severity.CareFirst), (findings[0].Rule, findings[0].Severity));
    }

    [Fact]
    public void Thoughts_of_suicide_name_988() =>
        Assert.Contains("988", Assert.Single(CareFirst.Reasons(new() { SuicidalThoughts = Answer.Yes })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Indication.Seizures, true)]
    [InlineData(Indication.Spasticity, true)]
    [InlineData(Indication.MovementDisorder, true)]
    [InlineData(Indication.Catatonia, true)]
    [InlineData(Indication.NotAsked, false)]
    [InlineData(Indication.Anxiety, false)]
    [InlineData(Indication.AlcoholWithdrawal, false)]
    [InlineData(Indication.NotKnown, false)]
    public void Four_indications_need_the_specialist_who_treats_them(Indication indication, bool needed)
    {
        Assert.Equal(needed, new PatientFacts { Indication = indication }.SpecialistIndication);
        Assert.Equal(
            needed,
            CareFirst
                .NeedsSpecialist(new() { Indication = indication })
                ?.Message.Contains("needs the specialist who treats it", StringComparison.Ordinal)
                ?? false
        );
    }

    [Fact]
    public void Where_pills_may_be_counterfeit_what_cdc_reports_of_bromazolam_is_named()
    {
        PatientFacts[] may =
        [
            new() { Supply = Supply.NotPrescribed },
            new() { Supply = Supply.Unknown },
            new() { Medicines = ["bromazolam"] },
        ];
        Assert.All(
            may,
            f =>
            {
                var finding = CareFirst.Counterfeit(f)!;
                Assert.Contains("seizures, fever and heart-muscle injury", finding.Message, StringComparison.Ordinal);
                Assert.Equal(Sources.Bromazolam, finding.Source);
            }
        );
        Assert.Contains(CareFirst.Reasons(new() { Medicines = ["bromazolam"] }), r => r.Rule == "care-first.counterfeit");
        Assert.Null(CareFirst.Counterfeit(new() { Supply = Supply.Prescribed, Medicines = ["sertraline"] }));
    }

    [Fact]
    public void There_is_no_dated_schedule_for_an_unknown_supply_or_an_opioid_with_alcohol()
    {
        PatientFacts[] without =
        [
            new() { Supply = Supply.NotPrescribed },
            new() { Supply = Supply.Unknown },
            new() { Opioid = Answer.Yes, Alcohol = Answer.Yes },
            new() { Medicines = ["Norco", "wine"] },
            new() { Medicines = ["etizolam"] },
        ];
        Assert.All(
            without,
            f => Assert.Contains("a place with medical withdrawal care", CareFirst.NoDatedSchedule(f)!.Message, StringComparison.Ordinal)
        );
        PatientFacts[] with =
        [
            PatientFacts.None,
            new() { Supply = Supply.Prescribed },
            new() { Opioid = Answer.Yes, Alcohol = Answer.Unknown },
            new() { Alcohol = Answer.Yes },
        ];
        Assert.All(with, f => Assert.Null(CareFirst.NoDatedSchedule(f)));
    }

    [Fact]
    public void What_nobody_asked_is_listed_to_be_asked() =>
        Assert.Contains("past seizures", CareFirst.Unasked(PatientFacts.None)!.Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_left_to_ask_when_all_is_answered() =>
        Assert.Null(
            CareFirst.Unasked(
                new()
                {
                    Age = 40,
                    Pregnant = Answer.No,
                    SeizureHistory = Answer.No,
                    SevereWithdrawal = Answer.No,
                    Opioid = Answer.No,
                    OpioidTreatment = Answer.No,
                    Alcohol = Answer.No,
                    SuicidalThoughts = Answer.No,
                    Indication = Indication.Anxiety,
                    Supply = Supply.Prescribed,
                }
            )
        );

    [Theory]
    [InlineData(17, Answer.No)]
    [InlineData(40, Answer.Yes)]
    public void Under_18_or_at_the_end_of_life_there_is_no_plan(int age, Answer endOfLife)
    {
        var result = TaperPlanner.Plan(
            A.Clonazepam("1 mg bedtime") with
            {
                Facts = new() { Age = age, EndOfLifeCare = endOfLife },
            }
        );
        Assert.Null(result.Plan);
        Assert.Equal(BindingLimit.Person, result.Refusal!.Limit);
        Assert.Contains("no plan is made", result.Refusal.Message, StringComparison.Ordinal);
        Assert.Empty(
            TaperChoices.For(
                A.Clonazepam("1 mg bedtime") with
                {
                    Facts = new() { Age = age, EndOfLifeCare = endOfLife },
                }
            )
        );
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
