using System.Text.Json;
using System.Text.Json.Serialization;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>A plan as JSON. Stable: fields are added, never renamed; described in docs/formats.md.</summary>
public sealed record PlanDocument
{
    public required string Drug { get; init; }
    public required string Policy { get; init; }
    public required string Base { get; init; }
    public required decimal StepPercent { get; init; }
    public required int IntervalDays { get; init; }
    public required string Curve { get; init; }
    public decimal? D50Mg { get; init; }
    public required DateOnly Start { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required int TotalDays { get; init; }
    public bool Approved { get; init; }
    public string? Notice { get; init; }
    public string? OverrideReason { get; init; }

    /// <summary>The change of medicine before <see cref="Start"/>; null where there is none.</summary>
    public CrossOverDocument? Change { get; init; }

    /// <summary>What was read otherwise than it was written, such as <c>read 0,5 as 0.5</c>; empty where nothing was.</summary>
    public IReadOnlyList<string> ReadAs { get; init; } = [];

    /// <summary><c>gradual</c>, <c>hypnotic</c> or <c>short</c>.</summary>
    public required string Route { get; init; }

    /// <summary><c>stop</c>, <c>goal</c>, or <c>stockLimit</c>: on the lowest dose that keeps the ceiling.</summary>
    public required string Ends { get; init; }

    /// <summary>The interval on the starting dose is left out: it was spent before <see cref="Start"/>.</summary>
    public bool CutNow { get; init; }
    public required decimal GoalMg { get; init; }
    public decimal? LastDoseMg { get; init; }
    public StopDocument? Stop { get; init; }
    public required IReadOnlyList<StepDocument> Steps { get; init; }
    public required IReadOnlyList<FillDocument> Fills { get; init; }
    public required IReadOnlyList<SupplyDocument> Dispense { get; init; }
    public required IReadOnlyList<FindingDocument> Findings { get; init; }

    /// <summary>Breaches by each reading of the policy, the deciding one first; empty where it names no pace.</summary>
    public required IReadOnlyList<ReadingDocument> Readings { get; init; }

    public static PlanDocument Of(TaperPlan plan, SafetyText safety) =>
        new()
        {
            Drug = plan.Request.Drug.Name,
            Policy = plan.Request.Policy.Id,
            Base = BaseOf(plan.Request.Pace),
            StepPercent = plan.Request.Pace.StepPercent,
            IntervalDays = plan.Request.Pace.IntervalDays,
            Curve = plan.Request.Pace.Curve.Id,
            D50Mg = (plan.Request.Pace.Curve as PaceCurve.Emax)?.D50.Milligrams,
            Start = plan.Steps[0].Start,
            EndsOn = plan.EndsOn,
            TotalDays = plan.TotalDays,
            Notice = $"{safety.Draft} {safety.DoNotStop}",
            OverrideReason = plan.Request.OverrideReason,
            Change = plan.Change is { } change ? CrossOverDocument.Of(change) : null,
            Route = Camel(plan.Route),
            Ends = Camel(plan.Ends),
            CutNow = plan.CutNowInForce,
            GoalMg = plan.Request.Goal.Milligrams,
            LastDoseMg = plan.Last?.Milligrams,
            Stop = StopDocument.Of(plan),
            Steps = [.. plan.Steps.Select(StepDocument.Of)],
            Fills = [.. plan.Fills.Select(FillDocument.Of)],
            Dispense =
            [
                .. FillPlanner
                    .Totals(plan.Fills)
                    .Select(s => new SupplyDocument(s.Product.Name, s.Count, s.Product.Unit, s.FromHand, s.ToDispense)),
            ],
            Findings = [.. plan.Findings.Select(FindingDocument.Of)],
            Readings =
            [
                .. plan
                    .Verdicts.Where(v => v.Reading is not null)
                    .Select(v => new ReadingDocument(v.Reading!, v.Findings.Count(f => f.Severity is Severity.Breach))),
            ],
        };

    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.PlanDocument);

