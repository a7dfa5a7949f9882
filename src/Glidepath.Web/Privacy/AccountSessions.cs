using Glidepath.Storage;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Privacy;

/// <summary>A session as its owner sees it.</summary>
internal sealed record SessionLine(Guid Id, string Device, DateTime Since, DateTime LastSeen, bool IsShared, bool IsThis);

/// <summary>The sessions of an account: shown, ended one by one or all, and this one marked as sure again.</summary>
internal sealed class AccountSessions(IDbContextFactory<GlidepathDbContext> contexts, CurrentSession current, TimeProvider clock)
{
    public async Task<IReadOnlyList<SessionLine>> OfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return await db
            .UserSessions.AsNoTracking()
            .Where(s => s.AccountId == accountId && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt)
            .Select(s => new SessionLine(s.Id, s.Device, s.CreatedAt, s.LastSeenAt, s.IsSharedComputer, s.Id == current.Id))
            .ToListAsync(cancellationToken);
    }

    /// <returns>False where the account has no such session.</returns>
    public async Task<bool> EndAsync(Guid accountId, Guid session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UserSessions.Where(s => s.AccountId == accountId && s.Id == session).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <param name="keepThis">All others.</param>
    public async Task EndAllAsync(Guid accountId, bool keepThis, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = keepThis ? current.Id : null;
        await db.UserSessions.Where(s => s.AccountId == accountId && s.Id != kept).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>This session's owner has just shown that it is them.</summary>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        await db
            .UserSessions.Where(s => s.Id == current.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.ConfirmedAt, now), cancellationToken);
    }
}
