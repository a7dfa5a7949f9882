using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>One dose of the day.</summary>
public sealed record TimedDose(TimeOfDay Time, MakeableDose Dose);

/// <summary>What the doses of a step are made of.</summary>
public enum TaperPhase
{
    Pieces,

    /// <summary>A liquid measured with a syringe, beside pieces or alone.</summary>
    Liquid,
}

/// <summary>How a plan ends.</summary>
public enum PlanEnd
{
    /// <summary>With a stop from the last dose.</summary>
    Stop,

    /// <summary>On the lower dose that was asked for.</summary>
    Goal,

    /// <summary>On the lowest dose that keeps the ceiling, because this stock makes no next one.</summary>
    StockLimit,
}

/// <summary>The kind of plan.</summary>
public enum TaperRoute
{
    /// <summary>The ordinary taper: small cuts, weeks apart.</summary>
    Gradual,

    /// <summary>A hypnotic at bedtime: every marketed strength in turn.</summary>
    Hypnotic,

    /// <summary>After less than 4 weeks of use: 1 to 4 weeks.</summary>
    Short,
}

/// <summary>A stretch of days on one regimen.</summary>
public sealed record TaperStep
{
    /// <summary>0 is the starting regimen.</summary>
    public required int Number { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>
    /// The last day, inclusive; null for the final step, which does not end. The day before <see cref="Start"/> where the starting regimen
    /// is cut at once.
    /// </summary>
    public required DateOnly? End { get; init; }

    public required Regimen Regimen { get; init; }

    /// <summary>Empty on the final step of a taper to zero.</summary>
    public required IReadOnlyList<TimedDose> Doses { get; init; }

    /// <summary>Of the dose before, in percent; 0 for the starting regimen, 100 for the stop.</summary>
    public required decimal ReductionPercentOfCurrent { get; init; }

    /// <summary>Of the starting dose, in percent.</summary>
    public required decimal ReductionPercentOfOriginal { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public Dose DailyDose => Regimen.DailyDose;

    /// <summary>Days held; null for the final step.</summary>
    public int? Days => End is { } end ? end.DayNumber - Start.DayNumber + 1 : null;

    public int SplitPieces => Doses.Sum(d => d.Dose.SplitPieces);

    public IEnumerable<Product> Products => Doses.SelectMany(d => d.Dose.Makeup).Select(m => m.Product).Distinct();

    /// <summary>Once the liquid has begun every later step is of its phase, a day of pieces among them too.</summary>
    public TaperPhase Phase { get; init; }
}

/// <summary>A computed schedule. Not an order: nothing in it reaches a patient as a dose before a prescriber has approved it.</summary>
public sealed record TaperPlan
{
    internal TaperPlan() { }

    public required TaperRequest Request { get; init; }

    public required TaperRoute Route { get; init; }

    public required PlanEnd Ends { get; init; }

    public required IReadOnlyList<TaperStep> Steps { get; init; }

    /// <summary>The change to this drug that comes before step 0, with stages of its own; null where none does.</summary>
    public CrossOver? Change { get; init; }

    /// <summary>The first day of anything: of the change, where there is one.</summary>
    public DateOnly BeginsOn => Change?.Start ?? Steps[0].Start;

    /// <summary>The products the plan was allowed to use: one concentration at most.</summary>
    public required Stock Stock { get; init; }

    /// <summary>With goal zero, the daily dose the stop is made from; null where the plan ends on a dose to stay on.</summary>
    public required Dose? Last { get; init; }

    public required IReadOnlyList<Fill> Fills { get; init; }

    /// <summary>About the whole plan; those about one step stand on the step.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The verdicts of the policy, one a reading, the default first.</summary>
    public required IReadOnlyList<Verdict> Verdicts { get; init; }

    /// <summary>Whether the interval on the starting regimen was left out.</summary>
    public bool CutNowInForce => Steps[0].Days == 0;

    public DateOnly EndsOn => Steps[^1].Start;

    public int TotalDays => EndsOn.DayNumber - Steps[0].Start.DayNumber;

    /// <summary>The same with the change of medicine before it.</summary>
    public int WholeDays => EndsOn.DayNumber - BeginsOn.DayNumber;

    /// <summary>
    /// Whether the policy's own steps in mg were the asked ones: its limits name such for this drug, and nobody chose a pace.
    /// </summary>
    public bool IsSteeredByMilligrams =>
        Route is TaperRoute.Gradual && !Request.PaceIsAsked && Request.Policy.MgRulesFor(Request.Drug).Count > 0;

    /// <summary>Of a hypnotic plan, the weeks on each strength: <c>1 week</c>, <c>2 weeks</c>.</summary>
    public int MostWeeksOnOne => Steps.Max(s => s.Days ?? 0) / 7;

    /// <summary>The cuts that lead to a lower dose or to none.</summary>
    public IEnumerable<TaperStep> Cuts => Steps.Skip(1);

    /// <summary>Cuts that lead to a dose: the stop is not one.</summary>
    public int StepsDown => Cuts.Count(s => !s.DailyDose.IsZero);

    /// <summary>The step that the largest cut of current dose leads to, the stop aside; step 0 where the stop is the only cut.</summary>
    public TaperStep WorstStep => Steps.Where(s => !s.DailyDose.IsZero).MaxBy(s => s.ReductionPercentOfCurrent)!;

    /// <summary>In percent of current; 0 where the stop is the only cut.</summary>
    public decimal WorstCutPercent => WorstStep.ReductionPercentOfCurrent;

    /// <summary>Searches again: the plan keeps no table of its search.</summary>
    /// <returns>Null for a hypnotic or short taper, where nothing is searched.</returns>
    public TaperCertificate? Certificate() => Route is TaperRoute.Gradual ? TaperCertificate.Of(TaperPlanner.Searched(this)) : null;

    /// <summary>
    /// What is left of it on a later day, with what is dispensed for that. What was at home when it was planned is not counted: it may be
    /// used up by now.
    /// </summary>
    /// <param name="steps">From the dose that is taken on.</param>
    public TaperPlan Left(IReadOnlyList<TaperStep> steps) =>
        this with
        {
            Request = Request with { Regimen = steps[0].Regimen, AsTaken = null, Start = steps[0].Start, OnHand = [], CutNow = false },
            Change = null,
            Steps = steps,
            Ends = steps[^1].Doses.Count == 0 ? PlanEnd.Stop : PlanEnd.Goal,
            Fills = FillPlanner.Fills(steps, Request.FillDays, []),
        };

    /// <summary>
    /// The plan as any other schedule. Where the first interval was left out, the starting regimen begins that much earlier: those days
    /// were spent on it.
    /// </summary>
    public DoseSchedule ToSchedule() =>
        new(
            Request.Drug,
            [
                .. Steps.Select(s => new ScheduledDose(
                    s.Number == 0 && CutNowInForce ? s.Start.AddDays(-Request.Pace.WholeWeeksDays) : s.Start,
                    s.DailyDose,
                    s.Regimen
                )),
            ]
        );
}
