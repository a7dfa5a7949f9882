namespace Glidepath.Pharmacology.Units;

/// <summary>A plasma level. The same number in µg/L.</summary>
/// <param name="NanogramsPerMilliliter">In ng/mL; not negative.</param>
public readonly record struct Concentration(double NanogramsPerMilliliter)
{
    /// <summary>1 mg in 1 L is 1,000 ng/mL.</summary>
    internal const double PerMilligramPerLiter = 1_000;

    public override string ToString() => SafeNumber.Significant(NanogramsPerMilliliter) + " ng/mL";
}
