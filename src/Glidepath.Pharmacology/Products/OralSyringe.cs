using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Products;

/// <summary>What a liquid dose is measured with. A dose is a whole number of marks; more than one filling is more than one measure.</summary>
/// <param name="MarkMl">The smallest marked step, in mL.</param>
/// <param name="CapacityMl">What it holds when full, in mL.</param>
public sealed record OralSyringe(string Name, decimal MarkMl, decimal CapacityMl, Source Source, Confidence Confidence)
{
    private static readonly Source Maker = new("syringe-marks", "Syringe data sheets of one maker", "BD Plastipak data sheet; oral syringes of other makers differ");

    public static readonly OralSyringe OneMillilitre = new("1 mL oral syringe", 0.01m, 1, Maker, Confidence.Secondary);
    public static readonly OralSyringe ThreeMillilitre = new("3 mL oral syringe", 0.1m, 3, Maker, Confidence.Secondary);
    public static readonly OralSyringe FiveMillilitre = new("5 mL oral syringe", 0.2m, 5, Maker, Confidence.Secondary);
    public static readonly OralSyringe TenMillilitre = new("10 mL oral syringe", 0.5m, 10, Maker, Confidence.Secondary);
}
