using System.Collections.Concurrent;
using Glidepath.Storage;
using Glidepath.Storage.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// Takes the steps of alerts that are due. What is due stands in the alert itself, so that nothing is lost with a node, and each step is one
/// transaction with who was told, who may open the record by it, and what is to be sent. Every node does it; of two that take one step,
/// the version of the alert lets one.
/// </summary>
internal sealed partial class AlertEngine(
    Store store,
    IEnumerable<IAlertChannel> channels,
    IOptionsMonitor<AlertingOptions> options,
    ILogger<AlertEngine> log
)
{
    // One that cannot be taken must not keep others waiting.
    private static readonly TimeSpan SetAside = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTime> _setAside = [];

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <returns>How many steps were taken.</returns>
    public async Task<int> EscalateAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var (id, until) in _setAside)
            if (until <= Now)
                _setAside.TryRemove(id, out _);
        while (await NextDueAsync(cancellationToken) is { } due)
            try
            {
                if (await StepAsync(due, cancellationToken))
                    taken++;
            }
            catch (LostUpdateException)
            {
                // Another node took it, or someone acknowledged it in the same moment: it is looked at anew.
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                _setAside[due.Id] = Now + SetAside;
                Failed(log, due.Id, failed);
            }
        return taken;
    }

    /// <summary>A shift began: who is on duty now is told of what the one before was told of and nobody has acted on.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> HandOverAsync(CancellationToken cancellationToken)
    {
        List<Due> open = [];
        await store.Records.IsThereAsync(
            async db =>
            {
                open = await db.Deciding<Alert>()
                    .Where(a => a.State == AlertState.Open || a.State == AlertState.Acknowledged)
                    .Select(a => new Due(a.Id, a.PatientId))
                    .ToListAsync(cancellationToken);
                if (open.Count == 0)
                    return false;
                var now = Now;
                var roster = await DutyRosters.ReadAsync(db, now, cancellationToken);
                var ids = open.ConvertAll(a => a.Id);
                var told = await db.Deciding<AlertEvent>()
                    .Where(e => ids.Contains(e.AlertId) && e.Kind == AlertEventKind.Told && e.To != AlertTo.Director)
                    .Select(e => new { e.AlertId, To = e.To!.Value, e.ToldAccountId })
                    .ToListAsync(cancellationToken);
                open = open.FindAll(a =>
                    told.Where(t => t.AlertId == a.Id)
                        .GroupBy(t => t.To)
                        .Any(g => roster.OnDuty(RoleOf(g.Key), now) is { } account && g.All(t => t.ToldAccountId != account))
                );
                return open.Count > 0;
            },
            cancellationToken
        );
        var handed = 0;
        foreach (var alert in open)
            try
            {
                handed += await HandOverAsync(alert, cancellationToken);
            }
            catch (LostUpdateException)
            {
                // Another node did, or someone acted on it: the next round looks again.
            }
        return handed;
    }

    private Task<int> HandOverAsync(Due of, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            RequestActor.System("alerts"),
            new AuditEntry(AuditAction.Update, nameof(Alert), of.PatientId, of.Id, Reason: "alert.hand-over"),
            async db =>
            {
                db.Grant(of.PatientId, AccessAction.Write, DataClass.CheckIns, DataClass.CareTeamMembership);
                var now = Now;
                if (
                    await db.Set<Alert>().SingleOrDefaultAsync(a => a.Id == of.Id, cancellationToken)
                    is not { State: AlertState.Open or AlertState.Acknowledged } alert
                )
                    return 0;
                var before = await db.Of<AlertEvent>(of.PatientId)
                    .Where(e => e.AlertId == of.Id && e.Kind == AlertEventKind.Told && e.To != AlertTo.Director)
                    .Select(e => new { To = e.To!.Value, e.ToldAccountId })
                    .ToListAsync(cancellationToken);
                var (told, first) = (0, (Guid?)null);
                foreach (var role in before.GroupBy(t => t.To))
                foreach (var account in await WhoAsync(db, alert, role.Key, now, cancellationToken))
                {
                    if (role.Any(t => t.ToldAccountId == account))
                        continue;
                    var line = AlertEvent.OfStep(alert, role.Key, account, Guid.CreateVersion7(), now);
                    db.Add(line);
                    first ??= line.Id;
                    told++;
                    await CoverAsync(db, alert, account, now, cancellationToken);
                }
                if (first is not { } id)
                    return 0;
                alert.HandOver(now);
                Send(db, alert, id, now);
                return told;
            },
            cancellationToken
        );

    private static DutyRole RoleOf(AlertTo to) => to is AlertTo.Nurse ? DutyRole.Nurse : DutyRole.Prescriber;

    /// <summary>Alerts whose step could not be taken, until it is tried again.</summary>
    public int SetAsideNow => _setAside.Count;

    private async Task<Due?> NextDueAsync(CancellationToken cancellationToken)
    {
        var (now, aside, found) = (Now, _setAside.Keys.ToList(), (Due?)null);
        await store.Records.IsThereAsync(
            async db =>
            {
                found = await db.Deciding<Alert>()
                    .Where(a => a.NextAt != null && a.NextAt <= now && !aside.Contains(a.Id))
                    .OrderBy(a => a.NextAt)
                    .Select(a => new Due(a.Id, a.PatientId))
                    .FirstOrDefaultAsync(cancellationToken);
                return found is not null;
            },
            cancellationToken
        );
        return found;
    }

    /// <returns>False where it was not due any more.</returns>
    private Task<bool> StepAsync(Due due, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            RequestActor.System("alerts"),
            new AuditEntry(AuditAction.Update, nameof(Alert), due.PatientId, due.Id, Reason: "alert.step"),
            async db =>
            {
                db.Grant(due.PatientId, AccessAction.Write, DataClass.CheckIns, DataClass.CareTeamMembership);
                var now = Now;
                if (
                    await db.Set<Alert>().SingleOrDefaultAsync(a => a.Id == due.Id, cancellationToken) is not { NextAt: { } at } alert
                    || at > now
                )
                    return false;
                var zone = await AlertBook.ZoneAsync(db, due.PatientId, now, cancellationToken);
                var first = (Guid?)null;
                foreach (var to in alert.NextTold)
                {
                    var told = await WhoAsync(db, alert, to, now, cancellationToken);
                    if (told.Count == 0)
                        db.Add(AlertEvent.OfStep(alert, to, null, Guid.CreateVersion7(), now));
                    foreach (var account in told)
                    {
                        var line = AlertEvent.OfStep(alert, to, account, Guid.CreateVersion7(), now);
                        db.Add(line);
                        first ??= line.Id;
                        if (to is not AlertTo.Director)
                            await CoverAsync(db, alert, account, now, cancellationToken);
                    }
                }
                if (first is { } line0)
                {
                    alert.Step(now, zone);
                    Send(db, alert, line0, now);
                }
                else
                    alert.Pass(now, zone);
                return true;
            },
            cancellationToken
        );

    /// <summary>Nobody where no one is on duty, or who is may not open the record.</summary>
    private static async Task<IReadOnlyList<Guid>> WhoAsync(
        GlidepathDbContext db,
        Alert alert,
        AlertTo to,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (to is AlertTo.Director)
            return await db
                .Users.AsNoTracking()
                .Where(u => u.Role == nameof(Role.Director) && u.DisabledAt == null)
                .OrderBy(u => u.Id)
                .Select(u => u.Id)
                .ToListAsync(cancellationToken);
        var role = to is AlertTo.Nurse ? Role.Nurse : Role.Prescriber;
        var roster = await DutyRosters.ReadAsync(db, now, cancellationToken);
        return
            roster.OnDuty(RoleOf(to), now) is { } account
            && await RecordAccess.RelationAsync(db, alert.PatientId, now, cancellationToken) is { } relation
            && MayOpen(new Actor(account, role), relation with { Covering = new HashSet<Guid> { account } }, now)
            ? [account]
            : [];
    }

    private static bool MayOpen(Actor actor, PatientRelation covered, DateTime now) =>
        Array.TrueForAll(
            [DataClass.Demographics, DataClass.PresenceInTreatment, .. AlertsService.Reads],
            c => AccessPolicy.Decide(actor, covered, AccessAction.Read, c, now).IsAllowed
        );

    private static async Task CoverAsync(
        GlidepathDbContext db,
        Alert alert,
        Guid account,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        if (
            !await db.Deciding<AlertCover>()
                .AnyAsync(
                    c => c.PatientId == alert.PatientId && c.AlertId == alert.Id && c.AccountId == account && c.Until == null,
                    cancellationToken
                )
        )
            db.Add(AlertCover.Begin(Guid.CreateVersion7(), alert, account, now));
    }

    private void Send(GlidepathDbContext db, Alert alert, Guid lineId, DateTime now)
    {
        if (alert.Level < options.CurrentValue.SendFrom)
            return;
        foreach (var channel in channels.Where(c => c.IsConfigured))
            db.Add(
                new OutboxMessage
                {
                    Id = Guid.CreateVersion7(),
                    Channel = channel.Channel,
                    AlertId = alert.Id,
                    EventId = lineId,
                    Level = alert.Level.ToString(),
                    At = now,
                    NextTryAt = now,
                }
            );
    }

    private sealed record Due(Guid Id, Guid PatientId);

    [LoggerMessage(LogLevel.Critical, "The step of alert {Alert} could not be taken. It is tried again in a minute.")]
    private static partial void Failed(ILogger log, Guid alert, Exception exception);
}
