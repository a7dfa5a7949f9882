using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>A stretch of a cross-over: what is still taken of the old drug and what of the new.</summary>
/// <param name="End">Inclusive; null for the last stage, which lasts until the reviews say otherwise.</param>
public sealed record CrossOverStage(DateOnly Start, DateOnly? End, Regimen From, Regimen To)
{
    /// <summary>Both drugs in the order of the day, at one time the old one first.</summary>
    public required IReadOnlyList<CrossOverDose> Doses { get; init; }
}

/// <summary>A dose of one of the two drugs.</summary>
/// <param name="Made">Null where the stock cannot make it: then it is taken as now.</param>
public sealed record CrossOverDose(Benzodiazepine Drug, TimeOfDay Time, Dose Dose, MakeableDose? Made);

/// <summary>One product for the days of a change, handed out once.</summary>
/// <param name="To">Inclusive.</param>
/// <param name="Count">Whole pieces, or whole mL of a liquid.</param>
public sealed record CrossOverSupply(Product Product, DateOnly From, DateOnly To, decimal Count)
{
    /// <summary>The day supply.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
