using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

internal sealed partial class AlertEngine
{
    /// <summary>Alerts in hand of which someone is on duty now who was not when they opened, and has not heard of them.</summary>
    private async Task<IReadOnlyList<Due>> NewShiftAsync(CancellationToken cancellationToken)
    {
        List<Due> found = [];
        await store.Records.IsThereAsync(
            async db =>
            {
                var open = await db.Deciding<Alert>()
                    .Where(a => a.State == AlertState.Open || a.State == AlertState.Acknowledged)
                    .Join(
                        db.Deciding<Patient>(),
                        a => a.PatientId,
                        p => p.Id,
                        (a, p) => new Waiting(a.Id, a.PatientId, a.Level, a.StepsTaken, a.EscalatesFrom, a.AcknowledgedBy, p.TimeZone)
                    )
                    .ToListAsync(cancellationToken);
                if (open.Count == 0)
                    return false;
                var (now, ids) = (Now, open.ConvertAll(a => a.Id));
                var roster = await DutyRosters.ReadAsync(db, now, cancellationToken);
                var told = (
                    await db.Deciding<AlertEvent>()
                        .Where(e => ids.Contains(e.AlertId) && e.To != null && e.To != AlertTo.Director)
                        .Select(e => new
                        {
                            e.AlertId,
                            e.ToldAccountId,
                            e.Kind,
                            e.RecordedAt,
                        })
                        .ToListAsync(cancellationToken)
                ).ToLookup(t => t.AlertId);
                var onDuty = new[] { AlertTo.Nurse, AlertTo.Prescriber }
                    .Select(to => (To: to, Account: roster.OnDuty(RoleOf(to), now)))
                    .Where(d => d.Account is not null)
                    .ToList();
                found =
                [
                    .. open.Where(a => a.IsHour(now, db.Zone))
                        .Where(a =>
                            onDuty.Exists(d =>
                                a.Roles.Contains(d.To)
                                && d.Account != a.AcknowledgedBy
                                && roster.OnDuty(RoleOf(d.To), a.EscalatesFrom) != d.Account
                                && told[a.Id].All(t => t.ToldAccountId != d.Account)
                                // Who may not open it is asked once a shift, and not every half minute.
                                && told[a.Id]
                                    .Where(t => t.Kind is AlertEventKind.MayNotOpen)
                                    .All(t => roster.OnDuty(RoleOf(d.To), t.RecordedAt) != d.Account)
                            )
                        )
                        .Select(a => new Due(a.Id, a.PatientId)),
                ];
                return found.Count > 0;
            },
            cancellationToken
        );
        return found.FindAll(f => !_aside.TryGetValue(f.Id, out var aside) || aside.Until <= Now);
    }

    private Task<bool> HandOverAsync(Due of, CancellationToken cancellationToken) =>
        InHandAsync(
            of,
            "alert.hand-over",
            async (db, alert, roster, now) =>
            {
                if (alert.State is not (AlertState.Open or AlertState.Acknowledged))
                    return false;
                var known = await db.Of<AlertEvent>(of.PatientId)
                    .Where(e => e.AlertId == of.Id && e.ToldAccountId != null)
                    .Select(e => e.ToldAccountId)
                    .ToListAsync(cancellationToken);
                var first = (Guid?)null;
                foreach (var to in Waiting.RolesOf(alert.Level, alert.StepsTaken))
                    if (
                        roster.OnDuty(RoleOf(to), now) is { } account
                        && account != alert.AcknowledgedBy
                        && !known.Contains(account)
                        && roster.OnDuty(RoleOf(to), alert.EscalatesFrom) != account
                    )
                        first = await TellAsync(db, alert, to, roster, now, cancellationToken) is var line && first is null ? line : first;
                // The version changes with it, so that of two nodes one hands it over.
                alert.HandOver(now);
                if (first is not { } told)
                    return false;
                Send(db, alert, told, now);
                return true;
            },
            cancellationToken
        );

    private sealed record Waiting(
        Guid Id,
        Guid PatientId,
        AlertLevel Level,
        int StepsTaken,
        DateTime EscalatesFrom,
        Guid? AcknowledgedBy,
        string? TimeZone
    )
    {
        /// <summary>Those whose turn it was already.</summary>
        public IReadOnlyList<AlertTo> Roles => RolesOf(Level, StepsTaken);

        public static IReadOnlyList<AlertTo> RolesOf(AlertLevel level, int stepsTaken) =>
            [.. EscalationPolicy.Of(level).Steps.Take(stepsTaken).Select(s => s.To).Where(to => to is not AlertTo.Director).Distinct()];

        /// <summary>Red at any hour; else not in the quiet hours where the person is.</summary>
        public bool IsHour(DateTime now, TimeZoneInfo program) =>
            !EscalationPolicy.Of(Level).KeepsQuietHours || QuietHours.After(now, PatientZone.Of(TimeZone, program, now) ?? program) == now;
    }
}
