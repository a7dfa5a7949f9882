using Glidepath.Paper.Shared;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Paper.Therapy.Booklet;

/// <summary>The beliefs with three boxes each, and on the page after them what is known.</summary>
internal static class BookletBoxes
{
    private const float Column = 66,
        Box = 17;

    public static BookletSheet Of(BookletReader reader, float width)
    {
        var claims = width - 3 * Column;
        var rows = BookletBelief.For(reader).Select((b, i) => Row(i + 1, BookletPaper.Words(b.Claim), claims, width));
        return new(
            [BookletPaper.Paragraph("booklet.paper.check", width, 8), Block.Stack([Header(claims, width), .. rows]).Tagged(Tag.Table)],
            ["booklet.paper.surprised"],
            []
        );
    }

    public static BookletSheet Answers(BookletReader reader, float width)
    {
        var beliefs = BookletBelief.For(reader);
        return new(
            [.. beliefs.Select((b, i) => Answer(i + 1, b, width))],
            ["booklet.paper.ask-about"],
            [BookletPaper.From(beliefs.Select(b => b.Answer), width)]
        );
    }

    private static Block Header(float claims, float width) =>
        Block.Stack(
            Block.Cells(
                Tag.HeaderCell,
                (0, Bold("booklet.quiz.claim", claims)),
                (claims, Bold("booklet.quiz.true", Column)),
                (claims + Column, Bold("booklet.quiz.false", Column)),
                (claims + 2 * Column, Bold("booklet.quiz.unsure", Column))
            ),
            Block.Space(2),
            Block.Rule(width, 2)
        );

    private static Block Bold(string words, float width) => Block.Text(BookletPaper.Words(words), width - 6, face: Face.Strong);

    private static Block Row(int number, string claim, float claims, float width)
    {
        var text = Block.Text([Span.Strong($"{number} "), new(claim)], claims - 12, BookletPaper.Size);
        var height = Math.Max(text.Height, Box) + 12;
        var cells = Block.Cells(
            Tag.Cell,
            (0, text.Padded((height - text.Height) / 2)),
            (claims, Block.Space(0)),
            (claims + Column, Block.Space(0)),
            (claims + 2 * Column, Block.Space(0))
        );
        return new Block(
            height + 1,
            (page, x, y) =>
            {
                cells.Draw(page, x, y);
                for (var i = 0; i < 3; i++)
                    page.Box(x + claims + i * Column, y + (height - Box) / 2, Box, Box, 2, 1.4f);
                page.Line(x, y + height, x + width, y + height, 0.7f);
            }
        );
    }

    private static Block Answer(int number, BookletBelief belief, float width)
    {
        const float Left = 22;
        return Block
            .Stack(
                Block.Row(
                    (0, Block.Text($"{number}", Left, BookletPaper.Size, Face.Strong)),
                    (Left, Block.Text(BookletPaper.Words(belief.Claim), width - Left, BookletPaper.Size))
                ),
                Block
                    .Text(
                        [
                            Span.Strong(BookletPaper.Words(belief.IsFalse ? "booklet.quiz.is-false" : "booklet.quiz.is-unsure") + " "),
                            new(BookletPaper.Words(belief.Answer.Says)),
                        ],
                        width - Left,
                        BookletPaper.Size
                    )
                    .Indented(Left)
            )
            .Padded(0, 8);
    }
}
