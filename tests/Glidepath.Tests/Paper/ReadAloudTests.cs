using Glidepath.Paper.Privacy;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Tests.Therapy;

namespace Glidepath.Tests.Paper;

/// <summary>
/// Every paper that is printed here, as a screen reader has it: the order sheet and the calendar of each kind of plan, drafts and approved,
/// and the sheet of tables on which copies and disclosures leave.
/// </summary>
public sealed class ReadAloudTests
{
    private const string Tables = "a sheet of tables",
        Booklet = "a booklet";

    public static TheoryData<string> Papers => [.. Printed.Kinds.Select(kind => kind.Data), Tables, Booklet];

    private static IEnumerable<PrintedDocument> Of(string kind) =>
        kind == Tables ? [Sheet]
        : kind == Booklet ? [BookletMade.Lay(BookletMade.Older)]
        : [.. Printed.Both(Printed.Plan(kind)), .. Printed.Both(Printed.Plan(kind), Printed.Approved)];

    /// <summary>Over three pages, with a row too tall for its columns, a table without rows and a notice on each page.</summary>
    private static PrintedDocument Sheet =>
        SummarySheet.Lay(
            "Summary",
            "Made Dec 1, 2026, for the person.",
            ["Notice on every page."],
            [
                new(
                    "People",
                    ["Name", "Since"],
                    [
                        ["Ana", "2026"],
                        [new string('x', 20) + string.Concat(Enumerable.Repeat(" word", 200)), ""],
                    ]
                ),
                new(
                    "Doses",
                    ["Day", "Dose", "Why"],
                    [.. Enumerable.Range(1, 90).Select(i => (string[])[$"Day {i}", "0.5 mg", "as planned"])]
                ),
                new("Nothing", ["Day"], []),
            ],
            new(2026, 12, 1)
        );

    [Theory]
    [MemberData(nameof(Papers))]
    public void It_says_its_language_and_shows_its_title(string kind)
    {
        foreach (var pdf in Of(kind).Select(paper => PdfStructure.Text(paper.ToPdf())))
        {
            Assert.Contains("/Lang(en-US)", pdf, StringComparison.Ordinal);
            Assert.Contains("/DisplayDocTitle true", pdf, StringComparison.Ordinal);
            Assert.Matches(@"/Title\([^)]+\)", pdf);
            Assert.Contains("/Marked true", pdf, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Its_headings_begin_with_the_first_order_and_leave_none_out(string kind)
    {
        foreach (var tree in Of(kind).Select(paper => new PdfStructure(paper.ToPdf())))
        {
            Assert.Equal("Document", tree.Root.Kind);
            Assert.Equal("H1", tree.Root.Parts[0].Kind);
            Assert.Subset(new HashSet<string> { "H1", "H2", "P", "Table" }, tree.Root.Parts.Select(p => p.Kind).ToHashSet());
            Assert.All(
                tree.All.Where(p => p.Kind is "P" or "H1" or "H2" or "TH" or "TD"),
                part => Assert.True(part.Parts.Count == 0, $"{part.Kind} has parts")
            );
        }
    }

    /// <summary>As many columns in each row as in the header, a line over the whole width counted as wide as it is.</summary>
    [Theory]
    [MemberData(nameof(Papers))]
    public void Its_tables_are_rows_under_a_header_that_names_each_column(string kind)
    {
        var seen = 0;
        foreach (var table in Of(kind).SelectMany(paper => new PdfStructure(paper.ToPdf()).All).Where(p => p.Kind == "Table"))
        {
            seen++;
            Assert.All(table.Parts, row => Assert.Equal("TR", row.Kind));
            Assert.All(table.Parts[0].Parts, cell => Assert.Equal(("TH", true), (cell.Kind, cell.IsOfColumn)));
            Assert.All(table.Parts.Skip(1).SelectMany(row => row.Parts), cell => Assert.Equal("TD", cell.Kind));
            Assert.All(table.Parts, row => Assert.Equal(table.Parts[0].Parts.Count, row.Parts.Sum(cell => cell.Columns)));
        }
        Assert.True(seen > 0, "no table");
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void It_is_read_page_by_page_in_the_order_in_which_its_text_stands_there(string kind)
    {
        foreach (var paper in Of(kind))
        {
            var (pages, last) = (new List<int>(), -1);
            foreach (var part in new PdfStructure(paper.ToPdf()).All.Where(p => p is { Parts.Count: 0, Content: not null }))
            {
                if (pages.Count == 0 || pages[^1] != part.Page)
                {
                    Assert.DoesNotContain(part.Page, pages);
                    pages.Add(part.Page);
                    last = -1;
                }
                Assert.True(part.Content > last, $"{part.Kind} {part.Content} is read after {last}");
                last = part.Content!.Value;
            }
            Assert.Equal(paper.Pages.Count, pages.Count);
        }
    }

    /// <summary>Text belongs to a part of the tree; what is drawn is decoration, and what it says stands beside it in words.</summary>
    [Theory]
    [MemberData(nameof(Papers))]
    public void All_text_is_in_the_tree_and_all_that_is_drawn_is_decoration(string kind)
    {
        var (texts, strokes) = (0, 0);
        foreach (var page in Of(kind).SelectMany(paper => PdfStructure.Streams(paper.ToPdf())))
        {
            var open = new Stack<bool>();
            var before = "";
            foreach (var token in page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (token.EndsWith("BDC", StringComparison.Ordinal))
                    open.Push(true);
                else if (token == "BMC")
                {
                    Assert.Equal("/Artifact", before);
                    open.Push(false);
                }
                else if (token == "EMC")
                    open.Pop();
                else if (token is "Tj" or "TJ")
                {
                    texts++;
                    Assert.True(open.TryPeek(out var isPart) && isPart, "text outside the tree");
                }
                else if (token is "S" or "s" or "f" or "F" or "f*" or "B" or "B*" or "b" or "b*")
                {
                    strokes++;
                    Assert.True(open.TryPeek(out var isPart) && !isPart, "a drawing that is no decoration");
                }
                before = token;
            }
            Assert.Empty(open);
        }
        Assert.True(texts > 10 && strokes > 1, $"{texts} texts, {strokes} strokes");
    }

    [Fact]
    public void Words_at_the_end_of_a_line_and_the_start_of_the_next_stay_two_words()
    {
        var flow = new Flow(PageSize.LetterPortrait, 36, 36, 700);
        flow.Add(Block.Heading("Title", 500), Block.Text("one two", 30));
        var page = PdfStructure.Streams(new PrintedDocument("Title", new(2026, 12, 1), flow.Pages).ToPdf()).Single();
        // Glyphs are two bytes each: four of "one" and the space behind it.
        Assert.Equal(2, flow.Pages[0].Texts.Count(t => t.Text is "one" or "two"));
        Assert.Single(ShownTexts(page), text => text.Length == 4 * 4);
        Assert.Single(ShownTexts(page), text => text.Length == 3 * 4);
    }

    /// <summary>In hexadecimal.</summary>
    private static IEnumerable<string> ShownTexts(string page) =>
        page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(t => t.StartsWith('<') && t.EndsWith('>'))
            .Select(t => t[1..^1]);
}
