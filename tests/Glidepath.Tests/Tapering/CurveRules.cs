using System.Numerics;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>
/// The curves restated from docs/clinical/pace-curves.md without the planner's code: the asked curve is followed day by day, in exact fractions.
/// </summary>
internal static class CurveRules
{
    /// <summary>What falls evenly in time along the curve, in mg or as a part of the full effect.</summary>
    public static Fraction Progress(PaceCurve curve, decimal mg, decimal start) => curve switch
    {
        PaceCurve.Linear => Fraction.Of(mg),
        PaceCurve.Stepped => mg >= start / 5 ? Fraction.Of(mg) : Fraction.Of(mg * 4 - start / 5 * 3),
        PaceCurve.Emax emax => Fraction.Of(mg) / Fraction.Of(mg + emax.D50.Milligrams),
        _ => throw new ArgumentOutOfRangeException(nameof(curve)),
    };

    /// <summary>How far it may fall in one interval.</summary>
    private static Fraction Allowed(TaperPace pace, decimal start) =>
        Fraction.Of(pace.StepPercent) / Fraction.Of(100) * (pace.Curve is PaceCurve.Emax ? Progress(pace.Curve, start, start) : Fraction.Of(start));

    /// <summary>The fewest days, no fewer than the interval, in which the asked curve comes from the one dose to the other or below it.</summary>
    public static int Hold(TaperPace pace, decimal from, decimal to, decimal start)
    {
        var n = pace.Curve is PaceCurve.Stepped && from <= start / 5 ? pace.IntervalDays * 2 : pace.IntervalDays;
        var (fall, daily) = (Progress(pace.Curve, from, start) - Progress(pace.Curve, to, start), Allowed(pace, start) / Fraction.Of(pace.IntervalDays));
        // Days are tried one after another; the guess only says where to begin.
        var days = Math.Max(n, (int)(fall / daily).ToDouble() - 2);
        while ((daily * Fraction.Of(days)).CompareTo(fall) < 0)
            days++;
        return days;
    }

    /// <summary>Whether the asked curve, that many days after the start, has come down to this dose.</summary>
    public static bool AskedHasComeTo(TaperPace pace, decimal mg, decimal start, int days) =>
        (Progress(pace.Curve, start, start) - Progress(pace.Curve, mg, start)).CompareTo(Allowed(pace, start) / Fraction.Of(pace.IntervalDays) * Fraction.Of(days)) <= 0;

    /// <returns>A cut in its curve's per cent; null at or under the asked step. Effects are compared to the billionth, half up.</returns>
    public static decimal? OverStep(TaperPace pace, decimal from, decimal to, decimal start)
    {
        var percent = pace.Curve switch
        {
            PaceCurve.ProportionalToCurrent => Fraction.Of((from - to) * 100) / Fraction.Of(from),
            PaceCurve.Stepped when from <= start / 5 => Fraction.Of((from - to) * 200) / Fraction.Of(start),
            PaceCurve.Linear or PaceCurve.Stepped => Fraction.Of((from - to) * 100) / Fraction.Of(start),
            _ => (Progress(pace.Curve, from, start) - Progress(pace.Curve, to, start)) * Fraction.Of(100) / Progress(pace.Curve, start, start),
        };
        if (percent.CompareTo(Fraction.Of(pace.StepPercent)) <= 0)
            return null;
        return pace.Curve is PaceCurve.Emax ? Math.Round(percent.ToDecimal(), 7, MidpointRounding.AwayFromZero) : percent.ToDecimal();
    }
}

/// <summary>An exact quotient of whole numbers; the lower one is above zero.</summary>
internal readonly record struct Fraction(BigInteger Top, BigInteger Bottom) : IComparable<Fraction>
{
    public static Fraction Of(decimal value)
    {
        BigInteger bottom = 1;
        for (; value % 1 != 0; value *= 10)
            bottom *= 10;
        return new Fraction((BigInteger)value, bottom);
    }

    public static Fraction operator -(Fraction a, Fraction b) => new(a.Top * b.Bottom - b.Top * a.Bottom, a.Bottom * b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    public int CompareTo(Fraction other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    public double ToDouble() => (double)ToDecimal();

    /// <summary>To 20 places, downward.</summary>
    public decimal ToDecimal() => (decimal)(Top * BigInteger.Pow(10, 20) / Bottom) / 100_000_000_000_000_000_000m;
}
