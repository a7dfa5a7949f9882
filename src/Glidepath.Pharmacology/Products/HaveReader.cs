using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>Reads what is on hand: "24 x tablet 0.5, 10 x odt 0.125", "24 tablets of 0.5 mg", "60 mL suspension 0.1".</summary>
public static partial class HaveReader
{
    private const string Field = "have";

    /// <summary>Pieces or mL of one product; more is a slip of the pen.</summary>
    public const int MaxCount = 5_000;

    /// <param name="stock">What the plan may use. A product on hand that is in it is the one meant, however it is scored.</param>
    /// <param name="readings">To show back, such as <c>read 0,5 as 0.5</c>.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static IReadOnlyList<OnHand>? Read(
        Benzodiazepine drug,
        IReadOnlyCollection<Product> stock,
        string text,
        out IReadOnlyList<Sentence> readings,
        out Sentence? error
    )
    {
        if (DecimalCommas.WithPoints(text, out readings, out error) is not { } plain)
        {
            error = Misread.In(Field, error!);
            return null;
        }
        var all = new List<OnHand>();
        foreach (var part in plain.Split([',', ';', '\n'], StringSplitOptions.TrimEntries))
        {
            if (ReadOne(drug, stock, part, out error) is not { } have)
                return null;
            if (all.Any(h => h.Product == have.Product))
            {
                error = Misread.Of(Field, Sentence.Of("have.twice", ("product", have.Product.Name)), "have.once");
                return null;
            }
            all.Add(have);
        }
        error = null;
        return all;
    }

    private static OnHand? ReadOne(Benzodiazepine drug, IReadOnlyCollection<Product> stock, string part, out Sentence? error)
    {
        var match = Counted().Match(part);
        if (!match.Success || !SafeNumber.TryRead(match.Groups["count"].Value, out var count) || count is <= 0 or > MaxCount)
        {
            error = Misread.Of(Field, Sentence.Of("misread.text", ("text", part)), Sentence.Of("have.accepted", ("most", MaxCount)));
            return null;
        }
        if (ProductOf(drug, stock, match.Groups["product"].Value, out error) is not { } product)
            return null;
        var saysMl = match.Groups["ml"].Success;
        error =
            product.IsLiquid != saysMl
                ? Misread.Of(
                    Field,
                    Sentence.Of("misread.text", ("text", part)),
                    product.IsLiquid
                        ? Sentence.Of("have.liquid", ("count", count), ("product", match.Groups["product"].Value))
                        : "have.only-liquid"
                )
            : !product.IsLiquid && count % 0.25m != 0
                ? Misread.Of(Field, Sentence.Of("have.count-in", ("count", count), ("text", part)), "have.quarters")
            : null;
        return error is null ? new OnHand(product, count) : null;
    }

    private static Product? ProductOf(Benzodiazepine drug, IReadOnlyCollection<Product> stock, string text, out Sentence? error)
    {
        if (
            ProductWords.Read(drug, text, Field, out error) is { } words
            && stock.FirstOrDefault(p =>
                words.Forms.Contains(p.Form)
                && p.Strength == words.Strength
                && (words.Scoring is null || words.Scoring == p.Scoring)
                && (p.IsCompounded || !words.IsCompounded)
            )
                is { } known
        )
            return known;
        return error is null ? StockReader.ReadOne(drug, text, Field, out error) : null;
    }

    [GeneratedRegex(
        @"^(?<count>[0-9.]+)\s*(?<ml>ml\b)?\s*(?:x\b|×|of\b)?\s*(?<product>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Counted();
}
