using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// What one request allows and asks of a cut, by the dose before it: docs/clinical/pace-and-hold.md. Sizes of cuts are compared as −ln(1 −
/// cut), in which two cuts add up to the cut of both.
/// </summary>
internal sealed class PaceRules
{
    /// <summary>A cut up to this many times the asked one counts as the asked one: no syringe is exact to 2 %. Program rule.</summary>
    public const double SameStep = 1.02;

    /// <summary>An excess under this part of the asked step counts as none. Program rule.</summary>
    public const double FreeExcess = 0.25;

    /// <summary>A cut is at least this part of the asked one, but for the one that lands on the last dose or goal. Program rule.</summary>
    public const double LeastPart = 0.5;

    /// <summary>
    /// Pieces go down only as far as their pace, with the longest hold, stays within so many times the asked one. Program rule.
    /// </summary>
    public const double MostPiecePace = 1.5;

    /// <summary>The first cut is at most so many times the asked one wherever a liquid can make a smaller one. Program rule.</summary>
    public const decimal MostFirstCut = 1.5m;

    /// <summary>Longest hold that a plan makes by itself, in days. Program rule.</summary>
    public const int LongestHold = 28;

    /// <summary>Distances are compared in whole millionths.</summary>
    private const double Parts = 1_000_000;

    private readonly TaperRequest _request;
    private readonly decimal _start;
    private readonly decimal _unitMg;
    private readonly bool _isOverridden;
    private readonly IReadOnlyList<PaceLimit> _mgRules;
    private readonly Dictionary<int, FromDose> _byDose = [];
    private readonly Dictionary<int, long> _logarithms = [];

    /// <param name="unitMg">The unit that doses are given in.</param>
    public PaceRules(TaperRequest request, decimal unitMg)
    {
        (_request, _unitMg, _start) = (request, unitMg, request.Regimen.DailyDose.Milligrams);
        MostHold = Math.Max(request.MaxHoldDays ?? LongestHold, Interval);
        _isOverridden = request.OverrideInForce is not null;
        _mgRules = request.PaceIsAsked ? [] : request.Policy.MgRulesFor(request.Drug);
    }

    /// <summary>The asked interval in whole weeks, in days.</summary>
    public int Interval => _request.Pace.WholeWeeksDays;

    /// <summary>In days.</summary>
    public int MostHold { get; }

    /// <summary>What may and should be cut from a dose.</summary>
    public FromDose At(int from)
    {
        if (!_byDose.TryGetValue(from, out var known))
        {
            var mg = from * _unitMg;
            var curve = _request.Pace.Curve.AskedPart(_request.Pace, mg, _start);
            var ceiling = Math.Min(0.99m, _isOverridden ? Math.Max(Ceiling(mg), curve) : Ceiling(mg));
            var asked = Math.Min(
                ceiling,
                _mgRules.FirstOrDefault(r => mg > r.AboveMg && mg <= r.UpToMg) is { MaxMg: { } most } rule
                    ? (rule.SteerMg ?? most) / mg
                    : curve
            );
            _byDose[from] = known = new FromDose(
                asked,
                Size(asked),
                -DoseLogarithm.OfPart(1 - asked),
                Size(ceiling),
                (_request.Pace.Curve.AskedDays(_request.Pace, mg, _start) + 6) / 7 * 7
            );
        }
        return known;
    }

    private decimal Ceiling(decimal mg)
    {
        var (drug, from, start) = (_request.Drug, new Dose(mg), new Dose(_start));
        return (
                _request.Policy.LargestCutMg(drug, from, start, Interval)
                ?? RuleSetTable.Asam.LargestCutMg(drug, from, start, Interval)!.Value
            ) / mg;
    }

    /// <summary>The cut as −ln(1 − cut).</summary>
    public static double Size(decimal part) => -Math.Log(1 - (double)part);

    /// <summary>
    /// Days on the dose after a cut, by the cut that began it: the interval, or as many whole weeks as keep the asked rate.
    /// </summary>
    /// <param name="size">Of the cut.</param>
    public int Hold(int from, int to, double size)
    {
        var (asked, interval) = (At(from).Asked, At(to).Interval);
        if (size <= asked * SameStep)
            return interval;
        var weeks = (int)Math.Ceiling(size / asked * interval / 7 - 1e-6);
        return Math.Max(interval, Math.Min(weeks * 7, MostHold));
    }

    /// <summary>
    /// In billionths of −ln(1 − cut): how far a cut is above the asked one; 0 under a quarter of it. By <see cref="DoseLogarithm"/>, so that
    /// two ways down with as many large cuts have the same sum to the last digit.
    /// </summary>
    public long Excess(int from, int to, double size)
    {
        var cut = At(from);
        return size - cut.Asked < cut.Asked * FreeExcess ? 0 : Logarithm(from) - Logarithm(to) - cut.AskedBillionths;
    }

    private long Logarithm(int units) =>
        _logarithms.TryGetValue(units, out var known) ? known : _logarithms[units] = DoseLogarithm.Of(units);

    /// <summary>
    /// How far a step is from the asked curve, in millionths of a step: its size in asked steps against its hold in intervals.
    /// </summary>
    public long Distance(double size, double asked, int hold) => (long)Math.Round(Math.Abs(size / asked - (double)hold / Interval) * Parts);
}

/// <summary>What may and should be cut from one dose; sizes as −ln(1 − cut).</summary>
/// <param name="AskedPart">The asked cut as a part of the dose; never above the ceiling.</param>
/// <param name="Ceiling">The largest cut that the policy allows at the asked interval; the asked one where that is overridden.</param>
/// <param name="Interval">The interval asked for on this dose, in whole weeks, in days.</param>
/// <param name="AskedBillionths">The asked size by <see cref="DoseLogarithm"/>, to be added and taken away.</param>
internal readonly record struct FromDose(decimal AskedPart, double Asked, long AskedBillionths, double Ceiling, int Interval);
