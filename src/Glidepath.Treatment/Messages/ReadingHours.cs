namespace Glidepath.Treatment.Messages;

/// <summary>
/// By when someone reads what a patient sends: by the end of the next reading day, and never on the day itself, so that nobody waits for
/// an answer tonight. Program rule: no published number was found.
/// </summary>
/// <param name="By">The end of a reading day where the program is.</param>
/// <param name="Days">Of the week.</param>
/// <param name="ClosedOn">Days of the program on which nobody reads all the same.</param>
public sealed record ReadingHours(TimeOnly By, IReadOnlyCollection<DayOfWeek> Days, IReadOnlyCollection<DateOnly> ClosedOn)
{
    public static ReadingHours Default { get; } =
        new(new TimeOnly(17, 0), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], []);

    /// <summary>The end of the first reading day after the day of an instant, UTC.</summary>
    /// <param name="zone">Where the program is.</param>
    public DateTime EndOfNext(DateTime utc, TimeZoneInfo zone)
    {
        if (Days.Count == 0)
            throw new InvalidOperationException("Messages need a day on which they are read.");
        var day = LocalDay.Of(utc, zone).AddDays(1);
        while (!Days.Contains(day.DayOfWeek) || ClosedOn.Contains(day))
            day = day.AddDays(1);
        return LocalTime.FirstInstantOf(day, By, zone);
    }
}
