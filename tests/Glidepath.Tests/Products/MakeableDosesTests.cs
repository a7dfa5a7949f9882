using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Products;

public class MakeableDosesTests
{
    [Fact]
    public void Every_way_to_combine_pieces_is_found_and_nothing_else() =>
        (
            from stock in Gens.Tablets(BenzodiazepineTable.Clonazepam)
            from pieces in Gen.Int[1, 5]
            from products in Gen.Int[1, 3]
            from splitting in Gen.Bool
            select (
                stock,
                limits: new StockLimits
                {
                    MaxPieces = pieces,
                    MaxProducts = products,
                    AllowSplitting = splitting,
                }
            )
        ).Sample(
            (stock, limits) =>
            {
                var most = new Dose(6);
                Assert.Equal(
                    ByHand(stock, limits).Where(d => d <= 6).Order(),
                    MakeableDoses.For(stock, limits, most).Doses.Select(d => d.Milligrams)
                );
            },
            iter: 300
        );

    /// <summary>Points: above 4 pieces 2 each, a further product 1, a split piece 1.</summary>
    [Fact]
    public void The_simplest_makeup_is_the_least_trouble_there_can_be() =>
        Gens.Tablets(BenzodiazepineTable.Clonazepam)
            .Sample(
                stock =>
                {
                    var least = Makeups(stock, StockLimits.Default).GroupBy(m => m.Mg).ToDictionary(g => g.Key, g => g.Min(m => m.Trouble));
                    var makeable = MakeableDoses.For(stock, StockLimits.Default, new Dose(6));
                    foreach (var dose in makeable.Doses)
                    {
                        var simplest = makeable.Find(dose)!;
                        Assert.Equal(
                            least[dose.Milligrams],
                            2 * Math.Max(0, simplest.Pieces - 4) + simplest.SplitPieces + simplest.Makeup.Count - 1
                        );
                    }
                },
                iter: 60
            );

    [Theory]
    [InlineData("tablet 0.5 scored", 0.25)]
    [InlineData("tablet 0.5 unscored", 0.5)]
    [InlineData("tablet 1", 1)]
    [InlineData("odt 0.125", 0.125)]
    [InlineData("odt 0.5", 0.5)]
    [InlineData("suspension 0.1 mg/mL", 0.005)]
    [InlineData("tablet 1 scored", 0.5)]
    public void Only_what_is_scored_is_split_and_a_liquid_goes_by_the_marks_of_the_syringe(string stock, double smallest) =>
        Assert.Equal((decimal)smallest, For(stock).Smallest.Milligrams);

    [Fact]
    public void A_tablet_scored_for_quarters_makes_quarters() =>
        Assert.Equal(
            [0.5m, 1m, 1.5m, 2m],
            MakeableDoses
                .For(A.Stock(BenzodiazepineTable.Alprazolam, "tablet 2"), StockLimits.Default, new Dose(2))
                .Doses.Select(d => d.Milligrams)
        );

    [Fact]
    public void Without_splitting_only_whole_pieces_are_used()
    {
        var makeable = MakeableDoses.For(
            A.Stock(BenzodiazepineTable.Clonazepam, "tablet 0.5, tablet 1"),
            new StockLimits { AllowSplitting = false },
            new Dose(2)
        );
        Assert.Equal([0.5m, 1m, 1.5m, 2m], makeable.Doses.Select(d => d.Milligrams));
    }

    [Theory]
    [InlineData("tablet 0.5, odt 0.125, odt 0.25", 0.875, "1.5 × 0.5 mg tablet, 1 × 0.125 mg orally disintegrating tablet")]
    [InlineData("tablet 0.5, tablet 1", 0.75, "1.5 × 0.5 mg tablet")]
    [InlineData("tablet 0.5, tablet 1, suspension 0.1 mg/mL", 0.25, "0.5 × 0.5 mg tablet")]
    [InlineData("tablet 0.5, tablet 1, suspension 0.1 mg/mL", 0.2, "2 × 0.1 mg/mL oral suspension (compounded)")]
    [InlineData("tablet 0.5, tablet 1, suspension 0.1 mg/mL", 1, "1 × 1 mg tablet")]
    public void The_simplest_makeup_is_what_a_pharmacist_would_choose(string stock, double mg, string makeup) =>
        Assert.Equal(
            makeup,
            string.Join(
                ", ",
                For(stock)
                    .Find(new Dose((decimal)mg))!
                    .Makeup.Select(m => $"{SafeNumber.Write(m.Count)} × {m.Product.StrengthText} {m.Product.FormText}")
            )
        );

