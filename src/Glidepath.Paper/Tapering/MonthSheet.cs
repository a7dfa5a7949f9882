using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>A month of a plan on a page: a box a day, when the next change is, how to make each dose, whom to call.</summary>
internal static class MonthSheet
{
    private const float Size = Typography.Least;

    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static void Add(PaperFrame frame, CalendarMonth month, SafetyText safety, Approval? approval)
    {
        var (column, times) = (frame.Width / 7, month.Times.Count);
        var head = Head(month, safety, approval, frame.Width);
        var flow = frame.Begin(head);
        var weekdays = Block.Stack(
            Block.Cells(Tag.HeaderCell, [.. Weekdays.Select((d, i) => (i * column + 5, Block.Text(d, column - 5, 14, Face.Strong)))]),
            Block.Rule(frame.Width, 2)
        );
        var doses = HowToMake.Doses(month.Steps);
        var below = Below(month, doses, safety, frame.Width);
        // A point for what rounding adds up to.
        var room = frame.RoomUnder(head) - weekdays.Height - 1;
        var isOnePage = below.Height + month.Weeks * DayBox.LeastHeight(times) <= room;
        var height = Math.Clamp((room - (isOnePage ? below.Height : 0)) / month.Weeks, DayBox.LeastHeight(times), DayBox.MostHeight(times));
        var box = new DayBox(month, column, height, Icons: approval is null && PieceIcon.Tells(doses), Ticks: approval is not null);
        flow.Table(
            Block.Space(0),
            weekdays,
            Enumerable
                .Range(0, month.Weeks)
                .Select(week =>
                    new Block(
                        height,
                        (page, x, y) =>
                        {
                            for (var i = 0; i < 7; i++)
                            {
                                var (day, left) = (month.Monday.AddDays(7 * week + i), x + i * column);
                                page.Within(Tag.Cell, () => box.Draw(page, day, left, y));
                            }
                        }
                    ).Tagged(Tag.Row)
                )
        );
        if (isOnePage)
        {
            flow.Add(below);
            return;
        }
        if (StayOn(month, frame.Width) is { } stay)
            flow.Add(stay);
        if (doses.Count > 0)
        {
            flow.Table(Block.Stack(Block.Space(6), HowToMake.Heading(frame.Width)), Block.Space(0), HowToMake.Rows(doses, frame.Width));
            flow.Add(HowToMake.Rules(doses, frame.Width));
        }
        flow.Add(Block.Space(8), WhoToCall.Short(safety, frame.Width));
    }

    private static Block Below(CalendarMonth month, IReadOnlyList<Pharmacology.Products.MakeableDose> doses, SafetyText safety, float width)
    {
        const float Between = 20;
        var left = (width - Between) * 0.47f;
        var right = width - Between - left;
        var make =
            doses.Count == 0
                ? Block.Text(
                    month.Plan.Change is { } change && month.Monday < month.Plan.Steps[0].Start
                        ? $"What to take on these days is on the page “{ChangeSheet.Title} to {change.To.Name}”."
                        : "No dose on this page.",
                    left,
                    14
                )
                : Block.Stack([HowToMake.Heading(left), .. HowToMake.Rows(doses, left), HowToMake.Rules(doses, left)]);
        var both = Block.Row((0, make), (left + Between, WhoToCall.Short(safety, right)));
        return StayOn(month, width) is { } stay
            ? Block.Stack(Block.Space(4), stay, Block.Space(4), both)
            : Block.Stack(Block.Space(6), both);
    }

    /// <summary>A dose without a last day is said in words: boxes end with the page.</summary>
    private static Block? StayOn(CalendarMonth month, float width) =>
        month.Plan.Steps[^1] is { Doses.Count: > 0 } last && last.Start <= month.Sunday
            ? Block.Text(
                $"From {last.Start.Weekday()}, on: {last.DailyDose} a "
                    + $"day{(month.Plan.Ends is PlanEnd.StockLimit ? $". {PlanInWords.WaysOn(month.Plan)}" : ", to stay on. This is the goal of the plan.")}",
                width,
                14,
                Face.Strong
            )
            : null;

