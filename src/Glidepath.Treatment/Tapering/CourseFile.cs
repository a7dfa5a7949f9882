using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Tapering;

/// <summary>
/// A course with its versions and all that was decided. Each decision is an entry of its own; nothing here looks at a clock, and no step is
/// taken because a day has come.
/// </summary>
/// <param name="versions">All of this course.</param>
/// <param name="entries">All of this course.</param>
public sealed partial class CourseFile(TaperCourse course, IEnumerable<TaperVersion> versions, IEnumerable<CourseEntry> entries)
{
    /// <summary>Longest hold that is asked for at once, in days: then somebody looks again.</summary>
    public const int LongestHoldDays = 84;

    /// <summary>How far a step that was agreed on may lie behind its entry, and ahead of it, in days.</summary>
    private const int MostDaysBack = 7,
        MostDaysAhead = 28;

    private readonly List<CourseEntry> _entries = [.. entries.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id)];

    public TaperCourse Course { get; } = course;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<TaperVersion> Versions { get; private set; } = [.. versions.OrderByDescending(v => v.Number)];

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<CourseEntry> Entries => _entries;

    public TaperVersion InForce => Versions.Single(v => v.Id == Course.VersionId);

    /// <summary>What was taken before the course, where that is known, and by its decisions; the first one first.</summary>
    public IEnumerable<VersionStep> Reached =>
        (Versions is [.., { Plan.Taken: { } taken }] ? [taken] : Enumerable.Empty<VersionStep>()).Concat(
            _entries
                .Where(e => e.Action is CourseAction.Approve or CourseAction.TakeStep)
                .Select(e => Versions.Single(v => v.Id == e.VersionId).Plan.Steps[e.Position])
        );

    /// <summary>
    /// In mg a day of a medicine: what the course began with, and the most that it goes back to. Of one that came in later, by a change of
    /// medicine or from elsewhere, what it came in with; 0 for another one.
    /// </summary>
    public decimal OriginalMg(string drug) => Versions.Reverse().Select(v => v.Plan.MostMg(drug)).FirstOrDefault(mg => mg > 0);

    /// <summary>The next step is taken from a day on: whoever says so has talked to the person.</summary>
    /// <param name="on">Its first day, where the person is.</param>
    /// <param name="today">Where the person is.</param>
    public CourseEntry TakeStep(DateOnly on, string? why, DateOnly today, Entry by)
    {
        var next = Course.Require(CourseAction.TakeStep);
        var (said, now) = (Optional(why), Course.Now);
        if (now.DueOn is not { } due)
            throw new RuleViolationException("course.step.none");
        if (!now.HasBegun(today))
            throw new RuleViolationException("course.step.one-at-a-time", ("since", now.Since));
        if (on < due)
            throw new RuleViolationException("course.step.early", ("due", due));
        if (on < today.AddDays(-MostDaysBack) || on > today.AddDays(MostDaysAhead))
            throw new RuleViolationException(
                "course.step.day",
                ("from", Later(due, today.AddDays(-MostDaysBack))),
                ("to", today.AddDays(MostDaysAhead))
            );
        Course.Become(next, null);
        Course.Stand(CourseNow.Of(InForce, now.Position + 1, on, now.Step, null) with { BeforeSince = now.Since });
        return Add(CourseAction.TakeStep, on, null, said, by);
    }

    /// <summary>No cut now; the daily dose goes on. It asks for no reason, and brings no cut nearer.</summary>
    /// <param name="until">The day somebody looks again; the hold does not end by itself.</param>
    public CourseEntry Hold(DateOnly until, string? why, DateOnly today, Entry by)
    {
        var next = Course.Require(CourseAction.Hold);
        var (said, now) = (Optional(why), Course.Now);
        if (until <= today || until > today.AddDays(LongestHoldDays))
            throw new RuleViolationException("course.hold.until", ("from", today.AddDays(1)), ("to", today.AddDays(LongestHoldDays)));
        var agreed = now.HasBegun(today) || now.BeforeSince is null ? now.NotBefore : now.Since;
        Course.Become(next, until);
        Stay(Calm(today), agreed > until ? agreed : until);
        return Add(CourseAction.Hold, today, until, said, by);
    }

    /// <summary>The hold is over: the next step may be taken when a person says so.</summary>
    public CourseEntry GoOn(string? why, DateOnly today, Entry by)
    {
        var next = Course.Require(CourseAction.GoOn);
        var (said, now) = (Optional(why), Course.Now);
        Course.Become(next, null);
        Course.Stand(CourseNow.Of(InForce, now.Position, now.Waits ? Later(now.Since, today) : now.Since, now.Before, today));
        return Add(CourseAction.GoOn, today, null, said, by);
    }

    /// <param name="action">Complete, stay on this dose, stop, or hand over.</param>
    /// <param name="why">Needed unless the taper is complete; of a hand-over, to whom.</param>
    public CourseEntry End(CourseAction action, string? why, DateOnly today, Entry by)
    {
        if (action is not (CourseAction.Complete or CourseAction.StayOnDose or CourseAction.Stop or CourseAction.HandOver))
            throw new ArgumentOutOfRangeException(nameof(action), action, "Accepted: an end.");
        var next = Course.Require(action);
        var step = Course.Now.On(today);
        if (action is CourseAction.Complete && !step.IsStop)
            throw new RuleViolationException("course.complete.dose");
        if (action is CourseAction.StayOnDose && step.IsStop)
            throw new RuleViolationException("course.stay.none");
        var said = action is CourseAction.Complete ? Optional(why) : Recorded.Required(why, "course.why", TaperCourse.LongestWhy);
        Course.Become(next, null);
        Stay(Calm(today), null);
        return Add(action, today, null, said, by);
    }

    /// <summary>
    /// A step that was agreed on and has not begun is not taken after all; a version with another dose that has not begun waits.
    /// </summary>
    private CourseNow Calm(DateOnly today)
    {
        var now = Course.Now;
        if (now.HasBegun(today))
            return now;
        return now.BeforeSince is { } since
            ? CourseNow.Of(InForce, now.Position - 1, since, InForce.Plan.Steps.ElementAtOrDefault(now.Position - 2), null)
            : now with
            {
                Waits = now.Before is { } before && !before.IsTakenAs(now.Step),
            };
    }

    private void Stay(CourseNow now, DateOnly? notBefore) =>
        Course.Stand(CourseNow.Of(InForce, now.Position, now.Since, now.Before, notBefore, now.Waits));

    private CourseEntry Add(CourseAction action, DateOnly on, DateOnly? until, string? why, Entry by)
    {
        var entry = CourseEntry.Of(Course, action, Course.Now.Position, on, until, why, by);
        _entries.Add(entry);
        return entry;
    }

    private static string? Optional(string? why) => Recorded.Optional(why, "course.why", TaperCourse.LongestWhy);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
