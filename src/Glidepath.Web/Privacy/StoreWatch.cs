using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Glidepath.Web.Privacy;

/// <summary>
/// Looks through the whole trail, its anchors and the seals when the host has started and once a day, and says what does not fit to those
/// who must know: in the log, to the health of the host, and on the pages of the privacy officer and the administrator.
/// </summary>
internal sealed partial class StoreWatch(Store store, TimeProvider clock, ILogger<StoreWatch> log) : BackgroundService, IHealthCheck
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>What it saw last; null before it has looked.</summary>
    public AuditVerdict? Last { get; private set; }

    /// <summary>In words, newest knowledge first; empty where all fits. Names nobody.</summary>
    public IReadOnlyList<string> Findings =>
        [
            .. Last is { Problem: { } problem } ? [problem] : Array.Empty<string>(),
            .. store.Seals.Findings.Select(f => $"What decides who may see a record did not fit its seal ({f.Key}), seen {f.Value:u}."),
        ];

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            Findings.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The store was changed from outside.")
        );

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        Last = await AuditVerifier.VerifyAsync(store, cancellationToken);
        if (Last.Problem is { } problem)
            Found(log, problem);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Failed(log, failed);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The store was changed from outside: {Problem}")]
    private static partial void Found(ILogger log, string problem);

    [LoggerMessage(LogLevel.Error, "The store could not be looked through.")]
    private static partial void Failed(ILogger log, Exception exception);
}
