using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Treatment.Tapering;

/// <summary>
/// What a prescriber approved, as it was printed on that day: no engine is asked to read it again, so it reads the same in years.
/// </summary>
/// <param name="Drug">The medicine that is tapered; before a change of medicine another is taken.</param>
/// <param name="Policy">Name of the guideline that steered.</param>
/// <param name="OverrideReason">Why the prescriber went on where the planner would not; null where it would.</param>
/// <param name="Steps">In their order: the stages of a change of medicine first. The last one has no length.</param>
public sealed record VersionPlan(string Drug, string Policy, string? OverrideReason, IReadOnlyList<VersionStep> Steps)
{
    internal static VersionPlan None { get; } = new("", "", null, []);

    public static VersionPlan Of(TaperPlan plan) =>
        new(
            plan.Request.Drug.Name,
            plan.Request.Policy.Name,
            plan.Request.OverrideReason,
            [
                .. plan.Change?.Stages.Select(s => VersionStep.Of(s, plan.Change)) ?? [],
                // A starting regimen that is cut at once has no day.
                .. plan.Steps.Where(s => s.Days != 0).Select(VersionStep.Of),
            ]
        );
}

/// <summary>A stretch of days on one set of doses.</summary>
/// <param name="Number">As it was printed: 0 is the dose the taper begins with; of a change of medicine the stages count from 1.</param>
/// <param name="IsChange">A stage of a change of medicine: two medicines are taken.</param>
/// <param name="Days">How long it lasts at least; null for the last one.</param>
/// <param name="Doses">Empty where nothing is taken any more.</param>
/// <param name="PercentOfCurrent">The cut that leads to it, of the dose before.</param>
/// <param name="PercentOfOriginal">The same, of the dose the plan begins with.</param>
public sealed record VersionStep(
    int Number,
    bool IsChange,
    int? Days,
    IReadOnlyList<VersionDose> Doses,
    decimal PercentOfCurrent,
    decimal PercentOfOriginal
)
{
    /// <summary>Decimals of a percentage that are kept.</summary>
    private const int Decimals = 4;

    /// <summary>What is taken in a day, by the name of the medicine.</summary>
    public IReadOnlyDictionary<string, decimal> Daily =>
        (Doses ?? []).GroupBy(d => d.Drug, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Sum(d => d.Mg));

    public bool IsStop => (Doses ?? []).Count == 0;

    internal static VersionStep Of(TaperStep step) =>
        new(
            step.Number,
            false,
            step.Days,
            [.. step.Doses.Select(d => VersionDose.Of(d.Time, d.Dose))],
            Math.Round(step.ReductionPercentOfCurrent, Decimals),
            Math.Round(step.ReductionPercentOfOriginal, Decimals)
        );

    internal static VersionStep Of(CrossOverStage stage, CrossOver change) =>
        new(
            change.Stages.ToList().IndexOf(stage) + 1,
            true,
            change.EndOf(stage).DayNumber - stage.Start.DayNumber + 1,
            [
                .. stage.Doses.Select(d =>
                    d.Made is { } made
                        ? VersionDose.Of(d.Time, made)
                        : new VersionDose(d.Drug.Name, d.Time.Minutes, d.Dose.Milligrams, d.Dose.ToString(), [])
                ),
            ],
            0,
            0
        );
}

/// <summary>One dose of the day.</summary>
/// <param name="Minutes">After midnight, where the person is.</param>
/// <param name="Sig">How it is made, as it stands on a label: "half of a 0.5 mg tablet".</param>
/// <param name="Pieces">Empty where the stock could not make it: then it is taken as before.</param>
public sealed record VersionDose(string Drug, int Minutes, decimal Mg, string Sig, IReadOnlyList<VersionPiece> Pieces)
{
    public TimeOfDay Time => new(Minutes);

    internal static VersionDose Of(TimeOfDay time, MakeableDose dose) =>
        new(
            dose.Makeup[0].Product.Drug.Name,
            time.Minutes,
            dose.Dose.Milligrams,
            Pharmacology.Tapering.Sig.For(dose),
            [.. dose.Makeup.Select(m => new VersionPiece(m.Product.Form, m.Product.Strength, m.Product.Scoring, m.Count))]
        );
}

/// <summary>One product of a dose.</summary>
/// <param name="Strength">In mg a piece, or mg/mL of a liquid.</param>
/// <param name="Count">Pieces, in quarters where the tablet has lines for them; or mL.</param>
public sealed record VersionPiece(ProductForm Form, decimal Strength, Scoring Scoring, decimal Count);
