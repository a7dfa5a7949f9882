using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>What many people think, to be marked true or false, and what is known.</summary>
/// <param name="Id">Of the field in the form.</param>
/// <param name="IsFalse">Else nobody can say it for this reader.</param>
public sealed record BookletBelief(string Id, Sentence Claim, bool IsFalse, BookletFact Answer)
{
    /// <summary>Of every reader, in the order of the page.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["safe", "needed", "foggy", "late", "tonight", "wine", "asked"];

    /// <summary>In the order of the page; as many for every reader.</summary>
    public static IReadOnlyList<BookletBelief> For(BookletReader reader) =>
        [Safe(reader), Needed(reader), Foggy(reader), TooLate(reader), Tonight, Wine, NotAsked(reader)];

    private static BookletBelief Safe(BookletReader reader) =>
        new(
            "safe",
            Sentence.Of("booklet.belief.safe", ("years", reader.HowLong)),
            true,
            reader.Age > 60 ? new(Sentence.Of("booklet.answer.safe-older", ("age", reader.Age)), Sources.Falls2009, Confidence.Primary)
                : reader.Years >= 1 ? new("booklet.answer.safe-years", Sources.Memory2004, Confidence.Primary)
                : new("booklet.answer.safe-short", Sources.FdaBoxed, Confidence.Primary)
        );

    private static BookletBelief Needed(BookletReader reader) =>
        reader.Reason is BookletReason.Sleep
            ? new(
                "needed",
                "booklet.belief.needed-sleep",
                true,
                reader.IsOlder
                    ? new("booklet.answer.needed-sleep-older", Sources.Withdrawal2003, Confidence.Primary)
                    : new(BookletAdvice.SleepTraining, Sources.SleepTraining2004, Confidence.Primary)
            )
        : reader.IsAnxious ? new("needed", "booklet.belief.needed-worry", true, BookletAdvice.TalkTherapy)
        : new(
            "needed",
            "booklet.belief.needed-other",
            false,
            new(
                reader.Reason is BookletReason.Other
                    ? "booklet.answer.needed-unnamed"
                    : Sentence.Of("booklet.answer.needed-other", ("for", reader.For)),
                Sources.Asam,
                Confidence.Primary
            )
        );

    private static BookletBelief Foggy(BookletReader reader) =>
        new(
            "foggy",
            reader.Age > 60 ? "booklet.belief.foggy-older" : "booklet.belief.foggy",
            true,
            new("booklet.answer.foggy", Sources.MemoryAfter2004, Confidence.Primary)
        );

    private static BookletBelief TooLate(BookletReader reader) =>
        new(
            "late",
            "booklet.belief.late",
            true,
            reader.IsOlder
                ? new("booklet.answer.late-older", Sources.Withdrawal2003, Confidence.Primary)
                : new("booklet.answer.late", Sources.SleepTraining2004, Confidence.Primary)
        );

    private static BookletBelief Tonight { get; } =
        new("tonight", "booklet.belief.tonight", true, new("booklet.answer.tonight", Sources.FdaBoxed, Confidence.Primary));

    private static BookletBelief Wine { get; } =
        new("wine", "booklet.belief.wine", true, new("booklet.answer.wine", Sources.FdaBoxed, Confidence.Primary));

    private static BookletBelief NotAsked(BookletReader reader) =>
        new(
            "asked",
            "booklet.belief.asked",
            true,
            new(reader.IsOlder ? "booklet.answer.asked-older" : "booklet.answer.asked", Sources.Asam, Confidence.Primary)
        );
}
