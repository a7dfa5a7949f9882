using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A plan for the person who takes it: large print for the fridge door. A short plan is a grid of days, a longer one a row a step. The pages name the
/// medicine once, beside how to make each dose, and never in a heading.
/// </summary>
public static class PatientCalendar
{
    /// <summary>Eight weeks: up to here every day has a cell. A grid of two years would be 26 pages, most of them about days that may yet change.</summary>
    private const int LongestGridDays = 56;

    private const float Margin = 30;

    /// <param name="approval">Null prints DRAFT on every page and no box to tick.</param>
    public static PrintedDocument Lay(TaperPlan plan, SafetyText safety, Approval? approval = null)
    {
        var frame = new PaperFrame(PageSize.LetterLandscape, Margin, safety, approval, width => Top(plan, safety, approval, width), "My clinic");
        var flow = frame.NewFlow();
        First(flow, plan, frame.Width);
        if (IsGrid(plan))
            DayGrid.Add(flow, plan, frame.Width, approval);
        else
            StepTable.Add(flow, plan, frame.Width, approval);
        HowToMake.Add(flow, plan, frame.Width);
        Advice.Add(flow, safety, frame.Width);
        return new PrintedDocument("My calendar", plan.Steps[0].Start, frame.Finish(flow));
    }

    private static bool IsGrid(TaperPlan plan) => plan.TotalDays <= LongestGridDays;

    private static Block Top(TaperPlan plan, SafetyText safety, Approval? approval, float width)
    {
        const float Box = 292;
        var left = width - Box - 20;
        var legend = string.Join(", ", plan.Times().Select(t => Typography.Joined($"{t.Abbreviation()} = {t.Name()}")));
        var words = Block.Stack(
            Block.Heading("My calendar", left, 24),
            Block.Text($"{plan.Steps[0].Start.Short()} to {plan.EndsOn.Short()} · Numbers are mg", left, 14),
            Block.Text($"{legend}.{(approval is null ? "" : IsGrid(plan) ? " Tick each dose you take." : " Tick each step you begin.")}", left, 14));
        var keep = Block.Framed(
            w => Block.Stack(Block.Text(safety.DoNotStop, w, 14, Face.Strong), Block.Text("You may ask to stay longer on any step.", w, 14)), Box);
        return Block.Row((0, words), (width - Box, keep));
    }

    /// <summary>What comes before any dose: care first, what nobody asked, and why a plan is faster than its guideline.</summary>
    private static void First(Flow flow, TaperPlan plan, float width)
    {
        var care = CareFirstWords.Frame(
            plan, width, 18, w => [Block.Text("Talk about this with your prescriber before any dose is changed.", w, 14, Face.Strong)], (f, w) => Block.Text(CareFirstWords.For(f), w, 14).Padded(4));
        if (care is not null)
            flow.Add(care, Block.Space(12));
        if (CareFirst.Unasked(plan.Request.Facts) is { } unasked)
            flow.Add(Block.Text(unasked.Message, width, 14), Block.Space(10));
        if (plan.Request.OverrideInForce is { } reason)
            flow.Add(Block.Text([Span.Strong("Faster than the guideline's limit. Reason given: "), new Span(reason)], width, 14), Block.Space(10));
    }
}
