using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>A person of about the reader's age who took it for about the same. All are made up, and each page says so.</summary>
public sealed record BookletStory(bool IsOlder, bool IsOfSleep, bool IsOfWorry, IReadOnlyList<Sentence> Parts)
{
    public static IReadOnlyList<BookletStory> All { get; } =
    [
        new(true, true, false, ["booklet.story.rosa-1", "booklet.story.rosa-2", "booklet.story.rosa-3"]),
        new(true, false, true, ["booklet.story.walter-1", "booklet.story.walter-2", "booklet.story.walter-3"]),
        new(true, false, false, ["booklet.story.june-1", "booklet.story.june-2", "booklet.story.june-3"]),
        new(false, true, false, ["booklet.story.dana-1", "booklet.story.dana-2", "booklet.story.dana-3"]),
        new(false, false, true, ["booklet.story.marcus-1", "booklet.story.marcus-2", "booklet.story.marcus-3"]),
        new(false, false, false, ["booklet.story.tess-1", "booklet.story.tess-2", "booklet.story.tess-3"]),
    ];

    public static BookletStory For(BookletReader reader) =>
        All.First(s =>
            s.IsOlder == reader.IsOlder && s.IsOfSleep == reader.Reason is BookletReason.Sleep && s.IsOfWorry == reader.IsAnxious
        );
}
