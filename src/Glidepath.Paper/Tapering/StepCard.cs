using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// One step on half a letter page, for a wallet or a fridge: what is taken now as number, drawing and words, from when to when, what to do
/// about a missed dose, whom to call. Only of an approved version.
/// </summary>
public static class StepCard
{
    private const float Margin = 22,
        Size = 12.5f;

    /// <param name="dated">The day it is printed on, where the person is.</param>
    public static PrintedDocument Lay(TakenStep taken, SafetyText safety, Approval approval, DateOnly dated)
    {
        var size = PageSize.HalfLetter;
        var frame = new PaperFrame(size, Margin, Typography.Least, number => Foot(approval, number, size.Width - 2 * Margin));
        var width = frame.Width;
        var flow = frame.Begin(Head(taken, width));
        if (taken.Doses.Count == 0)
            flow.Add(Block.Text("No dose. You take none of this medicine now.", width, 18, Face.Strong));
        foreach (var row in Doses(taken.Doses, width))
            flow.Add(row);
        flow.Add(Talk(taken, width));
        if (taken.Doses.Count > 0)
            flow.Add([
                Block.Text("Missed a dose?", width, 14, Face.Heading),
                .. taken.Missed.Select(m => Block.Text(m, width, Typography.Least)),
                Block.Space(5),
            ]);
        flow.Add(WhoToCall.OnCard(safety, width));
        return new PrintedDocument("My step card", dated, frame.Finish());
    }

    private static Block Head(TakenStep taken, float width) =>
        Block.Stack(
            Block.Text("My step card", width, 20, Face.Heading),
            OverrideOf(taken, width),
            Block.Text(taken.Days, width, Size, Face.Strong),
            Block.Space(5)
        );

    /// <summary>Nothing where nothing was overridden.</summary>
    internal static Block OverrideOf(TakenStep taken, float width) =>
        taken.OverrideReason is { } reason
            ? Block.Text([Span.Strong("Your prescriber went past the guideline. Reason given: "), new(reason)], width)
            : Block.Space(0);

    /// <summary>One under the other; more than two in two columns, so that the card stays one.</summary>
    private static IEnumerable<Block> Doses(IReadOnlyList<CrossOverDose> doses, float width)
    {
        const float Pad = 6,
            Between = 8;
        var across = doses.Count > 2 ? 2 : 1;
        var wide = (width - (across - 1) * Between) / across;
        foreach (var row in doses.Select(d => Dose(d, wide - 2 * Pad)).Chunk(across))
        {
            var height = row.Max(b => b.Height);
            yield return Block
                .Row([.. row.Select((b, i) => (i * (wide + Between), Block.Framed(_ => b.Padded(0, height - b.Height), wide, Pad)))])
                .Padded(0, 5);
        }
    }

    private static Block Dose(CrossOverDose dose, float width)
    {
        const float High = 24;
        var time = Block.Text(Letters.Capital(dose.Time.Name()), width, 14, Face.Strong);
        var number = Typography.Joined(
            dose.Made is { } measured && DayBox.IsMeasured(measured) ? DayBox.Number(measured) : dose.Dose.ToString()
        );
        if (dose.Made is not { } made)
            return Block.Stack(
                time,
                Block.Text(number, width, High, Face.Strong),
                Block.Text($"{dose.Drug.Name}, as you take it now", width, Size)
            );
        var wide = Faces.Width(number, Face.Strong, High) + 12;
        var (digits, pieces) = (Block.Text(number, width, High, Face.Strong), DoseDrawing.Of(made, width));
        var down = Math.Max(0, (pieces.Height - digits.Height) / 2);
        return Block.Stack(
            time,
            DoseDrawing.Width(made) <= width - wide ? Block.Row((0, digits.Padded(down)), (wide, pieces)) : Block.Stack(digits, pieces),
            Block.Space(2),
            Block.Text($"{dose.Drug.Name}: {PlanInWords.Make(made)}", width, Size)
        );
    }

    private static Block Talk(TakenStep taken, float width) =>
        Block.Stack(
            taken.TalkBy is { } day
                ? Block.Text([Span.Strong("We talk next by "), Span.Strong($"{day.WithWeekday()}.")], width, 14)
                : Blank.Line("We talk next on:", width, 14),
            Block.Space(5)
        );

    private static Block Foot(Approval approval, string number, float width)
    {
        const float Least = Typography.Least;
        var wide = Faces.Width(number, Face.Body, Least) + 2;
        return Block.Stack(
            Block.Space(3),
            Block.Rule(width, 0.7f),
            Block.Row((0, Block.Text(approval.ToString(), width - wide - 10, Least)), (width - wide, Block.Text(number, wide, Least)))
        );
    }
}
