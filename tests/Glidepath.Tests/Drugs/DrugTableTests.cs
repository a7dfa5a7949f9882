using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Tests.Drugs;

public class DrugTableTests
{
    private static IEnumerable<Estimate> Figures(Benzodiazepine drug) =>
        [
            .. drug.HalfLife,
            .. drug.TimeToPeak,
            .. drug.Bioavailability,
            .. drug.VolumeOfDistribution,
            .. drug.Clearance,
            .. drug.Metabolites.Select(m => m.HalfLife).OfType<Estimate>(),
        ];

    [Fact]
    public void Every_figure_is_a_positive_range_with_a_unit_and_a_source() =>
        Assert.All(
            BenzodiazepineTable.All.SelectMany(Figures),
            f => Assert.True(f.Value.Low > 0 && f.Unit.Length > 0 && f.Source.Where.Length > 0)
        );

    [Fact]
    public void A_figure_that_nobody_read_is_marked_unverified_and_nothing_else_is() =>
        Assert.All(
            BenzodiazepineTable.All.SelectMany(Figures),
            f => Assert.Equal(f.Source == Sources.Memory, f.Confidence is Confidence.Unverified)
        );

    [Fact]
    public void Every_product_of_the_catalogue_has_a_source_and_the_unread_ones_are_unverified() =>
        Assert.All(ProductTable.All, p => Assert.Equal(p.Source == Sources.Memory, p.Confidence is Confidence.Unverified));

    [Fact]
    public void Names_and_brands_are_unique_and_found_in_any_case()
    {
        Assert.Distinct(BenzodiazepineTable.Names);
        Assert.Equal(BenzodiazepineTable.Clonazepam, BenzodiazepineTable.Find("KLONOPIN"));
        Assert.Null(BenzodiazepineTable.Find("aspirin"));
    }

    [Theory]
    [InlineData("diazepam", true)]
    [InlineData("chlordiazepoxide", true)]
    [InlineData("clorazepate", true)]
    [InlineData("flurazepam", true)]
    [InlineData("quazepam", true)]
    [InlineData("clobazam", true)]
    [InlineData("nordazepam", true)]
    [InlineData("clonazepam", false)]
    [InlineData("lorazepam", false)]
    [InlineData("alprazolam", false)]
    [InlineData("temazepam", false)]
    [InlineData("zolpidem", false)]
    public void A_drug_is_long_acting_by_itself_or_by_its_longest_metabolite(string drug, bool longActing) =>
        Assert.Equal(longActing, BenzodiazepineTable.Find(drug)!.IsLongActing);

    [Fact]
    public void Only_clorazepate_has_no_half_life_of_its_own()
    {
        Assert.Equal([BenzodiazepineTable.Clorazepate], BenzodiazepineTable.All.Where(d => d.HalfLifeHours is null));
        Assert.Equal("nordazepam", Assert.Single(BenzodiazepineTable.Clorazepate.Metabolites).Name);
    }

    [Fact]
    public void Chlordiazepoxide_and_temazepam_hold_what_their_labels_say()
    {
        Assert.Contains(BenzodiazepineTable.Chlordiazepoxide.HalfLife, h => h.Value == new Interval(24, 48));
        Assert.Contains(BenzodiazepineTable.Temazepam.HalfLife, h => h.Value == Interval.Of(14.7m));
        Assert.Empty(BenzodiazepineTable.Temazepam.Metabolites);
    }

    [Fact]
    public void Only_plain_tablets_are_ever_scored() =>
        Assert.All(ProductTable.All.Where(p => p.Form is not ProductForm.Tablet), p => Assert.Equal(Scoring.Unscored, p.Scoring));

    [Fact]
    public void The_default_stock_is_marketed_pieces_and_a_liquid_compounded_only_where_none_is_marketed()
    {
        Assert.Equal(
            [2m, 1m, 0.5m, 2m, 1m, 0.5m, 0.25m, 0.125m, 0.1m],
            ProductTable.DefaultStock(BenzodiazepineTable.Clonazepam).Select(p => p.Strength)
        );
        Assert.Contains(ProductTable.DefaultStock(BenzodiazepineTable.Alprazolam), p => p.IsCompounded);
        Assert.DoesNotContain(ProductTable.DefaultStock(BenzodiazepineTable.Diazepam), p => p.IsCompounded || p.IsExtendedRelease);
    }

    [Fact]
    public void Every_name_carries_its_strength_once() =>
        Assert.All(ProductTable.All, p => Assert.Single(System.Text.RegularExpressions.Regex.Matches(p.Name, @"\d+(\.\d+)? mg(/mL)?")));
}
