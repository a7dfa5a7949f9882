using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>One row a step: from when to when, and each dose of the day as a large number with its pieces.</summary>
internal static class StepTable
{
    private const float Dates = 222, AllDay = 62, Tick = 24, Pad = 6, Between = 10;

    public static void Add(Flow flow, TaperPlan plan, float width, Approval? approval)
    {
        var left = approval is null ? 0 : Tick;
        var times = plan.Times();
        var column = (width - left - Dates - AllDay) / times.Count;
        flow.Table(Block.Space(0), Header(times, left, column, width), plan.LivedSteps().Select(s => Row(plan, s, times, left, column, width)));
    }

    private static Block Header(IReadOnlyList<TimeOfDay> times, float left, float column, float width)
    {
        var cells = times.Select((t, i) => (left + Dates + i * column, Strong(t.Abbreviation(), column))).Prepend((left, Strong("Step", Dates))).Append((width - AllDay, Strong("All day", AllDay)));
        return Block.Stack(Block.Row([.. cells]), Block.Space(3), Block.Rule(width, 2));
    }

    private static Block Row(TaperPlan plan, TaperStep step, IReadOnlyList<TimeOfDay> times, float left, float column, float width)
    {
        var isNarrow = times.Count > 2;
        var cells = new List<(float, Block)> { (left, When(step)) };
        if (left > 0)
            cells.Add((0, new Block(16, (page, x, y) => page.Box(x, y + 2, 14, 14, 2, 1.3f))));
        if (step.Doses.Count == 0)
            cells.Add((left + Dates, Block.Text("No dose from this day on.", width - left - Dates, 16, Face.Strong)));
        else
        {
            for (var i = 0; i < times.Count; i++)
                cells.Add((left + Dates + i * column, Cell(step, times[i], column - Between, isNarrow)));
            cells.Add((width - AllDay, Block.Text(step.DailyDose.ToString(), AllDay, 14).Padded(Beside(isNarrow))));
        }
        var row = Block.Row(cells);
        if (step.End is null && step.Doses.Count > 0)
            row = Block.Stack(row, Block.Text($"The goal of this plan: {step.DailyDose} a day, to stay on. It has no last day.", width, 14).Padded(4));
        return Block.Stack(Block.Space(Pad), row, Block.Space(Pad), Block.Rule(width, step.Number == plan.Steps[^1].Number ? 1.5f : 0.7f));
    }

    private static Block When(TaperStep step)
    {
        var title = step.Number == 0 ? "Start" : $"Step {step.Number}";
        var days = step.Days is { } held ? $" · {PaperWords.Days(held)}" : "";
        return Block.Stack(Block.Text([Span.Strong(title), new Span(days)], Dates - Between, 14), Block.Text(step.Dates(), Dates - Between, 14));
    }

    private static Block Cell(TaperStep step, TimeOfDay time, float width, bool isNarrow) => step.Doses.FirstOrDefault(d => d.Time == time) is { } dose
        ? DoseDrawing.WithNumber(dose.Dose, width, isNarrow)
        : Block.Text("none", width, 14).Padded(Beside(isNarrow));

    /// <summary>Brings smaller text to the height of the large number.</summary>
    private static float Beside(bool isNarrow) => isNarrow ? 4 : 10;

    private static Block Strong(string text, float width) => Block.Text(text, width, 14, Face.Strong);
}
