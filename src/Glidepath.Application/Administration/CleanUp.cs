using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Family;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Glidepath.Application.Administration;

/// <summary>
/// Once a day, and when the host has started, what has run out is deleted: sessions past their end, one-time codes past theirs, answers
/// kept for requests that are sent again, messages that were sent, and calls back that were made or given up long ago. None of it is part
/// of a record, and one row
/// of the trail says how much it was.
/// </summary>
internal sealed class CleanUp(Store store, IOptions<RetentionOptions> kept, TimeProvider clock, ILogger<CleanUp> log)
    : DailyWork(clock, log)
{
    /// <summary>
    /// How long the answer to a write is kept for the same write sent again, as from a phone that was off: a program rule.
    /// </summary>
    public static readonly TimeSpan AnswersLast = TimeSpan.FromDays(30);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var (answered, called) = (now - AnswersLast, now.AddDays(-kept.Value.CallBackDays));
        await using (var db = store.CreateDbContext())
            // Asked first: on most days of a small clinic there is nothing, and nothing is written.
            if (
                !await db.UserSessions.AnyAsync(s => s.ExpiresAt <= now, cancellationToken)
                && !await db.AccountCodes.AnyAsync(c => c.ExpiresAt <= now, cancellationToken)
                && !await db.IdempotentWrites.AnyAsync(w => w.At <= answered, cancellationToken)
                && !await db.Outbox.AnyAsync(m => m.NextTryAt == null && m.At <= answered, cancellationToken)
                && !await Done(db, called).AnyAsync(cancellationToken)
            )
                return 0;
        return await store.Records.RunAsync(
            RequestActor.System("clean-up"),
            new AuditEntry(AuditAction.Delete, nameof(UserSession), Reason: "clean-up"),
            async db =>
                await db.UserSessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken)
                + await db.AccountCodes.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken)
                + await db.IdempotentWrites.Where(w => w.At <= answered).ExecuteDeleteAsync(cancellationToken)
                + await db.Outbox.Where(m => m.NextTryAt == null && m.At <= answered).ExecuteDeleteAsync(cancellationToken)
                + await Done(db, called).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }

    // Name and number are gone since it was done; when, how often and by whom is left.
    private static IQueryable<CallBackRequest> Done(GlidepathDbContext db, DateTime before) =>
        db.Set<CallBackRequest>()
            .Where(c => (c.ReachedAt != null || c.Tries >= CallBackRequest.MostTries) && c.LastTriedAt != null && c.LastTriedAt <= before);

    protected override Task DoAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);
}

/// <summary><c>Retention</c> in the configuration: what may be set of how long things are kept.</summary>
internal sealed class RetentionOptions
{
    /// <summary>
    /// How long is known that a call back was made, or given up, and by whom: a program rule, so that a complaint about it can be looked
    /// into.
    /// </summary>
    public int CallBackDays { get; set; } = 90;
}
