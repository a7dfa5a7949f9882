using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Pharmacology.Safety;

/// <summary>How much a finding weighs. Ordered.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Look at this before going on.</summary>
    Finding,

    /// <summary>Outside what the named guideline allows.</summary>
    Breach,

    /// <summary>Comes before any plan: this person needs care arranged first.</summary>
    CareFirst,
}

/// <summary>What one rule says of one schedule or person.</summary>
/// <param name="Rule">Stable code, e.g. <c>asam.step.current</c>.</param>
/// <param name="Message">One or two sentences for a clinician, with both percentages where a cut is meant.</param>
/// <param name="Step">The step it is about; null for the whole.</param>
public sealed record Finding(string Rule, Severity Severity, string Message, Source Source, Confidence Confidence = Confidence.Primary, int? Step = null);

/// <summary>What one rule set says of a schedule, in one reading of its text. The verdict is its worst finding.</summary>
/// <param name="Reading">Null where the set has only one.</param>
/// <param name="IsDefaultReading">The reading that decides whether a schedule passes.</param>
public sealed record Verdict(RuleSet RuleSet, string? Reading, bool IsDefaultReading, IReadOnlyList<Finding> Findings)
{
    public Severity Severity => Findings.Count == 0 ? Severity.Note : Findings.Max(f => f.Severity);

    public bool HasBreach => Findings.Any(f => f.Severity == Severity.Breach);
}
