using System.Globalization;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Shared;

/// <summary>
/// The one way to show an instant: as a day and a time of a zone. A guard keeps every other way out of the code, since an instant that is
/// written as it is kept shows the day of UTC.
/// </summary>
internal static class InstantWords
{
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTime utc) => LocalDay.Of(utc, zone);

    /// <summary>"Nov 29, 2026".</summary>
    public static string Day(this TimeZoneInfo zone, DateTime utc) => zone.DayOf(utc).Day();

    /// <summary>"4:05 PM"; of the hour that comes twice when clocks go back also which of the two, as "1:30 AM (UTC-7)".</summary>
    public static string Clock(this TimeZoneInfo zone, DateTime utc)
    {
        var time = LocalTime.Of(utc, zone);
        return LocalTime.IsTwice(zone.DayOf(utc), time, zone)
            ? T["TimeWithOffset", time.Clock(), Hours(zone.GetUtcOffset(utc))]
            : time.Clock();
    }

    /// <summary>"4:05 PM".</summary>
    public static string Clock(this TimeOnly time) => time.ToString("h:mm tt", CultureInfo.InvariantCulture);

    /// <summary>"Nov 29, 2026, 4:05 PM".</summary>
    public static string Moment(this TimeZoneInfo zone, DateTime utc) => $"{zone.Day(utc)}, {zone.Clock(utc)}";

    /// <summary>With the zone, where two could be meant: for people who may be elsewhere, and for what is looked up later.</summary>
    public static string NamedMoment(this TimeZoneInfo zone, DateTime utc) =>
        zone.Place is { } place ? T["MomentInPlace", zone.Moment(utc), place] : T["MomentInUtc", zone.Moment(utc)];

    extension(TimeZoneInfo zone)
    {
        /// <summary>"New York" of America/New_York; null of a zone that is named after no place.</summary>
        public string? Place => zone.Id.Split('/') is [not "Etc", .., var place] ? place.Replace('_', ' ') : null;
    }

    /// <summary>"1:00 PM in New York", with the day where it is another there; null where the clocks agree.</summary>
    public static string? There(this TimeZoneInfo zone, DateTime utc, string? elsewhere) =>
        PatientZone.Of(elsewhere, zone, utc) is not { } there || there.GetUtcOffset(utc) == zone.GetUtcOffset(utc) ? null
        : there.DayOf(utc) is var day && day == zone.DayOf(utc) ? T["TimeInPlace", there.Clock(utc), there.Place]
        : T["DayAndTimeInPlace", day.ToString("ddd, MMM d", CultureInfo.InvariantCulture), there.Clock(utc), there.Place];

    /// <summary>"times in New York": of doses, which are taken by the clock where the person is; null where the clocks agree.</summary>
    public static string? DoseTimes(this TimeZoneInfo zone, DateTime now, string? elsewhere) =>
        PatientZone.Of(elsewhere, zone, now) is { Place: { } place } ? T["TimesInPlace", place] : null;

    private static string Hours(TimeSpan offset) =>
        $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(offset.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture)}";
}
