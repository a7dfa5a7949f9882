using System.Numerics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What a percentage is a percentage of.</summary>
public enum PercentBase
{
    /// <summary>The dose taken just before the cut.</summary>
    Current,

    /// <summary>The dose before the first cut.</summary>
    Original,
}

/// <summary>How fast, at most: a step of so many per cent every so many days, along a curve.</summary>
public sealed record TaperPace
{
    /// <summary>10 % of current every 14 days, the upper end of the starting pace in the Joint Guideline 2025.</summary>
    public static readonly TaperPace Default = new();

    /// <summary>In per cent; 0.5 to under 100. The default is 10.</summary>
    public decimal StepPercent
    {
        get;
        init => field = value is >= MinStepPercent and < 100 ? value : throw new ArgumentOutOfRangeException(nameof(StepPercent), value, "Accepted: 0.5 to under 100.");
    } = 10;

    /// <summary>Only <see cref="PaceCurve.ProportionalToCurrent"/> leaves a choice; every other curve says itself what its percentage is of.</summary>
    public PercentBase Base { get; init; }

    public PaceCurve Curve { get; init; } = PaceCurve.Default;

    /// <summary>In days; 1 to 180. The default is 14.</summary>
    public int IntervalDays
    {
        get;
        init => field = value is >= 1 and <= MaxIntervalDays ? value : throw new ArgumentOutOfRangeException(nameof(IntervalDays), value, "Accepted: 1 to 180.");
    } = 14;

    public const decimal MinStepPercent = 0.5m;

    public const int MaxIntervalDays = 180;

    /// <summary>The factor by which the asked curve falls in a day, for a step of current dose: (1 − p)^(1/N). Compounding, never p/N.</summary>
    public double DailyFactor => Math.Pow(1 - (double)StepPercent / 100, 1.0 / IntervalDays);

    /// <summary>Days the higher dose is held before a cut, so that the lower dose is never reached sooner than the asked pace would reach it.</summary>
    /// <param name="to">Below <paramref name="from"/>. Zero is the stop: of current it has no finite logarithm and takes N days.</param>
    /// <param name="original">The dose before the first cut.</param>
    public int HoldDays(Dose from, Dose to, Dose original) => Curve.HoldDays(this, Exactly(from, to, original));

    /// <summary>The same on a common whole unit.</summary>
    internal int HoldDays(long from, long to, long original) => Curve.HoldDays(this, new CutInUnits(from, to, original, UnitNg: 1));

    /// <summary>Whether the cut is at or under the asked step.</summary>
    public bool IsWithinStep(Dose from, Dose to, Dose original) => Curve.IsWithinStep(this, Exactly(from, to, original));

    /// <summary>The step and one hundred per cent on a common whole scale.</summary>
    internal (BigInteger Step, BigInteger Whole) WholeStep()
    {
        var scale = 1m;
        while (decimal.Truncate(StepPercent * scale) != StepPercent * scale)
            scale *= 10;
        return ((BigInteger)(StepPercent * scale), (BigInteger)(100 * scale));
    }

    private static CutInUnits Exactly(Dose from, Dose to, Dose original)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to.Milligrams, from.Milligrams);
        // Every makeable dose is a whole number of nanograms, so the ratio of two is exact.
        return new CutInUnits((long)(from.Milligrams * 1_000_000m), (long)(to.Milligrams * 1_000_000m), (long)(original.Milligrams * 1_000_000m), UnitNg: 1);
    }

    public override string ToString() => Curve.Describe(this);
}
