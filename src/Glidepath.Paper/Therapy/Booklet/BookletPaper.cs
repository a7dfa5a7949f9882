using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Paper.Therapy.Booklet;

/// <summary>
/// The booklet on eight letter pages, in large print and black on white, with room to write. Each page has one subject and stands for
/// itself: it is never cut, and it says on its foot that it is no plan.
/// </summary>
public static class BookletPaper
{
    public const int PageCount = 8;

    internal const float Size = 14;

    private const float Margin = 43;

    /// <param name="plan">The planner's example; null where it makes none for this dose.</param>
    public static PrintedDocument Lay(BookletReader reader, TaperPlan? plan, SafetyText safety, DateOnly dated)
    {
        var frame = new PaperFrame(
            PageSize.LetterPortrait,
            Margin,
            Typography.Least,
            number => Foot(number, PageSize.LetterPortrait.Width - 2 * Margin)
        );
        var width = frame.Width;
        Page("booklet.title", BookletFront.Of(reader, safety, width));
        Page("booklet.head.quiz", BookletBoxes.Of(reader, width));
        Page("booklet.head.answers", BookletBoxes.Answers(reader, width));
        Page("booklet.head.age", Effects(reader, width));
        Page("booklet.head.story", Story(reader, width));
        Page("booklet.head.taper", BookletStair.Of(plan, safety, width));
        Page("booklet.head.say", ToSay(reader, safety, width));
        Page("booklet.head.instead", Instead(reader, width));
        return new PrintedDocument("My booklet", dated, frame.Finish());

        void Page(string title, BookletSheet sheet)
        {
            var head = Block.Stack(Block.Text(Words(title), width, title is "booklet.title" ? 26 : 22, Face.Heading), Block.Space(6));
            frame.Begin(head).Add(sheet.Filling(frame.RoomUnder(head), width));
        }
    }

    internal static string Words(Sentence sentence) => sentence.InWords();

    internal static Block Paragraph(Sentence sentence, float width, float below = 6) =>
        Block.Text(Words(sentence), width, Size).Padded(0, below);

    internal static Block Subheading(Sentence sentence, float width) => Block.Text(Words(sentence), width, 16, Face.Heading).Padded(8, 3);

    /// <summary>A box for a pen before a line.</summary>
    internal static Block Ticked(Sentence sentence, float width)
    {
        const float Box = 14,
            Left = 24;
        var text = Block.Text(Words(sentence), width - Left, Size);
        return new Block(
            text.Height + 7,
            (page, x, y) =>
            {
                page.Box(x, y + 1, Box, Box, 2, 1.4f);
                text.Draw(page, x + Left, y);
            }
        );
    }

    internal static Block Bulleted(Sentence sentence, float width)
    {
        const float Left = 16;
        return Block
            .Row((0, Block.Text("•", Left, Size)), (Left, Block.Text(Words(sentence), width - Left, Size)))
            .Tagged(Tag.Paragraph)
            .Padded(0, 4);
    }

    /// <summary>Where facts come from, each source once, as small as print may be.</summary>
    internal static Block From(IEnumerable<BookletFact> facts, float width) =>
        Block.Stack(
            Block.Space(6),
            Block.Rule(width, 0.7f),
            Block.Space(3),
            Block.Text(
                [
                    Span.Strong(Words("booklet.head.sources") + ": "),
                    new(string.Join(" · ", facts.Select(f => f.Source.Title).Distinct()) + "."),
                ],
                width
            )
        );

    private static BookletSheet Effects(BookletReader reader, float width)
    {
        var facts = BookletEffect.For(reader);
        return new(
            [Paragraph("booklet.effect.lead", width, 8), .. facts.Select(f => Ticked(f.Says, width))],
            ["booklet.paper.noticed"],
            [From(facts, width)]
        );
    }

    private static BookletSheet Story(BookletReader reader, float width) =>
        new(
            [
                Block.Text(Words("booklet.story.made-up"), width, Size, Face.Strong).Padded(0, 8),
                .. BookletStory.For(reader).Parts.Select(p => Paragraph(p, width, 9)),
            ],
            ["booklet.paper.like-me", "booklet.paper.help-me"],
            []
        );

    private static BookletSheet ToSay(BookletReader reader, SafetyText safety, float width) =>
        new(
            [Paragraph("booklet.say.lead", width, 8), .. BookletAdvice.ToSay(reader).Select(s => Ticked(s, width))],
            ["booklet.paper.questions", "booklet.paper.doctor-said"],
            [Block.Space(8), BookletFront.Keep(safety, width)]
        );

    private static BookletSheet Instead(BookletReader reader, float width)
    {
        var lists = BookletAdvice.Instead(reader);
        var evidence = BookletEvidence.For(reader);
        return new(
            [
                Paragraph("booklet.instead.lead", width, 2),
                .. lists.SelectMany(list =>
                    new[] { Subheading(list.Heading, width) }
                        .Concat(list.Ways.Select(w => Bulleted(w, width)))
                        .Append(Paragraph(list.Found.Says, width, 2))
                ),
                Subheading("booklet.head.evidence", width),
                .. evidence.Select(f => Paragraph(f.Says, width, 2)),
                Paragraph("booklet.evidence.ours", width, 0),
            ],
            [],
            [From(evidence.Concat(lists.Select(l => l.Found)), width)]
        );
    }

    private static Block Foot(string number, float width)
    {
        const float Least = Typography.Least;
        var wide = Faces.Width(number, Face.Body, Least) + 2;
        return Block.Stack(
            Block.Space(3),
            Block.Rule(width, 0.7f),
            Block.Row(
                (0, Block.Text(Words("booklet.not-a-plan"), width - wide - 10, Least, Face.Strong)),
                (width - wide, Block.Text(number, wide, Least))
            )
        );
    }
}
