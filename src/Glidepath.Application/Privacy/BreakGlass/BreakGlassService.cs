using Glidepath.Application.Accounts;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Application.Privacy;

/// <param name="Until">UTC.</param>
public sealed record OpenGlass(Guid Id, DateTime Until);

/// <param name="NewSince">When the account was set up, if that was less than 7 days before and nobody has reviewed it yet.</param>
/// <param name="IsFirst">The account opened no record in this way before.</param>
public sealed record GlassLine(Glass Glass, string OpenedBy, string? ReviewedBy, DateTime? NewSince, bool IsFirst);

/// <summary>
/// A record opened by a clinician who is not on the care team: for sixty minutes, to read, and looked at afterwards by the privacy officer.
/// </summary>
public sealed class BreakGlassService(CurrentActor current, Store store)
{
    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <returns>Null: no such person. An id of null: on the care team already, nothing to break.</returns>
    public Task<Written?> OpenAsync(Guid patientId, string? reason, Once? once, CancellationToken cancellationToken)
    {
        var actor = current.Actor;
        var declared = new AuditEntry(AuditAction.BreakGlass, "BreakGlass", patientId, Reason: "break-glass.opened");
        return once is null
            ? store.Records.RunAsync(current.ForAudit, declared, OpenAsync, cancellationToken)
            : store.Records.RunOnceAsync(current.ForAudit, declared, once.Key, once.Body, OpenAsync, cancellationToken);

        async Task<Written?> OpenAsync(GlidepathDbContext db)
        {
            if (await RecordAccess.RelationAsync(db, patientId, Now, cancellationToken) is not { File: var file })
                return null;
            if (file.CareTeam.Contains(actor.AccountId))
                return new Written(null);
            if (file.BreakGlass.FirstOrDefault(b => b.OpenedBy == actor.AccountId && b.IsLive(Now)) is { } open)
                return new Written(open.Id);
            // Every clinician may break the glass: what stands against it is that it is written down and reviewed.
            db.Grant(patientId, AccessAction.Write, DataClass.BreakGlassReviews);
            var glass = Glass.Open(Guid.CreateVersion7(), patientId, actor, reason, Now);
            db.Add(glass);
            return new Written(glass.Id);
        }
    }

    public Task<bool> CloseAsync(Guid patientId, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            current.ForAudit,
            new AuditEntry(AuditAction.BreakGlass, "BreakGlass", patientId, Reason: "break-glass.closed"),
            async db =>
            {
                var account = current.Actor.AccountId;
                db.Grant(patientId, AccessAction.Write, DataClass.BreakGlassReviews);
                var open = (
                    await db.Set<Glass>().Where(b => b.PatientId == patientId && b.OpenedBy == account).ToListAsync(cancellationToken)
                ).Find(b => b.IsLive(Now));
                open?.Close(Now);
                return open is not null;
            },
            cancellationToken
        );

    // Asked by each page of one person; its index holds little else.
    private static readonly HotQuery<Guid, Guid, NotedGlass> Noted = new(
        (db, patientId, account) =>
            db
                .AuditEvents.Where(e =>
                    e.PatientId == patientId
                    && e.ActorId == account
                    && e.Target == "BreakGlass"
                    && e.TargetId != null
                    && e.Outcome == AuditOutcome.Permitted
                )
                .Select(e => new NotedGlass(e.Action, e.TargetId!.Value, e.At))
    );

    private sealed record NotedGlass(AuditAction Action, Guid Id, DateTime At);

    /// <summary>
    /// Whether the one signed in reads this record through a broken glass now. Asked of the audit, which is no record of a patient, so that
    /// a banner leaves no row of its own.
    /// </summary>
    public async Task<OpenGlass?> LiveAsync(Guid patientId, CancellationToken cancellationToken)
    {
        var (account, since) = (current.Actor.AccountId, Now - Glass.Lasts);
        await using var db = store.CreateDbContext();
        var rows = (await Noted.ToListAsync(db, patientId, account, cancellationToken)).FindAll(r => r.At > since);
        var opened = rows.Where(r => r.Action is AuditAction.Create && !rows.Exists(c => c.Id == r.Id && c.Action is AuditAction.Update))
            .MaxBy(r => r.At);
        return opened is null ? null : new OpenGlass(opened.Id, opened.At + Glass.Lasts);
    }

