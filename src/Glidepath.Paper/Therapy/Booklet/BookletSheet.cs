using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Therapy.Booklet;

/// <summary>One page: what is read, then lines for a pen in all the room that is left, then what is last on the page.</summary>
/// <param name="Notes">What each set of lines is for; with none of them the room stays empty.</param>
internal sealed record BookletSheet(IReadOnlyList<Block> Read, IReadOnlyList<Sentence> Notes, IReadOnlyList<Block> Last)
{
    /// <summary>From line to line, and between the last line and the foot, in points.</summary>
    private const float Apart = 27,
        AboveFoot = 10;

    /// <param name="room">Of the page, in points.</param>
    public IReadOnlyList<Block> Filling(float room, float width)
    {
        Block[] headings = [.. Notes.Select(n => BookletPaper.Subheading(n, width))];
        var left = room - Read.Concat(headings).Concat(Last).Sum(b => b.Height);
        var lines = Math.Max(0, (int)((left - AboveFoot) / Apart));
        // What does not divide goes to the first.
        return
        [
            .. Read,
            .. headings.Select((h, i) => Ruled(h, lines / headings.Length + (i < lines % headings.Length ? 1 : 0), width)),
            .. Last,
        ];
    }

    private static Block Ruled(Block heading, int lines, float width) =>
        new(
            heading.Height + lines * Apart,
            (page, x, y) =>
            {
                heading.Draw(page, x, y);
                for (var i = 1; i <= lines; i++)
                    page.Line(x, y + heading.Height + i * Apart - 3, x + width, y + heading.Height + i * Apart - 3, 0.9f);
            }
        );
}
