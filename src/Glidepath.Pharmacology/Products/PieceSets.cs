namespace Glidepath.Pharmacology.Products;

/// <summary>One handful of pieces.</summary>
/// <param name="Quarters">By place in the stock, in quarters of a piece, six bits each.</param>
/// <param name="Bits">The products in it, by place in the stock.</param>
internal readonly record struct PieceSet(long Quarters, int Bits, int Pieces, int Splits, int Disintegrating)
{
    public const int BitsEach = 6;

    public int QuartersOf(int product) => (int)(Quarters >> product * BitsEach & 63);

    public int Trouble(decimal milliliters, int products) => HandWeights.Of(Pieces, Splits, Disintegrating, products, milliliters);

    /// <summary>Whether this serves wherever the other does: no product that the other has not, and no more trouble.</summary>
    public bool Beats(in PieceSet other) =>
        (Bits & ~other.Bits) == 0 && Weight <= other.Weight && (Weight < other.Weight || Bits != other.Bits || Pieces <= other.Pieces);

    private int Weight => Trouble(0, int.PopCount(Bits));
}

/// <summary>Every dose that pieces alone make at one time of day, each with the handfuls that no other beats.</summary>
internal sealed class PieceSets
{
    private readonly Stock _stock;
    private readonly StockLimits _limits;
    private readonly long _unitNg;
    private readonly int _most;
    private readonly List<PieceSet>?[] _bySteps;
    private readonly List<(int Place, int Divisor, int PartUnits)> _solids = [];

    /// <param name="unitNg">The unit of the doses, in nanograms.</param>
    /// <param name="most">Largest dose of interest, in units.</param>
    public PieceSets(Stock stock, StockLimits limits, long unitNg, int most)
    {
        (_stock, _limits, _unitNg, _most) = (stock, limits, unitNg, most);
        foreach (var place in MostDivisible(stock, limits))
            _solids.Add(
                (place, Divisor(stock[place], limits), (int)(Nanograms(stock[place].Strength) / Divisor(stock[place], limits) / unitNg))
            );
        Step = Math.Max(1, _solids.Aggregate(0, (gcd, s) => Gcd(gcd, s.PartUnits)));
        _bySteps = new List<PieceSet>?[most / Step + 1];
        Combine(0, 0, default, 0);
    }

    /// <summary>All piece doses are multiples of this, in units.</summary>
    public int Step { get; }

    public bool IsEmpty => _solids.Count == 0;

    public IReadOnlyList<PieceSet> At(int units) => units % Step == 0 && units / Step < _bySteps.Length ? _bySteps[units / Step] ?? [] : [];

    /// <summary>Doses above zero, ascending, in units.</summary>
    public IEnumerable<int> Doses =>
        Enumerable.Range(1, Math.Max(0, _bySteps.Length - 1)).Where(i => _bySteps[i] is not null).Select(i => i * Step);

    internal static long Nanograms(decimal mg) => (long)(mg * 1_000_000m);

    internal static int Divisor(Product product, StockLimits limits) =>
        !limits.AllowSplitting || product.Form is not ProductForm.Tablet
            ? 1
            : product.Scoring switch
            {
                Scoring.Unscored => 1,
                Scoring.Halves => 2,
                Scoring.Quarters => 4,
            };

    /// <summary>
    /// Of several solids of one strength only the most divisible, and among those the first in stock order, can be the simplest.
    /// </summary>
    internal static IEnumerable<int> MostDivisible(Stock stock, StockLimits limits) =>
        Enumerable
            .Range(0, stock.Count)
            .Where(i => !stock[i].IsLiquid)
            .GroupBy(i => stock[i].Strength)
            .Select(g => g.OrderByDescending(i => Divisor(stock[i], limits)).ThenBy(i => i).First())
            .Order();

    private void Combine(int from, int units, PieceSet set, int products)
    {
        if (units > 0)
            Keep(units, set);
        if (products == _limits.MaxProducts)
            return;
        for (var i = from; i < _solids.Count; i++)
        {
            var (place, divisor, part) = _solids[i];
            var isDisintegrating = _stock[place].Form is ProductForm.OrallyDisintegratingTablet;
            for (var parts = 1; ; parts++)
            {
                var quarters = parts * (4 / divisor);
                var (whole, splits) = (
                    quarters / 4,
                    (quarters % 4) switch
                    {
                        0 => 0,
                        3 => 2,
                        _ => 1,
                    }
                );
                if (set.Pieces + whole > _limits.MaxPieces || units + parts * part > _most)
                    break;
                var pieces = set.Pieces + whole + splits;
                var disintegrating = set.Disintegrating + (isDisintegrating ? whole : 0);
                if (pieces > _limits.MaxPieces)
                    continue;
                if (disintegrating > _limits.MaxDisintegrating)
                    break;
                Combine(
                    i + 1,
                    units + parts * part,
                    new PieceSet(
                        set.Quarters | (long)quarters << place * PieceSet.BitsEach,
                        set.Bits | 1 << place,
                        pieces,
                        set.Splits + splits,
                        disintegrating
                    ),
                    products + 1
                );
            }
        }
    }

    private void Keep(int units, in PieceSet set)
    {
        ref var kept = ref _bySteps[units / Step];
        kept ??= [];
        for (var i = 0; i < kept.Count; i++)
            if (kept[i].Beats(set))
                return;
        for (var i = kept.Count - 1; i >= 0; i--)
            if (set.Beats(kept[i]))
                kept.RemoveAt(i);
        kept.Add(set);
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
