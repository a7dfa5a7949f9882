using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>A level of the drug measured in one person.</summary>
/// <param name="Hour">From the start of the dose history; 0 or more.</param>
public readonly record struct MeasuredLevel(double Hour, Concentration Level);
