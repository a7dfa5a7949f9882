using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>The page to read before any dose: what comes first of care, what the plan is, what to expect, whom to call.</summary>
internal static class FrontSheet
{
    private const float Size = 14;

    private static readonly string[] Expected =
    [
        "It can take days to feel a step. Symptoms may take up to a week to show.",
        "Symptoms may grow near the end. Tell your prescriber.",
        "If you feel bad, ask to wait or go slower first. You can stay longer on any step. Staying on a dose is real progress.",
        "Never skip doses to go faster. Don't take a double dose to catch up.",
        "Alcohol with this medicine can slow or stop your breathing. Don't drink. If you drink every day, don't stop that "
            + "suddenly either: ask first.",
        "Don't drive or use machines when you feel sleepy, or in the first days of a new step.",
        "Keep it locked up, away from children.",
    ];

    public static void Add(PaperFrame frame, TaperPlan plan, SafetyText safety, Approval? approval)
    {
        var width = frame.Width;
        var flow = frame.Begin(Head(plan, safety, approval, width));
        First(flow, plan, width);
        const float Between = 24;
        var column = (width - Between) / 2;
        flow.Add(Block.Row((0, Expect(safety, column)), (column + Between, WhoToCall.Full(safety, column))));
        Said(flow, plan, width);
    }

    private static Block Head(TaperPlan plan, SafetyText safety, Approval? approval, float width) =>
        Block.Stack(
            MonthSheet.Title(safety, approval, width),
            Block.Text(
                approval is null
                    ? [Span.Strong(safety.DraftSentence), new Span(" Keep taking it as prescribed until you both agree.")]
                    : [new Span(approval.ToString())],
                width,
                Size
            ),
            Block.Text(safety.DoNotStop, width, Size, Face.Strong),
            Block.Text(
                plan.Change is { } change
                    ? $"First the change: {ChangeWords.Whole(change)} Then the taper. {Whole(plan)} A page on the change and a page a "
                        + $"month follow."
                    : $"{Whole(plan)} A page a month follows.",
                width,
                Size
            ),
            Block.Space(8)
        );

    private static string Whole(TaperPlan plan)
    {
        var (from, steps, stops) = (plan.Steps[0], plan.StepsDown, plan.Steps[^1].Doses.Count == 0);
        var to = stops ? "to none" : $"to {plan.Steps[^1].DailyDose} a day{(plan.Ends is PlanEnd.StockLimit ? "" : ", to stay on")}";
        var name = plan.Request.Drug.Name;
        return $"{Letters.Capital(name)}: {from.DailyDose} a day {to}. {from.Start.Short()} to {plan.EndsOn.Short()}, "
            + $"about {Counted.Weeks(plan.WholeDays)}{(plan.Change is null ? "" : " with the change")}, "
            + $"{Counted.Of(steps, "step")}{(stops ? ", then stop" : "")}.";
    }

    /// <summary>What comes before any dose: care first, what nobody asked, and why a plan is faster than its guideline.</summary>
    private static void First(Flow flow, TaperPlan plan, float width)
    {
        var care = CareFirstWords.Frame(
            plan,
            width,
            18,
            w => [Block.Text("Talk about this with your prescriber before any dose is changed.", w, Size, Face.Strong)],
            (f, w) => Block.Text(CareFirstWords.For(f), w, Size).Padded(4)
        );
        if (care is not null)
            flow.Add(care, Block.Space(10));
        if (TakenNow.ForPatients(plan.Request) is { } begins)
            flow.Add(Block.Text(begins, width, Size, Face.Strong), Block.Space(8));
        if (plan.Ends is PlanEnd.StockLimit)
            flow.Add(
                Block.Text($"These products end at {plan.Steps[^1].DailyDose} a day. {PlanInWords.WaysOn(plan)}", width, Size),
                Block.Space(8)
            );
        if (CareFirst.Unasked(plan.Request.Facts) is { } unasked)
            flow.Add(Block.Text(unasked.Message, width, Size), Block.Space(8));
        if (plan.Request.OverrideInForce is { } reason)
            flow.Add(
                Block.Text([Span.Strong("Faster than the guideline's limit. Reason given: "), new Span(reason)], width, Size),
                Block.Space(8)
            );
    }

    private static Block Expect(SafetyText safety, float width) =>
        Block.Stack([
            Block.Heading("What to expect and do", width),
            .. Expected.Select(e => Block.Text(e, width, Size).Padded(0, 4)),
            safety.ClinicPhone is { } phone
                ? Block.Text([Span.Strong("Clinic phone: "), new Span(phone)], width, Size)
                : Blank.Line("Clinic phone:", width * 0.8f, Size).Padded(6),
        ]);

    private static void Said(Flow flow, TaperPlan plan, float width)
    {
        const float Between = 24;
        var findings = PlanInWords.Findings(plan);
        if (findings.Count == 0)
            return;
        var column = (width - Between) / 2;
        flow.Add(
            Block.Space(6),
            Block.Row(
                (0, Under("Ask your prescriber", findings.Where(f => f.Ask))),
                (column + Between, Under("Good to know", findings.Where(f => !f.Ask)))
            )
        );

        Block Under(string heading, IEnumerable<(bool Ask, string Text)> said) =>
            said.ToList() is { Count: > 0 } some
                ? Block.Stack([Block.Heading(heading, column), .. some.Select(f => Block.Text(f.Text, column, Size).Padded(0, 3))])
                : Block.Space(0);
    }
}
