namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// One computed figure as an interval. Over the members of a model: the lowest, the typical person's and the highest. Over virtual patients
/// or posterior draws: the 5 %, 50 % and 95 % quantiles.
/// </summary>
public readonly record struct Band(double Low, double Typical, double High)
{
    internal static Band OfMembers(ReadOnlySpan<double> values)
    {
        var (low, high) = (values[0], values[0]);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return new Band(low, values[0], high);
    }

    internal static Band OfDraws(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return new Band(At(Quantiles.Low), At(0.5), At(Quantiles.High));

        double At(double part) => sorted[(int)Math.Round(part * (sorted.Length - 1))];
    }
}

internal static class Quantiles
{
    public const double Low = 0.05,
        High = 0.95;
}
