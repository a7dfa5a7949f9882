using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Administration;

/// <summary>
/// Once a day, and when the host has started, what has run out is deleted: sessions past their end, one-time codes past theirs, and the
/// answers kept for requests that are sent again. None of it is part of a record, and one row of the trail says how much it was.
/// </summary>
internal sealed class CleanUp(Store store, TimeProvider clock, ILogger<CleanUp> log) : DailyWork(clock, log)
{
    /// <summary>
    /// How long the answer to a write is kept for the same write sent again, as from a phone that was off: a program rule.
    /// </summary>
    public static readonly TimeSpan AnswersLast = TimeSpan.FromDays(30);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var answered = now - AnswersLast;
        await using (var db = store.CreateDbContext())
            // Asked first: on most days of a small clinic there is nothing, and nothing is written.
            if (
                !await db.UserSessions.AnyAsync(s => s.ExpiresAt <= now, cancellationToken)
                && !await db.AccountCodes.AnyAsync(c => c.ExpiresAt <= now, cancellationToken)
                && !await db.IdempotentWrites.AnyAsync(w => w.At <= answered, cancellationToken)
            )
                return 0;
        return await store.Records.RunAsync(
            RequestActor.System("clean-up"),
            new AuditEntry(AuditAction.Delete, nameof(UserSession), Reason: "clean-up"),
            async db =>
                await db.UserSessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken)
                + await db.AccountCodes.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken)
                + await db.IdempotentWrites.Where(w => w.At <= answered).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }

    protected override Task DoAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}
