using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Treatment.Tapering;

/// <summary>A plan as it was shown on the day it was kept. A planner that learns since changes nothing of it.</summary>
/// <param name="Drug">The medicine that the steps are of.</param>
/// <param name="FromMg">A day, at the first step.</param>
/// <param name="ToMg">A day, at the last step; 0 is to stop.</param>
/// <param name="Begins">With the change of medicine, where there is one.</param>
/// <param name="Policy">Name of the guideline that steered.</param>
/// <param name="OverrideReason">Why the prescriber went on where the planner would not; null where it would.</param>
/// <param name="Change">The change to <paramref name="Drug"/> before the steps; empty where there is none.</param>
public sealed record DraftedTaper(
    string Drug,
    decimal FromMg,
    decimal ToMg,
    DateOnly Begins,
    DateOnly Ends,
    string Policy,
    string? OverrideReason,
    IReadOnlyList<DraftedStage> Change,
    IReadOnlyList<DraftedStep> Steps
)
{
    internal static DraftedTaper None { get; } = new("", 0, 0, default, default, "", null, [], []);

    /// <param name="directions">Words for what is taken, the same on every day and for whoever reads.</param>
    public static DraftedTaper Of(TaperPlan plan, Func<TaperStep, string> directions) =>
        new(
            plan.Request.Drug.Name,
            plan.Steps[0].DailyDose.Milligrams,
            plan.Steps[^1].DailyDose.Milligrams,
            plan.BeginsOn,
            plan.EndsOn,
            plan.Request.Policy.Name,
            plan.Request.OverrideReason,
            [.. plan.Change?.Stages.Select(s => DraftedStage.Of(s, plan.Change)) ?? []],
            [.. plan.Steps.Select(s => DraftedStep.Of(s, directions(s)))]
        );

    /// <summary>The stop too, where there is one.</summary>
    public int Cuts => Steps.Count(s => s.Number > 0);

    /// <summary>From the first day to the last, a part of one counted whole.</summary>
    public int Weeks => (Ends.DayNumber - Begins.DayNumber + 6) / 7;

    /// <summary>Of the dose at that time. The stop is no share of anything: it is left out where there is another cut.</summary>
    public decimal LargestPercentOfCurrent =>
        Steps.Where(s => s is { Number: > 0, DailyMg: > 0 }).Select(s => s.PercentOfCurrent).DefaultIfEmpty(100).Max();

    /// <summary>Whether every day is the same; only then may the other stand for it on paper.</summary>
    public bool HasStepsOf(DraftedTaper other) =>
        Drug == other.Drug && Change.SequenceEqual(other.Change) && Steps.SequenceEqual(other.Steps);
}

/// <param name="Number">0 is the dose of today.</param>
/// <param name="End">Inclusive; null for the last step, which does not end.</param>
/// <param name="Sig">What is taken, and when, as it stands on a label.</param>
public sealed record DraftedStep(
    int Number,
    DateOnly Start,
    DateOnly? End,
    decimal DailyMg,
    string Sig,
    decimal PercentOfCurrent,
    decimal PercentOfOriginal
)
{
    /// <summary>Decimals of a percentage that are kept.</summary>
    private const int Decimals = 4;

    internal static DraftedStep Of(TaperStep step, string sig) =>
        new(
            step.Number,
            step.Start,
            step.End,
            step.DailyDose.Milligrams,
            sig,
            Math.Round(step.ReductionPercentOfCurrent, Decimals),
            Math.Round(step.ReductionPercentOfOriginal, Decimals)
        );
}

/// <summary>A stage of a change of medicine: both are taken.</summary>
/// <param name="Old">What is taken of the medicine before; empty once it is left.</param>
/// <param name="New">What is taken of the new one.</param>
public sealed record DraftedStage(DateOnly Start, string OldDrug, string Old, string New)
{
    internal static DraftedStage Of(CrossOverStage stage, CrossOver change) =>
        new(stage.Start, change.From.Name, stage.From.ToString(), stage.To.ToString());
}
