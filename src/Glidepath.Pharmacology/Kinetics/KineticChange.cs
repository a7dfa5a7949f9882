namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Something that speeds or slows the clearance of the drug for a while: another medicine, mostly.</summary>
/// <param name="Name">For people.</param>
/// <param name="FromHour">When it starts. Before 0 for one that was taken all along.</param>
/// <param name="ToHour">When it stops; null for never.</param>
/// <param name="Typical">Clearance at full effect over clearance without; above 1 for an inducer, below for an inhibitor.</param>
/// <param name="OnsetHalfTime">Hours until half of the effect is there; 0 for at once.</param>
/// <param name="OffsetHalfTime">Hours until half of it is gone after the stop; 0 for at once.</param>
public sealed record KineticChange(string Name, double FromHour, double? ToHour, double Low, double Typical, double High, double OnsetHalfTime, double OffsetHalfTime)
{
    /// <summary>After so many half-times the effect is there to a millionth, and counts as whole.</summary>
    private const double HalfTimesToWhole = 20;

    /// <summary>Part of the full effect at an hour, 0 to 1.</summary>
    public double PartAt(double hour)
    {
        if (hour < FromHour)
            return 0;
        if (ToHour is not { } stop || hour < stop)
            return Risen(hour - FromHour);
        return Risen(stop - FromHour) * (1 - Gone(hour - stop));
    }

    /// <summary>Mean of <see cref="PartAt"/> from one hour to another between which nothing starts or stops; exact.</summary>
    internal double MeanPart(double from, double to)
    {
        if (to <= FromHour)
            return 0;
        if (ToHour is not { } stop || to <= stop)
            return 1 - MeanDecay(from - FromHour, to - FromHour, OnsetHalfTime);
        return Risen(stop - FromHour) * MeanDecay(from - stop, to - stop, OffsetHalfTime);
    }

    /// <summary>Hours at which the effect is taken anew: the start, the stop, and between them ever longer stretches while it comes or goes.</summary>
    internal IEnumerable<double> Breaks(double end)
    {
        foreach (var hour in Stretch(FromHour, OnsetHalfTime, Math.Min(end, ToHour ?? end)))
            yield return hour;
        if (ToHour is { } stop && stop < end)
            foreach (var hour in Stretch(stop, OffsetHalfTime, end))
                yield return hour;
    }

    /// <summary>An hour at first, longer as the effect flattens: the mean over a stretch is exact, so what is lost is of higher order.</summary>
    private static IEnumerable<double> Stretch(double from, double halfTime, double end)
    {
        for (var hour = from; hour < end; hour += Math.Pow(2, (hour - from) / (3 * halfTime)))
        {
            yield return hour;
            if (hour - from >= HalfTimesToWhole * halfTime)
                yield break;
        }
    }

    private double Risen(double hours) => OnsetHalfTime == 0 ? 1 : hours >= HalfTimesToWhole * OnsetHalfTime ? 1 : 1 - Math.Pow(2, -hours / OnsetHalfTime);

    private double Gone(double hours) => OffsetHalfTime == 0 ? 1 : hours >= HalfTimesToWhole * OffsetHalfTime ? 1 : 1 - Math.Pow(2, -hours / OffsetHalfTime);

    private static double MeanDecay(double from, double to, double halfTime)
    {
        if (halfTime == 0 || from >= HalfTimesToWhole * halfTime)
            return 0;
        var rate = Math.Log(2) / halfTime;
        return (Math.Exp(-rate * from) - Math.Exp(-rate * to)) / (rate * (to - from));
    }
}
