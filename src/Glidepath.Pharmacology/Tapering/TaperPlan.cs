using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>One dose of the day.</summary>
public sealed record TimedDose(TimeOfDay Time, MakeableDose Dose);

/// <summary>A stretch of days on one regimen.</summary>
public sealed record TaperStep
{
    /// <summary>0 is the starting regimen.</summary>
    public required int Number { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>
    /// The last day, inclusive; null for the final step, which does not end. The day before <see cref="Start"/> where the starting regimen is cut at once.
    /// </summary>
    public required DateOnly? End { get; init; }

    public required Regimen Regimen { get; init; }

    /// <summary>Empty on the final step of a taper to zero.</summary>
    public required IReadOnlyList<TimedDose> Doses { get; init; }

    /// <summary>Of the dose before, in per cent; 0 for the starting regimen, 100 for the stop.</summary>
    public required decimal ReductionPercentOfCurrent { get; init; }

    /// <summary>Of the starting dose, in per cent.</summary>
    public required decimal ReductionPercentOfOriginal { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public Dose DailyDose => Regimen.DailyDose;

    /// <summary>Days held; null for the final step.</summary>
    public int? Days => End is { } end ? end.DayNumber - Start.DayNumber + 1 : null;

    public int SplitPieces => Doses.Sum(d => d.Dose.SplitPieces);

    public IEnumerable<Product> Products => Doses.SelectMany(d => d.Dose.Makeup).Select(m => m.Product).Distinct();
}

/// <summary>A computed schedule. Not an order: nothing in it reaches a patient as a dose before a prescriber has approved it.</summary>
public sealed record TaperPlan
{
    internal TaperPlan(TaperSolution solution) => Solution = solution;

    public required TaperRequest Request { get; init; }

    public required IReadOnlyList<TaperStep> Steps { get; init; }

    /// <summary>The products the plan was allowed to use: one concentration at most.</summary>
    public required Stock Stock { get; init; }

    /// <summary>With goal zero, the daily dose the stop is made from.</summary>
    public required Dose? Last { get; init; }

    public required SplitRule Split { get; init; }

    public required IReadOnlyList<Fill> Fills { get; init; }

    /// <summary>About the whole plan; those about one step stand on the step.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The verdicts of the policy, one a reading, the default first.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Area above the asked curve, in mg·days: how much later than asked the plan is, all told.</summary>
    public required decimal AreaAboveCurve { get; init; }

    /// <summary>Where doses are held longer than the pace asks, so that what is carried over in the body breaks no cap; null where nothing was.</summary>
    public CarryOverGap? CarryOver { get; init; }

    internal TaperSolution Solution { get; }

    /// <summary>Whether the first hold was shortened: asked for, and not the hold before the stop.</summary>
    public bool CutNowInForce => Request.CutNow && !Steps[1].DailyDose.IsZero;

    public DateOnly EndsOn => Steps[^1].Start;

    public int TotalDays => EndsOn.DayNumber - Steps[0].Start.DayNumber;

    /// <summary>The step that the largest cut of current dose leads to, the stop aside; step 0 where the stop is the only cut.</summary>
    public TaperStep WorstStep => Steps.Where(s => !s.DailyDose.IsZero).MaxBy(s => s.ReductionPercentOfCurrent)!;

    /// <summary>In per cent of current; 0 where the stop is the only cut.</summary>
    public decimal WorstCutPercent => WorstStep.ReductionPercentOfCurrent;

    /// <summary>Whether every allowed split was searched; if not, the plan is the best within the family that <see cref="Split"/> names.</summary>
    public bool IsOptimalOverAllSplits => Split is SplitRule.Proportional or SplitRule.Free || Request.Regimen.Times.Count == 1;

    public TaperCertificate Certificate() => TaperCertificate.Of(Solution);

    /// <summary>
    /// The plan as any other schedule. Where the first hold was shortened, the starting regimen begins an interval earlier: those days were spent on it.
    /// </summary>
    public DoseSchedule ToSchedule() => new(Request.Drug, [.. Steps.Select(s =>
        new ScheduledDose(s.Number == 0 && CutNowInForce ? s.Start.AddDays(-Request.Pace.IntervalDays) : s.Start, s.DailyDose, s.Regimen))]);
}
