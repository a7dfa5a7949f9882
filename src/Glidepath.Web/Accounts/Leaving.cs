using System.Collections.Concurrent;
using System.Threading.Channels;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Accounts;

/// <summary>
/// Someone who leaves is out at once, whether the store can be written or not: this node refuses the session from memory, and the end and
/// its audit row are written as soon as that works. What could not be written until the host stopped leaves no mark of a clean stop, and
/// the next start ends every session.
/// </summary>
internal sealed partial class Leaving(Store store, ILogger<Leaving> log) : BackgroundService
{
    /// <summary>How long an answer waits for the writing; it goes out either way.</summary>
    private static readonly TimeSpan AnswerWaits = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30),
        StopWaits = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Task> _left = new(StringComparer.Ordinal);
    private readonly Channel<Left> _unwritten = Channel.CreateUnbounded<Left>();

    public bool HasLeft(byte[] keyHash) => _left.ContainsKey(Convert.ToHexString(keyHash));

    /// <summary>From the return of this call on the session is refused here.</summary>
    /// <returns>Done when it is written, or after a second.</returns>
    public Task EndAsync(byte[] keyHash, string requestId, string reason)
    {
        var left = new Left(keyHash, requestId, reason);
        if (_left.TryAdd(left.Name, left.Written.Task))
            _unwritten.Writer.TryWrite(left);
        return Task.WhenAny(_left.GetValueOrDefault(left.Name, Task.CompletedTask), Task.Delay(AnswerWaits));
    }

    /// <summary>Ends what this request came with, here and in the browser.</summary>
    /// <returns>As <see cref="EndAsync"/>: to be awaited when the answer is on its way.</returns>
    public async Task<Task> LeaveAsync(HttpContext context, string requestId, string reason)
    {
        var written = SessionStore.KeyHash(context) is { } hash ? EndAsync(hash, requestId, reason) : Task.CompletedTask;
        foreach (var scheme in await context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync())
            if (typeof(IAuthenticationSignOutHandler).IsAssignableFrom(scheme.HandlerType))
                await context.SignOutAsync(scheme.Name);
        return written;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StopWaits);
        try
        {
            while (_unwritten.Reader.TryPeek(out var left))
            {
                await WriteAsync(left, patience.Token);
                _unwritten.Reader.TryRead(out _);
            }
            CleanStop.Mark(store.Location);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            NotWritten(log, failed);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(1);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await _unwritten.Reader.WaitToReadAsync(stoppingToken);
                while (_unwritten.Reader.TryPeek(out var left))
                {
                    await WriteAsync(left, stoppingToken);
                    // Only what is written is taken off: whoever stops the host in between finds it here.
                    _unwritten.Reader.TryRead(out _);
                    pause = TimeSpan.FromSeconds(1);
                }
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                NotWritten(log, failed);
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            catch (OperationCanceledException)
            {
                return;
            }
    }

    private async Task WriteAsync(Left left, CancellationToken cancellationToken)
    {
        await using (var db = store.CreateDbContext())
        {
            await db.WaitNoLongerThanAsync(AnswerWaits, cancellationToken);
            var found = await db
                .UserSessions.Where(s => s.KeyHash == left.KeyHash)
                .Join(db.Users, s => s.AccountId, u => u.Id, (s, u) => new { s.AccountId, u.Role })
                .SingleOrDefaultAsync(cancellationToken);
            if (found is not null)
                await store.Records.RunAsync(
                    new RequestActor(found.AccountId, found.Role, left.RequestId),
                    new AuditEntry(AuditAction.SignOut, nameof(UserSession), TargetId: found.AccountId, Reason: left.Reason),
                    work => work.UserSessions.Where(s => s.KeyHash == left.KeyHash).ExecuteDeleteAsync(cancellationToken),
                    cancellationToken
                );
        }
        left.Written.TrySetResult();
        _left.TryRemove(left.Name, out _);
    }

    [LoggerMessage(LogLevel.Error, "The end of a session is not written yet. It is refused here from memory.")]
    private static partial void NotWritten(ILogger log, Exception exception);

    private sealed record Left(byte[] KeyHash, string RequestId, string Reason)
    {
        public string Name { get; } = Convert.ToHexString(KeyHash);

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>
/// A file in the data folder that a host leaves when everything it had to write was written. A start that does not find it ends every
/// session: some of them may have been left, and only the memory that is gone knew which. A restored store has none either.
/// </summary>
internal static class CleanStop
{
    private const string Name = "stopped-clean";

    public static void Mark(StoreLocation location)
    {
        OwnerOnly.CreateFolder(location.DataDirectory);
        OwnerOnly.CreateFile(Path.Combine(location.DataDirectory, Name));
    }

    /// <returns>How many sessions were ended.</returns>
    public static async Task<int> BeginAsync(Store store, CancellationToken cancellationToken)
    {
        var mark = Path.Combine(store.Location.DataDirectory, Name);
        if (File.Exists(mark))
        {
            File.Delete(mark);
            return 0;
        }
        await using var db = store.CreateDbContext();
        return !await db.UserSessions.AnyAsync(cancellationToken)
            ? 0
            : await store.Records.RunAsync(
                RequestActor.System("start"),
                new AuditEntry(AuditAction.SignOut, nameof(UserSession), Reason: "start.no-clean-stop"),
                work => work.UserSessions.ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
    }
}
