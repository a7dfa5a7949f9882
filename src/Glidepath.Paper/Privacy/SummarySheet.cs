using Glidepath.Paper.Shared;

namespace Glidepath.Paper.Privacy;

/// <param name="Title">Of the part.</param>
/// <param name="Empty">Said where there are no rows.</param>
public sealed record SheetTable(
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string Empty = "Nothing on file."
);

/// <summary>Tables on paper with a notice on every page, so that no page can be parted from it. Neutral title.</summary>
public static class SummarySheet
{
    private const float Margin = 36,
        Gap = 8,
        Size = Typography.Least;

    /// <summary>Of one row, in points, and of all its text where it is taller.</summary>
    private const float Tallest = 200;

    private const int Longest = 1_200;

    public static PrintedDocument Lay(
        string title,
        string lead,
        IReadOnlyList<string> notices,
        IReadOnlyList<SheetTable> tables,
        DateOnly dated
    )
    {
        var page = PageSize.LetterPortrait;
        var width = page.Width - 2 * Margin;
        var foot =
            notices.Count == 0
                ? Block.Space(0)
                : Block.Framed(w => Block.Stack([.. notices.Select(n => Block.Text(n, w).Padded(0, 3))]), width, 5, 1, 0);
        var bottom = page.Height - Margin - 20 - foot.Height - Gap;
        var flow = new Flow(page, Margin, Margin, bottom);
        flow.Add(Block.Heading(title, width, 22), Block.Text(lead, width), Block.Space(10));
        foreach (var table in tables)
            Add(flow, table, width);
        for (var i = 0; i < flow.Pages.Count; i++)
        {
            foot.Draw(flow.Pages[i], Margin, bottom + Gap);
            flow.Pages[i].Text($"Page {i + 1} of {flow.Pages.Count}", Margin, page.Height - Margin - 4, Size);
        }
        return new PrintedDocument(title, dated, flow.Pages);
    }

    private static void Add(Flow flow, SheetTable table, float width)
    {
        var heading = Block.Heading(table.Title, width, 14).Padded(8);
        if (table.Rows.Count == 0)
        {
            flow.Add(heading, Block.Text(table.Empty, width));
            return;
        }
        flow.Table(
            heading,
            Block.Stack(Row(table.Columns, width, Face.Strong), Block.Rule(width)),
            table.Rows.Select(r => Whole(table.Columns, r, width))
        );
    }

    /// <summary>
    /// A row too tall for its columns is set under each other over the whole width, shortened only where even that would not fit a page.
    /// </summary>
    private static Block Whole(IReadOnlyList<string> columns, IReadOnlyList<string> cells, float width) =>
        Row(cells, width, Face.Body) is { Height: <= Tallest } row
            ? row
            : Block
                .Stack([
                    .. cells.Select(
                        (c, i) =>
                            Block.Text(
                                $"{columns[i]}: "
                                    + $"{(c.Length > Longest / cells.Count ? c[..(Longest / cells.Count)] + " (shortened; ask for the whole)" : c)}",
                                width
                            )
                    ),
                ])
                .Padded(2, 2)
                .Tagged(Tag.Cell)
                .Tagged(Tag.Row);

    private static Block Row(IReadOnlyList<string> cells, float width, Face face)
    {
        var column = width / cells.Count;
        return Block
            .Cells(
                face is Face.Strong ? Tag.HeaderCell : Tag.Cell,
                [.. cells.Select((c, i) => (i * column, Block.Text(c.Length == 0 ? "-" : c, column - Gap, Size, face)))]
            )
            .Padded(2, 2);
    }
}
