using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Family;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Facilities;

/// <summary>Calls, without who called; people who asked to be called; how the programme's own place fared.</summary>
internal sealed class HelplineService(Store store, CurrentActor who)
{
    private const int Span = 365,
        MostListed = 200;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <param name="id">Made with the form: a call that is sent twice is written down once.</param>
    /// <exception cref="RuleViolationException">See <see cref="HelplineCall.End"/>.</exception>
    public Task<Guid> EndCallAsync(
        Guid id,
        DateTime startedAt,
        CallOutcome outcome,
        string? zip,
        MatchResult? list,
        Guid? offered,
        string? whyOwn,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Create, nameof(HelplineCall)),
            async db =>
            {
                if (await db.Set<HelplineCall>().AsNoTracking().AnyAsync(c => c.Id == id, cancellationToken))
                    return id;
                var call = HelplineCall.End(id, startedAt, outcome, zip, list, offered, whyOwn, Now, who.Actor.AccountId);
                db.Add(call);
                await db.SaveChangesAsync(cancellationToken);
                return call.Id;
            },
            cancellationToken
        );

    /// <summary>Of the last year.</summary>
    public Task<FairnessReport> FairnessAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(FairnessReport)),
            async db =>
            {
                var since = Now.AddDays(-Span);
                return FairnessReport.Of(
                    await db.Set<HelplineCall>().AsNoTracking().Where(c => c.RecordedAt >= since).ToListAsync(cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>How often each of these places said no in the last year, and why.</summary>
    public Task<ILookup<Guid, PlaceAnswer>> DeclinesAsync(IReadOnlyCollection<Guid> places, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(PlaceAnswer)),
            async db =>
            {
                var since = store.Today.AddDays(-Span);
                return (
                    await db.Set<PlaceAnswer>()
                        .AsNoTracking()
                        .Where(a => places.Contains(a.PlaceId) && a.Declined != null && a.On >= since)
                        .ToListAsync(cancellationToken)
                ).ToLookup(a => a.PlaceId);
            },
            cancellationToken
        );

    public Task<Guid> AskForCallBackAsync(
        string? name,
        string? phone,
        string? goodTime,
        bool maySayWho,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Create, nameof(CallBackRequest)),
            async db =>
            {
                var asked = CallBackRequest.Ask(Guid.CreateVersion7(), name, phone, goodTime, maySayWho, Now);
                db.Add(asked);
                await db.SaveChangesAsync(cancellationToken);
                return asked.Id;
            },
            cancellationToken
        );

    /// <summary>Open ones, oldest first.</summary>
    public Task<IReadOnlyList<CallBackRequest>> CallBacksAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CallBackRequest)),
            async db =>
                (IReadOnlyList<CallBackRequest>)
                    [
                        .. (
                            await db.Set<CallBackRequest>()
                                .AsNoTracking()
                                .Where(c => c.ReachedAt == null && c.Tries < CallBackRequest.MostTries)
                                .OrderBy(c => c.AskedAt)
                                .Take(MostListed)
                                .ToListAsync(cancellationToken)
                        ),
                    ],
            cancellationToken
        );

    /// <returns>False where there is no such request.</returns>
    public Task<bool> TriedAsync(Guid id, bool reached, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Update, nameof(CallBackRequest), Reason: reached ? "reached" : "no answer"),
            async db =>
            {
                if (await db.Set<CallBackRequest>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } asked)
                    return false;
                asked.Tried(reached, Now, who.Actor.AccountId);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );
}
