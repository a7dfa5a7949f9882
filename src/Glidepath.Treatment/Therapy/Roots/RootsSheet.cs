using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>From what was early to what keeps it going, each a list of short lines.</summary>
public sealed record RootsLines(
    IReadOnlyList<string> Early,
    IReadOnlyList<string> Beliefs,
    IReadOnlyList<string> Triggers,
    IReadOnlyList<string> Use,
    IReadOnlyList<string> KeepsGoing
)
{
    public static readonly RootsLines Empty = new([], [], [], [], []);

    public bool IsEmpty => Early.Count + Beliefs.Count + Triggers.Count + Use.Count + KeepsGoing.Count == 0;
}

/// <summary>
/// How a person understands where it comes from: early experience, what they came to believe, what sets it off, what they do, what keeps it
/// going. One a person, changed over time by them and, while they share it, together with their therapist.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class RootsSheet : OwnWork
{
    /// <summary>More lines are not read at a glance.</summary>
    public const int MostLines = 12;

    /// <summary>Of all lists together, as they are stored: letters of other alphabets take more room.</summary>
    private const int MostStored = 18_000;

    private RootsSheet() { }

    /// <summary>Read <see cref="Lines"/>.</summary>
    [Encrypted]
    public string LinesJson { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    public Guid ChangedBy { get; private set; }

    public override WorkKind Kind => WorkKind.Roots;

    public RootsLines Lines => Recorded.Read(LinesJson, RootsLines.Empty);

    /// <exception cref="RuleViolationException"><c>roots.…</c>, <c>own-work.…</c>: a value that cannot be.</exception>
    public static RootsSheet Write(Guid id, EpisodeOfCare episode, RootsLines lines, bool isShared, DateTime now, Guid by)
    {
        var entry = new RootsSheet();
        entry.Change(lines, now, by);
        entry.Begin(id, episode, now, isShared, now, by);
        return entry;
    }

    /// <param name="by">The person, or who treats them and edits it with them.</param>
    /// <exception cref="RuleViolationException"><c>roots.…</c>: a value that cannot be.</exception>
    public void Change(RootsLines lines, DateTime now, Guid by)
    {
        var kept = Recorded.Json(
            new RootsLines(
                Checked(lines.Early, "roots.early"),
                Checked(lines.Beliefs, "roots.beliefs"),
                Checked(lines.Triggers, "roots.triggers"),
                Checked(lines.Use, "roots.use"),
                Checked(lines.KeepsGoing, "roots.keeps-going")
            )
        );
        if (kept.Length > MostStored)
            throw new RuleViolationException("roots.full");
        LinesJson = kept;
        (ChangedAt, ChangedBy) = (Recorded.Utc(now), by);
    }

    /// <summary>A deeper belief of a thought record is put on it; one that is there already is there once.</summary>
    /// <exception cref="RuleViolationException"><c>roots.…</c>: there is no room for it.</exception>
    public void Add(string belief, DateTime now, Guid by)
    {
        if (!Has(Lines, belief))
            Change(Lines with { Beliefs = [.. Lines.Beliefs, belief] }, now, by);
    }

    public static bool Has(RootsLines lines, string belief) => lines.Beliefs.Contains(belief.Trim(), StringComparer.OrdinalIgnoreCase);

    private static List<string> Checked(IReadOnlyList<string> lines, string field)
    {
        var kept = lines.Select(l => Recorded.Optional(l, field)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return kept.Count <= MostLines
            ? kept
            : throw RuleViolationException.Of($"{field}.lines", Sentence.Of("roots.lines", ("most", MostLines), ("given", kept.Count)));
    }
}
