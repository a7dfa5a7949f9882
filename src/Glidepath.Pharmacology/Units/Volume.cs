namespace Glidepath.Pharmacology.Units;

/// <summary>A volume of distribution.</summary>
/// <param name="Liters">In L; above 0.</param>
public readonly record struct Volume(double Liters)
{
    /// <summary>The adult that parameters are given for, in kg.</summary>
    public const double StandardKilograms = 70;

    /// <summary>For an adult of <see cref="StandardKilograms"/>.</summary>
    public static Volume FromLitersPerKilogram(double value) => new(value * StandardKilograms);

    public override string ToString() => SafeNumber.Significant(Liters) + " L";
}
