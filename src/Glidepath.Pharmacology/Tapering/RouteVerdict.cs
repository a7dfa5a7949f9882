using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

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
            ? new Finding("plan.short-use", Severity.Note, Sources.Asam)
            : new Finding(
                Sentence.Of(
                    "plan.hypnotic",
                    ("policy", policy.Name),
                    ("kind", (Sentence)(plan.Request.Drug.Class is DrugClass.ZDrug ? "plan.hypnotic.z-drugs" : "plan.hypnotic.hypnotics")),
                    ("unless", plan.Request.Policy == RuleSetTable.Asam ? (Sentence)"plan.hypnotic.not-confirmed" : null),
                    ("weeks", plan.MostWeeksOnOne),
                    ("asked", plan.Request.PaceIsAsked ? (Sentence)"plan.hypnotic.asked" : null)
                ),
                Severity.Note,
                policy.Source,
                policy.Confidence
            );
}
