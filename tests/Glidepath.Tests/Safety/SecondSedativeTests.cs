using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class SecondSedativeTests
{
    [Theory]
    [InlineData("lorazepam 1 mg", "lorazepam", 1)]
    [InlineData("Ativan 1 mg twice a day", "lorazepam", 2)]
    [InlineData("Xanax 0.5mg t.i.d.", "alprazolam", 1.5)]
    [InlineData("alprazolam .25 mg four times daily", "alprazolam", 1)]
    [InlineData("clonazepam 500 mcg BID", "clonazepam", 1)]
    [InlineData("Valium 5 mg q8h", "diazepam", 15)]
    [InlineData("temazepam 15 mg at bedtime", "temazepam", 15)]
    public void Its_name_and_daily_dose_are_read(string written, string drug, double mg)
    {
        var read = Assert.Single(SecondSedative.Read(written));
        Assert.Equal((drug, new Dose((decimal)mg)), (read.Drug.Name, read.Daily));
    }

    [Theory]
    [InlineData("Ambien")]
    [InlineData("lorazepam twice a day")]
    public void A_dose_that_is_not_written_stays_unknown(string written) => Assert.Null(Assert.Single(SecondSedative.Read(written)).Daily);

    [Theory]
    [InlineData("sertraline 50 mg")]
    [InlineData("lorazepamine")]
    public void Another_medicine_is_none(string written) => Assert.Empty(SecondSedative.Read(written));

    [Fact]
    public void The_two_are_added_as_a_range_of_diazepam()
    {
        // Clonazepam 1 mg is 10 to 20 mg of diazepam, lorazepam 2 mg is 10 to 20 mg.
        var person = Person("lorazepam 1 mg twice a day");
        Assert.Equal(new Interval(20, 40), SedativeTotal.Of(person));
        var finding = Assert.Single(Find(person), f => f.Rule == "care-first.second-sedative");
        Assert.Equal(Severity.CareFirst, finding.Severity);
        Assert.Contains(
            "Counted as 2 mg a day; together 20 to 40 mg diazepam-equivalent a day. Plan both, one at a time: which comes first "
                + "is the prescriber's choice.",
            finding.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Dose_band_and_inpatient_findings_are_read_on_the_sum()
    {
        var person = Person("diazepam 35 mg") with { DailyDose = A.Mg(0.5m) };
        Assert.Equal(
            (DoseBand.Low, DoseBand.High),
            (DoseBands.For(person.Drug, person.DailyDose).Highest, WithdrawalRisk.Of(person).Bands.Highest)
        );
        Assert.DoesNotContain(Find(person, RuleSetTable.SaHealth), f => f.Rule == "sa-health.inpatient");
        // 0.5 mg clonazepam is 5 to 10 mg of diazepam: 41 mg more is above 50 mg by the stronger table.
        Assert.Contains(
            Find(Person("diazepam 41 mg") with { DailyDose = A.Mg(0.5m) }, RuleSetTable.SaHealth),
            f => f.Rule == "sa-health.inpatient"
        );
    }

    [Fact]
    public void A_sleep_medicine_without_equivalents_is_named_and_not_added()
    {
        var person = Person("Ambien 10 mg");
        Assert.Equal(new Interval(10, 20), SedativeTotal.Of(person));
        Assert.Contains(
            Find(person),
            f =>
                f.Rule == "care-first.second-sedative"
                && f.Message.Contains("No table of equivalents lists zolpidem", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_drug_under_its_brand_is_the_same_medicine_twice_and_not_added()
    {
        var person = Person("Klonopin 1 mg");
        Assert.Equal(new Interval(10, 20), SedativeTotal.Of(person));
        Assert.Contains(
            Find(person),
            f =>
                f.Rule == "care-first.same-medicine"
                && f.Message.StartsWith("Klonopin 1 mg is clonazepam: the same medicine twice.", StringComparison.Ordinal)
        );
    }

    private static FactCase Person(params string[] medicines) =>
        new(
            BenzodiazepineTable.Clonazepam,
            A.Mg(1),
            new()
            {
                Medicines = medicines,
                DurationDays = 60,
                DaysPerWeek = 7,
            }
        );

    private static IReadOnlyList<Finding> Find(FactCase person, RuleSet? policy = null) =>
        FactRuleTable.Findings(person.Drug, person.DailyDose, person.Facts, policy ?? RuleSetTable.Asam);
}
