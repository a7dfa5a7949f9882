using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>One way to make a dose at one time of day: pieces, a liquid, or pieces and a liquid for the rest.</summary>
/// <param name="Bits">The products in it, by place in the stock.</param>
/// <param name="Trouble">By <see cref="HandWeights"/>, in halves of a point.</param>
/// <param name="CentiMl">The liquid, in hundredths of a mL.</param>
internal readonly record struct DoseOption(int Bits, int Trouble, PieceSet Pieces, int CentiMl)
{
    /// <summary>The order of simplicity: least trouble, fewest pieces, fewest products, least liquid; then a fixed order.</summary>
    public static int Compare(DoseOption left, DoseOption right) =>
        (left.Trouble, left.Pieces.Pieces, int.PopCount(left.Bits), left.CentiMl, left.Bits).CompareTo(
            (right.Trouble, right.Pieces.Pieces, int.PopCount(right.Bits), right.CentiMl, right.Bits)
        );
}

/// <summary>
/// The exact set of doses up to some amount that a stock can make at one time of day, each with the ways that no other beats. Doses are
/// whole multiples of <see cref="UnitMg"/>. At one time: pieces, or a liquid, or pieces and one liquid for the rest.
/// </summary>
public sealed class MakeableDoses
{
    private readonly Stock _stock;
    private readonly PieceSets _pieces;
    private readonly int _liquid;
    private readonly int _most;

    // Units in a hundredth of a mL; 0 without a liquid.
    private readonly int _centiUnits;
    private readonly int _mostCentiMl;
    private readonly IReadOnlyList<DoseOption>?[] _options;
    private readonly IReadOnlyList<DoseOption>?[] _pieceOptions;

    private MakeableDoses(Stock stock, StockLimits limits, Dose most)
    {
        _stock = stock;
        Limits = limits;
        _liquid = Enumerable.Range(0, stock.Count).Where(i => stock[i].IsLiquid).DefaultIfEmpty(-1).First();
        var unit = 0L;
        foreach (var i in PieceSets.MostDivisible(stock, limits))
            unit = Gcd(unit, PieceSets.Nanograms(stock[i].Strength) / PieceSets.Divisor(stock[i], limits));
        var centi = _liquid >= 0 ? PieceSets.Nanograms(stock[_liquid].Strength / 100) : 0;
        unit = Math.Max(1, Gcd(unit, centi));
        UnitMg = new Dose(unit / 1_000_000m).Milligrams;
        _centiUnits = (int)(centi / unit);
        _most = (int)(PieceSets.Nanograms(most.Milligrams) / unit);
        _pieces = new PieceSets(stock, limits, unit, _most);
        _mostCentiMl = (int)(100 * (_pieces.IsEmpty ? StockLimits.MostMlAlone : StockLimits.MostMlBesidePieces));
        (_options, _pieceOptions) = (new IReadOnlyList<DoseOption>?[_most + 1], new IReadOnlyList<DoseOption>?[_most + 1]);
    }

    /// <summary>The lattice step, in mg.</summary>
    public decimal UnitMg { get; }

    internal StockLimits Limits { get; }

    internal bool HasPieces => !_pieces.IsEmpty;

    internal bool HasLiquid => _liquid >= 0;

    /// <summary>All doses of pieces alone are multiples of this, in units.</summary>
    internal int PieceStep => _pieces.Step;

    /// <summary>Doses of pieces alone, ascending, in units.</summary>
    internal IEnumerable<int> PieceDoses => _pieces.Doses;

    internal int CentiUnits => _centiUnits;

    public bool IsEmpty => !Units.Any();

    /// <exception cref="InvalidOperationException">Nothing can be made.</exception>
    public Dose Smallest =>
        Units.Select(u => (int?)u).FirstOrDefault() is { } units
            ? ToDose(units)
            : throw new InvalidOperationException("The stock makes no dose.");

    /// <summary>Ascending.</summary>
    public IEnumerable<Dose> Doses => Units.Select(ToDose);

    private IEnumerable<int> Units => Enumerable.Range(1, _most).Where(u => Options(u).Count > 0);

    /// <param name="most">The largest dose of interest.</param>
    /// <exception cref="ArgumentException">The stock holds two liquids, or mixes release: see
    /// <see cref="Stock.WithOneConcentrationEach"/>.</exception>
    public static MakeableDoses For(Stock stock, StockLimits limits, Dose most)
    {
        if (stock.Count(p => p.IsLiquid) > 1)
            throw new ArgumentException("One concentration at a time.", nameof(stock));
        if (stock.MixesRelease)
            throw new ArgumentException("Extended-release and immediate-release products do not mix.", nameof(stock));
        return new MakeableDoses(stock, limits, most);
    }

