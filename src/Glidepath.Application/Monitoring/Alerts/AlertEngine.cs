using System.Collections.Concurrent;
using Glidepath.Storage;
using Glidepath.Storage.Monitoring;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// Takes the steps of alerts that are due. What is due stands in the alert itself, so that nothing is lost with a node, and each step is
/// one
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
    // One that cannot be taken must not keep others waiting: two seconds at first, and longer each time.
    private static readonly TimeSpan FirstAside = TimeSpan.FromSeconds(2),
        LongestAside = TimeSpan.FromMinutes(1);

    /// <summary>After so many tries in vain someone has to know.</summary>
    private const int Stuck = 3;

    private readonly ConcurrentDictionary<Guid, Aside> _aside = [];

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Alerts whose step could not be taken several times over.</summary>
    public int StuckNow => _aside.Values.Count(a => a.Tries >= Stuck);

    /// <returns>How many steps were taken.</returns>
    public async Task<int> EscalateAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        while (await NextDueAsync(cancellationToken) is { } due)
            if (await TryAsync(due, () => StepAsync(due, cancellationToken)))
                taken++;
        return taken;
    }

    /// <summary>A shift began: who is on duty now is told of what the one before was told of and nobody has acted on.</summary>
    /// <returns>How many alerts were handed over.</returns>
    public async Task<int> HandOverAsync(CancellationToken cancellationToken)
    {
        var handed = 0;
        foreach (var of in await NewShiftAsync(cancellationToken))
            if (await TryAsync(of, () => HandOverAsync(of, cancellationToken)))
                handed++;
        return handed;
    }

    private async Task<bool> TryAsync(Due of, Func<Task<bool>> work)
    {
        try
        {
            var done = await work();
            _aside.TryRemove(of.Id, out _);
            return done;
        }
        catch (LostUpdateException)
        {
            // Another node took it, or someone acknowledged it in the same moment: it is looked at anew.
            return false;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            var tries = (_aside.TryGetValue(of.Id, out var before) ? before.Tries : 0) + 1;
            var wait = FirstAside * Math.Pow(2, tries - 1);
            _aside[of.Id] = new(Now + (wait < LongestAside ? wait : LongestAside), tries);
            Failed(log, of.Id, failed);
            return false;
        }
    }

    /// <summary>Red first: what waited for the morning must not keep it waiting.</summary>
    private async Task<Due?> NextDueAsync(CancellationToken cancellationToken)
    {
        var (now, found) = (Now, (Due?)null);
        var aside = _aside.Where(a => a.Value.Until > now).Select(a => a.Key).ToList();
        await store.Records.IsThereAsync(
            async db =>
            {
                found = await db.Deciding<Alert>()
                    .Where(a => a.NextAt != null && a.NextAt <= now && !aside.Contains(a.Id))
                    .OrderByDescending(a => a.Level == AlertLevel.Red)
                    .ThenBy(a => a.NextAt)
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
        InHandAsync(
            due,
            "alert.step",
            async (db, alert, roster, now) =>
            {
                if (alert.NextAt is not { } at || at > now)
                    return false;
                var zone = await AlertBook.ZoneAsync(db, due.PatientId, now, cancellationToken);
                var first = (Guid?)null;
                foreach (var to in alert.NextTold)
                    first = await TellAsync(db, alert, to, roster, now, cancellationToken) is var line && first is null ? line : first;
                if (first is not { } told)
                {
                    alert.Pass(now, zone);
                    return true;
                }
                alert.Step(now, zone);
                Send(db, alert, told, now);
                return true;
            },
            cancellationToken
        );

    /// <summary>One transaction of the program on one alert, with who is on duty.</summary>
    /// <returns>False where nothing was done.</returns>
    private Task<bool> InHandAsync(
        Due of,
        string reason,
        Func<GlidepathDbContext, Alert, DutyRoster, DateTime, Task<bool>> work,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            RequestActor.System("alerts"),
            new AuditEntry(AuditAction.Update, nameof(Alert), of.PatientId, of.Id, Reason: reason),
            async db =>
            {
                db.Grant(of.PatientId, AccessAction.Write, DataClass.CheckIns, DataClass.CareTeamMembership);
                var now = Now;
                return await db.Set<Alert>().SingleOrDefaultAsync(a => a.Id == of.Id, cancellationToken) is { } alert
                    && await work(db, alert, await DutyRosters.ReadAsync(db, now, cancellationToken), now);
            },
            cancellationToken
        );

    /// <returns>The first line of who was told; null where nobody was, which is a line too.</returns>
    private static async Task<Guid?> TellAsync(
        GlidepathDbContext db,
        Alert alert,
        AlertTo to,
        DutyRoster roster,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var accounts =
            to is AlertTo.Director ? await DirectorsAsync(db, cancellationToken)
            : roster.OnDuty(RoleOf(to), now) is { } one ? [one]
            : [];
        if (accounts.Count == 0)
            db.Add(AlertEvent.OfStep(alert, AlertEventKind.NobodyToTell, to, null, Guid.CreateVersion7(), now));
        var first = (Guid?)null;
        foreach (var account in accounts)
        {
            if (to is not AlertTo.Director && !await MayOpenAsync(db, alert.PatientId, to, account, now, cancellationToken))
            {
                db.Add(AlertEvent.OfStep(alert, AlertEventKind.MayNotOpen, to, null, Guid.CreateVersion7(), now));
                continue;
            }
            var line = AlertEvent.OfStep(alert, AlertEventKind.Told, to, account, Guid.CreateVersion7(), now);
            db.Add(line);
            first ??= line.Id;
            if (to is not AlertTo.Director)
                await CoverAsync(db, alert, account, now, cancellationToken);
        }
        return first;
    }

    private static Task<List<Guid>> DirectorsAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        db
            .Users.AsNoTracking()
            .Where(u => u.Role == nameof(Role.Director) && u.DisabledAt == null)
            .OrderBy(u => u.Id)
            .Select(u => u.Id)
            .ToListAsync(cancellationToken);

    /// <summary>All that an alert shows, as who covers. A record whose seals do not hold opens to nobody; its director is told by
    /// number.</summary>
    private static async Task<bool> MayOpenAsync(
        GlidepathDbContext db,
        Guid patientId,
        AlertTo to,
        Guid account,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await RecordAccess.RelationAsync(db, patientId, now, cancellationToken) is not { } relation)
                return false;
            var (actor, covered) = (
                new Actor(account, to is AlertTo.Nurse ? Role.Nurse : Role.Prescriber),
                relation with
                {
                    Covering = new HashSet<Guid> { account },
                }
            );
            return Array.TrueForAll(
                [DataClass.Demographics, DataClass.PresenceInTreatment, .. AlertsService.Reads],
                c => AccessPolicy.Decide(actor, covered, AccessAction.Read, c, now).IsAllowed
            );
        }
        catch (AccessSealException)
        {
            return false;
        }
    }

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

    internal static DutyRole RoleOf(AlertTo to) => to is AlertTo.Nurse ? DutyRole.Nurse : DutyRole.Prescriber;

    private sealed record Due(Guid Id, Guid PatientId);

    /// <param name="Tries">In vain, one after the other.</param>
    private sealed record Aside(DateTime Until, int Tries);

    [LoggerMessage(LogLevel.Critical, "The step of alert {Alert} could not be taken. It is tried again.")]
    private static partial void Failed(ILogger log, Guid alert, Exception exception);
}