    private static Block Head(CalendarMonth month, SafetyText safety, Approval? approval, float width)
    {
        const float Box = 300;
        var left = width - Box - 18;
        var times = string.Join(", ", month.Times.Select(t => Typography.Joined($"{t.Abbreviation()} = {t.Name()}")));
        var span = $" · {month.Monday.Day()} to {month.Sunday.Day()}";
        var numbers = month.Steps.Any(s => s.IsLiquid()) ? "in mL or mg, as written" : "numbers are mg";
        var words = approval is null
            ? Block.Stack(
                Block.Text([Span.Strong(month.Name), new Span($"{span} · {month.Plan.Request.Drug.Name}, {numbers}")], left, Size),
                Block.Text(
                    [
                        new Span(times.Length > 0 ? $"{times}. " : ""),
                        Span.Strong($"{safety.DraftSentence} {safety.DoNotStop}"),
                        new Span(" You can stay longer on any step."),
                    ],
                    left,
                    Size
                )
            )
            : Block.Stack(
                Block.Text([Span.Strong(month.Name), new Span($"{span} · {Letters.Capital(numbers)}")], left, Size),
                Block.Text(
                    [
                        new Span(times.Length > 0 ? $"{times}. Tick the box when you take it. " : ""),
                        Span.Strong(safety.DoNotStop),
                        new Span($" You can stay longer on any step. {approval}"),
                    ],
                    left,
                    Size
                )
            );
        return Block.Stack(
            Block.Row(
                (0, Block.Stack(Title(safety, approval, left), Block.Space(2), words)),
                (width - Box, NextChange(month, approval, Box))
            ),
            Block.Space(5)
        );
    }

    /// <summary>A draft is headed as one, and has nothing to tick.</summary>
    public static Block Title(SafetyText safety, Approval? approval, float width)
    {
        var title = approval is null ? "Plan to discuss" : "My calendar";
        const float Large = 22;
        var words = Block.Text(title, width, Large, Face.Heading);
        if (approval is not null)
            return words;
        var (at, wide) = (Faces.Width(title, Face.Heading, Large) + 14, Faces.Width(safety.DraftMark, Face.Strong, 13));
        return new Block(
            words.Height,
            (page, x, y) =>
            {
                words.Draw(page, x, y);
                page.Box(x + at, y + 5, wide + 22, 20, 10, 1.8f);
                page.Text(safety.DraftMark, x + at + 11, y + 19.5f, 13, Face.Strong);
            }
        );
    }

    private static Block NextChange(CalendarMonth month, Approval? approval, float width)
    {
        var changes = month.Changes;
        if (month.Plan.Change is { } medicine && month.Monday < medicine.TaperFrom)
            return Block.Framed(
                w =>
                    Block.Stack(
                        Block.Text($"Change of medicine: {medicine.Start.Day()} to {medicine.CompleteOn.Day()}*", w, 14, Face.Strong),
                        Block.Text(
                            $"Then {medicine.To.Name} {medicine.Stages[^1].To.DailyDose} a day. First cut: {changes[0].Start.Weekday()}*.",
                            w,
                            Size
                        ),
                        Block.Text($"*Only if {(approval is null ? "you both" : "you and your clinic")} agree.", w, Size)
                    ),
                width,
                6,
                2
            );
        if (changes.Count == 0)
            return Block.Framed(w => Block.Text("No change is planned.", w, 14, Face.Strong), width, weight: 2);
        var next = changes[0];
        if (month.Only is { } only)
            return Block.Framed(
                w =>
                    Block.Stack(
                        Block.Text("Next change: your clinic says when", w, 14, Face.Strong),
                        Block.Text(PlanInWords.Change(month.Plan, next), w, Size),
                        Block.Text(next.Cut(), w, Size),
                        Block.Text(
                            only.NextNotBefore is { } day
                                ? $"Not before {day.Weekday()}. Until then, and after it until you hear, take the dose on this page."
                                : "Take the dose on this page until you hear.",
                            w,
                            Size
                        )
                    ),
                width,
                6,
                2
            );
        var then =
            next == month.Plan.Steps[^1] ? "It's the last one."
            : changes.Count == 1 ? ""
            : $"Then {string.Join(" and ", changes.Skip(1).Take(2).Select(s => s.Start.Day()))}.";
        return Block.Framed(
            w =>
                Block.Stack(
                    Block.Text($"Next change: {next.Start.Weekday()}*", w, 14, Face.Strong),
                    Block.Text(PlanInWords.Change(month.Plan, next), w, Size),
                    Block.Text(next.Cut(), w, Size),
                    Block.Text($"*Only if {(approval is null ? "you both" : "you and your clinic")} agree. {then}", w, Size)
                ),
            width,
            6,
            2
        );
    }
}
