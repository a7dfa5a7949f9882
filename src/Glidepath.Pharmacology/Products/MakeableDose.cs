using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Products;

/// <summary>One part of a dose.</summary>
/// <param name="Count">Pieces, in quarters where the tablet is scored so; or mL, in marks of the syringe.</param>
public sealed record MakeupItem(Product Product, decimal Count);

/// <summary>What one dose asks of a person's hands; all zero for no dose.</summary>
/// <param name="Splits">Halves and quarters.</param>
/// <param name="Handfuls">1 where there are more than <see cref="StockLimits.Handful"/> pieces.</param>
/// <param name="Products">The products used, as bits by place in the stock.</param>
public readonly record struct DoseBurden(int Splits, int Handfuls, int Pieces, int Products);

/// <summary>A dose that can be made exactly, with the simplest way to make it.</summary>
/// <param name="Makeup">Solids first; never empty.</param>
/// <param name="SplitPieces">Halves and quarters in it.</param>
/// <param name="Pieces">Everything handled: whole tablets, halves, quarters and syringe fillings.</param>
public sealed record MakeableDose(Dose Dose, IReadOnlyList<MakeupItem> Makeup, int SplitPieces, int Pieces);
