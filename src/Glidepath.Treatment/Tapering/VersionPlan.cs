using System.Text.Json.Serialization;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

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
    /// <summary>What is taken until the first step, where that is another dose: before a change of medicine, or a cut at once. Else
    /// null.</summary>
    public VersionStep? Taken { get; init; }

    /// <summary>The dose that the plan was made from.</summary>
    [JsonIgnore]
    public VersionStep From => Taken ?? Steps[0];

    internal static VersionPlan None { get; } = new("", "", null, []);

    /// <summary>In mg a day; 0 for a medicine that is not in it.</summary>
    public decimal MostMg(string drug) => Steps.Append(From).Max(s => s.Daily.GetValueOrDefault(drug));

    /// <param name="directions">Words for what is taken.</param>
    public static VersionPlan Of(TaperPlan plan, Directions directions) =>
        new(
            plan.Request.Drug.Name,
            plan.Request.Policy.Name,
            plan.Request.OverrideReason,
            [
                .. plan.Change?.Stages.Select(s => VersionStep.Of(s, plan.Change, directions)) ?? [],
                // A starting regimen that is cut at once has no day.
                .. plan.Steps.Where(s => s.Days != 0).Select(s => VersionStep.Of(s, directions)),
            ]
        )
        {
            Taken =
                plan.Change is { } change ? VersionStep.Before(change)
                : plan.CutNowInForce ? VersionStep.Of(plan.Steps[0], directions) with { Days = null }
                : null,
        };
}

/// <summary>Words for what is taken, as they are kept: the engine has none.</summary>
/// <param name="OfStep">With the times of day.</param>
/// <param name="OfDose">"half of a 0.5 mg tablet".</param>
public sealed record Directions(Func<TaperStep, string> OfStep, Func<MakeableDose, string> OfDose);

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
    [JsonIgnore]
    public IReadOnlyDictionary<string, decimal> Daily =>
        (Doses ?? []).GroupBy(d => d.Drug, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Sum(d => d.Mg));

    [JsonIgnore]
    public bool IsStop => (Doses ?? []).Count == 0;

    internal static VersionStep Nothing { get; } = new(0, false, null, [], 0, 0);

    /// <summary>The same doses at the same times, made of the same.</summary>
    internal bool IsTakenAs(VersionStep other) =>
        Doses.Count == other.Doses.Count && Doses.Zip(other.Doses).All(pair => pair.First.IsTakenAs(pair.Second));

    internal static VersionStep Of(TaperStep step, Directions directions) =>
        new(
            step.Number,
            false,
            step.Days,
            [.. step.Doses.Select(d => VersionDose.Of(d.Time, d.Dose, directions))],
            Math.Round(step.ReductionPercentOfCurrent, Decimals),
            Math.Round(step.ReductionPercentOfOriginal, Decimals)
        );

    /// <summary>The medicine before a change, as it is taken then: no stock was asked how to make it.</summary>
    internal static VersionStep Before(CrossOver change) =>
        Nothing with
        {
            Doses = [.. change.Taken.Times.Select(t => VersionDose.AsTaken(change.From, t, change.Taken[t]))],
        };

    internal static VersionStep Of(CrossOverStage stage, CrossOver change, Directions directions) =>
        new(
            change.Stages.ToList().IndexOf(stage) + 1,
            true,
            change.EndOf(stage).DayNumber - stage.Start.DayNumber + 1,
            [
                .. stage.Doses.Select(d =>
                    d.Made is { } made ? VersionDose.Of(d.Time, made, directions) : VersionDose.AsTaken(d.Drug, d.Time, d.Dose)
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
    [JsonIgnore]
    public TimeOfDay Time => new(Minutes);

    internal bool IsTakenAs(VersionDose other) =>
        (Drug, Minutes, Mg, Sig) == (other.Drug, other.Minutes, other.Mg, other.Sig) && Pieces.SequenceEqual(other.Pieces);

    internal static VersionDose AsTaken(Benzodiazepine drug, TimeOfDay time, Dose dose) =>
        new(drug.Name, time.Minutes, dose.Milligrams, dose.ToString(), []);

    internal static VersionDose Of(TimeOfDay time, MakeableDose dose, Directions directions) =>
        new(
            dose.Makeup[0].Product.Drug.Name,
            time.Minutes,
            dose.Dose.Milligrams,
            directions.OfDose(dose),
            [.. dose.Makeup.Select(m => new VersionPiece(m.Product.Form, m.Product.Strength, m.Product.Scoring, m.Count))]
        );
}

/// <summary>One product of a dose.</summary>
/// <param name="Strength">In mg a piece, or mg/mL of a liquid.</param>
/// <param name="Count">Pieces, in quarters where the tablet has lines for them; or mL.</param>
public sealed record VersionPiece(ProductForm Form, decimal Strength, Scoring Scoring, decimal Count);
