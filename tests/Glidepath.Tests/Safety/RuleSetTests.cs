using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class RuleSetTests
{
    [Fact]
    public void The_default_is_the_joint_guideline_and_any_14_days_of_current_dose_decide()
    {
        Assert.Equal("asam", RuleSetTable.All[0].Id);
        Assert.Equal(["window.current", "window.original", "rate.current"], RuleSetTable.Asam.Readings.Select(r => r.Id));
    }

    [Fact]
    public void Only_the_va_sample_and_the_label_never_steer_a_plan() =>
        Assert.Equal(["va", "fda-label"], RuleSetTable.All.Where(r => !r.Steers).Select(r => r.Id));

    [Fact]
    public void The_va_sample_is_marked_unverified() => Assert.Equal(Confidence.Unverified, RuleSetTable.Va.Confidence);

    [Fact]
    public void Every_rule_and_finding_has_a_source() =>
        Assert.All(
            FactRuleTable.All,
            r => Assert.True(r.Source.Title.Length > 0 && r.Source.Where.Length > 0 && r.ToFinding().Message.EndsWith('.'))
        );

    [Fact]
    public void Rule_ids_are_unique() => Assert.Distinct(FactRuleTable.All.Select(r => r.Id));

    [Theory]
    [InlineData("asam.naloxone")]
    [InlineData("asam.opioid-review")]
    [InlineData("fda.opioid")]
    public void An_opioid_brings_its_findings(string rule) => Assert.Contains(Find(new() { Opioid = Answer.Yes }), f => f.Rule == rule);

    [Fact]
    public void Buprenorphine_or_methadone_is_never_interrupted_for_the_taper() =>
        Assert.Contains(Find(new() { OpioidTreatment = Answer.Yes }), f => f.Rule == "asam.keep-opioid-treatment");

    [Fact]
    public void What_is_said_of_the_person_holds_whichever_guideline_sets_the_pace()
    {
        PatientFacts facts = new()
        {
            Age = 70,
            OpioidTreatment = Answer.Yes,
            SeizureHistory = Answer.Yes,
            BipolarOrPsychosis = Answer.Yes,
            Pregnant = Answer.Yes,
        };
        string[] rules =
        [
            "asam.withdrawal-risk",
            "asam.keep-opioid-treatment",
            "asam.inpatient",
            "asam.sleep-watch",
            "asam.no-flumazenil",
            "asam.age-65",
            "asam.pregnancy",
            "asam.naloxone",
        ];
        foreach (var set in RuleSetTable.All)
            Assert.Superset(
                rules.ToHashSet(),
                FactRuleTable.Findings(BenzodiazepineTable.Clonazepam, A.Mg(1), facts, set).Select(f => f.Rule).ToHashSet()
            );
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void From_65_tapering_is_generally_advised(int age, bool found) =>
        Assert.Equal(found, Find(new() { Age = age }).Any(f => f.Rule == "asam.age-65"));

    [Fact]
    public void A_seizure_history_brings_inpatient_care_and_no_flumazenil()
    {
        var rules = Find(new() { SeizureHistory = Answer.Yes }).Select(f => f.Rule).ToList();
        Assert.Contains("asam.inpatient", rules);
        Assert.Contains("asam.no-flumazenil", rules);
    }

    [Fact]
    public void Bipolar_disorder_brings_the_sleep_watch() =>
        Assert.Contains(Find(new() { BipolarOrPsychosis = Answer.Yes }), f => f.Rule == "asam.sleep-watch");

    [Fact]
    public void Ptsd_and_pregnancy_bring_their_findings() =>
        Assert.Superset(
            new HashSet<string> { "asam.ptsd", "asam.pregnancy" },
            Find(new() { Ptsd = Answer.Yes, Pregnant = Answer.Yes }).Select(f => f.Rule).ToHashSet()
        );

    public static TheoryData<string, PatientFacts> Facts() =>
        new()
        {
            {
                "glidepath.breathing",
                new() { SleepApneaOrLungDisease = Answer.Yes }
            },
            {
                "asam.falls",
                new() { FallsOrConfusion = Answer.Yes }
            },
            {
                "asam.suicide",
                new() { SuicidalThoughts = Answer.Yes }
            },
            {
                "asam.breastfeeding",
                new() { Breastfeeding = Answer.Yes }
            },
            {
                "label.breastfeeding",
                new() { Breastfeeding = Answer.Yes }
            },
            {
                "glidepath.driving",
                new() { SafetyCriticalDriving = Answer.Yes }
            },
            {
                "asam.cbt-i",
                new() { Indication = Indication.Sleep }
            },
            {
                "asam.cbt",
                new() { Indication = Indication.Panic }
            },
            {
                "glidepath.alcohol-withdrawal",
                new() { Indication = Indication.AlcoholWithdrawal }
            },
            {
                "interaction.acts-like-opioid",
                new() { Medicines = ["tianeptine"] }
            },
        };

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_brings_its_finding_under_every_policy(string rule, PatientFacts facts)
    {
        foreach (var set in RuleSetTable.All)
            Assert.Contains(FactRuleTable.Findings(BenzodiazepineTable.Clonazepam, A.Mg(1), facts, set), f => f.Rule == rule);
    }

    [Fact]
    public void What_nobody_asked_brings_no_finding_about_the_person()
    {
        string[] always = ["asam.withdrawal-risk", "asam.pause-first", "asam.behavioral", "asam.review"];
        Assert.Equal(always, Find(PatientFacts.None).Select(f => f.Rule));
    }

    [Theory]
    [InlineData("carbamazepine", "interaction.inducer", "hidden dose cut")]
    [InlineData("Fluconazole", "interaction.inhibitor", "hidden rise")]
    [InlineData("bupropion", "interaction.seizurethreshold", "seizure")]
    [InlineData("sertraline", "interaction.none", "no effect")]
    [InlineData("carbamazepine 200 mg", "interaction.inducer", "hidden dose cut")]
    [InlineData("Carba\u2019mazepine", "interaction.unknown", "Not listed is not safe")]
    [InlineData("oxcarbazepine", "interaction.inducer", "size not known")]
    [InlineData("snakeroot", "interaction.unknown", "Not listed is not safe")]
    public void Another_medicine_is_looked_up(string medicine, string rule, string says) =>
        Assert.Contains(Find(new() { Medicines = [medicine] }), f => f.Rule == rule && f.Message.Contains(says, StringComparison.Ordinal));

    [Theory]
    [InlineData("St. John\u2019s wort")]
    [InlineData("st john's wort 300 mg")]
    public void A_name_is_known_however_its_marks_are_written(string medicine) =>
        Assert.Contains(
            FactRuleTable.Findings(BenzodiazepineTable.Alprazolam, A.Mg(1), new() { Medicines = [medicine] }, RuleSetTable.Asam),
            f => f.Rule == "interaction.inducer"
        );

    [Theory]
    [InlineData(1.1, true)]
    [InlineData(0.5, false)]
    public void Nsw_advises_a_switch_above_10_mg_diazepam(double mg, bool found) =>
        Assert.Equal(
            found,
            FactRuleTable
                .Findings(BenzodiazepineTable.Clonazepam, A.Mg((decimal)mg), PatientFacts.None, RuleSetTable.NswHealth)
                .Any(f => f.Rule == "nsw.switch")
        );

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Sa_health_advises_inpatient_care_above_50_mg_diazepam(int mg, bool found) =>
        Assert.Equal(
            found,
            FactRuleTable
                .Findings(BenzodiazepineTable.Clonazepam, A.Mg(mg), PatientFacts.None, RuleSetTable.SaHealth)
                .Any(f => f.Rule == "sa-health.inpatient")
        );

    private static IReadOnlyList<Finding> Find(PatientFacts facts) =>
        FactRuleTable.Findings(BenzodiazepineTable.Clonazepam, A.Mg(1), facts, RuleSetTable.Asam);
}
