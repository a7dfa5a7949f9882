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
    /// <summary>A strength above so many times the largest marketed one is taken for a slip of the pen. Own rule.</summary>
    private const int MostTimesLargest = 2;

    /// <summary>Finer strengths than a microgram are a slip too.</summary>
    private const int MostDecimals = 3;

    /// <param name="text">Form, strength and, of a tablet, how it is scored: "tablet 0.3 scored".</param>
    /// <param name="source">Who told it, such as "pharmacy".</param>
    /// <param name="readings">To show back, such as <c>read 0,3 as 0.3</c>.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Product? Read(Benzodiazepine drug, string text, string source, out IReadOnlyList<string> readings, out string? error)
    {
        if (DecimalCommas.WithPoints(text.Trim(), out readings, out error) is not { } plain)
        {
            error = $"product: {error}";
            return null;
        }
        if (ProductWords.Read(drug, plain, out error) is not { } words)
        {
            error = error!.Replace("stock: ", "product: ", StringComparison.Ordinal);
            return null;
        }
        var form = words.IsCompounded ? ProductForm.CompoundedSuspension : words.Forms[0];
        error =
            words.IsCompounded && !words.Forms.Contains(ProductForm.CompoundedSuspension)
                ? $"product: read a compounded {words.Form} in \"{text.Trim()}\"; accepted: suspension"
            : words.Scoring is > Scoring.Unscored && form is not ProductForm.Tablet
                ? $"product: read \"{text.Trim()}\", but only a plain tablet is split; accepted: the same without that word"
            : StrengthError(drug, words.Strength)?.Replace("stock: ", "product: ", StringComparison.Ordinal);
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
    internal static string? StrengthError(Benzodiazepine drug, decimal strength)
    {
        if (decimal.Round(strength, MostDecimals) != strength)
            return $"stock: read the strength {SafeNumber.Write(strength)}; accepted: up to {MostDecimals} decimals";
        decimal? largest = ProductTable.Of(drug).Select(p => (decimal?)p.Strength).Max();
        var most = largest * MostTimesLargest ?? Regimen.MaxMg;
        return strength <= most
            ? null
            : $"stock: check the strength {SafeNumber.Write(strength)}: "
                + $"{(largest is { } known ? $"the strongest {drug.Name} sold in the United States has {SafeNumber.Write(known)} mg" : "it is more than any dose")}; "
                + $"accepted: above 0 and up to {SafeNumber.Write(most)}";
    }
}
