namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// A taper in whole numbers: every dose is a multiple of one unit. What <see cref="TaperSearch"/> solves and a certificate states.
/// </summary>
/// <param name="Start">Dose at each time of day in use, in units; all above zero.</param>
/// <param name="Makeable">Every makeable dose up to the largest in <paramref name="Start"/>, ascending, in units.</param>
/// <param name="Goal">Daily dose to end on, in units; zero to stop.</param>
/// <param name="Last">With goal zero, the daily dose the stop is made from, in units.</param>
/// <param name="KeptTime">With <see cref="SplitRule.KeepOneTime"/>, the place in <paramref name="Start"/> that is dropped last.</param>
/// <param name="EmptiesEarly">Whether a time may be emptied while another holds more than two units: long-acting drugs only.</param>
public sealed record TaperProblem(
    IReadOnlyList<int> Start, IReadOnlyList<int> Makeable, int Goal, int Last, TaperPace Pace, SplitRule Split, int KeptTime, bool EmptiesEarly)
{
    /// <summary>
    /// Each time of day lies within this part of a unit of its share: 1 by the rule, more where the splits were too many to search. Down from
    /// <see cref="WholeUnitsPerTime"/> units a time the rule itself holds again, so that every last dose and goal stays within reach.
    /// </summary>
    public int Narrowing { get; init; } = 1;

    public const int WholeUnitsPerTime = 20;

    internal int NarrowingAt(int total) => total > WholeUnitsPerTime * Smallest * Start.Count ? Narrowing : 1;

    /// <summary>One unit in nanograms: for a curve that names a dose of its own.</summary>
    public long UnitNg { get; init; } = 1;

    /// <summary>Least days on a daily dose, in units, where what is carried over from the doses before would else make the next fall too large.</summary>
    public IReadOnlyDictionary<int, int> SettleDays { get; init; } = new Dictionary<int, int>();

    public int StartTotal { get; } = Start.Sum();

    /// <summary>The lowest daily dose searched: the goal, or the dose the stop is made from.</summary>
    public int Floor => Goal > 0 ? Goal : Last;

    /// <summary>The smallest makeable dose, in units.</summary>
    public int Smallest => Makeable[0];

    /// <summary>Days on <paramref name="from"/> before going to <paramref name="to"/>, by the pace.</summary>
    public int HoldDays(int from, int to) => Settled(from, Pace.Curve.HoldDays(Pace, Whole(from, to)));

    /// <summary>The same for a cut at or under the asked step, where most curves need no reckoning.</summary>
    internal int HoldWithinStep(int from, int to) => Settled(from, Pace.Curve.HoldWithinStep(Pace, Whole(from, to)));

    internal bool IsWithinStep(int from, int to) => Pace.Curve.IsWithinStep(Pace, Whole(from, to));

    internal Cut Excess(int from, int to) => Pace.Curve.Excess(Whole(from, to)).Reduced();

    /// <summary>
    /// Days on the last dose before the stop: by the pace, and at least as long as the dose before it was held.
    /// </summary>
    /// <param name="holdBefore">Zero when the taper starts on its last dose.</param>
    public int HoldBeforeStop(int holdBefore) => Math.Max(HoldDays(Last, 0), holdBefore);

    private int Settled(int from, int days) => SettleDays.Count > 0 && SettleDays.TryGetValue(from, out var least) ? Math.Max(days, least) : days;

    private CutInUnits Whole(int from, int to) => new(from, to, StartTotal, UnitNg);
}
