using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>Step by step: the dates, the cut in both percentages, the directions, and the prescriptions they take.</summary>
internal static class OrderTable
{
    private const float Size = Typography.Least, Rx = 44, First = 92, Refills = 118, Supply = 66;

    public static void Add(Flow flow, TaperPlan plan, float width)
    {
        var product = width - Rx - First - Refills - Supply;
        var header = Block.Stack(
            Block.Row(
                (0, Strong("No.", Rx)), (Rx, Strong("Product", product)), (Rx + product, Strong("First fill", First)),
                (Rx + product + First, Strong("Refills", Refills)), (width - Supply, Strong("Days", Supply))),
            Block.Space(2), Block.Rule(width, 1.5f));
        var heading = Block.Stack(Block.Space(14), Block.Heading("Steps and prescriptions", width, 16));
        flow.Table(heading, header, plan.LivedSteps().Select(s => Step(plan, s, width, product)));
    }

    private static Block Step(TaperPlan plan, TaperStep step, float width, float product)
    {
        var title = step.Number == 0 ? "Start" : $"Step {step.Number}";
        var days = step.Days is { } held ? $", {PaperWords.Days(held)}" : "";
        var cut = step.Number == 0 ? "" : " " + Typography.Joined($"Cut: {SafeNumber.Percent(step.ReductionPercentOfCurrent)} of current, {SafeNumber.Percent(step.ReductionPercentOfOriginal)} of original.");
        var rows = new List<Block>
        {
            Block.Text([Span.Strong($"{title}: {step.Dates()}{days}. "), new Span(Typography.Joined($"{step.DailyDose} a day.")), new Span(cut)], width, Size).Padded(5),
            step.Doses.Count == 0 ? Block.Text("No dose from this day on.", width, Size) : Block.Text([Span.Strong("Sig: "), new Span(Sig.For(step) + ".")], width, Size),
        };
        rows.AddRange(step.Findings.Where(f => f.Severity >= Severity.Breach).Select(f => PharmacySheet.Said(f, width)));
        rows.AddRange(plan.Fills.Where(f => f.Step == step.Number).GroupBy(f => f.IssueSet).OrderBy(g => g.Key).Select(g => Prescription([.. g.OrderBy(f => 0)], product)));
        if (step.End is null && step.Doses.Count > 0)
            rows.Add(Block.Text("The goal of this plan. Its supply is not counted: it has no end.", width, Size));
        return Block.Stack([.. rows, Block.Space(5), Block.Rule(width, 0.6f)]);
    }

    /// <summary>Refills of one size are one entry: "3 × 14 tablets, 1 × 5 tablets".</summary>
    private static Block Prescription(IReadOnlyList<Fill> fills, float product)
    {
        var unit = fills[0].Product.Unit;
        var refills = fills.Skip(1).GroupBy(f => f.Count).Select(g => Typography.Joined($"{g.Count()} × {Amount(g.Key, unit)}")).ToList();
        return Block.Row(
            (0, Block.Text($"Rx {fills[0].IssueSet}", Rx, Size)),
            (Rx, Block.Text(fills[0].Product.Name, product - 8, Size)),
            (Rx + product, Block.Text(Amount(fills[0].Count, unit), First - 6, Size)),
            (Rx + product + First, Block.Text(refills.Count == 0 ? "none" : string.Join(", ", refills), Refills - 6, Size)),
            (Rx + product + First + Refills, Block.Text(Days(fills), Supply, Size))).Padded(3);
    }

    /// <summary>Days that the first fill covers, and all fills where there are more.</summary>
    private static string Days(IReadOnlyList<Fill> fills)
    {
        static int Count(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber + 1;
        var first = Count(fills[0].From, fills[0].To).ToString(CultureInfo.InvariantCulture);
        return fills.Count == 1 ? first : $"{first}, in{Typography.Joint}all{Typography.Joint}{Count(fills[0].From, fills[^1].To)}";
    }

    /// <summary><c>14 tablets</c>, <c>60 mL</c>.</summary>
    public static string Amount(decimal count, string unit) => Typography.Joined($"{SafeNumber.Write(count)} {unit}{(unit == "mL" || count == 1 ? "" : "s")}");

    private static Block Strong(string text, float width) => Block.Text(text, width, Size, Face.Strong);
}
