using Glidepath.Treatment.Tapering;

namespace Glidepath.Treatment.Monitoring;

/// <summary>What a decision made of a rule that had fired.</summary>
public enum RuleOutcome
{
    /// <summary>Something else was decided, or the rule suggests nothing.</summary>
    Neither,
    Followed,
    Overruled,
}

public static class RuleOutcomes
{
    /// <summary>A call, and a red flag, ask for no step until someone has looked: a hold follows them.</summary>
    public static RuleOutcome Of(SuggestionKind gives, CourseAction decided) =>
        (gives, decided) switch
        {
            (SuggestionKind.Proceed, CourseAction.TakeStep or CourseAction.GoOn) => RuleOutcome.Followed,
            (SuggestionKind.Proceed, CourseAction.Hold) => RuleOutcome.Overruled,
            (SuggestionKind.Hold or SuggestionKind.Call or SuggestionKind.RedFlag, CourseAction.Hold) => RuleOutcome.Followed,
            (SuggestionKind.Hold or SuggestionKind.Call or SuggestionKind.RedFlag, CourseAction.TakeStep or CourseAction.GoOn) =>
                RuleOutcome.Overruled,
            _ => RuleOutcome.Neither,
        };
}

/// <param name="Fired">Decisions on which it had fired.</param>
public sealed record RuleCount(CourseRule Rule, int Fired, int Followed, int Overruled)
{
    /// <summary>Of each rule, in the order of the rules. An id that no rule has any more counts nowhere.</summary>
    public static IReadOnlyList<RuleCount> Of(IReadOnlyCollection<(CourseAction Decided, IReadOnlyList<string> Rules)> decisions) =>
        [
            .. CourseRules.All.Select(rule =>
            {
                var outcomes = decisions.Where(d => d.Rules.Contains(rule.Id)).Select(d => RuleOutcomes.Of(rule.Gives, d.Decided)).ToList();
                return new RuleCount(
                    rule,
                    outcomes.Count,
                    outcomes.Count(o => o is RuleOutcome.Followed),
                    outcomes.Count(o => o is RuleOutcome.Overruled)
                );
            }),
        ];

    /// <summary>
    /// As it may be shown: a number from 1 to <paramref name="fewest"/> less 1 is not, nor one from which it could be told.
    /// </summary>
    public ShownCount Shown(int fewest)
    {
        int[] parts = [Followed, Overruled, Fired - Followed - Overruled];
        var isSmall = parts.Any(p => p > 0 && p < fewest);
        return Fired == 0 ? new(0, 0, 0)
            : Fired < fewest ? new(null, null, null)
            : isSmall ? new(Fired, null, null)
            : new(Fired, Followed, Overruled);
    }
}

/// <summary>Each null where there are too few to show, or another could be told from it.</summary>
public sealed record ShownCount(int? Fired, int? Followed, int? Overruled);
