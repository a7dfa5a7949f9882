using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Equivalence;

public class EquivalenceTests
{
    [Fact]
    public void Two_mg_of_clonazepam_is_20_to_40_mg_of_diazepam_by_tables_that_are_never_averaged()
    {
        var equivalent = DiazepamEquivalent.Of(BenzodiazepineTable.Clonazepam, A.Mg(2))!;
        Assert.Equal(new Interval(20, 40), equivalent.DiazepamMg);
        Assert.Equal(["va-dod-2021", "ashton", "nsw-health", "clincalc"], equivalent.Rows.Select(r => r.Table.Id));
        Assert.Equal([1m, 0.5m, 0.5m, 0.75m], equivalent.Rows.Select(r => r.Milligrams.Low));
    }

    [Fact]
    public void The_stronger_table_decides_how_small_half_a_mg_of_diazepam_is() =>
        Assert.Equal(0.025m, DiazepamEquivalent.ByStrongestTable(BenzodiazepineTable.Clonazepam, 0.5m));

    [Theory]
    [InlineData("zolpidem")]
    [InlineData("eszopiclone")]
    [InlineData("zaleplon")]
    [InlineData("zopiclone")]
    public void Z_drugs_are_left_out(string drug) => Assert.Null(DiazepamEquivalent.Of(BenzodiazepineTable.Find(drug)!, A.Mg(5)));

    [Fact]
    public void Diazepam_is_its_own_reference() =>
        Assert.Equal(Interval.Of(5), DiazepamEquivalent.Of(BenzodiazepineTable.Diazepam, A.Mg(5))!.DiazepamMg);

    [Theory]
    [InlineData(6.061, 8, "6.1 to 8 mg")]
    [InlineData(12.5, 24.2424, "13 to 24 mg")]
    [InlineData(0.6061, 9.99, "0.61 to 10 mg")]
    [InlineData(10.2, 10.4, "10 mg")]
    public void An_estimate_is_rounded_for_people(double low, double high, string text) =>
        Assert.Equal(text, new Interval((decimal)low, (decimal)high).Rounded("mg"));

    [Fact]
    public void Every_us_benzodiazepine_stands_in_some_table() =>
        Assert.All(
            BenzodiazepineTable.All.Where(d =>
                d is { MarketedInUnitedStates: true, Class: DrugClass.Benzodiazepine } && d != BenzodiazepineTable.Diazepam
            ),
            d => Assert.NotEmpty(EquivalenceTable.Of(d))
        );
}
