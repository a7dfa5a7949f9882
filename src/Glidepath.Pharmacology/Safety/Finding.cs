using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

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
/// <param name="Says">One or two sentences for a clinician, with both percentages where a cut is meant.</param>
/// <param name="Step">The step it is about; null for the whole.</param>
public sealed record Finding(Sentence Says, Severity Severity, Source Source, Confidence Confidence = Confidence.Primary, int? Step = null)
{
    /// <summary>Stable code, e.g. <c>asam.window.current</c>: the id of its sentence, where several rules do not share one.</summary>
    public string Rule
    {
        get => field ?? Says.Id;
        init;
    }
}

/// <summary>What one rule set says of a schedule, in one reading of its text. The verdict is its worst finding.</summary>
/// <param name="Reading">Null where the set has only one.</param>
/// <param name="IsDefaultReading">The reading that decides whether a schedule passes.</param>
public sealed record Verdict(RuleSet RuleSet, string? Reading, bool IsDefaultReading, IReadOnlyList<Finding> Findings)
{
    public Severity Severity => Findings.Count == 0 ? Severity.Note : Findings.Max(f => f.Severity);

    /// <summary>False where the set names no pace for the drug: that no breach is found then says nothing.</summary>
    public bool IsJudged => Reading is not null;

    public bool HasBreach => Findings.Any(f => f.Severity == Severity.Breach);
}

/// <summary>What a check of a schedule comes to.</summary>
public enum CheckOutcome
{
    /// <summary>Judged, and no deciding rule set finds a breach.</summary>
    WithinLimits,

    /// <summary>A deciding rule set finds a breach.</summary>
    Breach,

    /// <summary>No rule set asked for names a pace for this drug. It is not a pass.</summary>
    NotJudged,
}

public static class CheckOutcomes
{
    /// <summary>
    /// A rule set decides by its default reading; where several were asked for, one that was never verified informs and does not decide.
    /// </summary>
    public static IReadOnlyList<Verdict> Deciding(IReadOnlyList<Verdict> verdicts)
    {
        var byDefault = verdicts.Where(v => v.IsDefaultReading).ToList();
        return byDefault.Count == 1 ? byDefault : [.. byDefault.Where(v => v.RuleSet.Confidence is not Confidence.Unverified)];
    }

    public static CheckOutcome Of(IReadOnlyList<Verdict> verdicts)
    {
        var deciding = Deciding(verdicts);
        return deciding.Any(v => v.HasBreach) ? CheckOutcome.Breach
            : deciding.Any(v => v.IsJudged) ? CheckOutcome.WithinLimits
            : CheckOutcome.NotJudged;
    }
}
