using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>The change of medicine on the order sheet: what is taken in each stage, what is dispensed for it, when it is reviewed.</summary>
internal static class ChangeOrder
{
    private const float Size = OrderTable.Size,
        Dates = 124,
        Daily = 92;

    public static void Add(Flow flow, CrossOver change, Block heading, float width)
    {
        var by = width - Dates - 2 * Daily;
        flow.Table(
            heading,
            Block.Stack(
                Block.Cells(
                    Tag.HeaderCell,
                    (0, Bold("Days", Dates)),
                    (Dates, Bold($"{Letters.Capital(change.From.Name)} a day", Daily)),
                    (Dates + Daily, Bold($"{Letters.Capital(change.To.Name)} a day", Daily)),
                    (Dates + 2 * Daily, Bold("By mouth", by))
                ),
                Block.Space(2),
                Block.Rule(width, 1.5f)
            ),
            change.Stages.Select(stage =>
                Block.Stack(
                    Block.Space(2),
                    Block.Cells(
                        Tag.Cell,
                        (0, Block.Text(PaperWords.Span(stage.Start, change.EndOf(stage)), Dates - 6, Size)),
                        (Dates, Bold(stage.From.DailyDose.IsZero ? "none" : stage.From.DailyDose.ToString(), Daily)),
                        (Dates + Daily, Bold(stage.To.DailyDose.IsZero ? "none" : stage.To.DailyDose.ToString(), Daily)),
                        (Dates + 2 * Daily, Block.Text([.. stage.Doses.SelectMany(Taken)], by, Size))
                    ),
                    Block.Space(2),
                    Block.Rule(width, 0.5f)
                )
            )
        );
        flow.Add(Block.Space(3));
    }

    /// <summary>Under the stages.</summary>
    public static IEnumerable<string> Notes(CrossOver change)
    {
        yield return $"Date of issue {change.Start.Short()}. Dispense for the change, one fill each, 0 refills: "
            + string.Join(
                "; ",
                change.Supplies.Select(s =>
                    $"{s.Product.Drug.Name} {ProductNames.Short(s.Product)}, {OrderTable.Amount(s.Count, s.Product)} "
                    + $"({PaperWords.Days(s.Days)} from {s.From.Short()})"
                )
            )
            + ". What the patient still has counts first.";
        yield return $"{Letters.Capital(change.To.Name)} by the tables: {change.TargetMg.Rounded("mg")} a day. The change begins at "
            + $"the low end; the reviews "
            + $"find the dose, and the taper is planned anew from it.";
        yield return "Review: "
            + string.Join(
                "; ",
                change.Reviews.Select(r =>
                    $"{(r.To > r.From ? $"{r.From.Day()} to {r.To.Short()}" : r.From.Short())}, {r.Purpose.InWords()}"
                )
            )
            + ".";
        foreach (var finding in change.Findings.Where(f => f.Severity > Severity.Note && f.Rule != "cross-over.interval"))
            yield return OrderNotes.Said(finding);
    }

    private static IEnumerable<Span> Taken(CrossOverDose dose, int place) =>
        [
            new($"{(place == 0 ? "" : "; ")}{dose.Time.Abbreviation()}{Typography.Joint}"),
            Span.Strong(Typography.Joined($"{dose.Drug.Name} {dose.Dose}")),
        ];

    private static Block Bold(string text, float width) => Block.Text(text, width, Size, Face.Strong);
}
