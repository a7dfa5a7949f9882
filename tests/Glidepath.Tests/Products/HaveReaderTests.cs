using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Cli;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Products;

public class HaveReaderTests
{
    [Theory]
    [InlineData("24 x tablet 0.5", "24 clonazepam 0.5 mg tablet")]
    [InlineData("24 × tablet 0.5", "24 clonazepam 0.5 mg tablet")]
    [InlineData("24x tablet 0.5", "24 clonazepam 0.5 mg tablet")]
    [InlineData("24 tablets of 0.5 mg", "24 clonazepam 0.5 mg tablet")]
    [InlineData("24 of tablet 0.5", "24 clonazepam 0.5 mg tablet")]
    [InlineData("24 0.5 mg tablets", "24 clonazepam 0.5 mg tablet")]
    [InlineData("7.5 x tablet 0.5, 10 x odt 0.125", "7.5 clonazepam 0.5 mg tablet, 10 clonazepam 0.125 mg orally disintegrating tablet")]
    [InlineData("24 x tablet 0,5, 10 x odt 0,125", "24 clonazepam 0.5 mg tablet, 10 clonazepam 0.125 mg orally disintegrating tablet")]
    [InlineData("24 x tablet 0.5,10 x odt 0.125", "24 clonazepam 0.5 mg tablet, 10 clonazepam 0.125 mg orally disintegrating tablet")]
    [InlineData("60 mL suspension 0.1", "60 clonazepam 0.1 mg/mL oral suspension (compounded)")]
    [InlineData("60mL of suspension 0.05 compounded", "60 clonazepam 0.05 mg/mL oral suspension (compounded) (told by you)")]
    public void What_is_on_hand_is_read_as_counts_of_products(string text, string read)
    {
        var have = HaveReader.Read(BenzodiazepineTable.Clonazepam, [], text, out _, out var error);
        Assert.True(have is not null, error?.InWords());
        Assert.Equal(read, string.Join(", ", have.Select(h => $"{SafeNumber.Write(h.Count)} {h.Product.Name}")));
    }

    [Fact]
    public void A_product_of_the_stock_is_the_one_meant_however_it_is_scored()
    {
        var stock = A.Stock(BenzodiazepineTable.Clonazepam, "tablet 0.5 unscored");
        Assert.Equal(
            stock[0],
            Assert.Single(HaveReader.Read(BenzodiazepineTable.Clonazepam, stock, "24 x tablet 0.5", out _, out _)!).Product
        );
        Assert.Equal(
            Scoring.Halves,
            Assert.Single(HaveReader.Read(BenzodiazepineTable.Clonazepam, [], "24 x tablet 0.5", out _, out _)!).Product.Scoring
        );
    }

    [Fact]
    public void A_product_by_hand_can_be_on_hand()
    {
        var told = ToldProduct.Read(BenzodiazepineTable.Clonazepam, "tablet 0.3 scored", "pharmacy", out _, out _)!;
        Assert.Equal(
            told,
            Assert.Single(HaveReader.Read(BenzodiazepineTable.Clonazepam, [told], "24 x tablet 0.3", out _, out _)!).Product
        );
        Assert.Null(HaveReader.Read(BenzodiazepineTable.Clonazepam, [], "24 x tablet 0.3", out _, out _));
    }
}
