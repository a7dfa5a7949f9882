namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Something that speeds or slows the clearance of the drug for a while: another medicine, mostly.</summary>
/// <param name="Name">For people.</param>
/// <param name="FromHour">When it starts. Before 0 for one that was taken all along.</param>
/// <param name="ToHour">When it stops; null for never.</param>
/// <param name="Typical">Clearance at full effect over clearance without; above 1 for an inducer, below for an inhibitor.</param>
/// <param name="OnsetHalfTime">Hours until half of the effect is there; 0 for at once.</param>
/// <param name="OffsetHalfTime">Hours until half of it is gone after the stop; 0 for at once.</param>
public sealed record KineticChange(
    string Name,
    double FromHour,
    double? ToHour,
    double Low,
    double Typical,
    double High,
    double OnsetHalfTime,
    double OffsetHalfTime
)
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

    /// <exception cref="ArgumentException">It stops before it starts, or a figure is no number or out of its place.</exception>
    internal void Require()
    {
        if (!(double.IsFinite(FromHour) && (ToHour is not { } stop || (double.IsFinite(stop) && stop >= FromHour))))
            throw new ArgumentException($"{Name} from hour {FromHour} to {ToHour}; accepted: a stop that is not before the start.");
        if (!(Low > 0 && Low <= Typical && Typical <= High && double.IsFinite(High)))
            throw new ArgumentException($"{Name} times {Low}, {Typical}, {High}; accepted: above 0, each at least the one before.");
        if (!(OnsetHalfTime >= 0 && OffsetHalfTime >= 0 && double.IsFinite(OnsetHalfTime + OffsetHalfTime)))
            throw new ArgumentException($"{Name} half-times {OnsetHalfTime} and {OffsetHalfTime} h; accepted: 0 or more.");
    }

    /// <summary>Hours at which the effect bends: the start and the stop, and where it counts as whole and as gone.</summary>
    internal IEnumerable<double> Corners =>
        ToHour is { } stop
            ? [FromHour, Math.Min(stop, FromHour + HalfTimesToWhole * OnsetHalfTime), stop, stop + HalfTimesToWhole * OffsetHalfTime]
            : [FromHour, FromHour + HalfTimesToWhole * OnsetHalfTime];

    private double Risen(double hours) =>
        OnsetHalfTime == 0 ? 1
        : hours >= HalfTimesToWhole * OnsetHalfTime ? 1
        : 1 - Math.Pow(2, -hours / OnsetHalfTime);

    private double Gone(double hours) =>
        OffsetHalfTime == 0 ? 1
        : hours >= HalfTimesToWhole * OffsetHalfTime ? 1
        : 1 - Math.Pow(2, -hours / OffsetHalfTime);
}
