using System.Globalization;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>From 0 up, with round ticks.</summary>
/// <param name="Top">The value at the upper end of the panel.</param>
internal sealed record ValueAxis(double Top, IReadOnlyList<(double Value, string Label)> Ticks)
{
    private const double Least = 1e-12,
        Most = 1e300;

    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    /// <param name="height">Of the panel.</param>
    /// <param name="free">Of it, at the upper end, kept free for words.</param>
    public static ValueAxis Lay(double highest, float height, float free)
    {
        var most = highest < Least ? 1 : Math.Min(highest, Most);
        var top = most * height / Math.Max(1, height - free);
        var least = top / Math.Max(2, Math.Floor(height / 32));
        var size = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = size * RoundSteps.First(s => s * size >= least * (1 - 1e-9));
        return new ValueAxis(
            top,
            [.. Enumerable.Range(0, (int)Math.Floor(top / step + 1e-9) + 1).Select(i => (i * step, Label(i * step)))]
        );
    }

    /// <summary>Part of the panel's height at which a value stands.</summary>
    public double Part(double value) => Math.Clamp(value / Top, 0, 1);

    private static string Label(double value) =>
        value is 0 or (>= 1e-4 and < 1e7) ? SafeNumber.Significant(value) : value.ToString("0.##e0", CultureInfo.InvariantCulture);
}
