namespace Glidepath.Treatment.Tapering;

/// <param name="On">The first day of it, where the person is; null for what was taken before the course.</param>
public sealed record StepTaken(DateOnly? On, VersionStep Step);

public sealed partial class CourseFile
{
    /// <summary>First days of the steps that were taken. As in <see cref="Taken"/>, what had not begun when something else was decided was
    /// not.</summary>
    /// <param name="entries">All of one course, in any order.</param>
    /// <param name="dayOf">The day of an instant.</param>
    public static IReadOnlyList<DateOnly> StepDays(IEnumerable<CourseEntry> entries, Func<DateTime, DateOnly> dayOf)
    {
        List<DateOnly> days = [];
        foreach (var entry in entries.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id))
        {
            var decided = dayOf(entry.RecordedAt);
            days.RemoveAll(d => d > decided);
            if (entry.Action is CourseAction.TakeStep)
                days.Add(entry.On);
        }
        return days;
    }

    /// <summary>Versions that went back to a dose that was well, one after the other, up to the one in force; 0 once a step of that was
    /// taken.</summary>
    /// <param name="versions">All of this course.</param>
    /// <param name="entries">All of this course.</param>
    public static int StepsBackInARow(
        TaperCourse course,
        IEnumerable<(int Number, VersionKind Kind)> versions,
        IEnumerable<CourseEntry> entries
    ) =>
        entries.Any(e => e.VersionId == course.VersionId && e.Action is CourseAction.TakeStep)
            ? 0
            : versions.OrderByDescending(v => v.Number).TakeWhile(v => v.Kind is VersionKind.BackToAStep).Count();

    /// <summary>What was to be taken from which day on, by all that was decided; the first day first. After an end the course gives no
    /// dose.</summary>
    /// <param name="dayOf">The day of an instant.</param>
    public IReadOnlyList<StepTaken> Taken(Func<DateTime, DateOnly> dayOf)
    {
        List<StepTaken> taken = [new(null, Versions[^1].Plan.From)];
        foreach (var entry in _entries)
        {
            var version = Versions.Single(v => v.Id == entry.VersionId);
            var (step, decided) = (version.Plan.Steps[entry.Position], dayOf(entry.RecordedAt));
            // What had not begun when something else was decided was not taken.
            taken.RemoveAll(t => t.On > decided);
            if (entry.Action is CourseAction.Complete or CourseAction.Stop or CourseAction.HandOver)
                Begin(entry.On, VersionStep.Nothing);
            else if (entry.Action is CourseAction.Approve or CourseAction.TakeStep)
                Begin(entry.On, step);
            // A version that was held before its first day begins after the hold.
            else if (entry.Action is CourseAction.GoOn && !step.IsTakenAs(taken[^1].Step))
                Begin(Later(entry.On, version.BeginsOn), step);
        }
        return taken;

        void Begin(DateOnly on, VersionStep step)
        {
            taken.RemoveAll(t => t.On >= on);
            taken.Add(new(on, step));
        }
    }
}
