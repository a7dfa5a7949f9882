using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Glidepath.Application.Administration;

/// <summary>
/// Looks through the whole trail, its anchors and the seals when the host has started and once a day, and says what does not fit to those
/// who must know: in the log, to the health of the host, and on the pages of the privacy officer and the administrator.
/// </summary>
internal sealed partial class StoreWatch(Store store, TimeProvider clock, ILogger<StoreWatch> log) : DailyWork(clock, log), IHealthCheck
{
    /// <summary>What it saw last; null before it has looked.</summary>
    public AuditVerdict? Last { get; private set; }

    /// <summary>In words, newest knowledge first; empty where all fits. Names nobody.</summary>
    public IReadOnlyList<string> Findings =>
        [
            .. Last is { Problem: { } problem } ? [problem] : Array.Empty<string>(),
            .. store.Seals.Findings.Select(f => $"What the store holds did not fit its seal ({f.Key}), seen {f.Value:u}."),
        ];

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            Findings.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The store was changed from outside.")
        );

    /// <summary>Now, and not only once a day.</summary>
    public async Task<AuditVerdict> LookAsync(CancellationToken cancellationToken)
    {
        var verdict = Last = await AuditVerifier.VerifyAsync(store, cancellationToken);
        if (verdict.Problem is { } problem)
            Found(Log, problem);
        return verdict;
    }

    protected override Task DoAsync(CancellationToken cancellationToken) => LookAsync(cancellationToken);

    [LoggerMessage(LogLevel.Critical, "The store was changed from outside: {Problem}")]
    private static partial void Found(ILogger log, string problem);
}
