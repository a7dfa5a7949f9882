namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// The hours of the night, where the person is, in which nobody is told of anything that can wait until the morning. Program rule.
/// </summary>
public static class QuietHours
{
    public static readonly TimeOnly From = new(21, 0);

    public static readonly TimeOnly To = new(7, 0);

    /// <summary>The same instant outside the quiet hours; in them, the first after.</summary>
    /// <param name="zone">Where the person is.</param>
    public static DateTime After(DateTime utc, TimeZoneInfo zone)
    {
        var time = LocalTime.Of(utc, zone);
        if (time >= To && time < From)
            return utc;
        var day = LocalDay.Of(utc, zone);
        return FirstOf(time >= From ? day.AddDays(1) : day, To, zone);
    }

    /// <summary>The first instant at or after this one at which the clock there shows the time.</summary>
    public static DateTime NextAt(DateTime utc, TimeOnly time, TimeZoneInfo zone)
    {
        var day = LocalDay.Of(utc, zone);
        return FirstOf(day, time, zone) is var today && today >= utc ? today : FirstOf(day.AddDays(1), time, zone);
    }

    // A time that the clocks skip is the first that there is after it.
    private static DateTime FirstOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        for (var at = time; ; at = at.AddMinutes(1))
            if (LocalTime.InstantOf(day, at, zone) is { } instant)
                return instant;
    }
}
