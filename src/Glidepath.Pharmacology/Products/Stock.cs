using System.Collections;

namespace Glidepath.Pharmacology.Products;

/// <summary>
/// The products a plan may use. Order and repetition carry no meaning: two stocks with the same products are the same stock.
/// </summary>
public sealed class Stock : IReadOnlyList<Product>, IEquatable<Stock>
{
    private readonly Product[] _products;

    public Stock(IEnumerable<Product> products)
    {
        _products = [.. products.Distinct()];
        Array.Sort(_products, Product.Compare);
    }

    public int Count => _products.Length;

    public Product this[int index] => _products[index];

    public bool HasCompounded => _products.Any(p => p.IsCompounded);

    /// <summary>
    /// Extended-release pieces work through the day in another way: mixed with plain ones a dose is no longer one number.
    /// </summary>
    public bool MixesRelease => _products.Any(p => p.IsExtendedRelease) && _products.Any(p => !p.IsExtendedRelease);

    /// <summary>
    /// The same stock cut down to one concentration a plan, since two strengths of one liquid in a home are a ten-fold error waiting.
    /// One stock where there is at most one liquid; otherwise one for each, weakest first.
    /// </summary>
    public IReadOnlyList<Stock> WithOneConcentrationEach()
    {
        var liquids = _products.Where(p => p.IsLiquid).ToList();
        if (liquids.Count <= 1)
            return [this];
        var solids = _products.Where(p => !p.IsLiquid).ToList();
        return [.. liquids.OrderBy(l => l.Strength).ThenBy(l => l.IsCompounded).Select(l => new Stock([.. solids, l]))];
    }

    public IEnumerator<Product> GetEnumerator() => ((IEnumerable<Product>)_products).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Stock? other) => other is not null && _products.AsSpan().SequenceEqual(other._products);

    public override bool Equals(object? obj) => Equals(obj as Stock);

    public override int GetHashCode() => _products.Aggregate(17, (hash, p) => HashCode.Combine(hash, p));

    public override string ToString() => string.Join(", ", _products.Select(p => $"{p.StrengthText} {p.FormText}"));
}
