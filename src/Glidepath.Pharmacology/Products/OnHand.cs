namespace Glidepath.Pharmacology.Products;

/// <summary>What the person has already.</summary>
/// <param name="Count">In pieces, a multiple of a quarter; in mL of a liquid. Above 0.</param>
public sealed record OnHand(Product Product, decimal Count);
