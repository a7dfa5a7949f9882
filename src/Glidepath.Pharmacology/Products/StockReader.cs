using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>Reads a stock such as "tablet 0.5 scored, odt 0.125, suspension 0.1 mg/mL" against the catalogue of one drug.</summary>
public static class StockReader
{
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Stock? Read(Benzodiazepine drug, string text, out string? error) => Read(drug, text, out _, out error);

    /// <param name="readings">To show back, such as <c>read 0,5 as 0.5</c>.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Stock? Read(Benzodiazepine drug, string text, out IReadOnlyList<string> readings, out string? error)
    {
        if (DecimalCommas.WithPoints(text, out readings, out error) is not { } plain)
        {
            error = $"stock: {error}";
            return null;
        }
        var products = new List<Product>();
        foreach (var part in plain.Split(',', StringSplitOptions.TrimEntries))
        {
            if (ReadOne(drug, part, out error) is not { } product)
                return null;
            products.Add(product);
        }
        var stock = new Stock(products);
        error = stock.MixesRelease
            ? "stock: extended-release and immediate-release products do not mix in one plan; accepted: one kind"
            : null;
        return error is null ? stock : null;
    }

    /// <summary>One product of the catalogue, or the suspension of another compounder: "suspension 0.05 compounded".</summary>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    internal static Product? ReadOne(Benzodiazepine drug, string part, out string? error)
    {
        if (ProductWords.Read(drug, part, out error) is not { } words)
            return null;
        var ofForm = ProductTable.Of(drug).Where(p => words.Forms.Contains(p.Form)).ToList();
        if (ofForm.FirstOrDefault(p => p.Strength == words.Strength && (!words.IsCompounded || p.IsCompounded)) is not { } product)
        {
            var isOther = words.IsCompounded && words.Forms.Contains(ProductForm.CompoundedSuspension) && words.Scoring is null;
            error = isOther ? ToldProduct.StrengthError(drug, words.Strength) : NotInCatalogue(drug, words, ofForm);
            return error is null
                ? ToldProduct.Of(drug, ProductForm.CompoundedSuspension, words.Strength, Scoring.Unscored, "the pharmacy that makes it")
                : null;
        }
        error = ScoringError(product, words.Scoring);
        return error is null ? product with { Scoring = words.Scoring ?? product.Scoring } : null;
    }

    private static string NotInCatalogue(Benzodiazepine drug, ProductWords words, List<Product> ofForm)
    {
        var accepted = ofForm.Count > 0 ? ofForm : [.. ProductTable.Of(drug)];
        var also = words.Forms.Contains(ProductForm.CompoundedSuspension)
            ? $"; or \"suspension {SafeNumber.Write(words.Strength)} compounded\" where a pharmacy makes it"
            : "";
        return $"stock: {drug.Name} has no {SafeNumber.Write(words.Strength)} {words.Form} in the catalog; accepted: "
            + $"{(accepted.Count > 0 ? new Stock(accepted).ToString() : "none, it is not marketed in the United States")}{also}";
    }

    /// <summary>A stock may call a tablet less divisible than the catalogue, and more only where makers differ.</summary>
    private static string? ScoringError(Product product, Scoring? scoring) =>
        scoring is null || scoring <= product.Scoring || (product.ScoringDependsOnMaker && scoring is Scoring.Halves)
            ? null
            : $"stock: the {product.Name} is "
                + $"{(product.Form is ProductForm.Tablet ? $"scored for {product.Scoring.ToString().ToLowerInvariant()} at most by its label" : "never split")}; "
                + $"accepted: the same without that word";
}
