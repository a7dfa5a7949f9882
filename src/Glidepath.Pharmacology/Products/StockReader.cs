using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>Reads a stock such as "tablet 0.5 scored, odt 0.125, suspension 0.1 mg/mL" against the catalogue of one drug.</summary>
public static class StockReader
{
    private const string Field = "stock";

    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Stock? Read(Benzodiazepine drug, string text, out Sentence? error) => Read(drug, text, out _, out error);

    /// <param name="readings">To show back, such as <c>read 0,5 as 0.5</c>.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Stock? Read(Benzodiazepine drug, string text, out IReadOnlyList<Sentence> readings, out Sentence? error)
    {
        if (DecimalCommas.WithPoints(text, out readings, out error) is not { } plain)
        {
            error = Misread.In(Field, error!);
            return null;
        }
        var products = new List<Product>();
        foreach (var part in plain.Split(',', StringSplitOptions.TrimEntries))
        {
            if (ReadOne(drug, part, Field, out error) is not { } product)
                return null;
            products.Add(product);
        }
        var stock = new Stock(products);
        error = stock.MixesRelease ? Misread.Of(Field, "product.mixed", "product.one-kind") : null;
        return error is null ? stock : null;
    }

    /// <summary>One product of the catalogue, or the suspension of another compounder: "suspension 0.05 compounded".</summary>
    /// <param name="field">For whom it is read.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    internal static Product? ReadOne(Benzodiazepine drug, string part, string field, out Sentence? error)
    {
        if (ProductWords.Read(drug, part, field, out error) is not { } words)
            return null;
        var ofForm = ProductTable.Of(drug).Where(p => words.Forms.Contains(p.Form)).ToList();
        if (ofForm.FirstOrDefault(p => p.Strength == words.Strength && (!words.IsCompounded || p.IsCompounded)) is not { } product)
        {
            var isOther = words.IsCompounded && words.Forms.Contains(ProductForm.CompoundedSuspension) && words.Scoring is null;
            error = isOther ? ToldProduct.StrengthError(drug, words.Strength, field) : NotInCatalogue(drug, words, ofForm, field);
            return error is null
                ? ToldProduct.Of(drug, ProductForm.CompoundedSuspension, words.Strength, Scoring.Unscored, "the pharmacy that makes it")
                : null;
        }
        error = ScoringError(product, words.Scoring, field);
        return error is null ? product with { Scoring = words.Scoring ?? product.Scoring } : null;
    }

    private static Sentence NotInCatalogue(Benzodiazepine drug, ProductWords words, List<Product> ofForm, string field)
    {
        var accepted = ofForm.Count > 0 ? ofForm : [.. ProductTable.Of(drug)];
        var also = words.Forms.Contains(ProductForm.CompoundedSuspension)
            ? Sentence.Of("product.or-compounded", ("strength", words.Strength))
            : null;
        return Misread.Of(
            field,
            Sentence.Of("product.not-in-catalog", ("drug", drug.Name), ("strength", words.Strength), ("form", words.Form)),
            accepted.Count > 0
                ? Sentence.Of("product.any-of", ("stock", new Stock(accepted)), ("also", also))
                : Sentence.Of("product.none", ("also", also))
        );
    }

    /// <summary>A stock may call a tablet less divisible than the catalogue, and more only where makers differ.</summary>
    private static Sentence? ScoringError(Product product, Scoring? scoring, string field) =>
        scoring is null || scoring <= product.Scoring || (product.ScoringDependsOnMaker && scoring is Scoring.Halves)
            ? null
            : Misread.Of(
                field,
                product.Form is not ProductForm.Tablet
                    ? Sentence.Of("product.never-split", ("product", product.Name))
                    : product.Scoring switch
                    {
                        Scoring.Unscored => Sentence.Of("product.unscored", ("product", product.Name)),
                        Scoring.Halves => Sentence.Of("product.halves", ("product", product.Name)),
                        Scoring.Quarters => Sentence.Of("product.quarters", ("product", product.Name)),
                    },
                "product.without-the-word"
            );
}
