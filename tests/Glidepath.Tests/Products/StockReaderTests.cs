using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Products;

public class StockReaderTests
{
    [Theory]
    [InlineData("clonazepam", "tablet 0.5", Scoring.Halves)]
    [InlineData("clonazepam", "tablet 0.5 unscored", Scoring.Unscored)]
    [InlineData("clonazepam", "tablet 1", Scoring.Unscored)]
    [InlineData("clonazepam", "1 mg tablet scored", Scoring.Halves)]
    [InlineData("lorazepam", "tabs 0.5mg scored", Scoring.Halves)]
    [InlineData("alprazolam", "tablet 2", Scoring.Quarters)]
    [InlineData("alprazolam", "tablet 2 scored", Scoring.Halves)]
    public void A_tablet_is_scored_as_in_the_catalogue_unless_the_list_says_otherwise(string drug, string stock, Scoring scoring) =>
        Assert.Equal(scoring, Assert.Single(A.Stock(BenzodiazepineTable.Find(drug)!, stock)).Scoring);

    [Theory]
    [InlineData("triazolam", "tablet 0.125 scored")]
    [InlineData("clonazepam", "tablet 1 quarters")]
    [InlineData("clonazepam", "odt 0.5 scored")]
    [InlineData("temazepam", "capsule 15 scored")]
    [InlineData("zolpidem", "tablet 10 scored")]
    public void A_list_cannot_score_what_no_maker_scores(string drug, string stock)
    {
        Assert.Null(StockReader.Read(BenzodiazepineTable.Find(drug)!, stock, out var error));
        Assert.Contains("accepted: the same without that word", error!.InWords(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suspension 0.05 compounded", 0.05)]
    [InlineData("compounded suspension 0.05 mg/mL", 0.05)]
    [InlineData("0.25mg/ml oral suspension (compounded)", 0.25)]
    public void Another_compounders_strength_is_told_by_the_user_and_has_no_known_beyond_use_date(string stock, double strength)
    {
        var product = Assert.Single(A.Stock(BenzodiazepineTable.Clonazepam, stock));
        Assert.Equal((ProductForm.CompoundedSuspension, (decimal)strength, true), (product.Form, product.Strength, product.ToldByUser));
        Assert.Null(product.BeyondUseDays);
        Assert.Equal(Confidence.Unverified, product.Confidence);
        Assert.EndsWith("(told by you)", product.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compounded_strength_of_the_catalogue_is_the_catalogues()
    {
        var product = Assert.Single(A.Stock(BenzodiazepineTable.Clonazepam, "suspension 0.1 compounded"));
        Assert.False(product.ToldByUser);
        Assert.Equal(60, product.BeyondUseDays);
        // A manufactured suspension of the same strength is another product.
        Assert.True(Assert.Single(A.Stock(BenzodiazepineTable.Clobazam, "suspension 2.5 compounded")).ToldByUser);
    }

    [Theory]
    [InlineData("tablet 0.3 scored", "clonazepam 0.3 mg tablet (told by you)", Scoring.Halves)]
    [InlineData("tablet 0.3", "clonazepam 0.3 mg tablet (told by you)", Scoring.Unscored)]
    [InlineData("tablet 4 quarters", "clonazepam 4 mg tablet (told by you)", Scoring.Quarters)]
    [InlineData("solution 2.5", "clonazepam 2.5 mg/mL oral solution (told by you)", Scoring.Unscored)]
    [InlineData("suspension 0.05 compounded", "clonazepam 0.05 mg/mL oral suspension (compounded) (told by you)", Scoring.Unscored)]
    public void A_product_by_hand_carries_who_told_of_it(string text, string name, Scoring scoring)
    {
        var product = ToldProduct.Read(BenzodiazepineTable.Clonazepam, text, "pharmacy", out _, out var error);
        Assert.True(product is not null, error?.InWords());
        Assert.Equal(
            (name, scoring, "Told by the user: pharmacy", Confidence.Unverified),
            (product.Name, product.Scoring, product.Source.Title, product.Confidence)
        );
    }

    [Theory]
    [InlineData("tablet 0,5", "tablet 0.5", "read 0,5 as 0.5")]
    [InlineData("tablet 0,5, odt 0,125", "tablet 0.5, odt 0.125", "read 0,5 as 0.5|read 0,125 as 0.125")]
    [InlineData("tablet ,5 scored,odt 0.125", "tablet 0.5 scored, odt 0.125", "read ,5 as 0.5")]
    [InlineData("tablet 0.5,odt 0.125", "tablet 0.5, odt 0.125", "")]
    public void A_decimal_comma_that_can_mean_nothing_else_is_read_and_shown_back(string text, string plain, string back)
    {
        var stock = StockReader.Read(BenzodiazepineTable.Clonazepam, text, out var readings, out var error);
        Assert.True(stock is not null, error?.InWords());
        Assert.Equal(A.Stock(BenzodiazepineTable.Clonazepam, plain), stock);
        Assert.Equal(back, string.Join('|', readings.Select(r => r.InWords())));
    }

    [Theory]
    [InlineData("tablet 1,000", "could be 1 or 1000")]
    [InlineData("tablet 0,5,10", "accepted: a form and one strength")]
    public void A_comma_that_could_mean_two_numbers_is_asked_back(string text, string says)
    {
        Assert.Null(StockReader.Read(BenzodiazepineTable.Clonazepam, text, out _, out var error));
        Assert.StartsWith("stock: ", error!.InWords(), StringComparison.Ordinal);
        Assert.Contains(says, error!.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void Extended_release_does_not_mix_with_plain_products() =>
        Assert.Null(StockReader.Read(BenzodiazepineTable.Alprazolam, "tablet 0.5, er tablet 1", out _));

    [Fact]
    public void The_name_that_a_plan_prints_is_read_back() =>
        Assert.All(ProductTable.All.Where(p => p.IsPlain), p => Assert.Equal(p.Name, Assert.Single(A.Stock(p.Drug, p.Name)).Name));
}
