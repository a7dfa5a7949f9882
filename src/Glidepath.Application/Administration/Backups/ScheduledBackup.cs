using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Glidepath.Application.Administration.Backups;

/// <summary>What there is to say about the backups on a schedule.</summary>
/// <param name="Age">Of the last good one; null where there is none.</param>
/// <param name="IsLate">There is none, or the last good one is older than the configuration allows.</param>
/// <param name="IsGone">The last good one is no longer in its folder as it was written.</param>
public sealed record BackupState(
    BackupPlan Plan,
    BackupFacts Facts,
    TimeSpan? Age,
    bool IsLate,
    bool IsGone,
    DateTime Next,
    TimeZoneInfo Zone
)
{
    public bool IsWell => Facts.FailedAt is null && !IsLate && !IsGone;
}

/// <summary>
/// Makes a backup once a day at the time of the configuration, or as soon as it can where the host did not run then, and knows how the last
/// one went.
/// </summary>
/// <param name="plan">Null where the configuration asks for none.</param>
internal sealed partial class ScheduledBackup(BackupPlan? plan, Store store, TimeProvider clock, ILogger<ScheduledBackup> log)
    : BackgroundService,
        IHealthCheck
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1),
        TriesAgainAfter = TimeSpan.FromHours(1);

    // Of a disk that is full, on Linux and macOS and on Windows.
    private const int NoSpace = 28,
        NoSpaceOnWindows = unchecked((int)0x80070070);

    private readonly SemaphoreSlim _one = new(1, 1);
    private BackupFacts? _facts;

    /// <returns>Null where no backup is configured.</returns>
    public async Task<BackupState?> StateAsync(CancellationToken cancellationToken)
    {
        if (plan is null)
            return null;
        // One that failed may not have been written down: on a full disk nothing is.
        var facts = _facts ?? await BackupFacts.ReadAsync(store, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var age = now - facts.Good?.At;
        return new(plan, facts, age, age is null || age > plan.Oldest, IsGone(facts.Good), plan.NextDue(now, store.Zone), store.Zone);
    }

    /// <returns>Whether one was made.</returns>
    public async Task<bool> MakeIfDueAsync(CancellationToken cancellationToken)
    {
        if (plan is null)
            return false;
        await _one.WaitAsync(cancellationToken);
        try
        {
            var facts = _facts ??= await BackupFacts.ReadAsync(store, cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            // One of a time to come was made under a clock that has been set back since.
            if (facts.Good is { } good && good.At >= plan.LastDue(now, store.Zone) && good.At <= now)
                return false;
            if (facts.FailedAt is { } failed && failed <= now && now - failed < TriesAgainAfter)
                return false;
            return await TryAsync(plan, facts, now, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await StateAsync(cancellationToken) switch
        {
            null => HealthCheckResult.Healthy("no scheduled backup is configured"),
            { IsWell: true } state => HealthCheckResult.Healthy(Words(state)),
            var state => HealthCheckResult.Degraded(Words(state)),
        };

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (plan is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MakeIfDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // A fault of the store that nobody foresaw ends neither the host nor the backups to come.
            catch (Exception failed)
            {
                Failed(log, failed);
            }
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryAsync(BackupPlan to, BackupFacts before, DateTime now, CancellationToken cancellationToken)
    {
        var file = Path.Combine(to.Folder, BackupFolder.NameAt(now));
        try
        {
            // Never made: where another disk is not mounted, this would fill the one that holds the store.
            if (!Directory.Exists(to.Folder))
                throw new DirectoryNotFoundException();
            BackupFolder.RemoveLeftOver(to.Folder);
            await StoreBackup.WriteAsync(store, file, BackupSecret.OfPair(to.Key), RequestActor.System("backup"), null, cancellationToken);
            var (bytes, hash) = await BackupFolder.LookAsync(file, cancellationToken);
            _facts = new(new(now, bytes, hash, Path.GetFileName(file)), null, default);
            Made(log, bytes);
        }
        // Whatever it is, the host serves on, and who runs it is told.
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Failed(log, failed);
            _facts = (_facts ?? before) with { FailedAt = now, Problem = Kind(failed) };
            await KeepAsync(_facts, cancellationToken);
            return false;
        }
        // The backup is good, whatever becomes of what follows.
        await KeepAsync(_facts, cancellationToken);
        try
        {
            BackupFolder.RemoveOld(to.Folder, file, to.Keep);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            OldOnesStay(log, failed);
        }
        return true;
    }

    /// <summary>What cannot be written down is known to this host until it can be; the log has it.</summary>
    private async Task KeepAsync(BackupFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            await facts.KeepAsync(store, cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            NotWrittenDown(log, failed);
        }
    }

    private bool IsGone(GoodBackup? good) =>
        good is not null
        && plan is not null
        && (new FileInfo(Path.Combine(plan.Folder, good.FileName)) is not { Exists: true } file || file.Length != good.Bytes);

    private static BackupProblem Kind(Exception failed) =>
        failed switch
        {
            DirectoryNotFoundException => BackupProblem.FolderMissing,
            UnauthorizedAccessException => BackupProblem.MayNotWrite,
            IOException { HResult: NoSpace or NoSpaceOnWindows } => BackupProblem.DiskFull,
            _ => BackupProblem.Other,
        };

    /// <summary>For a monitor: it names no file, no folder and nobody.</summary>
    private static string Words(BackupState state) =>
        string.Join(
            "; ",
            (string[])
                [
                    state.Age is { } age
                        ? string.Create(CultureInfo.InvariantCulture, $"last good backup {Math.Floor(age.TotalHours):0} hours ago")
                        : "no good backup yet",
                    .. state.Facts.FailedAt is null ? (string[])[] : ["the last attempt failed"],
                    .. state.IsGone ? ["its file is gone or has another length"] : (string[])[],
                ]
        );

    [LoggerMessage(LogLevel.Information, "A backup was made and read back: {Bytes} bytes.")]
    private static partial void Made(ILogger log, long bytes);

    [LoggerMessage(LogLevel.Error, "The scheduled backup failed. It is tried again in an hour.")]
    private static partial void Failed(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The backup was made. Older ones could not be removed and are still there.")]
    private static partial void OldOnesStay(ILogger log, Exception exception);

    [LoggerMessage(
        LogLevel.Warning,
        "When the last backup was made could not be written into the store. This host knows it until it stops."
    )]
    private static partial void NotWrittenDown(ILogger log, Exception exception);
}
