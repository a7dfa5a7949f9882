using Glidepath.Pharmacology.Products;

namespace Glidepath.Web.Shared;

/// <summary>What a piece of a dose looks like on a page.</summary>
public enum PieceShape
{
    Plain,
    Halves,
    Quarters,
    Melting,
    Capsule,
    Half,
    Quarter,
    ThreeQuarters,
    Syringe,
}

public static class PieceShapes
{
    public static PieceShape Whole(Product product) => Whole(product.Form, product.Scoring);

    public static PieceShape Whole(ProductForm form, Scoring scoring) =>
        form switch
        {
            ProductForm.Capsule or ProductForm.ExtendedReleaseCapsule => PieceShape.Capsule,
            ProductForm.OrallyDisintegratingTablet => PieceShape.Melting,
            _ => scoring switch
            {
                Scoring.Unscored => PieceShape.Plain,
                Scoring.Halves => PieceShape.Halves,
                Scoring.Quarters => PieceShape.Quarters,
            },
        };

    /// <exception cref="ArgumentException">The tablet has no line there; such a part is never drawn.</exception>
    public static PieceShape Part(Scoring scoring, decimal part) =>
        (scoring, part) switch
        {
            (Scoring.Halves or Scoring.Quarters, 0.5m) => PieceShape.Half,
            (Scoring.Quarters, 0.25m) => PieceShape.Quarter,
            (Scoring.Quarters, 0.75m) => PieceShape.ThreeQuarters,
            _ => throw new ArgumentException($"A tablet with {scoring} has no line for {part}.", nameof(part)),
        };

    public static string PartText(decimal part) =>
        part switch
        {
            0.25m => "¼",
            0.5m => "½",
            _ => "¾",
        };
}
