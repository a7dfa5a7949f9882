using Glidepath.Pharmacology.Tapering.Search;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>The same taper at three paces: a shorter one, the one asked for, and a slower one.</summary>
/// <param name="Shorter">Null where no faster pace keeps the policy's ceiling, or nothing would change.</param>
/// <param name="Slower">Null where nothing would change.</param>
public sealed record TaperPaces(TaperPlan? Shorter, TaperPlan Asked, TaperPlan? Slower)
{
    /// <summary>Percent of current and days, fastest first: round figures inside what guidelines name. Program rule.</summary>
    private static readonly (decimal Step, int Days)[] Ladder = [(25, 14), (20, 14), (10, 14), (5, 28), (2.5m, 28)];

    /// <summary>Of a hypnotic at bedtime: 10 weeks. Program rule.</summary>
    private const int LongestHypnoticDays = 70;

    /// <param name="plan">An ordinary plan, or a hypnotic one, whose strengths stay and whose interval changes; a short taper has one
    /// pace.</param>
    /// <param name="shared">Of the question that the plan answers; null where it is not at hand.</param>
    public static TaperPaces Around(TaperPlan plan, PlannerWorkings? shared = null)
    {
        shared ??= new PlannerWorkings();
        if (plan.Route is TaperRoute.Hypnotic)
            return new TaperPaces(
                Of([7], p => p.TotalDays < plan.TotalDays),
                plan,
                Of([14, 21, 28], p => p.TotalDays > plan.TotalDays && p.TotalDays <= LongestHypnoticDays)
            );
        if (
            plan.Route is not TaperRoute.Gradual
            || plan.Request.Pace is not { Base: PercentBase.Current, Curve: PaceCurve.ProportionalToCurrent } asked
        )
            return new TaperPaces(null, plan, null);
        var rate = Rate(asked.StepPercent, asked.IntervalDays);
        return new TaperPaces(
            Ladder
                .Where(p => Rate(p.Step, p.Days) > rate * 1.2)
                .OrderBy(p => Rate(p.Step, p.Days))
                .Select(At)
                .FirstOrDefault(p => p is not null && p.TotalDays < plan.TotalDays),
            plan,
            Ladder
                .Where(p => Rate(p.Step, p.Days) < rate / 1.2)
                .OrderByDescending(p => Rate(p.Step, p.Days))
                .Select(At)
                .FirstOrDefault(p => p is not null && p.TotalDays > plan.TotalDays)
        );

        TaperPlan? Of(IEnumerable<int> intervals, Predicate<TaperPlan> fits) =>
            intervals.Select(days => At((plan.Request.Pace.StepPercent, days))).FirstOrDefault(p => p is not null && fits(p));

        TaperPlan? At((decimal Step, int Days) pace) =>
            TaperPlanner
                .Plan(
                    plan.Request with
                    {
                        Pace = plan.Request.Pace with { StepPercent = pace.Step, IntervalDays = pace.Days },
                        PaceIsAsked = true,
                        OverrideReason = plan.Request.OverrideInForce is null ? plan.Request.OverrideReason : null,
                    },
                    shared
                )
                .Plan
                is { } other
                ? other with
                {
                    Change = plan.Change,
                }
                : null;
    }

    private static double Rate(decimal step, int days) => PaceRules.Size(step / 100) / days;
}
