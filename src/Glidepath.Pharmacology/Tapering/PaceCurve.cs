using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>How far a curve can be trusted, and why.</summary>
public sealed record PaceEvidence(Confidence Confidence, Source Source, string Text);

/// <summary>
/// The shape of a taper: what each step is equal in. A choice, never a truth; docs/clinical/pace-curves.md holds the equations and the evidence.
/// </summary>
public abstract partial record PaceCurve
{
    public static readonly PaceCurve Default = new ProportionalToCurrent();

    private protected PaceCurve()
    {
    }

    /// <summary>Stable word, as on the command line and in JSON.</summary>
    public abstract string Id { get; }

    /// <summary>What it does, in one plain sentence.</summary>
    public abstract string Text { get; }

    public abstract PaceEvidence Evidence { get; }

    /// <summary>
    /// The first asked cut, in per cent of the dose before it: which is the current and the original dose at once. No later asked cut is larger in mg.
    /// </summary>
    public virtual decimal FirstCutPercent(TaperPace pace, Dose start) => pace.StepPercent;

    /// <summary>What the pace's percentage is of, after "per cent of".</summary>
    internal abstract string PercentOf(TaperPace pace);

    /// <summary>The asked step, for a sentence about a cut above it.</summary>
    internal virtual string Asked(TaperPace pace) => $"{SafeNumber.Percent(pace.StepPercent)} of {PercentOf(pace)}";

    /// <summary>The whole pace in words.</summary>
    internal abstract string Describe(TaperPace pace);

    /// <summary>A cut in per cent of what the pace's percentage is of; for people, decides nothing.</summary>
    internal abstract decimal Percent(decimal from, decimal to, decimal original);

    /// <summary>At or under the asked step. For one dose before the cut, true from some dose after it upward.</summary>
    internal abstract bool IsWithinStep(TaperPace pace, in CutInUnits cut);

    /// <summary>How large a cut above the asked step is. For one dose before the cut, never less for a lower dose after it.</summary>
    internal abstract Cut Excess(in CutInUnits cut);

    /// <summary>Never less than the interval, and enough that the lower dose is not reached sooner than the curve asks.</summary>
    internal abstract int HoldDays(TaperPace pace, in CutInUnits cut);

    /// <summary>The same for a cut known to be at or under the asked step.</summary>
    internal virtual int HoldWithinStep(TaperPace pace, in CutInUnits cut) => pace.IntervalDays;

    /// <summary>Area under the asked curve, counted down to the goal, until it reaches the floor: the dose that the goal is, or that the stop is made from.</summary>
    internal abstract double AreaToFloor(TaperPace pace, double start, double floor, double goal);

    /// <summary>Area under a line from one dose to another in so many days, counted down to the goal.</summary>
    private protected static double AreaUnderLine(double from, double to, double goal, double days) => (from + to) / 2 * days - goal * days;
}

/// <summary>One cut in whole units, and what its curve may need besides.</summary>
/// <param name="Original">The dose before the first cut.</param>
/// <param name="UnitNg">One unit in nanograms; every makeable dose is a whole number of them.</param>
internal readonly record struct CutInUnits(long From, long To, long Original, long UnitNg);
