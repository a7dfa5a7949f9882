using Glidepath.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Glidepath.Web.Administration;

/// <summary>
/// Whether the store takes a write, found out by writing: on a full disk and under a foreign lock a read still works. The answer is kept
/// for a few seconds, so that asking often costs nothing.
/// </summary>
internal sealed class StoreReady(Store store, TimeProvider clock) : IHealthCheck, IDisposable
{
    private const string Fact = "ready";

    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5),
        Waits = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, bool Writes)? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || clock.GetUtcNow() - last.At >= Holds)
                _last = last = (clock.GetUtcNow(), await WritesAsync(cancellationToken));
            return last.Writes ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store cannot be written.");
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> WritesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = store.CreateDbContext();
            await db.WaitNoLongerThanAsync(Waits, cancellationToken);
            var now = clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            if (
                await db.StoreFacts.Where(f => f.Name == Fact).ExecuteUpdateAsync(f => f.SetProperty(x => x.Value, now), cancellationToken)
                == 0
            )
            {
                db.Add(new Glidepath.Storage.Privacy.StoreFact { Name = Fact, Value = now });
                await db.SaveChangesAsync(cancellationToken);
            }
            return true;
        }
        catch (Exception failed) when (failed is System.Data.Common.DbException or DbUpdateException or IOException or TimeoutException)
        {
            return false;
        }
    }
}
