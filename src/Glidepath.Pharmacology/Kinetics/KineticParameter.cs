using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>One constant of a kinetic model for a 70 kg adult, as an interval with its source.</summary>
/// <param name="Symbol">As in docs/pharmacology.md, e.g. <c>CL/F</c>.</param>
/// <param name="Typical">In <paramref name="Unit"/>, between <paramref name="Low"/> and <paramref name="High"/>.</param>
/// <param name="Unit"><c>L/h</c>, <c>L</c>, <c>1/h</c>, <c>h</c> or <c>fraction</c>.</param>
/// <param name="Note">Who was measured, or how the figure was derived. May be empty.</param>
public sealed record KineticParameter(
    string Symbol,
    double Typical,
    double Low,
    double High,
    string Unit,
    Source Source,
    Confidence Confidence,
    string Note = ""
)
{
    /// <summary>The 5 % and 95 % points of a normal distribution lie this many standard deviations from its middle.</summary>
    private const double NinetyPercentWidth = 2 * 1.6448536269514722;

    /// <summary>
    /// Standard deviation of the logarithm between people (ω). Where no study gives one, the interval is taken as the 5 to 95 % range.
    /// </summary>
    public double Omega
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Omega), value, "Accepted: 0 or more.");
    } = Math.Log(High / Low) / NinetyPercentWidth;

    internal double LowFactor => Low / Typical;

    internal double HighFactor => High / Typical;

    internal KineticParameter Scaled(double factor, string note) =>
        factor == 1
            ? this
            : this with
            {
                Typical = Typical * factor,
                Low = Low * factor,
                High = High * factor,
                Note = Note.Length == 0 ? note : $"{Note}; {note}",
                Omega = Omega,
            };
}
