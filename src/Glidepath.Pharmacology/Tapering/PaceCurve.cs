using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>How far a curve can be trusted, and why.</summary>
public sealed record PaceEvidence(Confidence Confidence, Source Source, Sentence Words);

/// <summary>
/// The shape of a taper: what each step is equal in. A choice, never a truth; docs/clinical/pace-curves.md holds the equations and the
/// evidence.
/// </summary>
public abstract partial record PaceCurve
{
    public static readonly PaceCurve Default = new ProportionalToCurrent();

    private protected PaceCurve() { }

    /// <summary>Stable word, as on the command line and in JSON.</summary>
    public abstract string Id { get; }

    /// <summary>What it does, in one plain sentence.</summary>
    public abstract Sentence Words { get; }

    public abstract PaceEvidence Evidence { get; }

    /// <summary>
    /// The first asked cut, in percent of the dose before it: which is the current and the original dose at once. No later asked cut is
    /// larger in mg.
    /// </summary>
    public virtual decimal FirstCutPercent(TaperPace pace, Dose start) => pace.StepPercent;

    /// <summary>The cut that the pace asks for from one dose, as a part of that dose: above 0, up to 1.</summary>
    /// <param name="from">The dose before the cut, in mg a day.</param>
    /// <param name="start">The dose before the first cut, in mg a day.</param>
    internal abstract decimal AskedPart(TaperPace pace, decimal from, decimal start);

    /// <summary>The interval that the pace asks for on one dose, in days.</summary>
    internal virtual int AskedDays(TaperPace pace, decimal from, decimal start) => pace.IntervalDays;

    /// <summary>What the pace's percentage is of, after "percent of".</summary>
    internal abstract Sentence PercentOf(TaperPace pace);

    /// <summary>The whole pace in words.</summary>
    internal abstract Sentence Describe(TaperPace pace);
}
