using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>
/// Products that stand in no catalogue here, told by the user: a tablet of another country, another compounder's strength. Unverified, and
/// named so.
/// A compounded liquid told this way has no beyond-use date: nobody here knows it.
/// </summary>
public static class ToldProduct
{
    private const string Field = "product";

    /// <summary>A strength above so many times the largest marketed one is taken for a slip of the pen. Own rule.</summary>
    private const int MostTimesLargest = 2;

    /// <summary>Finer strengths than a microgram are a slip too.</summary>
    private const int MostDecimals = 3;

    /// <param name="text">Form, strength and, of a tablet, how it is scored: "tablet 0.3 scored".</param>
    /// <param name="source">Who told it, such as "pharmacy".</param>
    /// <param name="readings">To show back, such as <c>read 0,3 as 0.3</c>.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Product? Read(Benzodiazepine drug, string text, string source, out IReadOnlyList<Sentence> readings, out Sentence? error)
    {
        if (DecimalCommas.WithPoints(text.Trim(), out readings, out error) is not { } plain)
        {
            error = Misread.In(Field, error!);
            return null;
        }
        if (ProductWords.Read(drug, plain, Field, out error) is not { } words)
            return null;
        var form = words.IsCompounded ? ProductForm.CompoundedSuspension : words.Forms[0];
        error =
            words.IsCompounded && !words.Forms.Contains(ProductForm.CompoundedSuspension)
                ? Misread.Of(Field, Sentence.Of("product.compounded-in", ("form", words.Form), ("text", text.Trim())), "product.suspension")
            : words.Scoring is > Scoring.Unscored && form is not ProductForm.Tablet
                ? Misread.Of(Field, Sentence.Of("product.only-tablets-split", ("text", text.Trim())), "product.without-the-word")
            : StrengthError(drug, words.Strength, Field);
        return error is null ? Of(drug, form, words.Strength, words.Scoring ?? Scoring.Unscored, source) : null;
    }

    internal static Product Of(Benzodiazepine drug, ProductForm form, decimal strength, Scoring scoring, string source) =>
        new()
        {
            Drug = drug,
            Form = form,
            Strength = strength,
            Scoring = scoring,
            ToldByUser = true,
            Source = new Source("told", $"Told by the user: {source}", "not checked by this program"),
            Confidence = Confidence.Unverified,
        };

    /// <summary>What is wrong with a strength nobody here knows; null where it may be.</summary>
    internal static Sentence? StrengthError(Benzodiazepine drug, decimal strength, string field)
    {
        if (decimal.Round(strength, MostDecimals) != strength)
            return Misread.Of(
                field,
                Sentence.Of("product.strength", ("strength", strength)),
                Sentence.Of("product.decimals", ("most", MostDecimals))
            );
        decimal? largest = ProductTable.Of(drug).Select(p => (decimal?)p.Strength).Max();
        var most = largest * MostTimesLargest ?? Regimen.MaxMg;
        return strength <= most
            ? null
            : Misread.Of(
                field,
                largest is { } known
                    ? Sentence.Of("product.too-strong", ("strength", strength), ("drug", drug.Name), ("known", known))
                    : Sentence.Of("product.above-any-dose", ("strength", strength)),
                Sentence.Of("product.up-to", ("most", most))
            );
    }
}
