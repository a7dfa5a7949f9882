using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Paper.Visits;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Visits;

/// <summary>A patient's own visit, for their own calendar.</summary>
public sealed class OwnVisitsService(Store store, RecordAccess access, CurrentActor who, OwnRecord own) : PatientSubject(store, access, who)
{
    /// <param name="calendarId">The same however often the visit was moved.</param>
    /// <returns>An iCalendar file of the visit as it stands now; null where it is not theirs.</returns>
    public async Task<string?> CalendarAsync(Guid calendarId, CancellationToken cancellationToken)
    {
        if (await own.PatientIdAsync(cancellationToken) is not { } patientId)
            return null;
        return await Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            [(Read, DataClass.Appointments)],
            async db =>
                await db.Set<Appointment>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(
                        a => a.PatientId == patientId && a.CalendarId == calendarId && a.State != AppointmentState.Moved,
                        cancellationToken
                    )
                    is { } visit
                    ? VisitCalendar.Write(
                        new(visit.CalendarId, visit.Sequence, visit.StartsAt, visit.EndsAt, visit.State is AppointmentState.CalledOff, Now)
                    )
                    : null!,
            cancellationToken
        );
    }
}