    public bool Contains(Dose dose) => Find(dose) is not null;

    /// <summary>The simplest way.</summary>
    /// <returns>Null when the dose is zero or cannot be made.</returns>
    public MakeableDose? Find(Dose dose) =>
        UnitsOf(dose) is { } units and > 0 && units <= _most && Options(units) is { Count: > 0 } options ? Make(units, options[0]) : null;

    /// <summary>The makeable doses next to one: the largest at or below it and the smallest above it.</summary>
    public (Dose? Below, Dose? Above) Nearest(Dose dose)
    {
        Dose? below = null,
            above = null;
        var at = (int)Math.Min(_most, decimal.Floor(dose.Milligrams / UnitMg));
        for (var units = at; units > 0 && below is null; units--)
            below = Options(units).Count > 0 ? ToDose(units) : null;
        for (var units = at + 1; units <= _most && above is null; units++)
            above = Options(units).Count > 0 ? ToDose(units) : null;
        return (below, above);
    }

    /// <summary>The largest dose of pieces alone at or below one.</summary>
    internal Dose? NearestPieces(Dose dose) =>
        PieceDoses.TakeWhile(u => u * UnitMg <= dose.Milligrams).Select(u => (int?)u).LastOrDefault() is { } units ? ToDose(units) : null;

    internal Dose ToDose(int units) => new(units * UnitMg);

    /// <returns>Null when the dose is no whole number of units.</returns>
    internal int? UnitsOf(Dose dose) =>
        dose.Milligrams / UnitMg is var units && decimal.IsInteger(units) && units <= int.MaxValue ? (int)units : null;

    /// <summary>Simplest first; none has all products of another and no less trouble.</summary>
    internal IReadOnlyList<DoseOption> Options(int units) => units > _most ? [] : _options[units] ??= FindOptions(units);

    /// <summary>The same of pieces alone.</summary>
    internal IReadOnlyList<DoseOption> PieceOptions(int units) =>
        _pieceOptions[units] ??= [
            .. _pieces
                .At(units)
                .Select(set => new DoseOption(set.Bits, set.Trouble(0, int.PopCount(set.Bits)), set, 0))
                .Order(Comparer<DoseOption>.Create(DoseOption.Compare)),
        ];

    internal MakeableDose Make(int units, in DoseOption option)
    {
        var makeup = new List<MakeupItem>();
        for (var product = 0; product < _stock.Count; product++)
            if (option.Pieces.QuartersOf(product) is > 0 and var quarters)
                makeup.Add(new MakeupItem(_stock[product], quarters / 4m));
        var milliliters = option.CentiMl / 100m;
        if (option.CentiMl > 0)
            makeup.Add(new MakeupItem(_stock[_liquid], new Dose(milliliters).Milligrams));
        return new MakeableDose(
            ToDose(units),
            makeup,
            option.Pieces.Splits,
            option.Pieces.Pieces + (option.CentiMl > 0 ? OralSyringe.For(milliliters).Fillings(milliliters) : 0)
        );
    }

    private List<DoseOption> FindOptions(int units)
    {
        var found = new List<DoseOption>();
        found.AddRange(PieceOptions(units));
        if (HasLiquid)
        {
            AddLiquid(found, units, default);
            foreach (var dose in PiecesUnder(units))
            foreach (var set in _pieces.At(dose))
                if (int.PopCount(set.Bits) < Limits.MaxProducts)
                    AddLiquid(found, units - dose, set);
        }
        found.Sort(DoseOption.Compare);
        var kept = new List<DoseOption>();
        foreach (var option in found)
            if (!kept.Any(k => (k.Bits & ~option.Bits) == 0 && k.Trouble <= option.Trouble))
                kept.Add(option);
        return kept;
    }

    private IEnumerable<int> PiecesUnder(int units)
    {
        var least = units - _mostCentiMl * _centiUnits;
        for (var dose = Math.Max(PieceStep, (least + PieceStep - 1) / PieceStep * PieceStep); dose < units; dose += PieceStep)
            yield return dose;
    }

    private void AddLiquid(List<DoseOption> found, int units, in PieceSet set)
    {
        if (
            units % _centiUnits != 0
            || units / _centiUnits is var centi && centi > _mostCentiMl
            || !OralSyringe.Measures(units / _centiUnits / 100m)
        )
            return;
        var bits = set.Bits | 1 << _liquid;
        found.Add(new DoseOption(bits, set.Trouble(centi / 100m, int.PopCount(bits)), set, centi));
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
