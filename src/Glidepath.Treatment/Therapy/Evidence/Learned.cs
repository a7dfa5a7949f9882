namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>A number learned from one person's entries, with the 95 % interval that says how little is known of it.</summary>
public readonly record struct Learned(double Value, double Low, double High)
{
    /// <summary>Two shares that differ by less differ by the rounding of their sums.</summary>
    internal const double Rounding = 1e-9;

    /// <summary>The 97.5th percentile of the normal distribution.</summary>
    private const double Normal = 1.9599639845400545;

    /// <summary>
    /// A share by Wilson's interval (Wilson 1927, the score test turned around): it stays within 0 and 1, and says something where the share
    /// is 0 or 1.
    /// </summary>
    /// <param name="count">How many it rests on; not whole where some of them tell only a part.</param>
    internal static Learned OfShare(double share, double count)
    {
        var square = Normal * Normal / count;
        var middle = (share + square / 2) / (1 + square);
        var half = Normal / (1 + square) * Math.Sqrt(share * (1 - share) / count + square / (4 * count));
        // At a share of 0 or 1 the bound is that share; what is left of rounding would put it past.
        return new(share, Math.Min(share, Math.Max(0, middle - half)), Math.Max(share, Math.Min(1, middle + half)));
    }
}
