using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// Seven days on one page for the fridge: each dose with its pieces and a box to tick, room for sleep and one line. It names no medicine,
/// unless two are taken. Only of an approved version.
/// </summary>
public static class WeekSheet
{
    /// <summary>Days on a sheet.</summary>
    public const int Days = 7;

    private const float Margin = 24,
        Size = Typography.Least,
        Day = 66,
        Sleep = 78,
        LeastNote = 120,
        MostDose = 160,
        Tick = 14,
        Icon = 16,
        Pad = 5,
        MostRow = 48;

    /// <param name="taken">Of each of the days, the first of them first.</param>
    public static PrintedDocument Lay(DateOnly from, IReadOnlyList<TakenStep> taken, SafetyText safety, Approval approval)
    {
        var size = PageSize.LetterLandscape;
        var frame = new PaperFrame(size, Margin, Size, number => Foot(approval, number, size.Width - 2 * Margin));
        var (width, all) = (frame.Width, taken.SelectMany(t => t.Doses).ToList());
        var (head, header) = (Head(from, taken, safety, width), Header(Times(all), width));
        var below = Block.Stack(Block.Space(8), Below(all, safety, width));
        var flow = frame.Begin(head);
        // A point for what rounding adds up to.
        var row = (frame.RoomUnder(head) - header.Height - below.Height - 1) / taken.Count;
        flow.Table(Block.Space(0), header, Rows(from, taken, all, Math.Min(row, MostRow), width));
        flow.Add(below);
        return new PrintedDocument("My week", from, frame.Finish());
    }

    private static IReadOnlyList<TimeOfDay> Times(IEnumerable<CrossOverDose> doses) => [.. doses.Select(d => d.Time).Distinct().Order()];

    private static Block Head(DateOnly from, IReadOnlyList<TakenStep> taken, SafetyText safety, float width)
    {
        const float Box = 320;
        var left = width - Box - 18;
        var last = taken[^1];
        return Block.Stack(
            Block.Row(
                (
                    0,
                    Block.Stack(
                        Block.Text("My week", left, 22, Face.Heading),
                        Block.Text(
                            [
                                Span.Strong(PaperWords.Span(from, from.AddDays(taken.Count - 1))),
                                new(". Tick the box when you take it. "),
                                Span.Strong(safety.DoNotStop),
                            ],
                            left,
                            Size
                        )
                    )
                ),
                (
                    width - Box,
                    Block.Framed(
                        w =>
                            Block.Stack(
                                Block.Text(last.GoesOn ? "Next step: your clinic says when" : "No step is planned", w, 14, Face.Strong),
                                Block.Text(Next(last), w, Size)
                            ),
                        Box,
                        6,
                        2
                    )
                )
            ),
            StepCard.OverrideOf(last, width),
            Block.Space(5)
        );
    }

    private static string Next(TakenStep taken) =>
        !taken.GoesOn ? "Take the dose on this sheet."
        : taken.HeldUntil is { } held ? $"Stay on this dose. Your clinic looks again on {held.Weekday()}."
        : taken.NextNotBefore is { } day ? $"Not before {day.Weekday()}. Take the dose on this sheet until you hear."
        : "Take the dose on this sheet until you hear.";

    /// <summary>Of one time of day, in points.</summary>
    private static float Wide(int times, float width) => times == 0 ? 0 : Math.Min(MostDose, (width - Day - Sleep - LeastNote) / times);

    private static Block Header(IReadOnlyList<TimeOfDay> times, float width)
    {
        var wide = Wide(times.Count, width);
        return Block.Stack(
            Block.Cells(
                Tag.HeaderCell,
                [
                    (0, Bold("Day", Day)),
                    .. times.Select((t, i) => (Day + i * wide, Bold(Letters.Capital(t.Name()), wide))),
                    (Day + times.Count * wide, Bold("Sleep, hours", Sleep)),
                    (Day + times.Count * wide + Sleep, Bold("One line about today", LeastNote)),
                ]
            ),
            Block.Space(1),
            Block.Rule(width, 2)
        );

        static Block Bold(string text, float width) => Block.Text(text, width - Pad, Size, Face.Strong);
    }

