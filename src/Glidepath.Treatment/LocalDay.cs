namespace Glidepath.Treatment;

/// <summary>The day of an instant where the program is. Instants are kept in UTC; every day is one of the program's time zone.</summary>
public static class LocalDay
{
    /// <exception cref="ArgumentException">Not UTC: a local time would be another day.</exception>
    public static DateOnly Of(DateTime utc, TimeZoneInfo zone) =>
        utc.Kind is DateTimeKind.Utc
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone))
            : throw new ArgumentException("An instant is given in UTC.", nameof(utc));
}
