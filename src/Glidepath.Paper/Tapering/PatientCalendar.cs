using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A plan for the person who takes it: large print, a page to read first, then a page a month with a box a day. A draft is headed "Plan to
/// discuss" and has nothing to tick.
/// </summary>
public static class PatientCalendar
{
    private const float Margin = 24;

    /// <param name="approval">Null prints DRAFT on every page and no box to tick.</param>
    /// <param name="only">Of a taper whose steps wait for a person: no page after it, and no day of a change. Null prints all of the
    /// plan.</param>
    public static PrintedDocument Lay(TaperPlan plan, SafetyText safety, Approval? approval = null, DecidedDays? only = null)
    {
        var size = PageSize.LetterLandscape;
        var frame = new PaperFrame(size, Margin, Typography.Least, number => Foot(safety, number, size.Width - 2 * Margin));
        FrontSheet.Add(frame, plan, safety, approval);
        if (plan.Change is { } change)
            ChangeSheet.Add(frame, change, safety, approval);
        foreach (var month in CalendarMonth.Of(plan).Where(m => only is null || m.Monday <= only.Until).Select(m => m with { Only = only }))
            MonthSheet.Add(frame, month, safety, approval);
        return new PrintedDocument(approval is null ? "Plan to discuss" : "My calendar", plan.BeginsOn, frame.Finish());
    }

    private static Block Foot(SafetyText safety, string number, float width)
    {
        const float Size = Typography.Least;
        var wide = Faces.Width(number, Face.Body, Size);
        return Block.Stack(
            Block.Space(3),
            Block.Rule(width, 0.7f),
            Block.Row(
                (0, Block.Text(safety.WhoToCall, width - wide - 20, Size, Face.Strong)),
                (width - wide - 2, Block.Text(number, wide + 2, Size))
            )
        );
    }
}

/// <summary>The days of a calendar on which a dose is decided.</summary>
/// <param name="Until">The last one.</param>
/// <param name="NextNotBefore">The earliest day of the next step; null where none is due yet, or it waits already.</param>
public sealed record DecidedDays(DateOnly Until, DateOnly? NextNotBefore);
