using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// Products and pieces in the few words of an order: <c>0.5 mg tablet</c>, <c>½ tablet + 1 ODT</c>. Where a plan has two strengths of one
/// form, pieces are never named without theirs. What the user told of carries a mark.
/// </summary>
internal sealed class ProductNames(TaperPlan plan)
{
    public const string ToldMark = "*";

    private readonly HashSet<string> _ambiguous =
    [
        .. plan.Steps.SelectMany(s => s.Products).Distinct().GroupBy(Form).Where(g => g.Count() > 1).Select(g => g.Key),
    ];

    /// <summary><c>0.5 mg tablet</c>, <c>0.1 mg/mL suspension</c>.</summary>
    public static string Short(Product product) =>
        $"{Typography.Joined(product.StrengthText)} {Form(product)}{(product.IsTold() ? ToldMark : "")}";

    /// <summary><c>½ tablet + 1 ODT</c>, <c>2 tablets of 1 mg</c>, <c>1.2 mL</c>.</summary>
    public string Pieces(MakeableDose dose) => string.Join($" +{Typography.Joint}", dose.Makeup.Select(Piece));

    private string Piece(MakeupItem item)
    {
        if (item.Product.IsLiquid)
            return Typography.Joined($"{SafeNumber.Write(item.Count)} mL");
        var whole = decimal.Floor(item.Count);
        var part = (item.Count - whole) switch
        {
            0.25m => "¼",
            0.5m => "½",
            0.75m => "¾",
            _ => "",
        };
        var count = $"{(whole > 0 ? SafeNumber.Write(whole) : "")}{part}";
        var form = Form(item.Product);
        var pieces = Typography.Joined($"{count} {form}{(item.Count > 1 ? "s" : "")}");
        return _ambiguous.Contains(form) ? $"{pieces} {Typography.Joined($"of {item.Product.StrengthText}")}" : pieces;
    }

    private static string Form(Product product) =>
        product.Form switch
        {
            ProductForm.OrallyDisintegratingTablet => "ODT",
            ProductForm.SublingualTablet => "SL tablet",
            ProductForm.ExtendedReleaseTablet => "ER tablet",
            ProductForm.ExtendedReleaseCapsule => "ER capsule",
            ProductForm.Capsule => "capsule",
            ProductForm.OralSolution => "solution",
            ProductForm.OralConcentrate => "concentrate",
            ProductForm.OralSuspension or ProductForm.CompoundedSuspension => "suspension",
            ProductForm.Tablet => "tablet",
        };
}
