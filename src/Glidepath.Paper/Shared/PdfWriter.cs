using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Glidepath.Paper.Shared;

/// <summary>
/// Writes laid out pages as PDF: black only, text that can be selected, fonts embedded, no clock. Text stands in a tree of headings,
/// paragraphs and tables, in the order in which it is read aloud; lines and drawings are decoration there.
/// </summary>
internal static class PdfWriter
{
    /// <summary>Of the gaps of a dashed line, in widths of the line.</summary>
    private static readonly double[] Dashes = [1.9, 1.9];

    // The library shares its fonts between documents.
    private static readonly Lock OneAtATime = new();

    // Few: the sizes and weights that papers are set in. Made once, since each costs as much as a page of text.
    private static readonly Dictionary<(Face Face, float Size), XFont> Fonts = [];
    private static readonly Dictionary<float, XPen> Pens = [];

    static PdfWriter() => GlobalFontSettings.FontResolver = new EmbeddedFonts();

    public static byte[] Write(PrintedDocument document)
    {
        lock (OneAtATime)
        {
            using var pdf = new PdfDocument();
            var dated = document.Dated.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            (pdf.Info.Title, pdf.Info.Creator) = (document.Title, "Glidepath");
            (pdf.Info.CreationDate, pdf.Info.ModificationDate) = (dated, dated);
            pdf.Options.CompressContentStreams = true;
            pdf.ViewerPreferences.DisplayDocTitle = true;
            var access = UAManager.ForDocument(pdf);
            access.SetDocumentLanguage("en-US");
            foreach (var page in document.Pages)
                Write(pdf, page, access.StructureBuilder);
            using var stream = new MemoryStream();
            pdf.Save(stream, closeStream: false);
            return PdfNames.Settled(stream.ToArray());
        }
    }

    private static void Write(PdfDocument pdf, Page page, StructureBuilder tree)
    {
        var sheet = pdf.AddPage();
        (sheet.Width, sheet.Height) = (XUnit.FromPoint(page.Size.Width), XUnit.FromPoint(page.Size.Height));
        using var canvas = XGraphics.FromPdfPage(sheet);
        tree.BeginArtifact();
        foreach (var mark in page.Marks)
            Draw(canvas, mark);
        tree.End();
        var open = new Stack<Tag>();
        var (columns, cells) = (0, 0);
        for (var i = 0; i < page.Marks.Count; i++)
            switch (page.Marks[i])
            {
                case OpenMark { Tag: var tag }:
                    open.Push(tag);
                    tree.BeginElement(Of(tag));
                    if (tag is Tag.Table)
                        columns = 0;
                    else if (tag is Tag.Row)
                        (cells, columns) = (Cells(page.Marks, i), columns == 0 ? Cells(page.Marks, i) : columns);
                    else if (tag is Tag.HeaderCell)
                        tree.CurrentStructureElement.TableAttributes.Elements.SetName("/Scope", "/Column");
                    else if (tag is Tag.Cell && cells == 1 && columns > 1)
                        // A line over the whole width of its table.
                        tree.SetColSpan(columns);
                    break;
                case CloseMark:
                    open.Pop();
                    tree.End();
                    break;
                case TextMark text when open.TryPeek(out var tag) && tag.HoldsText():
                    Set(canvas, text, Next(page.Marks, i) is { } next && IsApart(text, next) ? " " : "");
                    break;
                case TextMark text:
                    tree.BeginElement(PdfBlockLevelElementTag.Paragraph);
                    Set(canvas, text);
                    tree.End();
                    break;
            }
    }

    /// <param name="row">Where it is opened.</param>
    private static int Cells(IReadOnlyList<Mark> marks, int row)
    {
        var (count, depth) = (0, 1);
        for (var i = row + 1; depth > 0; i++)
            if (marks[i] is OpenMark)
                count += depth++ == 1 ? 1 : 0;
            else if (marks[i] is CloseMark)
                depth--;
        return count;
    }

    /// <summary>The text that follows in the same part.</summary>
    private static TextMark? Next(IReadOnlyList<Mark> marks, int at)
    {
        while (marks[++at] is not (TextMark or OpenMark or CloseMark)) { }
        return marks[at] as TextMark;
    }

    /// <summary>On another line, or with a gap between: what is read aloud needs a space there, that nobody sees.</summary>
    private static bool IsApart(TextMark text, TextMark next) =>
        !text.Text.EndsWith(' ') && !next.Text.StartsWith(' ') && (next.Y != text.Y || next.X > text.Right + 0.1f * text.Size);

    private static PdfBlockLevelElementTag Of(Tag tag) =>
        tag switch
        {
            Tag.Heading1 => PdfBlockLevelElementTag.Heading1,
            Tag.Heading2 => PdfBlockLevelElementTag.Heading2,
            Tag.Paragraph => PdfBlockLevelElementTag.Paragraph,
            Tag.Table => PdfBlockLevelElementTag.Table,
            Tag.Row => PdfBlockLevelElementTag.TableRow,
            Tag.HeaderCell => PdfBlockLevelElementTag.TableHeaderCell,
            Tag.Cell => PdfBlockLevelElementTag.TableDataCell,
        };

    private static void Set(XGraphics canvas, TextMark text, string behind = "") =>
        canvas.DrawString(text.Text + behind, Font(text.Face, text.Size), XBrushes.Black, text.X, text.Y);

    private static XFont Font(Face face, float size)
    {
        if (!Fonts.TryGetValue((face, size), out var font))
            Fonts[(face, size)] = font = new(
                face.ToString(),
                size,
                XFontStyleEx.Regular,
                new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset)
            );
        return font;
    }

    private static void Draw(XGraphics canvas, Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                canvas.DrawLine(Pen(line.Weight), line.X1, line.Y1, line.X2, line.Y2);
                break;
            case BoxMark { Radius: > 0 } box:
                canvas.DrawRoundedRectangle(Pen(box.Weight), box.X, box.Y, box.Width, box.Height, 2 * box.Radius, 2 * box.Radius);
                break;
            case BoxMark box:
                canvas.DrawRectangle(Pen(box.Weight), box.X, box.Y, box.Width, box.Height);
                break;
            case ArcMark arc:
                var pen = arc.Dashed ? new XPen(XColors.Black, arc.Weight) { DashPattern = Dashes } : Pen(arc.Weight);
                var (left, top, across) = (arc.X - arc.Radius, arc.Y - arc.Radius, 2 * arc.Radius);
                if (arc.Sweep >= 360)
                    canvas.DrawEllipse(pen, left, top, across, across);
                else
                    canvas.DrawArc(pen, left, top, across, across, arc.From, arc.Sweep);
                break;
        }
    }

    private static XPen Pen(float weight) => Pens.TryGetValue(weight, out var pen) ? pen : Pens[weight] = new(XColors.Black, weight);

    /// <summary>The faces of <see cref="Faces"/> by their names.</summary>
    private sealed class EmbeddedFonts : IFontResolver
    {
        public byte[] GetFont(string faceName) => Faces.File(Enum.Parse<Face>(faceName));

        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);
    }
}
