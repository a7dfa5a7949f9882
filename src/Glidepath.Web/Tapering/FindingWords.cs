using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

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

    public static bool IsForPerson(Finding finding) => finding.Confidence is not Confidence.Unverified && !Elsewhere.Contains(finding.Rule);

    /// <returns>A title and what follows it.</returns>
    public static (string Title, string? Others) Of(Finding finding, PatientFacts facts) =>
        finding.Rule switch
        {
            "asam.withdrawal-risk" => Risk(finding, facts),
            var rule when EngineWords.Find($"person.{rule}.title") is { } title => (title, EngineWords.Find($"person.{rule}")),
            _ => PlanWords.Parted(finding.Message),
        };

    /// <summary>About some steps: which, and what about them.</summary>
    public static string OfSteps(Finding finding, IReadOnlyList<TaperStep> steps, TaperPlan plan)
    {
        var which = PlanWords.Numbers([.. steps.Select(s => s.Number)]);
        return finding.Rule switch
        {
            "plan.large-cut" => Sentence
                .Of(
                    "person.steps.large",
                    ("steps", steps.Count),
                    ("which", which),
                    ("asked", PlanWords.Percent(plan.Request.Pace.StepPercent))
                )
                .InWords(),
            var rule when IsStop(rule) => Sentence.Of("person.step.stop", ("last", plan.Last)).InWords(),
            _ => which,
        };
    }

    public static string? About(Finding finding, IReadOnlyList<TaperStep> steps, TaperPlan plan) =>
        finding.Rule switch
        {
            "plan.large-cut" => EngineWords.Find(
                steps.Any(s => s.Days > plan.Request.Pace.WholeWeeksDays) ? "person.large-cut.held" : "person.large-cut"
            ),
            var rule when IsStop(rule) => EngineWords.Find(finding.Severity is Severity.Breach ? "person.stop.high" : "person.stop"),
            _ when finding.Severity is Severity.Breach => Sentence.Of("person.steps.beyond", ("steps", steps.Count)).InWords(),
            _ => PlanWords.OnPage(finding.Message),
        };

    private static bool IsStop(string rule) => rule.EndsWith(".stop", StringComparison.Ordinal);

    private static (string, string?) Risk(Finding finding, PatientFacts facts) =>
        finding.Severity is Severity.Finding
            ? (Sentence.Of("person.risk.title").InWords(), EngineWords.Find(facts.DurationDays >= 90 ? "person.risk.long" : "person.risk"))
            : (
                Sentence.Of("person.risk.low.title").InWords(),
                facts.DurationDays is null || facts.DaysPerWeek is null ? EngineWords.Find("person.risk.low.unknown") : null
            );
}
