namespace Glidepath.Treatment;

/// <summary>A time of day where the program is, as an instant. Where clocks change, a time may be missing or come twice.</summary>
public static class LocalTime
{
    /// <exception cref="ArgumentException">Not UTC: it would be another time.</exception>
    public static TimeOnly Of(DateTime utc, TimeZoneInfo zone) =>
        utc.Kind is DateTimeKind.Utc
            ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone))
            : throw new ArgumentException("An instant is given in UTC.", nameof(utc));

    /// <returns>Null where the clocks skip it. Of a time that comes twice, the first, before they go back.</returns>
    public static DateTime? InstantOf(DateOnly day, TimeOnly time, TimeZoneInfo zone) => Utc(Local(day, time), zone);

    /// <summary>The clocks go back over it: it comes twice that day.</summary>
    public static bool IsTwice(DateOnly day, TimeOnly time, TimeZoneInfo zone) => zone.IsAmbiguousTime(Local(day, time));

    /// <summary>The first instant of a day; where midnight is skipped, the first that there is.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => FirstInstantOf(day, TimeOnly.MinValue, zone);

    /// <summary>As <see cref="InstantOf"/>; of a time that the clocks skip, the first instant after it.</summary>
    public static DateTime FirstInstantOf(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = Local(day, time);
        DateTime? at;
        while ((at = Utc(local, zone)) is null)
            local = local.AddMinutes(1);
        return at.Value;
    }

    /// <summary>
    /// The first instant at which the clock there shows it; null for none. Found by reading the clock: of zones whose winter is written as
    /// their summer time, such as Dublin, the framework's own lists of skipped and repeated times are an hour off.
    /// </summary>
    private static DateTime? Utc(DateTime local, TimeZoneInfo zone)
    {
        var asUtc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var (before, after) = (zone.GetUtcOffset(asUtc.AddDays(-1)), zone.GetUtcOffset(asUtc.AddDays(1)));
        // The first is the one that is farther ahead of UTC.
        var first = asUtc - (before > after ? before : after);
        if (TimeZoneInfo.ConvertTimeFromUtc(first, zone) == local)
            return first;
        var second = asUtc - (before > after ? after : before);
        return TimeZoneInfo.ConvertTimeFromUtc(second, zone) == local ? second : null;
    }

    private static DateTime Local(DateOnly day, TimeOnly time) => day.ToDateTime(time, DateTimeKind.Unspecified);
}
