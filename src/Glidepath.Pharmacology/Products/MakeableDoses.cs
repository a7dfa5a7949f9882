using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>
/// The exact set of doses up to some amount that a stock can make at one time of day, each with its simplest makeup: fewest split pieces, then
/// no more than a handful of pieces, then fewest products, then fewest pieces, then least liquid. Doses are whole multiples of <see cref="UnitMg"/>, the largest step that divides them all.
/// </summary>
public sealed class MakeableDoses
{
    private readonly Stock _stock;
    private readonly MakeupSearch.Found[] _byUnits;
    private readonly decimal _markMl;

    private MakeableDoses(Stock stock, MakeupSearch.Found[] byUnits, decimal unitMg, decimal markMl)
    {
        _stock = stock;
        _byUnits = byUnits;
        _markMl = markMl;
        UnitMg = unitMg;
        Units = [.. Enumerable.Range(0, byUnits.Length).Where(i => byUnits[i].IsMade)];
    }

    /// <summary>The lattice step, in mg.</summary>
    public decimal UnitMg { get; }

    /// <summary>The makeable doses above zero as multiples of <see cref="UnitMg"/>, ascending.</summary>
    internal IReadOnlyList<int> Units { get; }

    public int Count => Units.Count;

    public bool IsEmpty => Units.Count == 0;

    /// <exception cref="InvalidOperationException">Nothing can be made.</exception>
    public Dose Smallest => IsEmpty ? throw new InvalidOperationException("The stock makes no dose.") : ToDose(Units[0]);

    public IEnumerable<Dose> Doses => Units.Select(ToDose);

    /// <param name="most">The largest dose of interest.</param>
    /// <exception cref="ArgumentException">The stock holds two liquids, or mixes release: see <see cref="Stock.WithOneConcentrationEach"/>.</exception>
    public static MakeableDoses For(Stock stock, StockLimits limits, Dose most)
    {
        if (stock.Count(p => p.IsLiquid) > 1)
            throw new ArgumentException("One concentration at a time.", nameof(stock));
        if (stock.MixesRelease)
            throw new ArgumentException("Extended-release and immediate-release products do not mix.", nameof(stock));
        var search = new MakeupSearch(stock, limits, most);
        return new MakeableDoses(stock, search.Run(), search.UnitMg, limits.Syringe.MarkMl);
    }

    public bool Contains(Dose dose) => Find(dose) is not null;

    /// <returns>Null when the dose is zero or cannot be made.</returns>
    public MakeableDose? Find(Dose dose)
    {
        var units = dose.Milligrams / UnitMg;
        return units == decimal.Floor(units) && units < _byUnits.Length && _byUnits[(int)units].IsMade ? At((int)units) : null;
    }

    /// <summary>The makeable doses next to one: the largest at or below it and the smallest above it.</summary>
    public (Dose? Below, Dose? Above) Nearest(Dose dose)
    {
        var below = Doses.LastOrDefault(d => d <= dose);
        var above = Doses.FirstOrDefault(d => d > dose);
        return (below.IsZero ? null : below, above.IsZero ? null : above);
    }

    internal Dose ToDose(int units) => new(units * UnitMg);

    internal int ToUnits(Dose dose) => (int)(dose.Milligrams / UnitMg);

    internal DoseBurden Burden(int units)
    {
        if (units == 0)
            return default;
        ref readonly var found = ref _byUnits[units];
        return new DoseBurden(found.Splits, found.Pieces > StockLimits.Handful ? 1 : 0, found.Pieces, found.ProductBits);
    }

    internal MakeableDose At(int units)
    {
        ref readonly var found = ref _byUnits[units];
        var makeup = new List<MakeupItem>();
        for (var node = found.Solids; node is not null; node = node.Before)
            makeup.Add(new MakeupItem(_stock[node.Product], node.Quarters / 4m));
        makeup.Sort((a, b) => Product.Compare(a.Product, b.Product));
        if (found.Marks > 0)
            makeup.Add(new MakeupItem(_stock.First(p => p.IsLiquid), (found.Marks * _markMl).WithoutTrailingZeros()));
        return new MakeableDose(ToDose(units), makeup, found.Splits, found.Pieces);
    }
}
