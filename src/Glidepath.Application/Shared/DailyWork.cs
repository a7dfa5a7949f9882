namespace Glidepath.Application.Shared;

/// <summary>Work that is done when the host has started and once a day from then on; a day on which it fails is written to the log.</summary>
internal abstract partial class DailyWork(TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    private readonly TaskCompletionSource _firstTime = new();

    /// <summary>Ends when it was done, or failed, for the first time.</summary>
    public Task FirstTime => _firstTime.Task;

    protected ILogger Log { get; } = log;

    protected abstract Task DoAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DoAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Failed(Log, GetType().Name, failed);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            _firstTime.TrySetResult();
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} failed today. It is tried again tomorrow.")]
    private static partial void Failed(ILogger log, string work, Exception exception);
}
