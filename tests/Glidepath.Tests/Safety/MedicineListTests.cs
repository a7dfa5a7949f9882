using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class MedicineListTests
{
    [Theory]
    [InlineData("lorazepam 0,5 mg", "lorazepam 0,5 mg")]
    [InlineData("lorazepam 0,5 mg, ketoconazole", "lorazepam 0,5 mg|ketoconazole")]
    [InlineData("lorazepam 1 mg,2 cups of coffee;aspirin 81", "lorazepam 1 mg|2 cups of coffee|aspirin 81")]
    [InlineData("aspirin 81, 2 cups of coffee", "aspirin 81|2 cups of coffee")]
    [InlineData(" , ", "")]
    [InlineData(null, "")]
    public void A_comma_between_two_digits_does_not_part(string? text, string parts) =>
        Assert.Equal(parts, string.Join('|', MedicineList.Read(text)));

    [Theory]
    [InlineData("lorazepam 0,5 mg", "lorazepam", 0.5)]
    [InlineData("lorazepam 1,5 mg twice a day", "lorazepam", 3)]
    [InlineData("Loreev XR 2 mg", "lorazepam", 2)]
    [InlineData("Xanax XR 1 mg", "alprazolam", 1)]
    [InlineData("Ambien CR 12.5 mg", "zolpidem", 12.5)]
    [InlineData("Lorazepam Intensol 2 mg", "lorazepam", 2)]
    public void A_second_sedative_is_read_with_its_form_and_a_comma(string written, string drug, double mg)
    {
        var read = Assert.Single(SecondSedative.Read(written));
        Assert.Equal((drug, new Dose((decimal)mg)), (read.Drug.Name, read.Daily));
    }

    [Theory]
    [InlineData("lorazepam 1,000 mg")]
    [InlineData("lorazepam 1/2 mg")]
    public void An_amount_that_could_be_another_is_not_guessed(string written) =>
        Assert.Null(Assert.Single(SecondSedative.Read(written)).Daily);

    [Fact]
    public void The_advice_for_two_days_a_week_carries_the_other_medicines_and_does_not_say_stop()
    {
        var advice = TaperPlanner
            .Plan(
                A.Clonazepam("0.5 mg bedtime") with
                {
                    Facts = new PatientFacts { DaysPerWeek = 2, Medicines = MedicineList.Read("lorazepam 1 mg, ketoconazole") },
                }
            )
            .Advice!;
        Assert.Equal("care-first.second-sedative", advice.Findings[0].Rule);
        Assert.Contains(advice.Findings, f => f.Rule == "interaction.inhibitor");
        Assert.DoesNotContain(advice.Findings, f => f.Rule == "occasional.stop");
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("sertraline 50 mg", 20)]
    [InlineData("lorazepam 0,25 mg", 10)]
    [InlineData("alprazolam 6 mg a day", 10)]
    [InlineData("alprazolam", 10)]
    [InlineData("Klonopin 1 mg", 10)]
    public void The_faster_pace_is_for_a_low_dose_of_all_together(string medicines, int percent)
    {
        // 0.5 mg of clonazepam is low by its own mg, and 5 to 10 mg of diazepam: at the limit of a low total, so anything more is above.
        var plan = A.Plan(
            A.Clonazepam("0.5 mg bedtime") with
            {
                Facts = new PatientFacts { DurationDays = 60, Medicines = MedicineList.Read(medicines) },
            }
        );
        Assert.Equal(percent, plan.Request.Pace.StepPercent);
    }
}
