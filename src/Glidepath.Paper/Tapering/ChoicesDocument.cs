using System.Text.Json;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>The choices side by side as JSON; described in docs/formats.md.</summary>
public sealed record ChoicesDocument(
    string Notice,
    string? OverrideReason,
    IReadOnlyList<FindingDocument> Findings,
    IReadOnlyList<ChoiceDocument> Choices
)
{
    /// <summary>What was read otherwise than it was written, such as <c>read 0,5 as 0.5</c>; empty where nothing was.</summary>
    public IReadOnlyList<string> ReadAs { get; init; } = [];

    public static ChoicesDocument Of(IReadOnlyList<TaperChoice> choices, TaperRequest request, SafetyText safety) =>
        new(
            $"{safety.Draft} {safety.DoNotStop}",
            request.OverrideReason,
            [
                .. PlanFindings.OfCurve(request.Pace.Curve) is { } curve ? [FindingDocument.Of(curve)] : Array.Empty<FindingDocument>(),
                .. CareFirst
                    .AllOf(new FactCase(request.Drug, request.Regimen.DailyDose, request.Facts), request.Policy)
                    .Select(FindingDocument.Of),
            ],
            [.. choices.Select(c => ChoiceDocument.Of(c, safety))]
        );

    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.ChoicesDocument);
}

public sealed record ChoiceDocument(
    string Id,
    string Name,
    ChoiceSummaryDocument? Summary,
    ChoiceSummaryDocument? FromHighEnd,
    string? NoPlan,
    CrossOverDocument? CrossOver,
    PlanDocument? Plan
)
{
    public static ChoiceDocument Of(TaperChoice choice, SafetyText safety) =>
        new(
            choice.Id,
            choice.Name.InWords(),
            choice.Result.Plan is { } plan ? ChoiceSummaryDocument.Of(plan) : null,
            choice.FromHighEnd?.Plan is { } high ? ChoiceSummaryDocument.Of(high) : null,
            choice.Result.Refusal?.Message,
            choice.CrossOver is { } crossOver ? CrossOverDocument.Of(crossOver) : null,
            choice.Result.Plan is { } full ? PlanDocument.Of(full, safety) : null
        );
}

/// <param name="Steps">Those that lead to a dose: the stop is not one.</param>
/// <param name="Weeks">From the start of the taper to its goal; a cross-over before it not counted.</param>
public sealed record ChoiceSummaryDocument(
    decimal StartMg,
    decimal WorstStepPercent,
    int Breaches,
    int Steps,
    int SplitPieces,
    int Products,
    decimal Weeks,
    decimal LastDoseMg
)
{
    public static ChoiceSummaryDocument Of(TaperPlan plan) =>
        new(
            plan.Steps[0].DailyDose.Milligrams,
            Math.Round(plan.WorstCutPercent, 1),
            TaperChoice.Breaches(plan),
            plan.StepsDown,
            TaperChoice.SplitPieces(plan),
            TaperChoice.Products(plan),
            Math.Round(plan.TotalDays / 7m, 1),
            TaperChoice.LastBeforeGoal(plan).Milligrams
        );
}

public sealed record CrossOverDocument(
    string From,
    string To,
    RangeDocument TargetMg,
    DateOnly CompleteOn,
    DateOnly TaperFrom,
    IReadOnlyList<CrossOverStageDocument> Stages,
    IReadOnlyList<CrossOverSupplyDocument> Dispense,
    IReadOnlyList<ReviewDocument> Reviews,
    IReadOnlyList<FindingDocument> Findings
)
{
    public static CrossOverDocument Of(CrossOver plan) =>
        new(
            plan.From.Name,
            plan.To.Name,
            new(plan.TargetMg.Low, plan.TargetMg.High),
            plan.CompleteOn,
            plan.TaperFrom,
            [.. plan.Stages.Select(s => new CrossOverStageDocument(s.Start, s.End, s.From.ToString(), s.To.ToString()))],
            [.. plan.Supplies.Select(s => new CrossOverSupplyDocument(s.Product.Name, s.Count, s.Product.Unit, s.From, s.To))],
            [.. plan.Reviews.Select(r => new ReviewDocument(r.From, r.To, r.Purpose.InWords()))],
            [.. plan.Findings.Select(FindingDocument.Of)]
        );
}

public sealed record CrossOverStageDocument(DateOnly Start, DateOnly? End, string StillTaken, string NewDrug);

public sealed record ReviewDocument(DateOnly From, DateOnly To, string Purpose);

public sealed record CrossOverSupplyDocument(string Product, decimal Count, string Unit, DateOnly From, DateOnly To);
