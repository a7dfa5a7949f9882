using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Paper.Therapy.Booklet;

/// <summary>The planner's example drawn as a stair, with a few of its doses, and what to know before any plan.</summary>
internal static class BookletStair
{
    private const float High = 190,
        Label = Typography.Least;

    public static BookletSheet Of(TaperPlan? plan, SafetyText safety, float width) =>
        new(
            [
                .. plan is null ? [BookletPaper.Paragraph(BookletExample.None, width)] : Example(plan, safety, width),
                BookletPaper.Paragraph("booklet.taper.stay", width),
                Block.Space(4),
                Block.Framed(w => Block.Text(BookletPaper.Words("booklet.taper.first-asks"), w, BookletPaper.Size), width, 10, 1.5f),
            ],
            ["booklet.paper.hopes"],
            []
        );

    private static IEnumerable<Block> Example(TaperPlan plan, SafetyText safety, float width) =>
        [
            Block.Text(safety.Draft, width, BookletPaper.Size, Face.Strong).Padded(0, 4),
            BookletPaper.Paragraph("booklet.taper.lead", width, 8),
            Stair(plan, width),
            Block.Space(8),
            .. BookletExample.Of(plan).Select(s => BookletPaper.Paragraph(s, width)),
        ];

    private static Block Stair(TaperPlan plan, float width)
    {
        const float Above = 20,
            Below = 22;
        var days = Math.Max(1, plan.TotalDays);
        var first = plan.Steps[0];
        float X(TaperStep step) => width * 0.96f * (step.Start.DayNumber - first.Start.DayNumber) / days;
        float Y(TaperStep step) => Above + High * (1 - (float)(step.DailyDose.Milligrams / first.DailyDose.Milligrams));
        return new Block(
            Above + High + Below,
            (page, x, y) =>
            {
                foreach (var (step, next) in plan.Steps.Zip(plan.Steps.Skip(1)))
                {
                    page.Line(x + X(step), y + Y(step), x + X(next), y + Y(step), 3);
                    page.Line(x + X(next), y + Y(step), x + X(next), y + Y(next), 3);
                }
                page.Line(x + X(plan.Steps[^1]), y + Y(plan.Steps[^1]), x + width, y + Y(plan.Steps[^1]), 3);
                page.Line(x, y + Above + High + 2, x + width, y + Above + High + 2, 0.8f);
                page.Within(Tag.Paragraph, () => Labels(page, plan, s => (x + X(s), y + Y(s)), x, y + Above + High + 18, width));
            }
        );
    }

    /// <summary>The dose now, the first at or under three quarters, a half and a quarter of it, and how long it takes.</summary>
    private static void Labels(Page page, TaperPlan plan, Func<TaperStep, (float X, float Y)> at, float left, float bottom, float width)
    {
        var first = plan.Steps[0];
        page.Text(
            BookletPaper.Words(Sentence.Of("booklet.taper.now", ("dose", first.DailyDose))) + " ",
            at(first).X,
            at(first).Y - 6,
            Label,
            Face.Strong
        );
        var shown = new List<TaperStep>();
        foreach (var share in new[] { 0.75m, 0.5m, 0.25m })
            if (
                plan.Steps.FirstOrDefault(s => s.DailyDose.Milligrams <= share * first.DailyDose.Milligrams)
                    is { DailyDose.IsZero: false } step
                && !shown.Contains(step)
            )
                shown.Add(step);
        foreach (var step in shown)
        {
            var (x, y) = at(step);
            var words = $"{step.DailyDose} ";
            var right = left + width - Faces.Width(words, Face.Strong, Label);
            page.Text(words, Math.Min(x + 5, right), y - 5, Label, Face.Strong);
        }
        if (plan.Steps[^1] is { DailyDose.IsZero: false } last && !shown.Contains(last))
        {
            var end = $"{last.DailyDose} ";
            page.Text(end, left + width - Faces.Width(end, Face.Strong, Label), at(last).Y - 5, Label, Face.Strong);
        }
        var weeks = BookletPaper.Words(Sentence.Of("booklet.taper.weeks", ("weeks", BookletExample.Weeks(plan))));
        page.Text(weeks, left + width - Faces.Width(weeks, Face.Body, Label), bottom, Label);
    }
}
