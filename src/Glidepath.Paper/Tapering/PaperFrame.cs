using Glidepath.Paper.Shared;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// Pages in parts. Each part begins on a new page under a head of its own; the foot is drawn last, when the number of pages is known.
/// </summary>
/// <param name="least">The smallest type, in points.</param>
/// <param name="foot">Of a page, by its number: <c>Page 2 of 9</c>.</param>
internal sealed class PaperFrame(PageSize size, float margin, float least, Func<string, Block> foot)
{
    private readonly List<(Flow Flow, Block First, Block Later)> _parts = [];

    private readonly float _footHeight = foot("Page 1 of 1").Height;

    public float Width => size.Width - 2 * margin;

    /// <param name="later">On the pages after the first of this part; null is the same.</param>
    public Flow Begin(Block head, Block? later = null)
    {
        var flow = new Flow(size, margin, margin + head.Height, Bottom, later is null ? null : margin + later.Height, least);
        _parts.Add((flow, head, later ?? head));
        return flow;
    }

    /// <summary>What a page has left between this head and the foot, in points.</summary>
    public float RoomUnder(Block head) => Bottom - margin - head.Height;

    public IReadOnlyList<Page> Finish()
    {
        var pages = _parts.SelectMany(p => p.Flow.Pages.Select((page, i) => (Page: page, Head: i == 0 ? p.First : p.Later))).ToList();
        foreach (var (i, (page, head)) in pages.Index())
        {
            page.First(() => head.Draw(page, margin, margin));
            foot($"Page {i + 1} of {pages.Count}").Draw(page, margin, Bottom);
        }
        return [.. pages.Select(p => p.Page)];
    }

    private float Bottom => size.Height - margin - _footHeight;
}
