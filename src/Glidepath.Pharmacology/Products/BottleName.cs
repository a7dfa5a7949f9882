using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Products.ProductForm;

namespace Glidepath.Pharmacology.Products;

/// <summary>A drug as its bottle names it, the form behind the name: <c>Xanax XR</c>, <c>Lorazepam Intensol</c>.</summary>
/// <param name="Form">The word behind the name, as written; empty where there is none.</param>
/// <param name="Products">What is marketed of the drug in that form; empty where no form is named.</param>
public sealed record BottleName(Benzodiazepine Drug, string Form, IReadOnlyList<Product> Products)
{
    private static readonly (string[] Words, ProductForm[] Forms)[] Forms =
    [
        (["xr", "er", "cr", "extended-release"], [ExtendedReleaseTablet, ExtendedReleaseCapsule]),
        (["odt", "wafer", "wafers"], [OrallyDisintegratingTablet]),
        (["intensol"], [OralConcentrate]),
        (["sl"], [SublingualTablet]),
    ];

    /// <summary>Brands of which nothing but the extended-release form is sold.</summary>
    private static readonly string[] ExtendedReleaseAlone = ["Loreev"];

    public bool IsExtendedRelease => Products.Any(p => p.IsExtendedRelease);

    /// <returns>Null for another drug, or a form in which the drug is not marketed.</returns>
    public static BottleName? Read(string text)
    {
        var name = text.Trim();
        if (BenzodiazepineTable.Find(name) is { } drug)
            return ExtendedReleaseAlone.Contains(name, StringComparer.OrdinalIgnoreCase)
                ? Read(name + " XR")
                : new BottleName(drug, "", []);
        var at = name.LastIndexOf(' ');
        if (at < 0 || BenzodiazepineTable.Find(name[..at].TrimEnd()) is not { } known)
            return null;
        var word = name[(at + 1)..];
        var forms = Forms.FirstOrDefault(f => f.Words.Contains(word, StringComparer.OrdinalIgnoreCase)).Forms ?? [];
        var products = ProductTable.Of(known).Where(p => forms.Contains(p.Form)).ToList();
        return products.Count > 0 ? new BottleName(known, word, products) : null;
    }
}
