using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

public sealed class MissedDoseTests
{
    /// <summary>By hand from the program rule: hours after which nobody starts again alone, no call for one dose, left out.</summary>
    [Theory]
    [InlineData("alprazolam", 72, false, false)]
    [InlineData("lorazepam", 72, false, false)]
    [InlineData("oxazepam", 72, false, false)]
    [InlineData("temazepam", 72, false, false)]
    [InlineData("clonazepam", 120, false, false)]
    [InlineData("diazepam", 240, true, false)]
    [InlineData("clorazepate", 240, true, false)]
    [InlineData("chlordiazepoxide", 240, true, false)]
    [InlineData("clobazam", 240, true, false)]
    [InlineData("triazolam", 48, true, true)]
    [InlineData("zolpidem", 48, true, true)]
    [InlineData("zaleplon", 48, true, true)]
    [InlineData("eszopiclone", 48, true, true)]
    [InlineData("zopiclone", 48, true, true)]
    // Not named in the rule: a call the same day, and not alone after three days.
    [InlineData("estazolam", 72, false, false)]
    [InlineData("flurazepam", 72, false, false)]
    [InlineData("nordazepam", 72, false, false)]
    [InlineData("quazepam", 72, false, false)]
    public void A_missed_dose_goes_by_how_long_the_level_lasts(string drug, int hours, bool mayGoOn, bool isSkipped)
    {
        var row = MissedDoseTable.For(drug);
        Assert.Equal((hours, mayGoOn, isSkipped), (row.NotAloneAfterHours, row.MayGoOn, row.IsSkipped));
        Assert.Equal(row, MissedDoseTable.For(drug.ToUpperInvariant()));
    }

    [Fact]
    public void Every_drug_of_the_drug_table_is_in_the_test_above()
    {
        var tested = typeof(MissedDoseTests)
            .GetMethod(nameof(A_missed_dose_goes_by_how_long_the_level_lasts))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(d => (string)d.Data[0]!);
        Assert.Equal(BenzodiazepineTable.All.Select(d => d.Name).Order(), tested.Order());
    }

    [Fact]
    public void A_row_names_drugs_of_the_drug_table_each_once()
    {
        var named = MissedDoseTable.All.SelectMany(r => r.Drugs).ToList();
        Assert.Distinct(named);
        Assert.Empty(named.Except(BenzodiazepineTable.All.Select(d => d.Name)));
        Assert.Distinct(MissedDoseTable.All.Select(r => r.Id));
    }

    [Fact]
    public void Of_two_medicines_the_stricter_advice_counts()
    {
        var row = MissedDoseTable.Strictest(["alprazolam", "diazepam"]);
        Assert.Equal((72, false), (row.NotAloneAfterHours, row.MayGoOn));
        Assert.Equal(MissedDoseTable.All[0], MissedDoseTable.Strictest([]));
    }
}
