using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Glidepath.Paper.Monitoring;

/// <summary>Days on which someone is reminded: every so many from the first one on.</summary>
/// <param name="Last">The last day that may be one.</param>
public sealed record ReminderDays(DateOnly First, int Every, DateOnly Last);

/// <summary>
/// Reminders as an iCalendar file (RFC 5545). They show on locked screens and to whoever shares the calendar: they say that they remind,
/// and nothing of what, who or where. The time is by the clock of the phone, wherever it is.
/// </summary>
public static class ReminderCalendar
{
    private const string Title = "A reminder";

    /// <param name="id">The same for one person each time, so that a newer file takes the place of an older one.</param>
    /// <param name="at">UTC. When the file is made.</param>
    public static string Write(Guid id, IReadOnlyList<ReminderDays> days, TimeOnly time, DateTime at)
    {
        var calendar = new Calendar { ProductId = "-//Calendar//EN", Method = CalendarMethods.Publish };
        foreach (var (number, run) in days.Index())
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = $"{id:N}-{number}@calendar.invalid",
                    // Rises with each file: seconds since 2026.
                    Sequence = (int)(at - new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds,
                    DtStamp = new CalDateTime(at),
                    Start = Local(run.First, time),
                    Duration = Duration.FromMinutes(5),
                    RecurrenceRule = new RecurrenceRule(FrequencyType.Daily, run.Every) { Until = Local(run.Last, time) },
                    Summary = Title,
                    Class = "PRIVATE",
                    Status = EventStatus.Confirmed,
                    Transparency = TransparencyType.Transparent,
                    Alarms =
                    {
                        new Alarm
                        {
                            Action = AlarmAction.Display,
                            Description = Title,
                            Trigger = new Trigger(Duration.Zero),
                        },
                    },
                }
            );
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Local(DateOnly day, TimeOnly time) => new(day, time);
}
