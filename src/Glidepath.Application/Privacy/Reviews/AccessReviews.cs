using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;
using Review = Glidepath.Storage.Privacy.AccessReview;

namespace Glidepath.Application.Privacy;

/// <param name="Teams">On the care teams of so many records today.</param>
/// <param name="LastSignIn">UTC; null: never.</param>
/// <param name="BreakGlass">Uses in the last year.</param>
/// <param name="Last">The newest review; null where there was none yet.</param>
public sealed record AccessLine(
    Guid Id,
    string Name,
    string UserName,
    Role Role,
    int Teams,
    DateTime? LastSignIn,
    int BreakGlass,
    Review? Last,
    DateOnly DueOn
)
{
    public bool IsOverdue(DateOnly today) => DueOn <= today;
}

/// <param name="Name">Of the account.</param>
public sealed record AccountToEnd(Guid Id, string Name);

/// <summary>
/// The yearly look at who has access: every account but those of patients, which open nothing but their own record. A program rule for what
/// 45 CFR 164.308(a)(4)(ii)(C) asks for.
/// </summary>
public sealed class AccessReviews(Store store, CurrentActor actor)
{
    public const int LongestNote = 500;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => store.Today;

    /// <summary>What is due first stands first.</summary>
    public Task<IReadOnlyList<AccessLine>> AllAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(AccessReview), Reason: "register"),
            db => ReadAsync(db, cancellationToken),
            cancellationToken
        );

    private async Task<IReadOnlyList<AccessLine>> ReadAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var (today, yearAgo) = (Today, Now.AddYears(-1));
        var due = await DueAsync(db, cancellationToken);
        // Numbers of no patient, by account.
        var teams = await db.Deciding<Treatment.Patients.CareTeamMember>()
            .Where(m => m.From <= today && (m.To == null || m.To >= today))
            .GroupBy(m => m.AccountId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var glasses = await db.Deciding<Glass>()
            .Where(b => b.OpenedAt >= yearAgo)
            .GroupBy(b => b.OpenedBy)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var lines = new List<AccessLine>();
        foreach (var (account, last, dueOn) in due)
            lines.Add(
                new(
                    account.Id,
                    account.DisplayName,
                    account.UserName ?? "",
                    EnumWords.Read<Role>(account.Role) ?? Role.None,
                    teams.GetValueOrDefault(account.Id),
                    await LastSignInAsync(db, account.Id, cancellationToken),
                    glasses.GetValueOrDefault(account.Id),
                    last,
                    dueOn
                )
            );
        return lines;
    }

    /// <summary>Accounts that can sign in, with their newest review and when the next is due; what is due first stands first.</summary>
    internal static async Task<IReadOnlyList<(UserAccount Account, Review? Last, DateOnly DueOn)>> DueAsync(
        GlidepathDbContext db,
        CancellationToken cancellationToken
    )
    {
        var accounts = await db
            .Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && u.Role != nameof(Role.Patient))
            .OrderBy(u => u.DisplayName)
            .ToListAsync(cancellationToken);
        var last = (await db.AccessReviews.AsNoTracking().ToListAsync(cancellationToken))
            .GroupBy(r => r.AccountId)
            .ToDictionary(g => g.Key, g => g.MaxBy(r => (r.At, r.Id))!);
        return
        [
            .. accounts
                .Select(a =>
                {
                    var review = last.GetValueOrDefault(a.Id);
                    return (a, review, DueOn: db.DayOf(review?.At ?? a.CreatedAt).AddYears(Review.DueAfterYears));
                })
                .OrderBy(x => x.DueOn),
        ];
    }

    /// <summary>By the index of account and time: the newest one is found without reading the others.</summary>
    private static Task<DateTime?> LastSignInAsync(GlidepathDbContext db, Guid account, CancellationToken cancellationToken) =>
        db
            .AuditEvents.Where(e =>
                e.ActorId == account
                && e.Action == AuditAction.SignIn
                && e.Outcome == AuditOutcome.Permitted
                && e.Target == nameof(UserSession)
            )
            .OrderByDescending(e => e.At)
            .Select(e => (DateTime?)e.At)
            .FirstOrDefaultAsync(cancellationToken);

    /// <returns>False: there is no such account to review.</returns>
    public Task<bool> ReviewAsync(Guid account, AccessReviewDecision decision, string note, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Account, nameof(AccessReview), TargetId: account, Reason: $"access-review.{decision}"),
            async db =>
            {
                if (
                    await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == account, cancellationToken)
                    is not { DisabledAt: null, Role: not nameof(Role.Patient) } found
                )
                    return false;
                if (
                    account == actor.Actor.AccountId
                    && decision is AccessReviewDecision.Confirmed
                    && await HasOtherAsync(db, cancellationToken)
                )
                    throw new RuleViolationException("access-review.own");
                if (decision is AccessReviewDecision.ToEnd && ReasonWords.Wrong(note, 15, LongestNote) is { } problem)
                    throw RuleViolationException.Of("access-review.note", problem);
                db.Add(
                    new Review
                    {
                        Id = Guid.CreateVersion7(),
                        AccountId = account,
                        Role = found.Role,
                        Decision = decision,
                        Note = note.Length == 0 ? null : note,
                        At = Now,
                        By = actor.Actor.AccountId,
                    }
                );
                return true;
            },
            cancellationToken
        );

    private Task<bool> HasOtherAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var me = actor.Actor.AccountId;
        return db.Users.AnyAsync(
            u => u.Id != me && u.Role == nameof(Role.PrivacyOfficer) && u.DisabledAt == null && u.IsEnrolled,
            cancellationToken
        );
    }

    /// <summary>Marked at their last review and still on: the administrator's task.</summary>
    public async Task<IReadOnlyList<AccountToEnd>> ToEndAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        return
        [
            .. (await DueAsync(db, cancellationToken))
                .Where(x => x.Last is { Decision: AccessReviewDecision.ToEnd })
                .Select(x => new AccountToEnd(x.Account.Id, x.Account.DisplayName)),
        ];
    }
}
