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

/// <summary>How fast, at most: a step of so many per cent every so many days.</summary>
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

    public PercentBase Base { get; init; }

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

    /// <summary>
    /// Days the higher dose is held before a cut, so that the lower dose is never reached sooner than the asked pace would reach it:
    /// of current max(N, ⌈N·ln(b/a)/ln(1−p)⌉), of original max(N, ⌈N·(a−b)/(p·start)⌉).
    /// </summary>
    /// <param name="to">Below <paramref name="from"/>. Zero is the stop: of current it has no finite logarithm and takes N days.</param>
    /// <param name="original">The dose before the first cut.</param>
    public int HoldDays(Dose from, Dose to, Dose original)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to.Milligrams, from.Milligrams);
        // Every makeable dose is a whole number of nanograms, so the ratio of two is exact.
        return HoldDays((long)(from.Milligrams * 1_000_000m), (long)(to.Milligrams * 1_000_000m), (long)(original.Milligrams * 1_000_000m));
    }

    /// <summary>The same on a common whole unit.</summary>
    internal int HoldDays(long from, long to, long original)
    {
        if (Base is PercentBase.Original)
        {
            // N·(a−b)/(p·start) with p = percent/100, kept whole by scaling.
            var exact = IntervalDays * (from - to) * 100m / (StepPercent * original);
            return Math.Max(IntervalDays, (int)decimal.Ceiling(exact));
        }
        return to == 0 || IsWithinStep(from, to) ? IntervalDays : Math.Max(IntervalDays, CompoundDays(from, to));
    }

    /// <summary>Whether the cut is at or under the asked step, of current dose.</summary>
    internal bool IsWithinStep(long from, long to) => (from - to) * 100m <= StepPercent * from;

    private int CompoundDays(long from, long to)
    {
        var days = IntervalDays * Math.Log((double)to / from) / Math.Log(1 - (double)StepPercent / 100);
        var nearest = Math.Round(days);
        // A logarithm can be off in its last digit, and a day must not hang on that: near a whole number the powers are compared exactly.
        return Math.Abs(days - nearest) < 1e-6
            ? (int)nearest + (Reaches((int)nearest, from, to) ? 0 : 1)
            : (int)Math.Ceiling(days);
    }

    /// <summary>(1 − p)^days ≤ (to/from)^N, in whole numbers.</summary>
    private bool Reaches(int days, long from, long to)
    {
        var scale = 1m;
        while (decimal.Truncate(StepPercent * scale) != StepPercent * scale)
            scale *= 10;
        var whole = (BigInteger)(100 * scale);
        var kept = whole - (BigInteger)(StepPercent * scale);
        return BigInteger.Pow(kept, days) * BigInteger.Pow(from, IntervalDays) <= BigInteger.Pow(whole, days) * BigInteger.Pow(to, IntervalDays);
    }

    public override string ToString() => $"{SafeNumber.Write(StepPercent)} % of {(Base is PercentBase.Current ? "current" : "original")} every {IntervalDays} days";
}
