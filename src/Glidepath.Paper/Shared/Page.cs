namespace Glidepath.Paper.Shared;

/// <summary>In points, 72 to the inch.</summary>
public sealed record PageSize(float Width, float Height)
{
    public static readonly PageSize LetterPortrait = new(612, 792);

    public static readonly PageSize LetterLandscape = new(792, 612);

    /// <summary>5.5 by 8.5 inches: folded once more it goes into a wallet.</summary>
    public static readonly PageSize HalfLetter = new(396, 612);
}

/// <summary>One thing on a page, in points from its upper left corner. All is black: there is no colour to set.</summary>
public abstract record Mark;

/// <param name="Y">The line the letters stand on.</param>
/// <param name="Width">As it runs in its face.</param>
public sealed record TextMark(string Text, float X, float Y, float Size, Face Face, float Width) : Mark
{
    public float Right => X + Width;

    public float Top => Y - Typography.Ascent * Size;

    public float Bottom => Y + Typography.Descent * Size;
}

public sealed record LineMark(float X1, float Y1, float X2, float Y2, float Weight) : Mark;

/// <param name="Radius">Of the corners.</param>
public sealed record BoxMark(float X, float Y, float Width, float Height, float Radius, float Weight) : Mark;

/// <param name="From">In degrees, clockwise from three o'clock.</param>
/// <param name="Sweep">In degrees; 360 is the whole circle.</param>
public sealed record ArcMark(float X, float Y, float Radius, float From, float Sweep, float Weight, bool Dashed = false) : Mark;

/// <summary>What a part of a page is when it is read aloud.</summary>
public enum Tag
{
    Heading1,
    Heading2,
    Paragraph,
    Table,
    Row,
    HeaderCell,
    Cell,
}

internal static class Tags
{
    /// <summary>Whether text stands in it, and nothing further.</summary>
    public static bool HoldsText(this Tag tag) => tag is not (Tag.Table or Tag.Row);
}

/// <summary>Until its <see cref="CloseMark"/>, marks belong to a part of this kind.</summary>
public sealed record OpenMark(Tag Tag) : Mark;

public sealed record CloseMark : Mark;

/// <summary>One page as a list of marks: what a test reads and <see cref="PdfWriter"/> writes.</summary>
/// <param name="least">The smallest type that may be set, in points.</param>
public sealed class Page(PageSize size, float least = Typography.Least)
{
    /// <summary>Quarter of an inch: what a printer may not reach.</summary>
    private const float Edge = 18;

    private readonly List<Mark> _marks = [];

    private readonly Stack<Tag> _open = [];

    public PageSize Size { get; } = size;

    public IReadOnlyList<Mark> Marks => _marks;

    public IEnumerable<TextMark> Texts => _marks.OfType<TextMark>();

    /// <summary>Draws a part. Within a paragraph, a heading or a cell there are no further parts: there all of it is the text of that
    /// one.</summary>
    public void Within(Tag tag, Action draw)
    {
        if (_open.TryPeek(out var outer) && outer.HoldsText())
        {
            draw();
            return;
        }
        _marks.Add(new OpenMark(tag));
        _open.Push(tag);
        draw();
        _open.Pop();
        _marks.Add(new CloseMark());
    }

    /// <summary>Draws what is read before all that is there.</summary>
    public void First(Action draw)
    {
        Mark[] later = [.. _marks];
        _marks.Clear();
        draw();
        _marks.AddRange(later);
    }

    /// <exception cref="InvalidOperationException">The text would run off the page, or is too small to read: half a dose on paper is worse
    /// than no paper.</exception>
    public void Text(string text, float x, float y, float size, Face face = Face.Body)
    {
        var shown = Faces.Showable(text, face);
        var mark = new TextMark(shown, x, y, size, face, Faces.Width(shown, face, size));
        if (size < least)
            throw new InvalidOperationException($"\"{text}\" is set in {size} pt; nothing is under {least} pt.");
        if (x < Edge || mark.Top < Edge || mark.Right > Size.Width - Edge + 0.01f || mark.Bottom > Size.Height - Edge)
            throw new InvalidOperationException($"\"{text}\" runs off the page.");
        _marks.Add(mark);
    }

    public void Line(float x1, float y1, float x2, float y2, float weight = 1) => _marks.Add(new LineMark(x1, y1, x2, y2, weight));

    public void Box(float x, float y, float width, float height, float radius = 0, float weight = 1) =>
        _marks.Add(new BoxMark(x, y, width, height, radius, weight));

    public void Arc(float x, float y, float radius, float from = 0, float sweep = 360, float weight = 1.3f, bool dashed = false) =>
        _marks.Add(new ArcMark(x, y, radius, from, sweep, weight, dashed));
}

/// <summary>Pages laid out and not yet written.</summary>
/// <param name="Title">Shows in a viewer's window and in lists of files: neutral, never a drug.</param>
/// <param name="Dated">Stands as the date of making, so that the same plan gives the same bytes.</param>
public sealed record PrintedDocument(string Title, DateOnly Dated, IReadOnlyList<Page> Pages)
{
    public byte[] ToPdf() => PdfWriter.Write(this);
}
