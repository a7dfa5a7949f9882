using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Whether a pace may be asked for at all under a policy.</summary>
public static class PaceCeilingCheck
{
    /// <returns>What is above which ceiling, or null.</returns>
    public static string? Exceeds(RuleSet policy, TaperPace pace)
    {
        if (policy.Ceiling is not { } ceiling)
            return null;
        var rate = pace.StepPercent * ceiling.PerDays / pace.IntervalDays;
        if (pace.StepPercent <= ceiling.MaxStep && rate <= ceiling.MaxRate)
            return null;
        return $"The pace {pace} ({SafeNumber.Percent(rate)} in {ceiling.PerDays} days) is above the ceiling of {policy.Name}: {ceiling.Text}.";
    }
}
