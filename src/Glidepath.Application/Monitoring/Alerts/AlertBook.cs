using Glidepath.Application.Patients;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <inheritdoc cref="IAlertBook"/>
internal sealed class AlertBook : IAlertBook
{
    public async Task RaiseAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        IReadOnlyCollection<AlertAsked> asked,
        Entry by,
        bool isSeen,
        CancellationToken cancellationToken
    )
    {
        if (asked.Count == 0)
            return;
        // Written where the area's own entry is, and shown there to nobody.
        using var deciding = db.BeginDeciding();
        db.Grant(episode.PatientId, AccessAction.Write, DataClass.CheckIns);
        var open = await OpenAsync(db, episode.PatientId, cancellationToken);
        var zone = await ZoneAsync(db, episode.PatientId, by.RecordedAt, cancellationToken);
        foreach (var one in asked)
        {
            var alert = open.Find(a => a.Cause == one.Cause);
            if (alert is null)
            {
                alert = Alert.Open(episode, one, by with { Id = Guid.CreateVersion7() }, isSeen, zone);
                open.Add(alert);
                db.Add(alert);
                Note(alert, AlertEventKind.Opened);
            }
            else
            {
                alert.Again(one, by, isSeen, zone);
                Note(alert, AlertEventKind.CameAgain);
            }
        }
        if (isSeen)
            foreach (var alert in open.Where(a => a.AcknowledgedAt == by.RecordedAt && asked.Any(o => o.Cause == a.Cause)))
                Note(alert, AlertEventKind.Acknowledged);

        void Note(Alert alert, AlertEventKind kind) =>
            db.Add(AlertEvent.Of(alert, kind, new Entry(Guid.CreateVersion7(), by.RecordedAt, by.RecordedBy)));
    }

    public async Task SeeAsync(GlidepathDbContext db, Guid patientId, AlertCause cause, Entry by, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        db.Grant(patientId, AccessAction.Write, DataClass.CheckIns);
        foreach (
            var alert in (await OpenAsync(db, patientId, cancellationToken)).Where(a => a.Cause == cause && a.State is AlertState.Open)
        )
        {
            alert.Acknowledge(by.RecordedAt, by.RecordedBy, await ZoneAsync(db, patientId, by.RecordedAt, cancellationToken));
            db.Add(AlertEvent.Of(alert, AlertEventKind.Acknowledged, by with { Id = Guid.CreateVersion7() }));
        }
    }

    public async Task ActAsync(
        GlidepathDbContext db,
        Guid patientId,
        AlertCause cause,
        string what,
        bool wasReached,
        bool isFinished,
        Entry by,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        db.Grant(patientId, AccessAction.Write, DataClass.CheckIns, DataClass.CareTeamMembership);
        foreach (var alert in (await OpenAsync(db, patientId, cancellationToken)).Where(a => a.Cause == cause))
        {
            if (!wasReached)
            {
                alert.Try(by.RecordedAt, by.RecordedBy, await ZoneAsync(db, patientId, by.RecordedAt, cancellationToken));
                db.Add(AlertEvent.Of(alert, AlertEventKind.NotReached, by with { Id = Guid.CreateVersion7() }, what));
                continue;
            }
            if (alert.State is not AlertState.Acted)
                await ActAsync(db, alert, what, by, cancellationToken);
            if (isFinished)
                await CloseAsync(db, alert, what, by, cancellationToken);
        }
    }

    /// <summary>With it end the hours of those who covered; if it opens again, whoever is told then covers.</summary>
    internal static async Task ActAsync(GlidepathDbContext db, Alert alert, string what, Entry by, CancellationToken cancellationToken)
    {
        alert.Act(by.RecordedAt, by.RecordedBy, await ZoneAsync(db, alert.PatientId, by.RecordedAt, cancellationToken));
        db.Add(AlertEvent.Of(alert, AlertEventKind.Acted, by with { Id = Guid.CreateVersion7() }, what));
        await EndCoverAsync(db, alert, by.RecordedAt, cancellationToken);
    }

    /// <summary>Whoever was told that it is still open covers until it is closed.</summary>
    internal static async Task CloseAsync(
        GlidepathDbContext db,
        Alert alert,
        string? outcome,
        Entry by,
        CancellationToken cancellationToken
    )
    {
        alert.Close(outcome, by.RecordedAt, by.RecordedBy);
        db.Add(AlertEvent.Of(alert, AlertEventKind.Closed, by with { Id = Guid.CreateVersion7() }, outcome));
        await EndCoverAsync(db, alert, by.RecordedAt, cancellationToken);
    }

    private static async Task EndCoverAsync(GlidepathDbContext db, Alert alert, DateTime at, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        db.Grant(alert.PatientId, AccessAction.Write, DataClass.CareTeamMembership);
        foreach (
            var cover in await db.Set<AlertCover>()
                .Where(c => c.PatientId == alert.PatientId && c.AlertId == alert.Id && c.Until == null)
                .ToListAsync(cancellationToken)
        )
            cover.End(at);
    }

    /// <summary>Where the person is.</summary>
    internal static async Task<TimeZoneInfo> ZoneAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        var name = await db.Deciding<Patient>()
            .Where(p => p.Id == patientId)
            .Select(p => p.TimeZone)
            .SingleOrDefaultAsync(cancellationToken);
        return PatientZone.Of(name, db.Zone, now) ?? db.Zone;
    }

    private static Task<List<Alert>> OpenAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Set<Alert>().Where(a => a.PatientId == patientId && a.State != AlertState.Closed).ToListAsync(cancellationToken);
}
