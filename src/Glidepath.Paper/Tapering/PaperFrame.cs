using Glidepath.Paper.Shared;

namespace Glidepath.Paper.Tapering;

/// <summary>What stands on every page of a plan on paper: whether it is approved, not to stop suddenly, whom to call, which page of how many.</summary>
/// <param name="top">What stands under the line about approval, in the width given.</param>
/// <param name="toWrite">A word with a line to write on, between the telephone numbers and the page number; may be empty.</param>
internal sealed class PaperFrame(PageSize size, float margin, SafetyText safety, Approval? approval, Func<float, Block> top, string toWrite = "")
{
    private const float FooterHeight = 26;

    private readonly Block _head = Head(size.Width - 2 * margin, safety, approval, top);

    public float Width => size.Width - 2 * margin;

    public Flow NewFlow() => new(size, margin, margin + _head.Height, size.Height - margin - FooterHeight);

    /// <summary>Drawn last, when the number of pages is known.</summary>
    public IReadOnlyList<Page> Finish(Flow flow)
    {
        for (var i = 0; i < flow.Pages.Count; i++)
        {
            var page = flow.Pages[i];
            _head.Draw(page, margin, margin);
            Foot(page, $"Page {i + 1} of {flow.Pages.Count}");
        }
        return flow.Pages;
    }

    private static Block Head(float width, SafetyText safety, Approval? approval, Func<float, Block> top)
    {
        var status = approval is null
            ? Block.Framed(w => Block.Text(safety.Draft, w, 14, Face.Strong), width, 5, 2, 0)
            : Block.Text(approval.ToString(), width, 14);
        return Block.Stack(status, Block.Space(8), top(width), Block.Space(10));
    }

    private void Foot(Page page, string number)
    {
        var line = size.Height - margin - FooterHeight + 8;
        page.Line(margin, line, size.Width - margin, line);
        const float Size = Typography.Least;
        var y = line + 14;
        page.Text(safety.WhoToCall, margin, y, Size, Face.Strong);
        var right = size.Width - margin - Faces.Width(number, Face.Body, Size);
        page.Text(number, right, y, Size);
        if (toWrite.Length == 0)
            return;
        var left = margin + Faces.Width(safety.WhoToCall, Face.Strong, Size) + 20;
        page.Text(toWrite, left, y, Size);
        page.Line(left + Faces.Width(toWrite, Face.Body, Size) + 6, y + 2, right - 20, y + 2, 0.7f);
    }
}
