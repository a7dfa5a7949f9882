using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <summary>The log of complaints about privacy. Each look at it and each entry is in the audit.</summary>
public sealed class ComplaintService(Store store, CurrentActor actor)
{
    public DateOnly Today => store.Today;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The open ones first, the oldest first; then the closed, the newest first.</summary>
    public Task<IReadOnlyList<PrivacyComplaint>> AllAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync<IReadOnlyList<PrivacyComplaint>>(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(PrivacyComplaint), Reason: "register"),
            async db =>
            {
                var all = await db.Set<PrivacyComplaint>().AsNoTracking().ToListAsync(cancellationToken);
                return
                [
                    .. all.Where(c => c.ClosedOn is null).OrderBy(c => c.ReceivedOn),
                    .. all.Where(c => c.ClosedOn is not null).OrderByDescending(c => c.ClosedOn),
                ];
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException">What was entered cannot be.</exception>
    public Task<Guid> ReceiveAsync(DateOnly on, ComplaintWay way, string from, string about, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        return store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Create, nameof(PrivacyComplaint), TargetId: id, Reason: "register"),
            db =>
            {
                db.Add(PrivacyComplaint.Receive(id, on, way, from, about, Now, actor.Actor.AccountId, store.Zone));
                return Task.FromResult(id);
            },
            cancellationToken
        );
    }

    /// <exception cref="RuleViolationException">What was entered cannot be, or there is no such complaint.</exception>
    public Task<bool> CloseAsync(Guid id, DateOnly on, string found, string done, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Update, nameof(PrivacyComplaint), TargetId: id, Reason: "register.close"),
            async db =>
            {
                if (await db.Set<PrivacyComplaint>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } complaint)
                    return false;
                complaint.Close(on, found, done, Now, actor.Actor.AccountId, store.Zone);
                return true;
            },
            cancellationToken
        );
}