    internal static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string BaseOf(TaperPace pace) =>
        pace.Curve switch
        {
            PaceCurve.ProportionalToCurrent when pace.Base is PercentBase.Current => "current",
            PaceCurve.Emax => "effect",
            _ => "original",
        };
}

/// <param name="Receptors">Always <c>unbounded</c>: no bound on the fall in receptor occupancy holds for the last step.</param>
public sealed record StopDocument(
    DateOnly On,
    decimal FromMg,
    decimal PercentOfCurrent,
    RangeDocument? DiazepamEquivalentMg,
    string Receptors
)
{
    public static StopDocument? Of(TaperPlan plan) =>
        plan.Last is not { } last
            ? null
            : new(
                plan.EndsOn,
                last.Milligrams,
                100,
                DiazepamEquivalent.Of(plan.Request.Drug, last) is { } range ? new(range.DiazepamMg.Low, range.DiazepamMg.High) : null,
                "unbounded"
            );
}

public sealed record ReadingDocument(string Reading, int Breaches);

public sealed record RangeDocument(decimal Low, decimal High);

public sealed record StepDocument(
    int Number,
    DateOnly Start,
    DateOnly? End,
    string Phase,
    decimal DailyDoseMg,
    IReadOnlyList<DoseDocument> Doses,
    string Sig,
    decimal ReductionPercentOfCurrent,
    decimal ReductionPercentOfOriginal,
    IReadOnlyList<FindingDocument> Findings
)
{
    public static StepDocument Of(TaperStep step) =>
        new(
            step.Number,
            step.Start,
            step.End,
            PlanDocument.Camel(step.Phase),
            step.DailyDose.Milligrams,
            [
                .. step.Doses.Select(d => new DoseDocument(
                    d.Time.Word(),
                    d.Dose.Dose.Milligrams,
                    [.. d.Dose.Makeup.Select(m => new MakeupDocument(m.Product.Name, m.Count, m.Product.Unit, m.Syringe?.Name))]
                )),
            ],
            Pharmacology.Tapering.Sig.For(step).InWords(),
            Math.Round(step.ReductionPercentOfCurrent, 4),
            Math.Round(step.ReductionPercentOfOriginal, 4),
            [.. step.Findings.Select(FindingDocument.Of)]
        );
}

public sealed record DoseDocument(string Time, decimal DoseMg, IReadOnlyList<MakeupDocument> Makeup);

/// <param name="Syringe">What a liquid is measured with; null for pieces.</param>
public sealed record MakeupDocument(string Product, decimal Count, string Unit, string? Syringe);

/// <param name="Count">Over the whole plan, as taken.</param>
/// <param name="FromHand">How much of it is at home already.</param>
public sealed record SupplyDocument(string Product, decimal Count, string Unit, decimal FromHand, decimal ToDispense);

public sealed record FillDocument(
    DateOnly From,
    DateOnly To,
    string Product,
    decimal Count,
    string Unit,
    decimal Surplus,
    int Step,
    int Days,
    int IssueSet,
    decimal FromHand,
    decimal ToDispense
)
{
    public static FillDocument Of(Fill fill) =>
        new(
            fill.From,
            fill.To,
            fill.Product.Name,
            fill.Count,
            fill.Product.Unit,
            fill.Surplus,
            fill.Step,
            fill.Days,
            fill.IssueSet,
            fill.FromHand,
            fill.ToDispense
        );
}

public sealed record FindingDocument(string Rule, string Severity, string Message, string Source, string Confidence)
{
    public static FindingDocument Of(Finding finding) =>
        new(
            finding.Rule,
            JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()),
            finding.Message,
            finding.Source.ToString(),
            JsonNamingPolicy.CamelCase.ConvertName(finding.Confidence.ToString())
        );
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(PlainDecimalConverter)]
)]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(ChoicesDocument))]
[JsonSerializable(typeof(CheckDocument))]
public sealed partial class PlanJson : JsonSerializerContext;

/// <summary>Writes 1.0 as 1, as everywhere else.</summary>
public sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
}
