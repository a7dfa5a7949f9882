using Glidepath.Cli.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>A plan in the terminal: what comes first, the steps, what to look at, what to dispense.</summary>
internal static class PlanScreen
{
    /// <param name="advice">The other way beside a short taper; null where there is none.</param>
    public static void Write(
        Screen screen,
        TaperPlan plan,
        StopAdvice? advice,
        SafetyText safety,
        bool fills,
        IReadOnlyList<string> readings
    )
    {
        Notice(screen, safety);
        foreach (var finding in plan.Findings.Where(f => f.Severity is Severity.CareFirst))
            screen.Finding(finding.Severity, "", finding.Message, finding.Source, finding.Confidence);
        if (advice is not null)
            AdviceScreen.Body(screen, advice);
        Readings(screen, readings);
        if (plan.Change is { } change)
            ChoicesScreen.CrossOver(screen, change);
        Summary(screen, plan);
        Steps(screen, plan);
        Findings(screen, plan);
        Supplies(screen, plan, fills);
        screen.Line();
        screen.Line(safety.Draft, "bold");
        screen.Line(safety.WhoToCall);
    }

    public static void Notice(Screen screen, SafetyText safety)
    {
        screen.Line(safety.Draft, "bold");
        screen.Line(safety.DoNotStop, "bold");
    }

    /// <summary>Before anything is made of it.</summary>
    public static void Readings(Screen screen, IReadOnlyList<string> readings)
    {
        foreach (var reading in readings)
            screen.Line($"Check this: {reading}.");
    }

    private static void Summary(Screen screen, TaperPlan plan)
    {
        var request = plan.Request;
        var goal = plan.Ends switch
        {
            PlanEnd.Stop => "stopping",
            PlanEnd.Goal => $"{request.Goal} a day",
            _ => $"{plan.Steps[^1].DailyDose} a day, a lower dose",
        };
        screen.Heading($"{request.Drug}, {(request.AsTaken is null ? request.Regimen.ToString() : TakenNow.Of(request))}, to {goal}");
        if (TakenNow.BeginsWith(request) is { } begins)
            screen.Line(begins, "bold");
        screen.Line($"{Pace(plan)} Guideline: {plan.Verdicts[0].RuleSet.Name}.");
        screen.Line(
            $"{StepsOf(plan)}, {plan.Steps[0].Start:yyyy-MM-dd} to {plan.EndsOn:yyyy-MM-dd} "
                + $"({Counted.Weeks(plan.WholeDays)}{(plan.Change is null ? "" : " with the change")}). "
                + $"{(plan.Last is { } last ? $"Stops from {last}." : $"Stays on {plan.Steps[^1].DailyDose}.")} "
                + $"{(plan.WorstStep.Number > 0 ? $"Largest cut {SafeNumber.Percent(plan.WorstCutPercent)} of current, step {plan.WorstStep.Number}." : "")}"
        );
        if (request.OverrideReason is { } reason)
            screen.Line($"Overridden: {reason}", "bold");
    }

    private static void Steps(Screen screen, TaperPlan plan)
    {
        var rows = plan
            .Steps.Select(
                IReadOnlyList<string> (s) =>
                    [
                        s.Findings.Any(f => f.Severity is Severity.Breach) ? "▲"
                        : s.Findings.Any(f => f.Severity is Severity.Finding) ? "▪"
                        : "",
                        Number(s),
                        $"{s.Start:yyyy-MM-dd}",
                        s.Days is { } days ? $"{days}" : "",
                        SafeNumber.Write(s.DailyDose.Milligrams),
                        s.Number == 0
                            ? ""
                            : $"{SafeNumber.Percent(s.ReductionPercentOfCurrent)} / {SafeNumber.Percent(s.ReductionPercentOfOriginal)}",
                        Sig.For(s).InWords(),
                    ]
            )
            .ToList();
        string[] columns = ["", "Step", "From", "Days", "mg a day", "Cut, of current\n/ of original", "How"];
        if (!screen.IsNarrow)
        {
            screen.Table(columns, rows, 3, 4, 5);
            return;
        }
        screen.Table(columns[..^1], rows.Select(r => r.Take(columns.Length - 1).ToList()), 3, 4, 5);
        foreach (var step in plan.Steps)
            screen.Indented($"{Number(step)}: {Sig.For(step).InWords()}");
    }

