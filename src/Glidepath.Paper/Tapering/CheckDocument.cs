using System.Text.Json;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Paper.Tapering;

/// <summary>What rule sets say of a schedule, as JSON; described in docs/formats.md.</summary>
public sealed record CheckDocument(string Drug, bool Breach, IReadOnlyList<VerdictDocument> Verdicts)
{
    /// <param name="breach">Whether some rule set finds a breach in its default reading.</param>
    public static CheckDocument Of(Benzodiazepine drug, IReadOnlyList<Verdict> verdicts, bool breach) =>
        new(drug.Name, breach, [.. verdicts.Select(VerdictDocument.Of)]);

    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.CheckDocument);
}

public sealed record VerdictDocument(
    string Policy, string Name, string? Reading, bool DefaultReading, string Severity, string Confidence, IReadOnlyList<StepFindingDocument> Findings)
{
    public static VerdictDocument Of(Verdict verdict) => new(
        verdict.RuleSet.Id, verdict.RuleSet.Name, verdict.Reading, verdict.IsDefaultReading, Camel(verdict.Severity), Camel(verdict.RuleSet.Confidence),
        [.. verdict.Findings.Select(f => new StepFindingDocument(f.Rule, Camel(f.Severity), f.Step, f.Message, f.Source.ToString()))]);

    private static string Camel<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

public sealed record StepFindingDocument(string Rule, string Severity, int? Step, string Message, string Source);
