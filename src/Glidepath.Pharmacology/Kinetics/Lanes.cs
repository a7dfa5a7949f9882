using System.Numerics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Sums and extremes person by person, as many people at once as the machine takes.</summary>
internal static class Lanes
{
    public static void Add(ReadOnlySpan<double> levels, Span<double> sums)
    {
        var i = 0;
        for (; i <= levels.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(levels[i..]) + new Vector<double>(sums[i..])).CopyTo(sums[i..]);
        for (; i < levels.Length; i++)
            sums[i] += levels[i];
    }

    /// <summary>Raises <paramref name="highest"/> to the level where it is higher, and notes the hour.</summary>
    public static void Highest(ReadOnlySpan<double> levels, double hour, Span<double> highest, Span<double> when)
    {
        var i = 0;
        var now = new Vector<double>(hour);
        for (; i <= levels.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (level, best) = (new Vector<double>(levels[i..]), new Vector<double>(highest[i..]));
            var higher = Vector.GreaterThan(level, best);
            Vector.ConditionalSelect(higher, level, best).CopyTo(highest[i..]);
            Vector.ConditionalSelect(higher, now, new Vector<double>(when[i..])).CopyTo(when[i..]);
        }
        for (; i < levels.Length; i++)
            if (levels[i] > highest[i])
                (highest[i], when[i]) = (levels[i], hour);
    }

    public static void LowHighSum(ReadOnlySpan<double> levels, Span<double> low, Span<double> high, Span<double> sum)
    {
        var i = 0;
        for (; i <= levels.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var level = new Vector<double>(levels[i..]);
            Vector.Min(level, new Vector<double>(low[i..])).CopyTo(low[i..]);
            Vector.Max(level, new Vector<double>(high[i..])).CopyTo(high[i..]);
            (level + new Vector<double>(sum[i..])).CopyTo(sum[i..]);
        }
        for (; i < levels.Length; i++)
            (low[i], high[i], sum[i]) = (Math.Min(low[i], levels[i]), Math.Max(high[i], levels[i]), sum[i] + levels[i]);
    }
}
