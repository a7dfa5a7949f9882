using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>The choices side by side, then the cross-over's stages.</summary>
internal static class ChoicesScreen
{
    public static void Write(
        Screen screen,
        IReadOnlyList<TaperChoice> choices,
        TaperRequest request,
        SafetyText safety,
        IReadOnlyList<string> readings
    )
    {
        PlanScreen.Notice(screen, safety);
        foreach (var finding in CareFirst.Reasons(request.Facts))
            screen.Finding(finding.Severity, "", finding.Message, finding.Source, finding.Confidence);
        PlanScreen.Readings(screen, readings);
        screen.Heading($"{request.Drug}, {request.Regimen}: the same taper, {request.Pace.Words.InWords()}, from each stock");
        if (request.OverrideReason is { } reason)
            screen.Line($"Overridden: {reason}", "bold");
        if (PlanFindings.OfCurve(request.Pace.Curve) is { } curve)
            screen.Finding(curve.Severity, "", curve.Message, curve.Source, curve.Confidence);
        string[] columns = ["", "Largest step", "Over limit", "Steps", "Pieces to split", "Products", "Weeks", "Last dose"];
        var rows = choices.SelectMany(Rows).ToList();
        if (screen.IsNarrow)
            foreach (var row in rows)
                screen.Indented(
                    $"{row[0]}: "
                        + $"{string.Join(", ", columns.Zip(row).Skip(1).Where(c => c.Second.Length > 0).Select(c => $"{c.First.ToLowerInvariant()} {c.Second}"))}"
                );
        else
            screen.Table(columns, rows, 1, 2, 3, 4, 5, 6);
        if (choices.FirstOrDefault(c => c.CrossOver is not null)?.CrossOver is { } change)
            screen.Line(
                $"Weeks run from the start of the taper. The change to {change.To} takes "
                    + $"{change.TaperFrom.DayNumber - request.Start.DayNumber} days before it."
            );
        foreach (var choice in choices)
            if (choice.Result.Refusal is { } refusal)
                screen.Finding(Severity.Finding, choice.Name.InWords(), refusal.Message, Sources.OwnRule);
        if (choices.FirstOrDefault(c => c.CrossOver is not null)?.CrossOver is { } crossOver)
            CrossOver(screen, crossOver);
        screen.Heading("Of the person");
        foreach (
            var finding in CareFirst
                .AllOf(new FactCase(request.Drug, request.Regimen.DailyDose, request.Facts), request.Policy)
                .Where(f => f.Severity is not Severity.CareFirst)
                .OrderByDescending(f => f.Severity)
        )
            screen.Finding(finding.Severity, "", finding.Message, finding.Source, finding.Confidence);
        screen.Line();
        screen.Line(safety.Draft, "bold");
        screen.Line(safety.WhoToCall);
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(TaperChoice choice)
    {
        if (choice.CrossOver is null)
        {
            yield return Row(choice.Name.InWords(), choice.Result.Plan);
            yield break;
        }
        var (low, high) = (choice.CrossOver.TargetMg.Low, choice.CrossOver.TargetMg.High);
        yield return Row($"{choice.Name.InWords()}, from {SafeNumber.Write(low)} mg", choice.Result.Plan);
        if (low != high)
            yield return Row($"{choice.Name.InWords()}, from {SafeNumber.Write(high)} mg", choice.FromHighEnd?.Plan);
    }

    private static IReadOnlyList<string> Row(string name, TaperPlan? plan) =>
        plan is null
            ? [name, "no plan", "", "", "", "", "", ""]
            :
            [
                name,
                LargestStep(plan),
                $"{TaperChoice.Breaches(plan)}",
                $"{plan.StepsDown}",
                $"{TaperChoice.SplitPieces(plan)}",
                $"{TaperChoice.Products(plan)}",
                SafeNumber.Write(Math.Round(plan.TotalDays / 7m, 0)),
                TaperChoice.LastBeforeGoal(plan).ToString(),
            ];

    /// <summary>With its mg: half of a tenth of a milligram is not half of a tablet.</summary>
    private static string LargestStep(TaperPlan plan) =>
        plan.WorstStep.Number == 0
            ? "none"
            : $"{SafeNumber.Percent(plan.WorstCutPercent)} "
                + $"({SafeNumber.Write(plan.Steps[plan.WorstStep.Number - 1].DailyDose.Milligrams)} to {plan.WorstStep.DailyDose})";

    public static void CrossOver(Screen screen, CrossOver plan)
    {
        screen.Heading($"Change from {plan.From} to {plan.To}, in stages");
        screen.Table(
            ["From", "To", $"Still taken: {plan.From}", $"New: {plan.To}, low end"],
            plan.Stages.Select(
                IReadOnlyList<string> (s) =>
                    [
                        $"{s.Start:yyyy-MM-dd}",
                        s.End is { } end ? $"{end:yyyy-MM-dd}" : "until reviewed",
                        s.From.DailyDose.IsZero ? "nothing" : s.From.ToString(),
                        s.To.ToString(),
                    ]
            )
        );
        foreach (var review in plan.Reviews)
            screen.Line(
                $"  Review {review.From:yyyy-MM-dd}{(review.To > review.From ? $" to {review.To:yyyy-MM-dd}" : "")}: {review.Purpose.InWords()}."
            );
        foreach (var finding in plan.Findings)
            screen.Finding(finding.Severity, "", finding.Message, finding.Source, finding.Confidence);
    }
}
