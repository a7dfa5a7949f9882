using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>Every supply handed out, and what it comes to.</summary>
internal static class FillTable
{
    private const float Size = Typography.Least, Rx = 92, Day = 80, Count = 76, Left = 52;

    public static void Add(Flow flow, TaperPlan plan, float width)
    {
        var product = width - Rx - 2 * Day - Count - Left;
        float[] at = [0, Rx, Rx + Day, Rx + 2 * Day, width - Left - Count, width - Left];
        var header = Block.Stack(Row(at, product, Face.Strong, "No.", "From", "To", "Product", "Quantity", "Surplus"), Block.Space(2), Block.Rule(width, 1.5f));
        var heading = Block.Stack(Block.Space(14), Block.Heading("Every fill", width, 16), Block.Text($"Each covers at most {plan.Request.FillDays} days.", width, Size), Block.Space(4));
        flow.Table(heading, header, plan.Fills.Select(f => Block.Stack(Row(
            at, product, Face.Body,
            $"{f.IssueSet}", f.From.Short(), f.To.Short(), f.Product.Name,
            OrderTable.Amount(f.Count, f.Product.Unit), f.Surplus == 0 ? "0" : SafeNumber.Write(f.Surplus)).Padded(2, 2), Block.Rule(width, 0.4f))));
        Totals(flow, plan, width);
    }

    private static void Totals(Flow flow, TaperPlan plan, float width)
    {
        var rows = FillPlanner.Totals(plan.Fills).Select(t =>
        {
            var surplus = plan.Fills.Where(f => f.Product == t.Product).Sum(f => f.Surplus);
            var of = surplus == 0 ? "" : $", {SafeNumber.Write(surplus)} of it surplus";
            return Block.Text([Span.Strong(OrderTable.Amount(t.Count, t.Product.Unit)), new Span($" of {t.Product.Name}{of}")], width, Size).Padded(2);
        });
        flow.Table(Block.Stack(Block.Space(14), Block.Heading("In all", width, 16)), Block.Space(0), rows);
    }

    private static Block Row(float[] at, float product, Face face, params string[] cells)
    {
        float[] widths = [Rx, Day, Day, product - 6, Count, Left];
        return Block.Row([.. cells.Select((c, i) => (at[i], Block.Text(c, widths[i] - 2, Size, face)))]);
    }
}
