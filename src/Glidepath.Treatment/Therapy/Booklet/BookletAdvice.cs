using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>What a reader can say to the doctor, and what to do instead. Small things are said without a claim of how well they
/// work.</summary>
public static class BookletAdvice
{
    internal const string SleepTraining = "booklet.instead.sleep-study";

    /// <summary>After about 10 weeks, and after a year, over a taper alone.</summary>
    internal static BookletFact TalkTherapy { get; } =
        new(
            Sentence.Of(
                "booklet.instead.worry-study",
                ("times", 1.4m),
                ("low", 1.05m),
                ("high", 1.86m),
                ("laterLow", 0.89m),
                ("laterHigh", 2.28m)
            ),
            Sources.TalkTherapy2015,
            Confidence.Primary
        );

    public static IReadOnlyList<Sentence> ToSay(BookletReader reader) =>
        [
            Sentence.Of(
                reader.Reason is BookletReason.Other ? "booklet.say.who-other" : "booklet.say.who",
                ("age", reader.Age),
                ("dose", reader.Daily),
                ("drug", reader.Drug),
                ("years", reader.HowLong),
                ("for", reader.For)
            ),
            "booklet.say.helps",
            .. reader.Age > 60 ? (Sentence[])["booklet.say.falls"] : [],
            "booklet.say.less",
            "booklet.say.first",
            reader.Reason is BookletReason.Sleep ? "booklet.say.sleep"
            : reader.IsAnxious ? "booklet.say.worry"
            : reader.Reason is BookletReason.Other ? "booklet.say.instead-other"
            : Sentence.Of("booklet.say.instead", ("for", reader.For)),
            "booklet.say.call",
        ];

    /// <summary>Two lists, the one for what the reader takes it for first.</summary>
    public static IReadOnlyList<BookletInstead> Instead(BookletReader reader) => reader.IsAnxious ? [Worry, Sleep] : [Sleep, Worry];

    private static BookletInstead Sleep { get; } =
        new(
            "booklet.instead.sleep",
            new(SleepTraining, Sources.SleepTraining2004, Confidence.Primary),
            [
                "booklet.instead.sleep-ask",
                "booklet.instead.sleep-rise",
                "booklet.instead.sleep-bed",
                "booklet.instead.sleep-coffee",
                "booklet.instead.sleep-hour",
            ]
        );

    private static BookletInstead Worry { get; } =
        new(
            "booklet.instead.worry",
            TalkTherapy,
            [
                "booklet.instead.worry-ask",
                "booklet.instead.worry-breathe",
                "booklet.instead.worry-paper",
                "booklet.instead.worry-move",
                "booklet.instead.worry-someone",
            ]
        );
}

/// <param name="Found">What a study found of the first of them.</param>
public sealed record BookletInstead(Sentence Heading, BookletFact Found, IReadOnlyList<Sentence> Ways);