    private static IEnumerable<Block> Rows(
        DateOnly from,
        IReadOnlyList<TakenStep> taken,
        IReadOnlyList<CrossOverDose> all,
        float high,
        float width
    )
    {
        var times = Times(all);
        var (wide, isNamed) = (Wide(times.Count, width), all.Select(d => d.Drug).Distinct().Count() > 1);
        var icons = PieceIcon.Tells(all.Select(d => d.Made).OfType<MakeableDose>());
        return taken.Select(
            (day, i) =>
            {
                var on = from.AddDays(i);
                var cells = new List<(float X, Block Block)>
                {
                    (
                        0,
                        Block.Stack(
                            Block.Text(on.ToString("ddd", CultureInfo.InvariantCulture), Day - Pad, 14, Face.Strong),
                            Block.Text(on.Day(), Day - Pad, Size)
                        )
                    ),
                };
                cells.AddRange(
                    times.Select(
                        (time, t) =>
                            (
                                Day + t * wide,
                                day.Doses.Where(d => d.Time == time).ToList() is { Count: > 0 } doses
                                    ? Block.Stack([.. doses.Select(d => Dose(d, isNamed, icons, wide - Pad))])
                                    : Block.Text("none", wide - Pad, Size).Padded(4)
                            )
                    )
                );
                cells.Add((Day + times.Count * wide, Block.Space(0)));
                cells.Add((Day + times.Count * wide + Sleep, Block.Space(0)));
                var row = Block.Cells(Tag.Cell, cells);
                var lines = new[] { Day + times.Count * wide - Pad, Day + times.Count * wide + Sleep - Pad };
                var height = Math.Max(row.Height + 5, high) - 1;
                return new Block(
                    height + 1,
                    (page, x, y) =>
                    {
                        row.Draw(page, x, y + (height - row.Height) / 2);
                        foreach (var at in lines)
                            page.Line(x + at, y, x + at, y + height, 0.5f);
                        page.Line(x, y + height, x + width, y + height, 0.8f);
                    }
                );
            }
        );
    }

    /// <summary>A box, and beside it what is taken; under it where the column is too narrow.</summary>
    private static Block Dose(CrossOverDose dose, bool isNamed, bool icons, float width)
    {
        var amount = dose.Made is { } made && DayBox.IsMeasured(made) ? DayBox.Number(made) : Typography.Joined(dose.Dose.ToString());
        var high = Faces.Width(amount, Face.Strong, 16) + Tick + 6 <= width ? 16 : Size;
        var words = Block.Text(
            isNamed ? [Span.Strong(amount), new($" {dose.Drug.Name}")] : [Span.Strong(amount)],
            width - Tick - 6,
            isNamed ? Size : high
        );
        var height = Math.Max(words.Height, Tick + 6);
        var at = Tick + 6 + Faces.Width(amount, Face.Strong, high) + 6;
        Block? drawn = null;
        if (icons && !isNamed && dose.Made is { } pieces && PieceIcon.Line(pieces, Icon, out var wide) is var line && at + wide <= width)
            drawn = line;
        return new Block(
            height,
            (page, x, y) =>
            {
                page.Box(x, y + (height - Tick) / 2, Tick, Tick, 2, 1.2f);
                words.Draw(page, x + Tick + 6, y + (height - words.Height) / 2);
                drawn?.Draw(page, x + at, y + (height - Icon) / 2);
            }
        );
    }

    private static Block Below(IReadOnlyList<CrossOverDose> all, SafetyText safety, float width)
    {
        const float Between = 20;
        var left = (width - Between) / 2;
        var doses = HowToMake.Doses(all.Select(d => d.Made).OfType<MakeableDose>());
        var make =
            doses.Count == 0
                ? Block.Space(0)
                : Block.Stack([HowToMake.Heading(left), .. HowToMake.Rows(doses, left), HowToMake.Rules(doses, left)]);
        return Block.Row((0, make), (left + Between, WhoToCall.OnCard(safety, left)));
    }

    private static Block Foot(Approval approval, string number, float width)
    {
        var wide = Faces.Width(number, Face.Body, Size) + 2;
        return Block.Stack(
            Block.Space(3),
            Block.Rule(width, 0.7f),
            Block.Row((0, Block.Text(approval.ToString(), width - wide - 10, Size)), (width - wide, Block.Text(number, wide, Size)))
        );
    }
}
