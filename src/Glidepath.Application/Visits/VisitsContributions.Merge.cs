using Glidepath.Application.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Visits;

internal static partial class VisitsContributions
{
    /// <summary>What is still to come is planned in the record that goes on; what was waits for its outcome where it is.</summary>
    private static readonly OpenAtMerge Moving = new(
        "VisitsAhead",
        (db, patientId, now, cancellationToken) =>
            db.Deciding<Appointment>()
                .CountAsync(a => a.PatientId == patientId && a.State == AppointmentState.Planned && a.StartsAt > now, cancellationToken),
        async (db, from, to, step, cancellationToken) =>
        {
            using var deciding = db.BeginDeciding();
            db.Grant(from, AccessAction.Write, DataClass.Appointments);
            db.Grant(to.PatientId, AccessAction.Write, DataClass.Appointments);
            var entry = new Entry(Guid.Empty, step.At, step.By);
            foreach (
                var visit in await db.Set<Appointment>()
                    .Where(a => a.PatientId == from && a.State == AppointmentState.Planned && a.StartsAt > step.At)
                    .ToListAsync(cancellationToken)
            )
            {
                var (next, planned) = Appointment.Plan(
                    Guid.CreateVersion7(),
                    to,
                    visit.Kind,
                    visit.Details,
                    await VisitsService.WithAsync(db, visit.WithAccountId, cancellationToken),
                    step.Zone,
                    entry with
                    {
                        Id = Guid.CreateVersion7(),
                    }
                );
                db.AddRange(next, planned, visit.End(AppointmentState.CalledOff, step.Why, entry with { Id = Guid.CreateVersion7() }));
            }
        }
    );
}
