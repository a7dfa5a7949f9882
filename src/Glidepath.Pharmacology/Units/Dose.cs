namespace Glidepath.Pharmacology.Units;

/// <summary>An amount of one drug, in milligrams (UCUM <c>mg</c>). Never negative. The default is zero.</summary>
public readonly record struct Dose : IComparable<Dose>
{
    public static readonly Dose Zero;

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="milligrams"/> is negative.</exception>
    public Dose(decimal milligrams)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milligrams);
        Milligrams = milligrams.WithoutTrailingZeros();
    }

    /// <summary>The amount, in mg, without trailing zeros.</summary>
    public decimal Milligrams { get; }

    public bool IsZero => Milligrams == 0;

    public int CompareTo(Dose other) => Milligrams.CompareTo(other.Milligrams);

    /// <summary>Written the safe way, <c>0.5 mg</c>: a leading zero always, a trailing zero never.</summary>
    public override string ToString() => $"{SafeNumber.Write(Milligrams)} mg";

    public static Dose operator +(Dose left, Dose right) => new(left.Milligrams + right.Milligrams);

    public static bool operator <(Dose left, Dose right) => left.Milligrams < right.Milligrams;

    public static bool operator >(Dose left, Dose right) => left.Milligrams > right.Milligrams;

    public static bool operator <=(Dose left, Dose right) => left.Milligrams <= right.Milligrams;

    public static bool operator >=(Dose left, Dose right) => left.Milligrams >= right.Milligrams;
}