    private static void Findings(Screen screen, TaperPlan plan)
    {
        screen.Heading("What to look at");
        foreach (var step in plan.Steps)
        foreach (var finding in step.Findings)
            screen.Finding(
                finding.Severity,
                step.DailyDose.IsZero ? "the stop" : $"step {step.Number}",
                finding.Message,
                finding.Source,
                finding.Confidence
            );
        foreach (var finding in plan.Findings.Where(f => f.Severity is not Severity.CareFirst).OrderByDescending(f => f.Severity))
            screen.Finding(finding.Severity, "", finding.Message, finding.Source, finding.Confidence);
        foreach (var verdict in plan.Verdicts.Skip(1).Where(v => v.HasBreach))
            screen.Finding(
                Severity.Note,
                "",
                $"Read {verdict.RuleSet.Readings.First(r => r.Id == verdict.Reading).Name.InWords()}, "
                    + $"{Count(verdict.Findings.Count(f => f.Severity is Severity.Breach))} would be outside {verdict.RuleSet.Name}.",
                verdict.RuleSet.Source,
                verdict.RuleSet.Confidence
            );
    }

    private static string Number(TaperStep step) => step.DailyDose.IsZero ? "stop" : $"{step.Number}";

    /// <summary>The stop is not a step: <c>26 steps, then the stop</c>.</summary>
    private static string StepsOf(TaperPlan plan) =>
        plan.Last is null ? Count(plan.StepsDown)
        : plan.StepsDown == 0 ? "The stop only"
        : $"{Count(plan.StepsDown)}, then the stop";

    private static string Count(int steps) => steps == 1 ? "1 step" : $"{steps} steps";

    private static string Pace(TaperPlan plan) =>
        plan.Route switch
        {
            TaperRoute.Hypnotic => $"Pace: every marketed strength in turn, {plan.WeeksOnEach} on each.",
            TaperRoute.Short => "Pace: a week on each dose, after less than 4 weeks of use.",
            _ when plan.IsSteeredByMilligrams =>
                $"Pace: the steps in mg of {plan.Request.Policy.Name}, every {plan.Request.Pace.WholeWeeksDays} days.",
            _ => $"Pace: {plan.Request.Pace.Words.InWords()}, in whole weeks.",
        };

    private static void Supplies(Screen screen, TaperPlan plan, bool fills)
    {
        screen.Heading(
            $"To dispense in all, in fills of at most {Counted.Of(plan.Request.FillDays, "day")}{(fills ? "" : " (each: --fills)")}"
        );
        foreach (var supply in FillPlanner.Totals(plan.Fills))
        {
            var surplus = plan.Fills.Where(f => f.Product == supply.Product).Sum(f => f.Surplus);
            screen.Line(
                $"  "
                    + $"{Amount(supply.ToDispense, supply.Product)}{(supply.FromHand > 0 ? $", and {SafeNumber.Write(supply.FromHand)}{(supply.Product.IsLiquid ? " mL" : "")} at home" : "")}{(surplus > 0 ? $" ({SafeNumber.Write(surplus)} left over)" : "")}"
            );
        }
        if (!fills)
            return;
        screen.Table(
            ["Step", "From", "To", "Days", "To dispense", "At home", "Surplus", "Issue"],
            plan.Fills.Select(
                IReadOnlyList<string> (f) =>
                    [
                        $"{f.Step}",
                        $"{f.From:yyyy-MM-dd}",
                        $"{f.To:yyyy-MM-dd}",
                        $"{f.Days}",
                        f.ToDispense == 0 ? $"from home, 0 to dispense ({f.Product.Name})" : Amount(f.ToDispense, f.Product),
                        f.FromHand == 0 ? "" : SafeNumber.Write(f.FromHand),
                        f.Surplus == 0 ? "" : SafeNumber.Write(f.Surplus),
                        $"{f.IssueSet}",
                    ]
            )
        );
        screen.Line(
            $"One line is one fill, no refills. Schedule IV: no fill after {FillPlanner.MaxMonths} months from the date of issue, "
                + $"so each issue is a new one {Screen.Cite(Sources.ControlledRefills, Confidence.Primary)}."
        );
    }

    private static string Amount(decimal count, Product product) =>
        product.IsLiquid ? $"{SafeNumber.Write(count)} mL of {product.Name}" : $"{SafeNumber.Write(count)} × {product.Name}";
}
