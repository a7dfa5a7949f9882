using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>What is to be practiced until the next visit.</summary>
/// <param name="Times">How often in all; 1 for once.</param>
/// <param name="DueOn">In the zone of the program.</param>
/// <param name="SessionId">The session it is given in; null for between two.</param>
public sealed record HomeworkAsked(string? What, int Times, DateOnly DueOn, Guid? SessionId = null);

/// <summary>
/// Homework between two sessions (HL7 FHIR <c>Task</c>): given by who treats the person, marked by the person. It is shared by its nature.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class HomeworkTask : IPatientRecord, IVersioned
{
    public const int MostTimes = 100,
        Hardest = 10;

    /// <summary>Own: what lies further ahead is given at a later visit.</summary>
    public const int MostDaysAhead = 365;

    private HomeworkTask() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public Guid? SessionId { get; private set; }

    [Encrypted]
    public string What { get; private set; } = "";

    /// <summary>How often in all; 1 for once.</summary>
    public int Times { get; private set; }

    /// <summary>In the zone of the program.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Read <see cref="Done"/>, <see cref="HowHard"/> and <see cref="Barrier"/>.</summary>
    [Encrypted]
    public string MarksJson { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>UTC. When who treats the person took it off the list; null while it is on it.</summary>
    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <summary>UTC, the oldest first.</summary>
    public IReadOnlyList<DateTime> Done => Marks.Done;

    /// <summary>0 to <see cref="Hardest"/>, as the person said last; null for not said.</summary>
    public int? HowHard => Marks.HowHard;

    /// <summary>What got in the way, in the person's words; null for nothing told.</summary>
    public string? Barrier => Marks.Barrier;

    public bool IsOpen => EndedAt is null;

    /// <summary>On the list, and not done as often as was asked.</summary>
    public bool IsToDo => IsOpen && Done.Count < Times;

    private HomeworkMarks Marks => Recorded.Read(MarksJson, HomeworkMarks.None);

    /// <param name="today">In the zone of the program.</param>
    /// <exception cref="RuleViolationException"><c>homework.…</c>: a field is missing, too long or cannot be.</exception>
    public static HomeworkTask Give(Guid id, EpisodeOfCare episode, HomeworkAsked asked, DateOnly today, DateTime at, Guid by)
    {
        if (!episode.IsOpen)
            throw new RuleViolationException("homework.episode-closed");
        var what = Recorded.Optional(asked.What, "homework.what") ?? throw new RuleViolationException("homework.what.missing");
        if (asked.Times is < 1 or > MostTimes)
            throw new RuleViolationException("homework.times", ("given", asked.Times), ("most", MostTimes));
        if (asked.DueOn < today || asked.DueOn > today.AddDays(MostDaysAhead))
            throw new RuleViolationException("homework.due", ("first", today), ("last", today.AddDays(MostDaysAhead)));
        return new HomeworkTask
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            SessionId = asked.SessionId,
            What = what,
            Times = asked.Times,
            DueOn = asked.DueOn,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
    }

    /// <summary>The person did it once more.</summary>
    /// <exception cref="RuleViolationException"><c>homework.ended</c>, <c>homework.all-done</c></exception>
    public void MarkDone(DateTime at)
    {
        RequireOpen();
        if (Done.Count >= Times)
            throw new RuleViolationException("homework.all-done", ("times", Times));
        Mark(Marks with { Done = [.. Done, Recorded.Utc(at)] });
    }

    /// <summary>The last mark was a mistake.</summary>
    /// <exception cref="RuleViolationException"><c>homework.ended</c>, <c>homework.nothing-done</c></exception>
    public void Undo()
    {
        RequireOpen();
        if (Done.Count == 0)
            throw new RuleViolationException("homework.nothing-done");
        Mark(Marks with { Done = [.. Done.SkipLast(1)] });
    }

    /// <summary>How it went, as the person says. What is left empty is not known any more.</summary>
    /// <exception cref="RuleViolationException"><c>homework.…</c></exception>
    public void Tell(int? howHard, string? barrier)
    {
        RequireOpen();
        if (howHard is < 0 or > Hardest)
            throw new RuleViolationException("homework.how-hard", ("most", Hardest));
        Mark(Marks with { HowHard = howHard, Barrier = Recorded.Optional(barrier, "homework.barrier") });
    }

    /// <summary>Off the list, done or not; what was marked stays.</summary>
    /// <exception cref="RuleViolationException"><c>homework.ended</c></exception>
    public void End(DateTime at, Guid by)
    {
        RequireOpen();
        (EndedAt, EndedBy) = (Recorded.Utc(at), by);
    }

    private void Mark(HomeworkMarks marks) => MarksJson = Recorded.Json(marks);

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolationException("homework.ended");
    }

    private sealed record HomeworkMarks(IReadOnlyList<DateTime> Done, int? HowHard, string? Barrier)
    {
        public static readonly HomeworkMarks None = new([], null, null);
    }
}
