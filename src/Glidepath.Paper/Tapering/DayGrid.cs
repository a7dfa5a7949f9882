using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>One cell a day, one row a week from Monday. The first day of a step has a thick frame.</summary>
internal static class DayGrid
{
    private const float Line = 21, Pad = 6, DateSize = 14, DoseSize = 18, LabelSize = 13, Tick = 18;

    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static void Add(Flow flow, TaperPlan plan, float width, Approval? approval)
    {
        var column = width / 7;
        var times = plan.Times();
        var header = Block.Stack(Block.Row([.. Weekdays.Select((d, i) => (i * column + Pad, Block.Text(d, column - Pad, DateSize, Face.Strong)))]), Block.Space(2));
        var first = plan.Steps[0].Start;
        var monday = first.AddDays(-((int)first.DayOfWeek + 6) % 7);
        var weeks = Enumerable.Range(0, (plan.EndsOn.DayNumber - monday.DayNumber) / 7 + 1).Select(w => Week(plan, times, monday.AddDays(7 * w), column, approval));
        flow.Table(Block.Space(0), header, weeks);
        var note = approval is null ? "*New step: only when your prescriber has approved this plan." : "*New step: only if you and your clinic agree.";
        var end = plan.Steps[^1].Doses.Count == 0
            ? $"From {plan.EndsOn.WithWeekday()}, on: no dose."
            : $"From {plan.EndsOn.WithWeekday()}, on: {plan.Steps[^1].DailyDose} a day, to stay on. It is the goal of this plan.";
        flow.Add(Block.Space(6), Block.Text(note, width, 14), Block.Text(end, width, 14, Face.Strong), Block.Space(6));
    }

    private static Block Week(TaperPlan plan, IReadOnlyList<TimeOfDay> times, DateOnly monday, float column, Approval? approval)
    {
        var height = Line + times.Count * Line + 2 * Pad;
        return new Block(height, (page, x, y) =>
        {
            for (var i = 0; i < 7; i++)
            {
                var (day, left) = (monday.AddDays(i), x + i * column);
                if (day < plan.Steps[0].Start || day > plan.EndsOn)
                    continue;
                page.Box(left, y, column, height, weight: 0.8f);
                var step = plan.LivedSteps().Last(s => s.Start <= day);
                Date(page, day, left + Pad, y + Pad, isFirst: day == plan.Steps[0].Start || i == 0);
                if (step.Start == day && step.Number > 0)
                {
                    page.Box(left + 1, y + 1, column - 2, height - 2, weight: 3);
                    Right(page, "new*", left + column - Pad, y + Pad + 12, Typography.Least, Face.Strong);
                }
                Doses(page, step, times, left + Pad, y + Pad + Line, column - 2 * Pad, approval);
            }
        });
    }

    /// <summary>The month stands with the first day of the plan, of a week and of a month.</summary>
    private static void Date(Page page, DateOnly day, float x, float y, bool isFirst) =>
        page.Text(day.ToString(isFirst || day.Day == 1 ? "MMM d" : "%d", CultureInfo.InvariantCulture), x, y + 12, DateSize, Face.Strong);

    private static void Doses(Page page, TaperStep step, IReadOnlyList<TimeOfDay> times, float x, float y, float width, Approval? approval)
    {
        if (step.Doses.Count == 0)
        {
            page.Text("no dose", x, y + 14, DateSize);
            return;
        }
        foreach (var time in times)
        {
            var dose = step.Regimen[time];
            if (approval is not null && !dose.IsZero)
                page.Box(x, y + 2, 13, 13, 2, 1.2f);
            page.Text(time.Abbreviation(), x + (approval is null ? 0 : Tick), y + 14, LabelSize);
            var number = dose.IsZero ? "none" : SafeNumber.Write(dose.Milligrams);
            var room = width - (approval is null ? 0 : Tick) - Faces.Width(time.Abbreviation(), Face.Body, LabelSize) - 4;
            var size = Math.Clamp(DoseSize * room / Faces.Width(number, Face.Strong, DoseSize), Typography.Least, dose.IsZero ? DateSize : DoseSize);
            Right(page, number, x + width, y + 14, size, dose.IsZero ? Face.Body : Face.Strong);
            y += Line;
        }
    }

    private static void Right(Page page, string text, float right, float y, float size, Face face) =>
        page.Text(text, right - Faces.Width(text, face, size), y, size, face);
}
