using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Web.Tapering;

/// <summary>
/// Findings speak to clinicians; here they speak to the person. A finding that has no words here stands in its own. What a clinician needs
/// on the order sheet alone, what the page says elsewhere, and what no source confirms does not show.
/// </summary>
internal static class FindingWords
{
    private static readonly HashSet<string> Elsewhere =
    [
        "care-first.unasked",
        "plan.override",
        "plan.syringe",
        "plan.beyond-use",
        "plan.goal",
        "plan.on-hand",
        "asam.review",
        "asam.pause-first",
        "asam.behavioral",
        "asam.initial-pace",
        "asam.inpatient",
        "asam.pregnancy",
        "asam.suicide",
        "asam.naloxone",
    ];

    private static readonly Dictionary<string, (string Title, string? Others)> Words = new(StringComparer.Ordinal)
    {
        ["asam.short-use"] = ("you've taken it for under 3 months.", "At a low dose a faster plan may fit. Look at \"Shorter.\""),
        ["plan.faster"] = (
            "a faster pace comes first.",
            "You've taken a low dose for under 3 months, so about 20% every 2 weeks may fit. \"Slower\" shows the usual pace."
        ),
        ["asam.cbt-i"] = (
            "is there help for sleep?",
            "A course for sleep (CBT-I) works without a pill. Ask for it before or with the taper."
        ),
        ["asam.cbt"] = ("is there help for the worry or panic?", "Talk therapy (CBT) helps before or with a taper."),
        ["asam.age-65"] = ("is it time to come down?", "From age 65 on, coming down is advised for most people."),
        ["asam.opioid-review"] = (
            "how often will we meet?",
            "With an opioid, a visit at least every 3 months is advised. You and your prescriber choose which one comes down first."
        ),
        ["asam.keep-opioid-treatment"] = ("will my methadone or buprenorphine continue?", "A taper is never a reason to stop it."),
        ["asam.sleep-watch"] = (
            "what if I can't sleep?",
            "With bipolar disorder or psychosis, pause when sleep gets bad, until it is better."
        ),
        ["asam.ptsd"] = ("is it time to come down?", "With PTSD, coming down is advised for most people."),
        ["asam.falls"] = (
            "is it safe to do this at home?",
            "Falls or being confused are a reason to come down. They may also mean that more help is needed first."
        ),
        ["asam.breastfeeding"] = (
            "is nursing safe with this medicine?",
            "Nursing is encouraged. Tell your baby's doctor about this medicine."
        ),
        ["label.breastfeeding"] = (
            "is nursing safe with this medicine?",
            "The label advises against it; the guideline doesn't. Decide with your baby's doctor."
        ),
        ["asam.no-flumazenil"] = ("flumazenil isn't used for a taper.", "It can cause seizures."),
        ["fda.opioid"] = ("an opioid with this medicine can stop breathing.", "Keep naloxone where others can find it."),
        ["glidepath.breathing"] = (
            "is my breathing safe?",
            "This medicine can slow breathing, most of all in sleep. Tell the doctor who treats your breathing."
        ),
        ["glidepath.driving"] = ("when can I drive?", "Don't drive while drowsy. Take extra care in the first days after any cut."),
        ["glidepath.alcohol-withdrawal"] = (
            "is this for alcohol withdrawal?",
            "That treatment lasts days and has its own plan. Alcohol is looked at first."
        ),
        ["glidepath.liver"] = ("does my liver change this?", "With liver disease the medicine stays longer, so you feel a cut later."),
        ["plan.short-use"] = ("the 25% limit isn't used here.", "It's meant for people whose body is used to the medicine."),
        ["plan.hypnotic"] = (
            "each strength follows in turn.",
            "No cut is more than half. A limit for each cut isn't used for sleep medicines."
        ),
        ["plan.stays"] = (
            "the plan ends on a lower dose.",
            "From there these tablets can't make a small enough cut. Stay there, or choose: a change to diazepam, or a liquid where there "
                + "is one."
        ),
        ["plan.long"] = (
            "is this too slow?",
            "The plan lasts more than 5 years. A faster pace, or a lower dose to stay on, may serve you better."
        ),
        ["plan.cut-now"] = ("the first cut comes at once.", "The time you've already spent on this dose is counted."),
    };

    public static bool IsForPerson(Finding finding) => finding.Confidence is not Confidence.Unverified && !Elsewhere.Contains(finding.Rule);

    /// <returns>A title and what follows it.</returns>
    public static (string Title, string? Others) Of(Finding finding, PatientFacts facts) =>
        finding.Rule switch
        {
            "asam.withdrawal-risk" => Risk(finding, facts),
            var rule when Words.TryGetValue(rule, out var words) => words,
            _ => PlanWords.Parted(finding.Message),
        };

    /// <summary>About some steps: which, and what about them.</summary>
    public static string OfSteps(Finding finding, IReadOnlyList<TaperStep> steps, TaperPlan plan)
    {
        var which = PlanWords.Numbers([.. steps.Select(s => s.Number)]);
        return finding.Rule switch
        {
            "plan.large-cut" =>
                $"{which} {(steps.Count == 1 ? "is" : "are")} bigger than {PlanWords.Percent(plan.Request.Pace.StepPercent)}",
            var rule when rule.EndsWith(".stop", StringComparison.Ordinal) => $"the stop, from {plan.Last} a day",
            _ => which,
        };
    }

    public static string? About(Finding finding, IReadOnlyList<TaperStep> steps, TaperPlan plan) =>
        finding.Rule switch
        {
            "plan.large-cut" => "These tablets can't make a smaller step here."
                + (steps.Any(s => s.Days > plan.Request.Pace.WholeWeeksDays) ? " So you stay longer on the dose after it." : "")
                + " For smaller cuts, look at \"Slower.\"",
            var rule when rule.EndsWith(".stop", StringComparison.Ordinal) && finding.Severity is not Severity.Breach =>
                "The last dose is the smallest one in the plan. Call your prescriber in the first week. A hard day a few days "
                    + "later doesn't mean something is wrong.",
            var rule when rule.EndsWith(".stop", StringComparison.Ordinal) =>
                "This is a high dose to stop from. Ask for a smaller last dose first.",
            _ when finding.Severity is Severity.Breach =>
                $"{(steps.Count == 1 ? "This cut is" : "These cuts are")} larger than the guideline's. Only a prescriber who knows you "
                    + $"can say yes to {(steps.Count == 1 ? "it" : "them")}.",
            _ => PlanWords.OnPage(finding.Message),
        };

    private static (string, string?) Risk(Finding finding, PatientFacts facts) =>
        finding.Severity is Severity.Finding
            ? (
                "is this a good time?",
                "Stopping too fast can make you sick." + (facts.DurationDays >= 90 ? " You have taken it for more than 3 months." : "")
            )
            : (
                "withdrawal may be mild, and it may not.",
                facts.DurationDays is null || facts.DaysPerWeek is null
                    ? "It depends on how long, and on how many days a week, you've taken it."
                    : null
            );
}
