namespace Glidepath.Pharmacology.Units;

/// <summary>A closed range of one quantity. A single published number is the interval whose ends are equal.</summary>
public readonly record struct Interval
{
    /// <exception cref="ArgumentException"><paramref name="low"/> is above <paramref name="high"/>.</exception>
    public Interval(decimal low, decimal high)
    {
        if (low > high)
            throw new ArgumentException($"The low end {low} is above the high end {high}.", nameof(low));
        Low = low;
        High = high;
    }

    public decimal Low { get; }

    public decimal High { get; }

    public bool IsPoint => Low == High;

    public static Interval Of(decimal value) => new(value, value);

    /// <summary>The smallest interval that holds both.</summary>
    public Interval Union(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    public override string ToString() => IsPoint ? SafeNumber.Write(Low) : $"{SafeNumber.Write(Low)} to {SafeNumber.Write(High)}";

    public string ToString(string unit) => $"{this} {unit}";

    /// <summary>
    /// An estimate as a person needs it: whole from 10 up, two figures below, so that 6.061 to 8 mg reads <c>6.1 to 8 mg</c>. Not for doses.
    /// </summary>
    public string Rounded(string unit) => new Interval(TwoFigures(Low), TwoFigures(High)).ToString(unit);

    private static decimal TwoFigures(decimal value)
    {
        var decimals = 0;
        for (var size = Math.Abs(value); size is > 0 and < 10 && decimals < 6; size *= 10)
            decimals++;
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
