namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// How long nothing has been heard of a person whose check-ins are expected. It is a question to staff and no mark on the person: no
/// check-in is neither good news nor bad.
/// </summary>
/// <param name="Since">The day of the last check-in or of the last call in which the person was reached; before any, when check-ins
/// began, or the course.</param>
/// <param name="SilentDays">Whole days past the one on which the next was expected.</param>
public sealed record Silence(DateOnly Since, int SilentDays)
{
    /// <summary>Rule C4: from here on the person is on the list. Program rule.</summary>
    public const int ListedAfter = 3;

    public bool IsListed => SilentDays >= ListedAfter;

    /// <summary>Null where no check-in is expected: none was ever made or asked for and no course goes on, or the person
    /// wants none.</summary>
    /// <param name="rhythm">The newest choice; null where nobody chose.</param>
    /// <param name="lastHeard">Of check-ins and of calls in which the person was reached.</param>
    public static Silence? Of((HowOften HowOften, DateOnly Since)? rhythm, DateOnly? lastHeard, CourseSoFar course, DateOnly today)
    {
        // In a course check-ins are expected from its first day on, whether anybody asked for them or not.
        if (lastHeard is null && rhythm is null)
            rhythm = course.Since is { } began ? (HowOften.AsPlanned, began) : null;
        if (lastHeard is null && rhythm is null)
            return null;
        if (CheckInRhythm.EveryDays(rhythm?.HowOften ?? HowOften.AsPlanned, course.LastCut, today) is not { } every)
            return null;
        // A choice that is newer than the last word begins the waiting anew.
        var since = new[] { lastHeard, rhythm?.Since }.Max()!.Value;
        return new Silence(since, Math.Max(0, today.DayNumber - since.DayNumber - every));
    }
}
