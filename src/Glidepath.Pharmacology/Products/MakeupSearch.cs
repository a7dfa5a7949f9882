using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>
/// Finds every makeable dose. Solids are combined product by product over (products, pieces, dose), keeping the fewest split pieces of each;
/// the one liquid, if any, then tops each of them up mark by mark.
/// </summary>
internal sealed class MakeupSearch
{
    // Doses are kept in whole nanograms while the common step is sought: fine enough for 0.01 mL of 0.1 mg/mL and for quarters of any tablet.
    private const decimal NanogramsPerMg = 1_000_000m;

    private readonly Stock _stock;
    private readonly StockLimits _limits;
    private readonly List<int> _solids;
    private readonly int _liquid;
    private readonly long _unit;

    // Solids alone lie on a much coarser grid than with a liquid: so many units of it are one step.
    private readonly int _solidStep;
    private readonly int _most;

    public MakeupSearch(Stock stock, StockLimits limits, Dose most)
    {
        _stock = stock;
        _limits = limits;
        _solids = WithoutRepeats(stock);
        _liquid = Enumerable.Range(0, stock.Count).Where(i => stock[i].IsLiquid).DefaultIfEmpty(-1).First();
        var solidUnit = 0L;
        foreach (var i in _solids)
            solidUnit = Gcd(solidUnit, Nanograms(stock[i].Strength) / Divisor(stock[i]));
        _unit = Math.Max(1, _liquid >= 0 ? Gcd(solidUnit, LiquidNanograms) : solidUnit);
        _solidStep = (int)(Math.Max(solidUnit, _unit) / _unit);
        _most = (int)(Nanograms(most.Milligrams) / _unit);
    }

    public decimal UnitMg => (_unit / NanogramsPerMg).WithoutTrailingZeros();

    private long LiquidNanograms => Nanograms(_stock[_liquid].Strength * _limits.Syringe.MarkMl);

    private decimal MaxVolumeMl => _limits.MaxVolumeMl ?? (_solids.Count > 0 ? 10 : 60);

    public Found[] Run()
    {
        var best = new Found[_most + 1];
        foreach (var (units, state) in CombineSolids())
        {
            Offer(best, units, state, marks: 0, draws: 0);
            if (_liquid >= 0 && state.Products < _limits.MaxProducts)
                TopUp(best, units, state);
        }
        best[0] = default;
        return best;
    }

    private void TopUp(Found[] best, int units, Solid state)
    {
        var step = (int)(LiquidNanograms / _unit);
        var syringe = _limits.Syringe;
        var lastMark = (int)(MaxVolumeMl / syringe.MarkMl);
        var marksPerDraw = (int)(syringe.CapacityMl / syringe.MarkMl);
        for (var marks = 1; marks <= lastMark && units + marks * step <= _most; marks++)
        {
            var draws = (marks + marksPerDraw - 1) / marksPerDraw;
            if (state.Pieces + draws > _limits.MaxPieces)
                return;
            Offer(best, units + marks * step, state, marks, draws);
        }
    }

    private void Offer(Found[] best, int units, Solid state, int marks, int draws)
    {
        var products = state.Products + (marks > 0 ? 1 : 0);
        var found = new Found(state.Node, marks, state.Splits, products, state.Pieces + draws, Bits(state.Node) | (marks > 0 ? 1 << _liquid : 0));
        if (units > 0 && (!best[units].IsMade || found.IsSimplerThan(best[units])))
            best[units] = found;
    }

    /// <summary>Every solid dose with the makeups that no other beats in splits, products and pieces together; the empty dose first.</summary>
    private IEnumerable<(int Units, Solid State)> CombineSolids()
    {
        var width = _most / _solidStep + 1;
        var height = _limits.MaxPieces + 1;
        var states = new Solid?[(_limits.MaxProducts + 1) * height * width];
        states[0] = new Solid(null, 0, 0, 0);
        foreach (var product in _solids)
            for (var products = _limits.MaxProducts - 1; products >= 0; products--)
                for (var pieces = 0; pieces < height; pieces++)
                    for (var units = 0; units < width; units++)
                        if (states[(products * height + pieces) * width + units] is { } from)
                            Extend(states, from, product, units, width, height);

        // Largest solid part first, so that among equals the least liquid wins. A makeup is kept unless another has no more products, pieces and splits.
        var fewest = new int[height];
        for (var units = width - 1; units >= 0; units--)
        {
            Array.Fill(fewest, int.MaxValue);
            for (var products = 0; products <= _limits.MaxProducts; products++)
                for (var pieces = 0; pieces < height; pieces++)
                    if (states[(products * height + pieces) * width + units] is { } state && state.Splits < fewest[pieces])
                    {
                        for (var more = pieces; more < height && fewest[more] > state.Splits; more++)
                            fewest[more] = state.Splits;
                        yield return (units * _solidStep, state);
                    }
        }
    }

    private void Extend(Solid?[] states, Solid from, int product, int units, int width, int height)
    {
        var divisor = Divisor(_stock[product]);
        var part = (int)(Nanograms(_stock[product].Strength) / divisor / _unit) / _solidStep;
        for (var parts = 1; units + parts * part < width; parts++)
        {
            var quarters = parts * (4 / divisor);
            var splits = (quarters % 4) switch { 0 => 0, 3 => 2, _ => 1 };
            var pieces = from.Pieces + quarters / 4 + splits;
            if (quarters / 4 + from.Pieces >= height)
                return;
            if (pieces >= height)
                continue;
            ref var slot = ref states[((from.Products + 1) * height + pieces) * width + units + parts * part];
            if (slot is null || from.Splits + splits < slot.Splits)
                slot = new Solid(new Node(product, quarters, from.Node), from.Products + 1, from.Splits + splits, pieces);
        }
    }

    private int Divisor(Product product) =>
        !_limits.AllowSplitting || product.Form is not ProductForm.Tablet ? 1 : product.Scoring switch
        {
            Scoring.Unscored => 1,
            Scoring.Halves => 2,
            Scoring.Quarters => 4,
        };

    /// <summary>Of several solids of one strength only the most divisible, and among those the first in stock order, can ever be the simplest.</summary>
    private List<int> WithoutRepeats(Stock stock) =>
        [.. Enumerable.Range(0, stock.Count).Where(i => !stock[i].IsLiquid)
            .GroupBy(i => stock[i].Strength)
            .Select(g => g.OrderByDescending(i => Divisor(stock[i])).ThenBy(i => i).First())
            .Order()];

    private static int Bits(Node? node)
    {
        var bits = 0;
        for (; node is not null; node = node.Before)
            bits |= 1 << node.Product;
        return bits;
    }

    private static long Nanograms(decimal mg) => (long)(mg * NanogramsPerMg);

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);

    /// <summary>One product in a makeup, in quarters of a piece, linked to the others.</summary>
    internal sealed record Node(int Product, int Quarters, Node? Before);

    private sealed record Solid(Node? Node, int Products, int Splits, int Pieces);

    /// <summary>The simplest makeup known for one dose.</summary>
    internal readonly record struct Found(Node? Solids, int Marks, int Splits, int Products, int Pieces, int ProductBits)
    {
        public bool IsMade => Pieces > 0;

        public bool IsSimplerThan(Found other) =>
            (Splits, Pieces > StockLimits.Handful, Products, Pieces, Marks).CompareTo((other.Splits, other.Pieces > StockLimits.Handful, other.Products, other.Pieces, other.Marks)) < 0;
    }
}
