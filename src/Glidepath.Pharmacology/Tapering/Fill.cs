using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>One product handed out once, for some days of one step.</summary>
/// <param name="Count">Whole pieces, or whole mL of a liquid.</param>
/// <param name="Surplus">What is left on <paramref name="To"/>, in the same unit; below 1.</param>
/// <param name="Prescription">Numbered from 1 over the plan. A new one for each step, and where the refill limit is reached.</param>
/// <param name="Refill">0 is the first fill of its prescription.</param>
public sealed record Fill(int Step, DateOnly From, DateOnly To, Product Product, decimal Count, decimal Surplus, int Prescription, int Refill);

/// <summary>Total of one product.</summary>
public sealed record ProductTotal(Product Product, decimal Count);
