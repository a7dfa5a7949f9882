using System.Globalization;
using Glidepath.Application.Visits;

namespace Glidepath.Web.Visits;

/// <summary>Instants as times of day where the program is.</summary>
internal static class VisitTime
{
    /// <summary>"10:00 AM to 10:30 AM".</summary>
    public static string Of(VisitTimes times, TimeZoneInfo zone) =>
        VisitsText.T["FromTo", Clock(times.StartsAt, zone), Clock(times.EndsAt, zone)];

    public static string At(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, zone).ToString("MMM d, yyyy, h:mm tt", CultureInfo.InvariantCulture);

    private static string Clock(DateTime utc, TimeZoneInfo zone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone)).Clock();
}
