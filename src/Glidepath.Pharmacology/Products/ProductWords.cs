using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>The words of one product, "tablet 0.5 scored", before it is known whether there is such a product.</summary>
/// <param name="Form">As it is written in errors.</param>
/// <param name="Forms">What the word may stand for.</param>
/// <param name="Strength">In mg per piece, or mg per mL; above 0.</param>
/// <param name="Scoring">Null where nothing was said of it.</param>
internal sealed record ProductWords(string Form, IReadOnlyList<ProductForm> Forms, decimal Strength, Scoring? Scoring, bool IsCompounded)
{
    private static readonly Dictionary<string, ProductForm[]> FormWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tablet"] = [ProductForm.Tablet],
        ["odt"] = [ProductForm.OrallyDisintegratingTablet],
        ["orally disintegrating tablet"] = [ProductForm.OrallyDisintegratingTablet],
        ["capsule"] = [ProductForm.Capsule],
        ["sublingual tablet"] = [ProductForm.SublingualTablet],
        ["er tablet"] = [ProductForm.ExtendedReleaseTablet],
        ["extended-release tablet"] = [ProductForm.ExtendedReleaseTablet],
        ["er capsule"] = [ProductForm.ExtendedReleaseCapsule],
        ["extended-release capsule"] = [ProductForm.ExtendedReleaseCapsule],
        ["solution"] = [ProductForm.OralSolution],
        ["oral solution"] = [ProductForm.OralSolution],
        ["suspension"] = [ProductForm.OralSuspension, ProductForm.CompoundedSuspension],
        ["oral suspension"] = [ProductForm.OralSuspension, ProductForm.CompoundedSuspension],
        ["concentrate"] = [ProductForm.OralConcentrate],
        ["oral concentrate"] = [ProductForm.OralConcentrate],
    };

    private static readonly Dictionary<string, string> OtherWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tablets"] = "tablet",
        ["tab"] = "tablet",
        ["tabs"] = "tablet",
        ["capsules"] = "capsule",
        ["cap"] = "capsule",
        ["caps"] = "capsule",
        ["xr"] = "er",
        ["sl"] = "sublingual",
        ["mg"] = "",
        ["of"] = "",
        ["mg/ml"] = "",
    };

    /// <param name="field">For whom it is read, such as <c>stock</c>.</param>
    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static ProductWords? Read(Benzodiazepine drug, string part, string field, out Sentence? error)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !w.Equals(drug.Name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var numbers = words.Where(w => char.IsAsciiDigit(w[0])).ToList();
        if (numbers.Count != 1 || !SafeNumber.TryRead(WithoutUnit(numbers[0]), out var strength) || strength <= 0)
        {
            error = Misread.Of(field, Sentence.Of("misread.text", ("text", part)), "product.form-and-strength");
            return null;
        }
        words.Remove(numbers[0]);
        var scoring = TakeScoring(words);
        var isCompounded = words.RemoveAll(w => w.Trim('(', ')').Equals("compounded", StringComparison.OrdinalIgnoreCase)) > 0;
        var form = string.Join(' ', words.Select(w => OtherWords.GetValueOrDefault(w, w)).Where(w => w.Length > 0));
        error = !FormWords.TryGetValue(form, out var forms)
            ? Misread.Of(field, Sentence.Of("product.form-in", ("form", form), ("text", part)), "product.forms")
            : null;
        return error is null ? new ProductWords(form, forms!, strength, scoring, isCompounded) : null;
    }

    private static Scoring? TakeScoring(List<string> words)
    {
        bool Take(string word) => words.RemoveAll(w => w.Equals(word, StringComparison.OrdinalIgnoreCase)) > 0;
        var (unscored, quarters, scored) = (Take("unscored"), Take("quarters") | Take("quarter-scored"), Take("scored"));
        return unscored ? Products.Scoring.Unscored
            : quarters ? Products.Scoring.Quarters
            : scored ? Products.Scoring.Halves
            : null;
    }

    private static string WithoutUnit(string number) =>
        number.EndsWith("mg/ml", StringComparison.OrdinalIgnoreCase) ? number[..^5]
        : number.EndsWith("mg", StringComparison.OrdinalIgnoreCase) ? number[..^2]
        : number;
}
