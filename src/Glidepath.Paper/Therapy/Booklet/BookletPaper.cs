using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Paper.Therapy.Booklet;

/// <summary>
/// The booklet on eight letter pages, in large print and black on white, with room to write. Each page has one subject and stands for itself:
/// it is never cut, and it says on its foot that it is no plan.
/// </summary>
public static class BookletPaper
{
    public const int PageCount = 8;

    internal const float Size = 14,
        Heading = 18;

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
        Page("booklet.head.quiz", BookletQuiz.Of(reader, width));
        Page("booklet.head.answers", BookletQuiz.Answers(reader, width));
        Page("booklet.head.age", Effects(reader, width));
        Page("booklet.head.story", Story(reader, width));
        Page("booklet.head.taper", BookletStair.Of(plan, safety, width));
        Page("booklet.head.say", ToSay(reader, safety, width));
        Page("booklet.head.instead", Instead(reader, width));
        return new PrintedDocument("My booklet", dated, frame.Finish());

        void Page(string title, IReadOnlyList<Block> content) =>
            frame
                .Begin(
                    Block.Stack(
                        Block.Text(Words(title), width, title is "booklet.title" ? 26 : 22, Face.Heading),
                        Block.Space(6)
                    )
                )
                .Add(content);
    }

    internal static string Words(Sentence sentence) => sentence.InWords();

    internal static Block Paragraph(Sentence sentence, float width, float below = 6) =>
        Block.Text(Words(sentence), width, Size).Padded(0, below);

    internal static Block Subheading(Sentence sentence, float width) =>
        Block.Text(Words(sentence), width, 16, Face.Heading).Padded(8, 3);

    /// <summary>A heading and ruled lines for a pen.</summary>
    internal static Block Note(Sentence heading, int lines, float width)
    {
        const float Apart = 27;
        var title = Subheading(heading, width);
        return new Block(
            title.Height + lines * Apart,
            (page, x, y) =>
            {
                title.Draw(page, x, y);
                for (var i = 1; i <= lines; i++)
                    page.Line(x, y + title.Height + i * Apart - 3, x + width, y + title.Height + i * Apart - 3, 0.9f);
            }
        );
    }

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
        var text = Block.Text(Words(sentence), width - Left, Size);
        return new Block(
            text.Height + 4,
            (page, x, y) =>
            {
                page.Arc(x + 4, y + Size * 0.62f, 1.6f, weight: 2.4f);
                text.Draw(page, x + Left, y);
            }
        );
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

    private static List<Block> Effects(BookletReader reader, float width)
    {
        var facts = BookletEffect.For(reader);
        return
        [
            Paragraph("booklet.effect.lead", width, 8),
            .. facts.Select(f => Ticked(f.Says, width)),
            Note("booklet.paper.noticed", 4, width),
            From(facts, width),
        ];
    }

    private static List<Block> Story(BookletReader reader, float width) =>
        [
            Block.Text(Words("booklet.story.made-up"), width, Size, Face.Strong).Padded(0, 8),
            .. BookletStory.For(reader).Parts.Select(p => Paragraph(p, width, 9)),
            Note("booklet.paper.like-me", 6, width),
            Note("booklet.paper.help-me", 3, width),
        ];

    private static List<Block> ToSay(BookletReader reader, SafetyText safety, float width) =>
        [
            Paragraph("booklet.say.lead", width, 8),
            .. BookletAdvice.ToSay(reader).Select(s => Ticked(s, width)),
            Note("booklet.paper.questions", 2, width),
            Note("booklet.paper.doctor-said", 2, width),
            Block.Space(8),
            BookletFront.Keep(safety, width),
        ];

    private static List<Block> Instead(BookletReader reader, float width)
    {
        var lists = BookletAdvice.Instead(reader);
        var evidence = BookletEvidence.For(reader);
        return
        [
            Paragraph("booklet.instead.lead", width, 2),
            .. lists.SelectMany(list =>
                new[] { Subheading(list.Heading, width) }
                    .Concat(list.Ways.Select(w => Bulleted(w, width)))
                    .Append(Paragraph(list.Found.Says, width, 2))
            ),
            Subheading("booklet.head.evidence", width),
            .. evidence.Select(f => Block.Text(Words(f.Says), width).Padded(0, 2)),
            Block.Text(Words("booklet.evidence.ours"), width),
            From(evidence.Concat(lists.Select(l => l.Found)), width),
        ];
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
