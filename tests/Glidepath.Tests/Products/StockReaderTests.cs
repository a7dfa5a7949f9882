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
        Assert.Contains("accepted: the same without that word", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Extended_release_does_not_mix_with_plain_products() =>
        Assert.Null(StockReader.Read(BenzodiazepineTable.Alprazolam, "tablet 0.5, er tablet 1", out _));

    [Fact]
    public void The_name_that_a_plan_prints_is_read_back() =>
        Assert.All(ProductTable.All.Where(p => p.IsPlain), p => Assert.Equal(p.Name, Assert.Single(A.Stock(p.Drug, p.Name)).Name));
}
