using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// How another medicine changes the clearance of a drug, how fast it comes to do so, and how fast that goes when it is stopped.
/// </summary>
/// <param name="Medicines">Names it is known by, lower case.</param>
/// <param name="Typical">Clearance with the medicine over clearance without, at full effect; as are <paramref name="Low"/> and
/// <paramref name="High"/>.</param>
/// <param name="Evidence">Who was measured, in words.</param>
/// <param name="Timing">Where the two half-times come from.</param>
public sealed record ClearanceEffect(
    IReadOnlyList<string> Medicines,
    Benzodiazepine Drug,
    double Low,
    double Typical,
    double High,
    string Evidence,
    Source Source,
    Confidence Confidence,
    EffectTiming Timing
)
{
    public bool IsInducer => Typical > 1;

    /// <param name="fromHour">When the medicine is started.</param>
    /// <param name="toHour">When it is stopped; null for never.</param>
    public KineticChange From(double fromHour, double? toHour = null) =>
        new(Medicines[0], fromHour, toHour, Low, Typical, High, Timing.OnsetHalfTime, Timing.OffsetHalfTime);

    /// <summary>
    /// For a medicine that was taken all along and is stopped: the model's clearance is then taken as that of the person without it, and
    /// the effect is there in full at hour 0.
    /// </summary>
    public KineticChange TakenUntil(double toHour) =>
        new(Medicines[0], -20 * Math.Max(1, Timing.OnsetHalfTime), toHour, Low, Typical, High, Timing.OnsetHalfTime, Timing.OffsetHalfTime);
}

/// <summary>Half-times of the effect, in h.</summary>
public sealed record EffectTiming(double OnsetHalfTime, double OffsetHalfTime, string Evidence, Source Source, Confidence Confidence);
