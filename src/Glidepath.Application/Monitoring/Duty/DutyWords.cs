using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>Duty in words, wherever it is shown.</summary>
internal static class DutyWords
{
    private static readonly DutyDays[] Week = [.. Enum.GetValues<DutyDays>().Where(d => d is not DutyDays.None)];

    public static string InWords(this DutyRole role) =>
        role switch
        {
            DutyRole.Nurse => T["DutyNurse"],
            DutyRole.Prescriber => T["DutyPrescriber"],
        };

    public static string InWords(this DutyDays days) =>
        days switch
        {
            DutyRoles.EachDay => T["DutyEveryDay"],
            DutyRoles.MondayToFriday => T["DutyWeekdays"],
            _ => string.Join(", ", Week.Where(d => days.HasFlag(d)).Select(Day)),
        };

    /// <summary>Of one day, whole.</summary>
    public static string Day(this DutyDays day) =>
        day switch
        {
            DutyDays.Monday => T["DutyMonday"],
            DutyDays.Tuesday => T["DutyTuesday"],
            DutyDays.Wednesday => T["DutyWednesday"],
            DutyDays.Thursday => T["DutyThursday"],
            DutyDays.Friday => T["DutyFriday"],
            DutyDays.Saturday => T["DutySaturday"],
            DutyDays.Sunday => T["DutySunday"],
            DutyDays.None => "",
        };

    /// <summary>When nobody is on duty; "From Thu, Nov 26, 7:00 PM on" where no end is in sight.</summary>
    public static string Span(this DutyView view, DutyStretch gap) =>
        view.GoesOn(gap) ? T["DutyFromOn", view.Zone.WeekdayMoment(gap.From)] : view.Zone.Span(gap.From, gap.To);

    /// <summary>"Thu, Nov 26, 7:00 PM to Fri, Nov 27, 7:00 AM"; the day once where it is the same.</summary>
    public static string Span(this TimeZoneInfo zone, DateTime from, DateTime to) =>
        T["DutyFromTo", zone.WeekdayMoment(from), zone.DayOf(from) == zone.DayOf(to) ? zone.Clock(to) : zone.WeekdayMoment(to)];

    /// <summary>"Thu, Nov 26, 7:00 PM".</summary>
    public static string WeekdayMoment(this TimeZoneInfo zone, DateTime utc) =>
        T["DutyDayAndTime", zone.DayOf(utc).Weekday(), zone.Clock(utc)];

    /// <summary>"Thu, Nov 26".</summary>
    public static string Weekday(this DateOnly day) => day.ToString("ddd, MMM d", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"Now", "In 5 hours", "In 3 days".</summary>
    public static string Ahead(DateTime from, DateTime now) =>
        (from - now) switch
        {
            { Ticks: <= 0 } => T["DutyNow"],
            { TotalHours: < 1 } => T["DutyWithinTheHour"],
            { TotalHours: < 48 } ahead => T.Count("DutyInHours", (int)ahead.TotalHours),
            var ahead => T.Count("DutyInDays", (int)ahead.TotalDays),
        };
}
