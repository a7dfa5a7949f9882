using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Accounts;

/// <summary>
/// Since when an account is in its owner's hands, and who made it: by the audit, which nobody can change unseen, and not by a column.
/// </summary>
internal static class AccountAge
{
    private const string Enrolled = "enrol.",
        Made = "add.";

    /// <summary>UTC: when somebody first set it up with a code; for an account that never had one, when it was made.</summary>
    public static async Task<DateTime> SinceAsync(GlidepathDbContext db, Guid accountId, CancellationToken cancellationToken) =>
        await db
            .AuditEvents.Where(e => e.ActorId == accountId && e.Action == AuditAction.Account && e.Reason.StartsWith(Enrolled))
            .OrderBy(e => e.At)
            .Select(e => (DateTime?)e.At)
            .FirstOrDefaultAsync(cancellationToken)
        ?? await db.Users.Where(u => u.Id == accountId).Select(u => u.CreatedAt).SingleAsync(cancellationToken);

    public static Task<bool> IsMadeByAsync(GlidepathDbContext db, Guid accountId, Guid maker, CancellationToken cancellationToken) =>
        db.AuditEvents.AnyAsync(
            e => e.ActorId == maker && e.TargetId == accountId && e.Action == AuditAction.Account && e.Reason.StartsWith(Made),
            cancellationToken
        );

    /// <summary>When these accounts were set up with a code since a moment, a new code for an old account too.</summary>
    public static async Task<ILookup<Guid, DateTime>> SetUpSinceAsync(
        GlidepathDbContext db,
        IReadOnlyCollection<Guid> accounts,
        DateTime since,
        CancellationToken cancellationToken
    )
    {
        var known = accounts.Select(a => (Guid?)a).ToList();
        var enrolled = await db
            .AuditEvents.AsNoTracking()
            .Where(e => known.Contains(e.ActorId) && e.At >= since && e.Action == AuditAction.Account && e.Reason.StartsWith(Enrolled))
            .Select(e => new { Id = e.ActorId!.Value, e.At })
            .ToListAsync(cancellationToken);
        var made = await db
            .Users.Where(u => accounts.Contains(u.Id) && u.CreatedAt >= since)
            .Select(u => new { u.Id, At = u.CreatedAt })
            .ToListAsync(cancellationToken);
        return enrolled.Concat(made).ToLookup(x => x.Id, x => x.At);
    }
}
