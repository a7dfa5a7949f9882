using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>Reads what is on hand: "24 x tablet 0.5, 10 x odt 0.125", "24 tablets of 0.5 mg", "60 mL suspension 0.1".</summary>
public static partial class HaveReader
{
    /// <summary>Pieces or mL of one product; more is a slip of the pen.</summary>
    public const int MaxCount = 5_000;

    /// <param name="stock">What the plan may use. A product on hand that is in it is the one meant, however it is scored.</param>
    /// <param name="readings">To show back, such as <c>read 0,5 as 0.5</c>.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static IReadOnlyList<OnHand>? Read(
        Benzodiazepine drug,
        IReadOnlyCollection<Product> stock,
        string text,
        out IReadOnlyList<string> readings,
        out string? error
    )
    {
        if (DecimalCommas.WithPoints(text, out readings, out error) is not { } plain)
        {
            error = $"have: {error}";
            return null;
        }
        var all = new List<OnHand>();
        foreach (var part in plain.Split([',', ';', '\n'], StringSplitOptions.TrimEntries))
        {
            if (ReadOne(drug, stock, part, out error) is not { } have)
                return null;
            if (all.Any(h => h.Product == have.Product))
            {
                error = $"have: {have.Product.Name} stands twice; accepted: each product once";
                return null;
            }
            all.Add(have);
        }
        error = null;
        return all;
    }

    private static OnHand? ReadOne(Benzodiazepine drug, IReadOnlyCollection<Product> stock, string part, out string? error)
    {
        var match = Counted().Match(part);
        if (!match.Success || !SafeNumber.TryRead(match.Groups["count"].Value, out var count) || count is <= 0 or > MaxCount)
        {
            error =
                $"have: read \"{part}\"; accepted: a number above 0 up to {MaxCount} and a product, such as \"24 x tablet 0.5\" "
                + $"or \"60 mL suspension 0.1\"";
            return null;
        }
        if (ProductOf(drug, stock, match.Groups["product"].Value, out error) is not { } product)
            return null;
        var saysMl = match.Groups["ml"].Success;
        error =
            product.IsLiquid != saysMl
                ? $"have: read \"{part}\"; accepted: "
                    + $"{(product.IsLiquid ? $"mL of a liquid, such as \"{SafeNumber.Write(count)} mL {match.Groups["product"].Value}\"" : "mL only of a liquid")}"
            : !product.IsLiquid && count % 0.25m != 0
                ? $"have: read {SafeNumber.Write(count)} in \"{part}\"; accepted: whole pieces, halves and quarters"
            : null;
        return error is null ? new OnHand(product, count) : null;
    }

    private static Product? ProductOf(Benzodiazepine drug, IReadOnlyCollection<Product> stock, string text, out string? error)
    {
        if (
            ProductWords.Read(drug, text, out error) is { } words
            && stock.FirstOrDefault(p =>
                words.Forms.Contains(p.Form)
                && p.Strength == words.Strength
                && (words.Scoring is null || words.Scoring == p.Scoring)
                && (p.IsCompounded || !words.IsCompounded)
            )
                is { } known
        )
            return known;
        var product = error is null ? StockReader.ReadOne(drug, text, out error) : null;
        error = error?.Replace("stock: ", "have: ", StringComparison.Ordinal);
        return product;
    }

    [GeneratedRegex(
        @"^(?<count>[0-9.]+)\s*(?<ml>ml\b)?\s*(?:x\b|×|of\b)?\s*(?<product>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Counted();
}
