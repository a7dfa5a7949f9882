namespace Glidepath.Pharmacology.Units;

/// <summary>The volume cleared of a drug in a time.</summary>
/// <param name="LitersPerHour">In L/h; above 0.</param>
public readonly record struct Clearance(double LitersPerHour)
{
    public double MillilitersPerMinute => LitersPerHour * 1_000 / 60;

    public static Clearance FromMillilitersPerMinute(double value) => new(value * 60 / 1_000);

    /// <summary>For an adult of <see cref="Volume.StandardKilograms"/>.</summary>
    public static Clearance FromMillilitersPerMinutePerKilogram(double value) => FromMillilitersPerMinute(value * Volume.StandardKilograms);

    public override string ToString() => SafeNumber.Significant(LitersPerHour) + " L/h";
}
