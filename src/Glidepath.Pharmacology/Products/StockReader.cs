using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>Reads a stock such as "tablet 0.5 scored, odt 0.125, suspension 0.1 mg/mL" against the catalogue of one drug.</summary>
public static class StockReader
{
    private static readonly Dictionary<string, ProductForm[]> Forms = new(StringComparer.OrdinalIgnoreCase)
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

    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tablets"] = "tablet",
        ["tab"] = "tablet",
        ["tabs"] = "tablet",
        ["capsules"] = "capsule",
        ["cap"] = "capsule",
        ["caps"] = "capsule",
        ["xr"] = "er",
        ["sl"] = "sublingual",
        ["compounded"] = "",
        ["(compounded)"] = "",
        ["mg"] = "",
        ["mg/ml"] = "",
    };

    /// <param name="error">Names the part, what was read and what is accepted; null on success.</param>
    public static Stock? Read(Benzodiazepine drug, string text, out string? error)
    {
        var products = new List<Product>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (ReadOne(drug, part, out error) is not { } product)
                return null;
            products.Add(product);
        }
        var stock = new Stock(products);
        error = stock.MixesRelease ? "stock: extended-release and immediate-release products do not mix in one plan; accepted: one kind" : null;
        return error is null ? stock : null;
    }

    private static Product? ReadOne(Benzodiazepine drug, string part, out string? error)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !w.Equals(drug.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        var numbers = words.Where(w => char.IsAsciiDigit(w[0])).ToList();
        if (numbers.Count != 1 || !SafeNumber.TryRead(WithoutUnit(numbers[0]), out var strength) || strength <= 0)
        {
            error = $"stock: read \"{part}\"; accepted: a form and one strength, such as \"tablet 0.5 scored\" (a comma ends a product, decimals take a point: 0.5, not 0,5)";
            return null;
        }
        words.Remove(numbers[0]);
        var scoring = TakeScoring(words);
        var form = string.Join(' ', words.Select(w => Short.GetValueOrDefault(w, w)).Where(w => w.Length > 0));
        if (!Forms.TryGetValue(form, out var forms))
        {
            error = $"stock: read the form \"{form}\" in \"{part}\"; accepted: tablet, odt, capsule, er tablet, er capsule, sublingual tablet, solution, suspension, concentrate";
            return null;
        }
        var ofForm = ProductTable.Of(drug).Where(p => forms.Contains(p.Form)).ToList();
        if (ofForm.FirstOrDefault(p => p.Strength == strength) is not { } product)
        {
            var accepted = ofForm.Count > 0 ? ofForm : [.. ProductTable.Of(drug)];
            error = $"stock: {drug.Name} has no {SafeNumber.Write(strength)} {form} in the catalogue; accepted: {(accepted.Count > 0 ? new Stock(accepted).ToString() : "none, it is not marketed in the United States")}";
            return null;
        }
        error = ScoringError(product, scoring);
        return error is null ? product with { Scoring = scoring ?? product.Scoring } : null;
    }

    /// <summary>A stock may call a tablet less divisible than the catalogue, and more only where makers differ.</summary>
    private static string? ScoringError(Product product, Scoring? scoring) =>
        scoring is null || scoring <= product.Scoring || (product.ScoringDependsOnMaker && scoring is Scoring.Halves)
            ? null
            : $"stock: the {product.Name} is {(product.Form is ProductForm.Tablet ? $"scored for {product.Scoring.ToString().ToLowerInvariant()} at most by its label" : "never split")}; accepted: the same without that word";

    private static Scoring? TakeScoring(List<string> words)
    {
        bool Take(string word) => words.RemoveAll(w => w.Equals(word, StringComparison.OrdinalIgnoreCase)) > 0;
        var (unscored, quarters, scored) = (Take("unscored"), Take("quarters") | Take("quarter-scored"), Take("scored"));
        return unscored ? Scoring.Unscored : quarters ? Scoring.Quarters : scored ? Scoring.Halves : null;
    }

    private static string WithoutUnit(string number) =>
        number.EndsWith("mg/ml", StringComparison.OrdinalIgnoreCase) ? number[..^5] : number.EndsWith("mg", StringComparison.OrdinalIgnoreCase) ? number[..^2] : number;
}
