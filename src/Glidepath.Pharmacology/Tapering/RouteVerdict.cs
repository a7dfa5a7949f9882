using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>Verdicts on plans whose cuts no guideline judges one by one: hypnotics and short use.</summary>
internal static class RouteVerdict
{
    /// <returns>Null for an ordinary plan, which is judged like any schedule.</returns>
    public static IReadOnlyList<Verdict>? Of(TaperPlan plan)
    {
        var request = plan.Request;
        if (plan.Route is TaperRoute.Gradual)
            return null;
        var policy = plan.Route is TaperRoute.Hypnotic && request.Policy == RuleSetTable.Asam ? RuleSetTable.NiceCks : request.Policy;
        return
        [
            new Verdict(
                policy,
                null,
                true,
                [
                    .. CareFirst.Reasons(request.Facts),
                    NotByTheCut(plan, policy),
                    .. FactRuleTable.Findings(request.Drug, request.Regimen.DailyDose, request.Facts, policy),
                ]
            ),
        ];
    }

    private static Finding NotByTheCut(TaperPlan plan, RuleSet policy) =>
        plan.Route is TaperRoute.Short
            ? new Finding(
                "plan.short-use",
                Severity.Note,
                "Taken for under 4 weeks: dependence is less likely, and stopping or a short taper is the usual choice. The 25 % "
                    + "limit is meant for people whose body is used to the medicine, and is not applied here.",
                Sources.Asam
            )
            : new Finding(
                "plan.hypnotic",
                Severity.Note,
                $"{policy.Name} covers "
                    + $"{(plan.Request.Drug.Class is DrugClass.ZDrug ? "z-drugs" : "hypnotics")}{(plan.Request.Policy == RuleSetTable.Asam ? "; whether the Joint Guideline does is not confirmed" : "")}. "
                    + $"Each marketed strength follows in turn, {plan.WeeksOnEach} on "
                    + $"each{(plan.Request.PaceIsAsked ? ", whatever percentage is asked" : "")}; no limit on a single cut is applied but "
                    + $"half of the dose.",
                policy.Source,
                policy.Confidence
            );
}
