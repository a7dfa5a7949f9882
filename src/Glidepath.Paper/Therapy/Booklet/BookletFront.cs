using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Paper.Therapy.Booklet;

/// <summary>The first page: whom it is about, not to stop, how to use it, whom to call. It has no name on it.</summary>
internal static class BookletFront
{
    public static BookletSheet Of(BookletReader reader, SafetyText safety, float width) =>
        new(
            [
                BookletPaper.Paragraph("booklet.lead", width, 8),
                Facts(reader, width),
                Block.Space(10),
                Keep(safety, width),
                BookletPaper.Subheading("booklet.paper.how", width),
                .. ((Sentence[])["booklet.paper.how-1", "booklet.paper.how-2", "booklet.paper.how-3"]).Select(s =>
                    BookletPaper.Bulleted(s, width)
                ),
            ],
            ["booklet.paper.why"],
            [Block.Space(8), WhoToCall.Full(safety, width)]
        );

    /// <summary>Not to stop, until when, and the numbers for the worst.</summary>
    public static Block Keep(SafetyText safety, float width) =>
        Block.Framed(
            w =>
                Block.Stack(
                    Block.Text(BookletPaper.Words("booklet.keep"), w, 16, Face.Strong),
                    Block.Text(BookletPaper.Words("booklet.keep.until"), w, BookletPaper.Size),
                    Block.Text(safety.WhoToCall, w, BookletPaper.Size, Face.Strong)
                ),
            width,
            10,
            2.5f
        );

    private static Block Facts(BookletReader reader, float width)
    {
        (string Name, string Value)[] facts =
        [
            ("booklet.fact.age", SafeNumber.Write(reader.Age)),
            ("booklet.fact.drug", reader.Medicine),
            ("booklet.fact.dose", reader.Daily.ToString()),
            ("booklet.fact.for", BookletPaper.Words(reader.For)),
            ("booklet.fact.years", BookletPaper.Words(reader.HowLong)),
        ];
        var column = (width - 8) / facts.Length;
        // A name as long as chlordiazepoxide needs more room than an age.
        float[] at = [0, column * 0.45f, column * 2.3f, column * 3.15f, column * 4.2f];
        return Block.Stack(
            Block.Rule(width, 2),
            Block.Space(3),
            Block.Row([.. facts.Select((f, i) => (at[i], Fact(f.Name, f.Value, (i + 1 < at.Length ? at[i + 1] : width) - at[i] - 6)))]),
            Block.Space(4),
            Block.Rule(width, 2)
        );
    }

    private static Block Fact(string name, string value, float width) =>
        Block.Stack(Block.Text(BookletPaper.Words(name) + ": ", width), Block.Text(value, width, 15, Face.Strong)).Tagged(Tag.Paragraph);
}
