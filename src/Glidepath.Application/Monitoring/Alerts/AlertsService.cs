using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>One alert for staff: looked at, acknowledged, acted on, closed.</summary>
public sealed class AlertsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    /// <summary>What an alert shows: an answer in a scale may be among the reasons.</summary>
    internal static readonly DataClass[] Reads = [DataClass.CheckIns, DataClass.Assessments];

    /// <summary>All of one person, the newest first.</summary>
    public Task<PatientAlertsView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            Reads,
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, Reads, cancellationToken);
                var alerts = await db.Set<Alert>()
                    .AsNoTracking()
                    .Where(a => records.Contains(a.PatientId))
                    .OrderByDescending(a => a.OpenedAt)
                    .ToListAsync(cancellationToken);
                var lines = await LinesAsync(db, alerts, cancellationToken);
                return new PatientAlertsView(
                    head,
                    [.. alerts.Select(a => new AlertRow(head, a, lines.Of(a)))],
                    await NamesAsync(db, lines.Accounts, cancellationToken)
                );
            },
            cancellationToken
        );

    public Task<AlertView?> LookAsync(Guid patientId, Guid alertId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            Reads,
            async (db, head) =>
            {
                // One of another record of the person is finished there.
                if (
                    await db.Set<Alert>()
                        .AsNoTracking()
                        .SingleOrDefaultAsync(a => a.PatientId == patientId && a.Id == alertId, cancellationToken)
                    is not { } alert
                )
                    return null!;
                var lines = await LinesAsync(db, [alert], cancellationToken);
                return new AlertView(
                    new AlertRow(head, alert, lines.Of(alert)),
                    await NamesAsync(db, lines.Accounts, cancellationToken),
                    alert.Cause is AlertCause.Suicide ? await OpenStepAsync(db, patientId, cancellationToken) : null,
                    await RecordAccess.RelationAsync(db, patientId, Now, cancellationToken) is { } relation
                        && !relation.File.CareTeam.Contains(Actor.AccountId)
                        && relation.Covering.Contains(Actor.AccountId)
                )
                {
                    MayAct = alert.IsOpen && Actor.Role.May(Write, DataClass.CheckIns),
                };
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>alert.acknowledged</c>, <c>alert.closed</c></exception>
    public Task<Saved?> AcknowledgeAsync(Guid patientId, Guid alertId, Guid? version, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            alertId,
            version,
            once,
            (db, alert, zone) =>
            {
                alert.Acknowledge(Now, Actor.AccountId, zone);
                db.Add(AlertEvent.Of(alert, AlertEventKind.Acknowledged, NewEntry()));
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <summary>What was done, or tried. A call in which the person was reached counts as heard from.</summary>
    /// <param name="acted">Where it closes the alert, it closes with it what that told the history of safety.</param>
    /// <exception cref="RuleViolationException"><c>alert.note.missing</c>, <c>alert.closed</c>, <c>alert.suicide</c>: its safety step is
    /// where that is recorded; <c>alert.close.not-reached</c></exception>
    public Task<Saved?> ActAsync(
        Guid patientId,
        Guid alertId,
        AlertActed acted,
        Guid? version,
        Once? once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            alertId,
            version,
            once,
            async (db, alert, zone) =>
            {
                if (alert.Cause is AlertCause.Suicide)
                    throw new RuleViolationException("alert.suicide");
                if (!acted.WasReached && acted.Closes)
                    throw new RuleViolationException("alert.close.not-reached");
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                // What was open before a merge is finished where it is; a call is no part of that.
                if (episode.IsOpen && await RecordAccess.PointerAsync(db, Actor, patientId, Now, cancellationToken) is null)
                    db.Add(CheckInCall.Record(episode, acted.WasReached, acted.What, NewEntry()));
                if (!acted.WasReached)
                {
                    alert.Try(Now, Actor.AccountId, zone);
                    db.Add(AlertEvent.Of(alert, AlertEventKind.NotReached, NewEntry(), acted.What));
                    return;
                }
                await AlertBook.ActAsync(db, alert, acted.What ?? "", NewEntry(), cancellationToken);
                if (acted.Closes)
                    await CloseAsync(db, alert, acted.What, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>After it was acted on.</summary>
    /// <exception cref="RuleViolationException"><c>alert.close.not-acted</c>, <c>alert.closed</c>, <c>alert.suicide</c></exception>
    public Task<Saved?> CloseAsync(
        Guid patientId,
        Guid alertId,
        string? outcome,
        Guid? version,
        Once? once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            alertId,
            version,
            once,
            (db, alert, _) => CloseAsync(db, alert, outcome, cancellationToken),
            cancellationToken
        );

    private Task<Saved?> ChangeAsync(
        Guid patientId,
        Guid alertId,
        Guid? version,
        Once? once,
        Func<GlidepathDbContext, Alert, TimeZoneInfo, Task> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.CheckIns,
            once,
            async db =>
            {
                var alert = Expected(await OwnAsync<Alert>(db, patientId, a => a.Id == alertId, "alert", cancellationToken), version);
                await change(db, alert, await AlertBook.ZoneAsync(db, patientId, Now, cancellationToken));
                return await SavedAsync(db, alert, alert.Id, cancellationToken);
            },
            cancellationToken
        );

    private async Task CloseAsync(GlidepathDbContext db, Alert alert, string? outcome, CancellationToken cancellationToken)
    {
        if (alert.Cause is AlertCause.Suicide)
            throw new RuleViolationException("alert.suicide");
        await AlertBook.CloseAsync(db, alert, outcome, NewEntry(), cancellationToken);
        await CloseSafetyAsync(db, alert, outcome!, cancellationToken);
    }

    /// <summary>What the alert rests on stands in the history of safety too: the look that closes one closes the other.</summary>
    private async Task CloseSafetyAsync(GlidepathDbContext db, Alert alert, string why, CancellationToken cancellationToken)
    {
        if (AlertCauses.ConcernOf(alert.Cause) is not { } concern || !Clinicians.Roles.Contains(Actor.Role))
            return;
        var mayRead = await Access.AllowedAsync(db, Actor, alert.PatientId, Read, IntakeService.Holds, cancellationToken);
        var mayWrite = await Access.AllowedAsync(db, Actor, alert.PatientId, Write, [DataClass.Assessments], cancellationToken);
        if (mayWrite.Count == 0 || !Array.TrueForAll(IntakeService.Holds, mayRead.Contains))
            return;
        List<Guid> records = [alert.PatientId];
        var entries = await SafetyService.EntriesAsync(db, records, cancellationToken);
        var states = await SafetyService.StatesAsync(db, alert.PatientId, records, entries, cancellationToken);
        var state = states.Single(s => s.Concern == concern);
        // What came after the last thing that the alert knows of was not looked at.
        var until = alert.Reasons.Max(r => r.At);
        if (state is { Open.Count: > 0, WaitsForStep: false } && state.Open.Any(w => w.RecordedAt <= until))
            db.Add(SafetyEntry.Close(await EpisodeAsync(db, alert.PatientId, cancellationToken), state, until, why, entries, NewEntry()));
    }

    /// <summary>The safety step that waits; null where none does.</summary>
    private static Task<Guid?> OpenStepAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Of<SafetyStep>(patientId)
            .Where(s => s.State != SafetyState.Closed)
            .OrderByDescending(s => s.OpenedAt)
            .Select(s => (Guid?)s.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What became of these alerts, and what was sent for them.</summary>
    internal static async Task<AlertLines> LinesAsync(
        GlidepathDbContext db,
        IReadOnlyCollection<Alert> alerts,
        CancellationToken cancellationToken
    )
    {
        var (ids, people) = (alerts.Select(a => a.Id).ToList(), alerts.Select(a => a.PatientId).Distinct().ToList());
        var events = await db.Set<AlertEvent>()
            .AsNoTracking()
            .Where(e => people.Contains(e.PatientId) && ids.Contains(e.AlertId))
            .ToListAsync(cancellationToken);
        var sent = await db.Outbox.AsNoTracking().Where(m => ids.Contains(m.AlertId)).ToListAsync(cancellationToken);
        return new AlertLines(events, sent);
    }
}

/// <param name="What">What was done or tried, and what the person said.</param>
/// <param name="Closes">Nothing more is needed.</param>
public sealed record AlertActed(bool WasReached, string? What, bool Closes);
