using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Whether a pace may be asked for at all under a policy.</summary>
public static class PaceCeilingCheck
{
    /// <summary>
    /// Read at the first cut, where per cent of current and of original are the same; no later asked cut is larger in mg. Later ones may be
    /// larger in per cent of current, near the end of every curve but the proportional one: there the finished plan is judged step by step.
    /// </summary>
    /// <returns>What is above which ceiling, or null.</returns>
    public static Sentence? Exceeds(RuleSet policy, TaperPace pace, Dose start)
    {
        if (policy.Ceiling is not { } ceiling)
            return null;
        var step = pace.Curve.FirstCutPercent(pace, start);
        var rate = step * ceiling.PerDays / pace.IntervalDays;
        if (step <= ceiling.MaxStep && rate <= ceiling.MaxRate)
            return null;
        return Sentence.Of(
            "pace.above-ceiling",
            ("pace", pace.Words),
            ("first", step == pace.StepPercent ? null : Sentence.Of("pace.above-ceiling.first-cut", ("start", start), ("cut", step))),
            ("rate", rate),
            ("days", ceiling.PerDays),
            ("policy", policy.Name),
            ("ceiling", ceiling.Words)
        );
    }
}
