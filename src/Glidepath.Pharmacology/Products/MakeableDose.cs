using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>One part of a dose.</summary>
/// <param name="Count">Pieces, in quarters where the tablet is scored so; or mL, in marks of the syringe.</param>
public sealed record MakeupItem(Product Product, decimal Count)
{
    /// <summary>What a liquid is measured with: the smallest that holds it. Null for pieces.</summary>
    public OralSyringe? Syringe => Product.IsLiquid ? OralSyringe.For(Count) : null;
}

/// <summary>A dose that can be made exactly, with one way to make it.</summary>
/// <param name="Makeup">Solids first; never empty.</param>
/// <param name="SplitPieces">Halves and quarters in it.</param>
/// <param name="Pieces">Everything handled: whole tablets, halves, quarters and syringe fillings.</param>
public sealed record MakeableDose(Dose Dose, IReadOnlyList<MakeupItem> Makeup, int SplitPieces, int Pieces);
