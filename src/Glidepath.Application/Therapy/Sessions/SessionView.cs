using Glidepath.Application.Patients;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <param name="Shared">All that the person shares, with the head of the page.</param>
/// <param name="Current">The session that goes on; null for none.</param>
/// <param name="Last">The one before it; null for none.</param>
/// <param name="Homework">The first due first.</param>
/// <param name="Notes">Signed, the newest first.</param>
public sealed record SessionView(
    SharedWorkView Shared,
    TherapySession? Current,
    TherapySession? Last,
    IReadOnlyList<HomeworkTask> Homework,
    IReadOnlyList<SignedNote> Notes
)
{
    public PatientHead Head => Shared.Head;

    /// <summary>Where the program is.</summary>
    public DateOnly Today { get; init; }

    /// <summary>What the person takes, what is tapered first; null for nothing known, or not open to who looks.</summary>
    public MedicineLine? Takes { get; init; }

    /// <summary>In the person's words.</summary>
    public string? Goal { get; init; }

    /// <summary>What is known of thoughts of suicide.</summary>
    public SafetyLine? Safety { get; init; }

    /// <summary>False where answers are kept back: that there is no line then says nothing.</summary>
    public bool MaySeeSafety { get; init; }

    /// <summary>The day of the next planned visit; null for none, or where visits are kept back.</summary>
    public DateOnly? NextVisit { get; init; }

    /// <summary>The actor's own; null where they never wrote one here.</summary>
    public ProgressDraft? Draft { get; init; }

    public bool MayWrite { get; init; }

    public bool MayWriteNotes { get; init; }

    /// <summary>The actor may have notes of their own that nobody else opens. Whether there are any is not read here.</summary>
    public bool KeepsCounselingNotes { get; init; }

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>UTC. From when on it is "since last time"; null where there was no session yet.</summary>
    public DateTime? Since => Last?.StartedAt;

    /// <summary>Shared hard moments since the last session, the newest first; all where there was none.</summary>
    public IReadOnlyList<CravingEpisode> Moments => [.. Shared.Of<CravingEpisode>().Where(m => Since is not { } since || m.At >= since)];

    /// <summary>On the list, and what was taken off it since the last session.</summary>
    public IEnumerable<HomeworkTask> HomeworkNow => Homework.Where(t => t.IsOpen || (Since is { } since && t.EndedAt >= since));

    /// <summary>What a note begins with: the draft, or how the session is.</summary>
    public NoteBody NoteBegun =>
        Draft?.Body ?? (Current is { } now ? NoteBody.Empty with { Way = now.Way, Minutes = now.Minutes } : NoteBody.Empty);
}