    /// <summary>For the privacy officer: what waits first, the oldest on top.</summary>
    public Task<IReadOnlyList<GlassLine>> QueueAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync<IReadOnlyList<GlassLine>>(
            current.ForAudit,
            new AuditEntry(AuditAction.Read, "BreakGlass", Reason: "break-glass.queue"),
            async db =>
            {
                db.GrantByDuty<Glass>(current.Actor, AccessAction.Read);
                var all = await db.Set<Glass>().AsNoTracking().ToListAsync(cancellationToken);
                var people = all.Select(b => b.OpenedBy).Concat(all.Select(b => b.ReviewedBy ?? Guid.Empty)).Distinct().ToList();
                var names = await db
                    .Users.Where(u => people.Contains(u.Id))
                    .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
                var setUp = await NewAccountsAsync(db, all, cancellationToken);
                return
                [
                    .. all.OrderBy(b => b.ReviewedAt is not null)
                        .ThenBy(b => b.OpenedAt)
                        .Select(b => new GlassLine(
                            b,
                            names.GetValueOrDefault(b.OpenedBy, "?"),
                            b.ReviewedBy is { } by ? names.GetValueOrDefault(by) : null,
                            setUp[b.OpenedBy]
                                .Where(at => at <= b.OpenedAt && b.OpenedAt - at < Glass.NewAccount && b.ReviewedAt is null)
                                .Select(at => (DateTime?)at)
                                .Max(),
                            !all.Exists(o => o.OpenedBy == b.OpenedBy && o.OpenedAt < b.OpenedAt)
                        )),
                ];
            },
            cancellationToken
        );

    /// <summary>Of those that wait for a review: the audit is asked for their days alone.</summary>
    private static async Task<ILookup<Guid, DateTime>> NewAccountsAsync(
        GlidepathDbContext db,
        List<Glass> all,
        CancellationToken cancellationToken
    )
    {
        var waiting = all.Where(b => b.ReviewedAt is null).ToList();
        return waiting.Count == 0
            ? Enumerable.Empty<DateTime>().ToLookup(_ => Guid.Empty)
            : await AccountAge.SetUpSinceAsync(
                db,
                [.. waiting.Select(b => b.OpenedBy).Distinct()],
                waiting.Min(b => b.OpenedAt) - Glass.NewAccount,
                cancellationToken
            );
    }

    /// <param name="seen">The version that the officer read: what another wrote since is not written over.</param>
    public Task<bool> ReviewAsync(Guid id, Guid? seen, bool justified, string? note, CancellationToken cancellationToken) =>
        WithAsync(id, glass => AsSeen(glass, seen).Review(current.Actor, justified, note, Now), cancellationToken);

    /// <summary>Keeps what was found so far; nothing is decided.</summary>
    /// <inheritdoc cref="ReviewAsync" path="/param"/>
    public Task<bool> BeginReviewAsync(Guid id, Guid? seen, string? note, CancellationToken cancellationToken) =>
        WithAsync(id, glass => AsSeen(glass, seen).BeginReview(current.Actor, note), cancellationToken);

    /// <summary>For a patient without an account, told by voice or letter.</summary>
    public Task<bool> ToldAsync(Guid id, CancellationToken cancellationToken) =>
        WithAsync(id, glass => glass.PatientTold(Now), cancellationToken);

    private static Glass AsSeen(Glass glass, Guid? seen) =>
        glass.ReviewedAt is not null || glass.Version == seen ? glass : throw new RuleViolationException("break-glass.review.changed");

    private Task<bool> WithAsync(Guid id, Action<Glass> change, CancellationToken cancellationToken) =>
        current.Actor.Role is not Role.PrivacyOfficer
            ? throw new RuleViolationException("break-glass.review.role")
            : store.Records.RunAsync(
                current.ForAudit,
                new AuditEntry(AuditAction.Update, "BreakGlass", Reason: "break-glass.review"),
                async db =>
                {
                    db.GrantByDuty<Glass>(current.Actor, AccessAction.Write);
                    if (await db.Set<Glass>().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } glass)
                        return false;
                    change(glass);
                    return true;
                },
                cancellationToken
            );
}
