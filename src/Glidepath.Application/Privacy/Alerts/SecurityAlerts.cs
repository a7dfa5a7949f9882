using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <param name="Account">Null where it is of no account.</param>
/// <param name="SeenBy">Null where nobody looked at it yet.</param>
public sealed record AlertLine(SecurityAlert Alert, string? Account, string? SeenBy);

/// <summary>Alerts as those read them who have to act: the privacy officer all, an administrator those about sign-ins.</summary>
public sealed class SecurityAlerts(Store store, CurrentActor actor)
{
    public const int ShortestFinding = 15,
        LongestFinding = 1_000;

    private const int Most = 200;

    /// <summary>Those that nobody looked at first, then the newest.</summary>
    public Task<IReadOnlyList<AlertLine>> AllAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync<IReadOnlyList<AlertLine>>(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(SecurityAlert), Reason: "register"),
            async db =>
            {
                var alerts = await Mine(db.SecurityAlerts)
                    .AsNoTracking()
                    .OrderByDescending(a => a.FirstAt)
                    .Take(Most)
                    .ToListAsync(cancellationToken);
                var ids = alerts.SelectMany(a => new[] { a.AccountId, a.SeenBy }).OfType<Guid>().Distinct().ToList();
                var names = await db
                    .Users.Where(u => ids.Contains(u.Id))
                    .ToDictionaryAsync(u => u.Id, u => $"{u.DisplayName} ({u.UserName})", cancellationToken);
                return
                [
                    .. alerts
                        .OrderBy(a => a.SeenAt is not null)
                        .Select(a => new AlertLine(a, Name(a.AccountId), a.SeenAt is null ? null : Name(a.SeenBy) ?? "?")),
                ];

                string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known, "?") : null;
            },
            cancellationToken
        );

    /// <summary>How many of those that concern the one who asks nobody has looked at.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return await Mine(db.SecurityAlerts).CountAsync(a => a.SeenAt == null, cancellationToken);
    }

    /// <returns>False: there is no such alert.</returns>
    /// <exception cref="RuleViolationException">The finding says nothing, or somebody looked at it already.</exception>
    public Task<bool> SeenAsync(Guid id, string found, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Update, nameof(SecurityAlert), TargetId: id, Reason: "alert.seen"),
            async db =>
            {
                if (await Mine(db.SecurityAlerts).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } alert)
                    return false;
                if (alert.SeenAt is not null)
                    throw new RuleViolationException("alert.seen");
                if (ReasonWords.Wrong(found, ShortestFinding, LongestFinding) is { } problem)
                    throw RuleViolationException.Of("alert.found", problem);
                (alert.SeenAt, alert.SeenBy, alert.Found) = (store.Clock.GetUtcNow().UtcDateTime, actor.Actor.AccountId, found);
                return true;
            },
            cancellationToken
        );

    private IQueryable<SecurityAlert> Mine(IQueryable<SecurityAlert> all) =>
        actor.Actor.Role is Role.PrivacyOfficer ? all : all.Where(a => a.Kind == SecurityAlertKind.LockOuts);
}
