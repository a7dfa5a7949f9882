using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

public class UsualDoseTests
{
    [Theory]
    [InlineData("clonazepam", 20, 20.5)]
    [InlineData("diazepam", 40, 41)]
    [InlineData("alprazolam", 10, 10.25)]
    [InlineData("lorazepam", 10, 10.5)]
    [InlineData("zolpidem", 12.5, 15)]
    public void A_daily_dose_above_every_label_is_asked_back(string drug, double labeled, double above)
    {
        Assert.Null(UsualDose.CheckNumber(BenzodiazepineTable.Find(drug)!, A.Mg((decimal)labeled)));
        var finding = UsualDose.CheckNumber(BenzodiazepineTable.Find(drug)!, A.Mg((decimal)above));
        Assert.Equal(("check.number", Severity.CareFirst), (finding!.Rule, finding.Severity));
    }

    [Fact]
    public void The_question_names_the_usual_doses_and_whom_to_call()
    {
        var message = UsualDose.CheckNumber(BenzodiazepineTable.Clonazepam, A.Mg(100))!.Message;
        Assert.StartsWith(
            "Check this number: 100 mg a day. Usual daily doses of clonazepam are 0.5 to 4 mg, and the most on its label is 20 "
                + "mg (seizures).",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains("call a place with medical withdrawal care", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_drug_sold_in_the_United_States_has_a_row_and_the_highest_is_not_below_the_usual()
    {
        Assert.All(BenzodiazepineTable.All.Where(d => d.MarketedInUnitedStates), d => Assert.NotNull(UsualDose.For(d)));
        Assert.All(UsualDose.All, d => Assert.True(d.Usual.Low > 0 && d.HighestLabeledMg >= d.Usual.High));
        Assert.Null(UsualDose.CheckNumber(BenzodiazepineTable.Nordazepam, A.Mg(1000)));
    }
}
