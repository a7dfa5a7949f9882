using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Glidepath.Paper.Visits;

/// <summary>A visit as a calendar needs it.</summary>
/// <param name="Id">The same however often it is moved.</param>
/// <param name="Sequence">Rises with every change.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="At">UTC. When the file is made.</param>
public sealed record CalendarVisit(Guid Id, int Sequence, DateTime StartsAt, DateTime EndsAt, bool IsCalledOff, DateTime At);

/// <summary>
/// One visit as an iCalendar file (RFC 5545). It shows on locked screens and to whoever shares the calendar: it names no program, person,
/// place, medicine or reason.
/// </summary>
public static class VisitCalendar
{
    private const string Title = "Appointment";

    public static string Write(CalendarVisit visit)
    {
        var calendar = new Calendar
        {
            ProductId = "-//Calendar//EN",
            Method = visit.IsCalledOff ? CalendarMethods.Cancel : CalendarMethods.Publish,
        };
        calendar.Events.Add(
            new CalendarEvent
            {
                Uid = $"{visit.Id:N}@calendar.invalid",
                Sequence = visit.Sequence,
                DtStamp = new CalDateTime(visit.At),
                Start = new CalDateTime(visit.StartsAt),
                End = new CalDateTime(visit.EndsAt),
                Summary = Title,
                Class = "PRIVATE",
                Status = visit.IsCalledOff ? EventStatus.Cancelled : EventStatus.Confirmed,
                Transparency = TransparencyType.Opaque,
            }
        );
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
