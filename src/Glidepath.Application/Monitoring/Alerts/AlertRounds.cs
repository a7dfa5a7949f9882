using Glidepath.Storage;
using Glidepath.Storage.Monitoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// The rounds of the engine of alerts: steps that are due, with a heartbeat that a monitor outside can read; and beside them messages that
/// wait, so that a receiver who does not answer keeps no step waiting.
/// </summary>
internal sealed partial class AlertRounds(
    Store store,
    AlertEngine engine,
    AlertSender sender,
    AlertPulse pulse,
    IOptionsMonitor<AlertingOptions> options,
    ILogger<AlertRounds> log
) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan BeatsEvery = TimeSpan.FromSeconds(10),
        HandsOverEvery = TimeSpan.FromSeconds(30);

    private readonly string _node = $"{Environment.MachineName}:{Environment.ProcessId}";
    private DateTime _beatAt = DateTime.MinValue;
    private DateTime _handedOverAt = DateTime.MinValue;

    /// <summary>One round, now.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        await StepsAsync(cancellationToken);
        await sender.SendAsync(cancellationToken);
    }

    /// <summary>Of whatever node: one that sends is enough.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (engine.StuckNow > 0)
            return HealthCheckResult.Unhealthy("The step of an alert cannot be taken.");
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var since = now - AlertPulse.LateAfter;
        if (pulse.LastRound >= since && pulse.LastRound <= now)
            return HealthCheckResult.Healthy();
        await using var db = store.CreateDbContext();
        return await db.AlertHeartbeats.AnyAsync(b => b.At >= since && b.At <= now, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Alerts are not being sent.");
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.CurrentValue.Rounds
            ? Task.WhenAll(LoopAsync(StepsAsync, stoppingToken), LoopAsync(sender.SendAsync, stoppingToken))
            : Task.CompletedTask;

    private async Task StepsAsync(CancellationToken cancellationToken)
    {
        await engine.EscalateAsync(cancellationToken);
        var now = store.Clock.GetUtcNow().UtcDateTime;
        if (now - _handedOverAt >= HandsOverEvery || now < _handedOverAt)
        {
            await engine.HandOverAsync(cancellationToken);
            _handedOverAt = now;
        }
        if (now - _beatAt >= BeatsEvery || now < _beatAt)
            await BeatAsync(now, cancellationToken);
        pulse.Beat(now, engine.StuckNow);
    }

    private async Task LoopAsync(Func<CancellationToken, Task> round, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await round(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // Whatever it was, the next round comes: who waits for help must not wait for a restart.
            catch (Exception failed)
            {
                Failed(log, failed);
            }
            await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(options.CurrentValue.RoundSeconds, 1, 5)), store.Clock, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task BeatAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        if (
            await db.AlertHeartbeats.Where(b => b.Node == _node).ExecuteUpdateAsync(b => b.SetProperty(x => x.At, now), cancellationToken)
            == 0
        )
        {
            // Nodes that are long gone say nothing any more.
            var gone = now.AddDays(-1);
            await db.AlertHeartbeats.Where(b => b.At < gone).ExecuteDeleteAsync(cancellationToken);
            db.Add(new AlertHeartbeat { Node = _node, At = now });
            await db.SaveChangesAsync(cancellationToken);
        }
        _beatAt = now;
    }

    [LoggerMessage(LogLevel.Critical, "A round of alerts failed. Alerts may not be sent. It is tried again at once.")]
    private static partial void Failed(ILogger log, Exception exception);
}
