using Glidepath.Pharmacology.Products;

namespace Glidepath.Application.Shared;

/// <summary>One product of a dose, to draw.</summary>
/// <param name="Strength">In mg a piece, or mg/mL.</param>
/// <param name="Count">Pieces, or mL.</param>
public sealed record DosePiece(ProductForm Form, decimal Strength, Scoring Scoring, decimal Count)
{
    public bool IsLiquid => Form.IsLiquid();
}
