using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>Who and what a fact rule is asked about.</summary>
/// <param name="DailyDose">Before any cut.</param>
public sealed record FactCase(Benzodiazepine Drug, Dose DailyDose, PatientFacts Facts);

/// <summary>One sentence of a guideline about a person, with the condition under which it speaks.</summary>
/// <param name="Id">Of the rule and of its sentence.</param>
/// <param name="RuleSetId">The rule set it belongs to; null for rules that hold under every policy.</param>
public sealed record FactRule(
    string Id,
    string? RuleSetId,
    Severity Severity,
    Source Source,
    Confidence Confidence,
    Func<FactCase, bool> Applies
)
{
    public Finding ToFinding() => new(Id, Severity, Source, Confidence);
}
