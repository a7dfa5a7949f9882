using Glidepath.Application.Shared;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Application.Facilities;

/// <summary>
/// Reads the directory at the start and again after each change, on whatever node or by the command line it was made. Until it is read,
/// searches find nothing and say so.
/// </summary>
internal sealed partial class DirectoryRefresh(
    DirectoryStore directory,
    LoadedDirectory loaded,
    DemoSetting demo,
    TimeProvider clock,
    ILogger<DirectoryRefresh> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private string? _version;

    /// <summary>Now, for whoever has just changed it.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _oneAtATime.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (await directory.VersionAsync(cancellationToken) is var version && version == _version)
            return;
        var stored = await directory.LoadAsync(cancellationToken);
        // A demo without a real directory shows made-up places; with one, the real ones.
        if (stored.Places.Count > 0)
            loaded.Swap(stored.Places, stored.Codes, string.Join("; ", stored.Editions.Select(e => e.Name)), Gazetteers.Known);
        else
            loaded.Swap(
                demo.IsDemo ? await directory.MarkedAsync(DemoDirectory.Places(clock.GetUtcNow().UtcDateTime), cancellationToken) : [],
                CodeTable.Empty,
                demo.IsDemo ? DemoDirectory.Edition : "",
                Gazetteers.Known
            );
        _version = stored.Version;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // What is in memory stays; a search goes on with it.
                NotRead(failed.GetType().Name);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The directory could not be read: {Kind}. The one read before stays.")]
    private partial void NotRead(string kind);
}
