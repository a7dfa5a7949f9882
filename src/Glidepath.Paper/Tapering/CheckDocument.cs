using System.Text.Json;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Paper.Tapering;

/// <summary>What rule sets say of a schedule, as JSON; described in docs/formats.md.</summary>
/// <param name="Outcome">Of the rule sets that decide.</param>
/// <param name="Breach">Whether that is a breach.</param>
public sealed record CheckDocument(string Drug, string Outcome, bool Breach, IReadOnlyList<VerdictDocument> Verdicts)
{
    public static CheckDocument Of(Benzodiazepine drug, IReadOnlyList<Verdict> verdicts)
    {
        var outcome = CheckOutcomes.Of(verdicts);
        return new(
            drug.Name,
            JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()),
            outcome is CheckOutcome.Breach,
            [.. verdicts.Select(VerdictDocument.Of)]
        );
    }

    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.CheckDocument);
}

public sealed record VerdictDocument(
    string Policy,
    string Name,
    string? Reading,
    bool DefaultReading,
    string Severity,
    string Confidence,
    IReadOnlyList<StepFindingDocument> Findings
)
{
    public static VerdictDocument Of(Verdict verdict) =>
        new(
            verdict.RuleSet.Id,
            verdict.RuleSet.Name,
            verdict.Reading,
            verdict.IsDefaultReading,
            Camel(verdict.Severity),
            Camel(verdict.RuleSet.Confidence),
            [.. verdict.Findings.Select(f => new StepFindingDocument(f.Rule, Camel(f.Severity), f.Step, f.Message, f.Source.ToString()))]
        );

    private static string Camel<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

public sealed record StepFindingDocument(string Rule, string Severity, int? Step, string Message, string Source);
