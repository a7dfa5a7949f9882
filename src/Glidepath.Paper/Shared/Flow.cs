namespace Glidepath.Paper.Shared;

/// <summary>Fills pages from top to bottom. A block that does not fit goes whole to the next page.</summary>
/// <param name="left">Left end of every block, in points.</param>
/// <param name="top">Where the first block of a page begins; above it stands the header.</param>
/// <param name="bottom">Where the last ends; below it stands the footer.</param>
/// <param name="laterTop">Where the first block of every page after the first begins; null is as on the first.</param>
/// <param name="least">The smallest type of these pages, in points.</param>
internal sealed class Flow(PageSize size, float left, float top, float bottom, float? laterTop = null, float least = Typography.Least)
{
    private readonly List<Page> _pages = [];

    private float _y;

    public IReadOnlyList<Page> Pages => _pages;

    public float Room => _pages.Count == 0 ? bottom - top : bottom - _y;

    /// <summary>Of a page after the first, in points.</summary>
    public float LaterRoom => bottom - (laterTop ?? top);

    public void Add(params IReadOnlyList<Block> keptTogether)
    {
        var block = Block.Stack(keptTogether);
        if (_pages.Count == 0 || block.Height > Room)
            NewPage();
        Draw(block);
    }

    /// <summary>Rows under a header that comes again on each page; the heading and the header never stand alone.</summary>
    public void Table(Block heading, Block header, IEnumerable<Block> rows)
    {
        // Rows without a header are a list, not a table.
        var isTable = header.Height > 0;
        var together = new List<Block>();
        Block? above = heading;
        foreach (var row in rows)
        {
            if (above is null && together.Sum(b => b.Height) + row.Height > Room)
            {
                Draw(Of(together));
                together.Clear();
                NewPage();
            }
            else if (above is not null && (_pages.Count == 0 || above.Height + header.Height + row.Height > Room))
                NewPage();
            if (above is not null)
                Draw(above);
            above = null;
            if (together.Count == 0)
                together.Add(header);
            together.Add(row);
        }
        if (together.Count > 0)
            Draw(Of(together));

        Block Of(List<Block> parts) => isTable ? Block.Stack([.. parts]).Tagged(Tag.Table) : Block.Stack([.. parts]);
    }

    public void NewPage()
    {
        _y = _pages.Count > 0 && laterTop is { } later ? later : top;
        _pages.Add(new Page(size, least));
    }

    private void Draw(Block block)
    {
        if (block.Height > Room + 0.01f)
            throw new InvalidOperationException($"A block of {block.Height:0} pt does not fit on a page of {Room:0} pt.");
        block.Draw(_pages[^1], left, _y);
        _y += block.Height;
    }
}
