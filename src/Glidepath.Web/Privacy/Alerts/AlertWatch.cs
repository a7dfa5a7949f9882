using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Privacy.Alerts;

/// <summary>
/// Looks once a minute at what the trail got since, by its own order and so by its key, and at who had to wait at the sign-in. A read costs
/// nothing for it. What is too much becomes an alert, once a node and not again before somebody looked at it.
/// </summary>
internal sealed partial class AlertWatch(
    Store store,
    AttemptLimits attempts,
    IOptionsMonitor<AlertOptions> options,
    TimeProvider clock,
    ILogger<AlertWatch> log
) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Of a host that has just started: where the window begins in the trail is not known yet.
    private const long MostAtStart = 20_000;

    // What shows somebody's data, or lets it out.
    private static readonly AuditAction[] Shows =
    [
        AuditAction.Read,
        AuditAction.Print,
        AuditAction.Export,
        AuditAction.Disclose,
        AuditAction.BreakGlass,
    ];

    private readonly Queue<(DateTime At, long Rows)> _ends = [];
    private DateTime? _lockedOutAt;

    /// <summary>Sign-ins under attack are the host's own trouble. That somebody read much is not: it serves as well as before.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            _lockedOutAt is { } at && clock.GetUtcNow().UtcDateTime - at < options.CurrentValue.Window
                ? HealthCheckResult.Degraded("Many sign-ins fail.")
                : HealthCheckResult.Healthy()
        );

    /// <summary>Now, and not only once a minute.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var (limits, now) = (options.CurrentValue, clock.GetUtcNow().UtcDateTime);
        var since = now - limits.Window;
        await using (var db = store.CreateDbContext())
        {
            var rows = Recent(db, await FromAsync(db, now, since, cancellationToken), since);
            foreach (var (account, isList, people) in await PeopleAsync(rows, cancellationToken))
                if ((isList ? limits.PeopleListed : limits.RecordsOpened) is var limit && people >= limit)
                    await RaiseAsync(SecurityAlertKind.BulkReading, account, people, limit, now, cancellationToken);
            var refused = await rows.CountAsync(
                e => e.Action == AuditAction.SignIn && e.Outcome == AuditOutcome.Refused,
                cancellationToken
            );
            if (refused >= limits.SignInsRefused)
                await LockedOutAsync(refused, limits.SignInsRefused, now, cancellationToken);
        }
        if (attempts.Waiting(limits.Window) is var waiting && waiting >= limits.HadToWait)
            await LockedOutAsync(waiting, limits.HadToWait, now, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is System.Data.Common.DbException or DbUpdateException or StoreBusyException)
            {
                Failed(log, failed);
            }
        }
    }

    /// <summary>The length of the trail when the window began, or before: its rows are read by their key from there on.</summary>
    private async Task<long> FromAsync(GlidepathDbContext db, DateTime now, DateTime since, CancellationToken cancellationToken)
    {
        var end = await db.AuditHeads.Select(h => h.Count).SingleAsync(cancellationToken);
        if (_ends.Count == 0)
            _ends.Enqueue((DateTime.MinValue, Math.Max(0, end - MostAtStart)));
        _ends.Enqueue((now, end));
        while (_ends.Count > 1 && _ends.ElementAt(1).At <= since)
            _ends.Dequeue();
        return _ends.Peek().Rows;
    }

    private static IQueryable<AuditEvent> Recent(GlidepathDbContext db, long from, DateTime since) =>
        db.AuditEvents.AsNoTracking().Where(e => e.Sequence > from && e.At >= since);

    // A register is opened by a duty and holds everybody: it is one look, and who has the duty is named.
    private static async Task<IReadOnlyList<(Guid Account, bool IsList, int People)>> PeopleAsync(
        IQueryable<AuditEvent> rows,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await rows.Where(e =>
                        e.PatientId != null
                        && e.ActorId != null
                        && e.Outcome == AuditOutcome.Permitted
                        && Shows.Contains(e.Action)
                        && e.Reason != "register"
                    )
                    .GroupBy(e => new { e.ActorId, IsList = e.Reason == "list" })
                    .Select(g => new
                    {
                        g.Key.ActorId,
                        g.Key.IsList,
                        People = g.Select(e => e.PatientId).Distinct().Count(),
                    })
                    .ToListAsync(cancellationToken)
            ).Select(g => (g.ActorId!.Value, g.IsList, g.People)),
        ];

    private Task LockedOutAsync(int count, int limit, DateTime now, CancellationToken cancellationToken)
    {
        _lockedOutAt = now;
        return RaiseAsync(SecurityAlertKind.LockOuts, null, count, limit, now, cancellationToken);
    }

    private async Task RaiseAsync(
        SecurityAlertKind kind,
        Guid? account,
        int count,
        int limit,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var (since, known) = (now - options.CurrentValue.Window, (SecurityAlert?)null);
        await using (var db = store.CreateDbContext())
            known = await db
                .SecurityAlerts.AsNoTracking()
                .Where(a => a.Kind == kind && a.AccountId == account && (a.SeenAt == null || a.LastAt > since))
                .OrderByDescending(a => a.FirstAt)
                .FirstOrDefaultAsync(cancellationToken);
        // Looked at while it still went on, or as much as is known already: nothing new.
        if (known is not null && (known.SeenAt is not null || (known.Count >= count && now - known.LastAt < options.CurrentValue.Window)))
            return;
        if (known is null)
            Noticed(log, kind, account, count, options.CurrentValue.Window);
        try
        {
            await WriteAsync(known?.Id, kind, account, count, limit, now, cancellationToken);
        }
        catch (DbUpdateException) when (known is null)
        {
            // Another node noticed the same in the same minute.
        }
    }

    private Task<bool> WriteAsync(
        Guid? known,
        SecurityAlertKind kind,
        Guid? account,
        int count,
        int limit,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            RequestActor.System("alert"),
            new AuditEntry(
                known is null ? AuditAction.Create : AuditAction.Update,
                nameof(SecurityAlert),
                TargetId: account,
                Reason: $"alert.{kind}"
            ),
            async db =>
            {
                if (known is { } id && await db.SecurityAlerts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } alert)
                    (alert.Count, alert.LastAt) = (Math.Max(alert.Count, count), now);
                else
                    db.Add(
                        new SecurityAlert
                        {
                            Id = Guid.CreateVersion7(),
                            Kind = kind,
                            AccountId = account,
                            Key = $"{kind} {account} {now:yyyyMMddHHmm}",
                            FirstAt = now,
                            LastAt = now,
                            Count = count,
                            Limit = limit,
                        }
                    );
                return true;
            },
            cancellationToken
        );

    [LoggerMessage(LogLevel.Warning, "Alert {Kind}: {Count} within {Window} by account {Account}. It waits at /privacy/alerts.")]
    private static partial void Noticed(ILogger log, SecurityAlertKind kind, Guid? account, int count, TimeSpan window);

    [LoggerMessage(LogLevel.Error, "The trail could not be looked through for alerts.")]
    private static partial void Failed(ILogger log, Exception exception);
}
