using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// The change of medicine before a taper, for the person who takes both: what to take on which days, each medicine by its whole name, and
/// when somebody looks at how it goes. Calendar pages send its days here: two medicines do not fit in a box.
/// </summary>
internal static class ChangeSheet
{
    /// <summary>By which the pages of months name this one.</summary>
    public const string Title = "The change";

    private const float Size = 14;

    public static void Add(PaperFrame frame, CrossOver change, SafetyText safety, Approval? approval)
    {
        var width = frame.Width;
        var flow = frame.Begin(Head(change, safety, approval, width));
        foreach (var (number, stage) in change.Stages.Index())
            flow.Add(Stage(change, stage, number + 1, approval, width));
        flow.Add(
            Block
                .Text(
                    [
                        Span.Strong("Your prescriber sees you: "),
                        new($"{ChangeWords.Reviews(change)}. At each visit the dose may change, up or down. Ask before you change it."),
                    ],
                    width,
                    Size
                )
                .Padded(4, 4),
            Block.Text(
                $"{Letters.Capital(change.To.Name)} builds up over 2 weeks. You may feel sleepy or unsteady: don't drive, and get up "
                    + $"slowly. "
                    + $"Keep the rest of your {change.From.Name} locked up, and bring it back to the pharmacy when the change is over.",
                width,
                Size
            ),
            Block.Space(10),
            WhoToCall.Short(safety, width)
        );
    }

    private static Block Head(CrossOver change, SafetyText safety, Approval? approval, float width) =>
        Block.Stack(
            MonthSheet.Title(safety, approval, width),
            Block.Text($"{Title} to {change.To.Name}", width, 18, Face.Heading),
            Block.Text(
                $"{ChangeWords.Whole(change)} For some days you take both medicines. Never take the " + $"full dose of both.",
                width,
                Size
            ),
            Block.Text($"{(approval is null ? safety.DraftSentence : approval)} {safety.DoNotStop}", width, Size, Face.Strong),
            Block.Space(6)
        );

    private static Block Stage(CrossOver change, CrossOverStage stage, int number, Approval? approval, float width)
    {
        const float Time = 92;
        var stopped = stage.From.DailyDose.IsZero ? $" No {change.From.Name} from here on." : "";
        var days = change.EndOf(stage).DayNumber - stage.Start.DayNumber + 1;
        return Block
            .Framed(
                w =>
                    Block.Stack([
                        Block.Text([Span.Strong($"Stage {number}: {ChangeWords.Dates(change, stage)}."), new(stopped)], w, Size),
                        .. stage
                            .Doses.GroupBy(d => d.Time)
                            .Select(t =>
                                Block.Row(
                                    (0, Block.Text($"{Letters.Capital(t.Key.Name())}:", Time, Size)),
                                    (
                                        Time,
                                        Block.Text(
                                            [
                                                .. t.SelectMany(
                                                    (d, i) => i == 0 ? ChangeWords.Dose(d) : [new(" and "), .. ChangeWords.Dose(d)]
                                                ),
                                            ],
                                            w - Time,
                                            Size
                                        )
                                    )
                                )
                            ),
                        approval is null || stage.From.DailyDose.IsZero
                            ? Block.Space(0)
                            : Ticks(days, stage.Doses.Select(d => d.Time).Distinct().Count(), w),
                    ]),
                width,
                6
            )
            .Padded(0, 5);
    }

    /// <summary>A box a dose: a row a time of day, a column a day. The days of one medicine have theirs in the month.</summary>
    private static Block Ticks(int days, int times, float width)
    {
        const float Box = 13,
            Apart = 20;
        var across = Math.Min(days, (int)(width / Apart));
        var rows = times * ((days + across - 1) / across);
        return new Block(
            rows * Apart + 4,
            (page, x, y) =>
            {
                for (var row = 0; row < rows; row++)
                for (var day = 0; day < across && row / times * across + day < days; day++)
                    page.Box(x + day * Apart, y + 4 + row * Apart, Box, Box, 2, 1.2f);
            }
        );
    }
}
