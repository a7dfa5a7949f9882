using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Products;

/// <summary>What a liquid dose is measured with: a whole number of marks.</summary>
/// <param name="MarkMl">The smallest marked step, in mL.</param>
/// <param name="CapacityMl">What it holds when full, in mL.</param>
public sealed record OralSyringe(string Name, decimal MarkMl, decimal CapacityMl, Source Source, Confidence Confidence)
{
    private static readonly Source Maker = new(
        "syringe-marks",
        "Syringe data sheets of one maker",
        "BD Plastipak data sheet; oral syringes of other makers differ"
    );

    public static readonly OralSyringe OneMilliliter = new("1 mL oral syringe", 0.01m, 1, Maker, Confidence.Secondary);
    public static readonly OralSyringe ThreeMilliliter = new("3 mL oral syringe", 0.1m, 3, Maker, Confidence.Secondary);
    public static readonly OralSyringe FiveMilliliter = new("5 mL oral syringe", 0.2m, 5, Maker, Confidence.Secondary);
    public static readonly OralSyringe TenMilliliter = new("10 mL oral syringe", 0.5m, 10, Maker, Confidence.Secondary);

    /// <summary>Smallest first.</summary>
    public static IReadOnlyList<OralSyringe> All { get; } = [OneMilliliter, ThreeMilliliter, FiveMilliliter, TenMilliliter];

    /// <summary>Least volume planned from the 1 mL syringe, in mL: five of its marks. Program rule.</summary>
    public const decimal LeastMl = 0.05m;

    /// <summary>The smallest that holds the volume in one filling; the largest where none does.</summary>
    public static OralSyringe For(decimal milliliters) => All.FirstOrDefault(s => milliliters <= s.CapacityMl) ?? TenMilliliter;

    /// <summary>How often it is filled for the volume.</summary>
    public int Fillings(decimal milliliters) => (int)decimal.Ceiling(milliliters / CapacityMl);

    /// <summary>
    /// Whether a volume can be planned: whole marks of the syringe that holds it, and no less than <see cref="LeastMl"/>.
    /// </summary>
    public static bool Measures(decimal milliliters) => milliliters >= LeastMl && decimal.IsInteger(milliliters / For(milliliters).MarkMl);
}
