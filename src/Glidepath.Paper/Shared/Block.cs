namespace Glidepath.Paper.Shared;

/// <summary>Something with a height that is drawn whole, never cut by the end of a page.</summary>
/// <param name="Height">In points.</param>
/// <param name="Draw">On a page, with its upper left corner at x and y.</param>
internal sealed record Block(float Height, Action<Page, float, float> Draw)
{
    /// <summary>From this size on a heading is one of the first order, in points.</summary>
    private const float FirstHeading = 18;

    public static Block Space(float height) => new(height, (_, _, _) => { });

    public static Block Text(string text, float width, float size = Typography.Least, Face face = Face.Body) =>
        Text([new Span(text, face)], width, size);

    public static Block Text(IReadOnlyList<Span> spans, float width, float size = Typography.Least)
    {
        var lines = Typography.Lines(spans, size, width);
        var leading = size * Typography.Leading;
        return new Block(
            lines.Count * leading,
            (page, x, y) =>
            {
                for (var i = 0; i < lines.Count; i++)
                    foreach (var part in lines[i].Parts)
                        page.Text(part.Text, x + part.X, y + i * leading + size * 0.95f, size, part.Face);
            }
        ).Tagged(
            !spans.All(s => s.Face is Face.Heading) ? Tag.Paragraph
            : size >= FirstHeading ? Tag.Heading1
            : Tag.Heading2
        );
    }

    public static Block Heading(string text, float width, float size = 18) => Stack(Text(text, width, size, Face.Heading), Space(4));

    public static Block Rule(float width, float weight = 1) => new(weight, (page, x, y) => page.Line(x, y, x + width, y, weight));

    /// <summary>One under the other.</summary>
    public static Block Stack(params IReadOnlyList<Block> blocks) =>
        new(
            blocks.Sum(b => b.Height),
            (page, x, y) =>
            {
                foreach (var block in blocks)
                {
                    block.Draw(page, x, y);
                    y += block.Height;
                }
            }
        );

    /// <summary>Side by side, each with its distance from the left.</summary>
    public static Block Row(params IReadOnlyList<(float X, Block Block)> cells) =>
        new(
            cells.Max(c => c.Block.Height),
            (page, x, y) =>
            {
                foreach (var (at, block) in cells)
                    block.Draw(page, x + at, y);
            }
        );

    /// <summary>In a frame as wide as <paramref name="width"/>; what stands in it is narrower by twice the padding.</summary>
    public static Block Framed(Func<float, Block> content, float width, float padding = 8, float weight = 1.5f, float radius = 6)
    {
        var inner = content(width - 2 * padding);
        return new Block(
            inner.Height + 2 * padding,
            (page, x, y) =>
            {
                page.Box(x, y, width, inner.Height + 2 * padding, radius, weight);
                inner.Draw(page, x + padding, y + padding);
            }
        );
    }

    /// <summary>Read aloud as a part of this kind.</summary>
    public Block Tagged(Tag tag) => this with { Draw = (page, x, y) => page.Within(tag, () => Draw(page, x, y)) };

    /// <summary>A row of a table.</summary>
    public static Block Cells(Tag kind, params IReadOnlyList<(float X, Block Block)> cells) =>
        Row([.. cells.Select(c => (c.X, c.Block.Tagged(kind)))]).Tagged(Tag.Row);

    public Block Padded(float above, float below = 0) => new(Height + above + below, (page, x, y) => Draw(page, x, y + above));

    public Block Indented(float left) => new(Height, (page, x, y) => Draw(page, x + left, y));
}