    [Fact]
    public void The_nearest_makeable_doses_stand_on_both_sides()
    {
        Assert.Equal((new Dose(0.25m), new Dose(0.5m)), For("tablet 0.5").Nearest(new Dose(0.3m)));
        Assert.Equal((null, new Dose(0.25m)), For("tablet 0.5").Nearest(new Dose(0.1m)));
    }

    [Fact]
    public void Nothing_but_a_plain_tablet_is_split_whatever_is_printed_on_it()
    {
        var printed = A.Stock(BenzodiazepineTable.Clonazepam, "odt 0.5").Select(p => p with { Scoring = Scoring.Halves });
        Assert.Equal(0.5m, MakeableDoses.For(new Stock(printed), StockLimits.Default, new Dose(1)).Smallest.Milligrams);
    }

    [Fact]
    public void A_liquid_counts_as_a_product()
    {
        var stock = A.Stock(BenzodiazepineTable.Clonazepam, "tablet 1, suspension 0.1 mg/mL");
        var oneProduct = MakeableDoses.For(stock, new StockLimits { MaxProducts = 1 }, new Dose(2));
        Assert.True(oneProduct.Contains(new(0.5m)) && oneProduct.Contains(new(2)) && !oneProduct.Contains(new(1.5m)));
    }

    /// <summary>
    /// Beside tablets no more than 10 mL is measured; alone, up to 60 mL. Marks: 0.01 mL to 1 mL, then 0.1, 0.2 and 0.5 mL; nothing under
    /// 0.05 mL.
    /// </summary>
    [Theory]
    [InlineData("suspension 0.1 mg/mL, tablet 2", 0.5, true)]
    [InlineData("suspension 0.1 mg/mL, tablet 2", 1.1, false)]
    [InlineData("suspension 0.1 mg/mL", 0.6, true)]
    [InlineData("suspension 0.1 mg/mL", 0.083, true)]
    [InlineData("suspension 0.1 mg/mL", 0.113, false)]
    [InlineData("suspension 0.1 mg/mL", 0.33, false)]
    [InlineData("suspension 0.1 mg/mL", 0.34, true)]
    [InlineData("suspension 0.1 mg/mL", 0.004, false)]
    public void A_volume_is_planned_only_where_its_syringe_has_the_mark(string stock, double mg, bool made) =>
        Assert.Equal(made, For(stock).Contains(new Dose((decimal)mg)));

    [Fact]
    public void No_more_than_four_disintegrating_tablets_are_taken_at_one_time() =>
        Assert.Equal([0.125m, 0.25m, 0.375m, 0.5m], For("odt 0.125").Doses.Select(d => d.Milligrams));

    [Fact]
    public void Two_liquids_at_once_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            MakeableDoses.For(
                A.Stock(BenzodiazepineTable.Diazepam, "solution 1 mg/mL, concentrate 5 mg/mL"),
                StockLimits.Default,
                new Dose(5)
            )
        );

    private static MakeableDoses For(string stock) =>
        MakeableDoses.For(A.Stock(BenzodiazepineTable.Clonazepam, stock), StockLimits.Default, new Dose(4));

    private static SortedSet<decimal> ByHand(Stock stock, StockLimits limits) => [.. Makeups(stock, limits).Select(m => m.Mg)];

    /// <summary>Every combination of wholes and parts, spelled out piece by piece.</summary>
    private static IEnumerable<(decimal Mg, int Trouble)> Makeups(Stock stock, StockLimits limits)
    {
        IEnumerable<(decimal Mg, int Pieces, int Products, int Splits)> made = [(0, 0, 0, 0)];
        foreach (var product in stock)
        {
            decimal[] parts = !limits.AllowSplitting
                ? [0]
                : product.Scoring switch
                {
                    Scoring.Unscored => [0],
                    Scoring.Halves => [0, 0.5m],
                    Scoring.Quarters => [0, 0.25m, 0.5m, 0.75m],
                };
            made = made.SelectMany(m =>
                    from whole in Enumerable.Range(0, limits.MaxPieces + 1)
                    from part in parts
                    let broken = part switch
                    {
                        0 => 0,
                        0.75m => 2,
                        _ => 1,
                    }
                    let taken = whole + part > 0
                    select (
                        Mg: m.Mg + (whole + part) * product.Strength,
                        Pieces: m.Pieces + whole + broken,
                        Products: m.Products + (taken ? 1 : 0),
                        Splits: m.Splits + broken
                    )
                )
                .Where(m => m.Pieces <= limits.MaxPieces && m.Products <= limits.MaxProducts && m.Mg <= 6)
                .Distinct()
                .ToList();
        }
        return made.Where(m => m.Mg > 0).Select(m => (m.Mg, 2 * Math.Max(0, m.Pieces - 4) + m.Splits + m.Products - 1));
    }
}
