using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Messages;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Messages;

/// <summary>Messages that wait and that were answered lately, of the people whom the actor treats and whose messages are open to
/// them. When and whose, and no word of what was written.</summary>
internal sealed class MessageInbox(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    /// <summary>Days that an answered one stays.</summary>
    private const int Kept = 7;

    private const int MostPeople = 200;

    private static readonly DataClass[] Needed = [DataClass.Demographics, DataClass.PresenceInTreatment, DataClass.Messages];

    public Task<MessageInboxView> ListAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(MessageTurn), Reason: "list"),
            db => ReadAsync(db, cancellationToken),
            cancellationToken
        );

    private async Task<MessageInboxView> ReadAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var (now, since) = (Now, Now.AddDays(-Kept));
        var mine = await db.TreatedByAsync(Actor.AccountId, Today, cancellationToken);
        // What waits longest first: what is cut off is what can wait.
        var candidates = await db.Deciding<MessageTurn>()
            .Where(t => mine.Contains(t.PatientId) && (t.EndedAt == null || t.EndedAt > since))
            .GroupBy(t => t.PatientId)
            .OrderBy(g => g.Min(t => t.EndedAt == null ? t.OpenedAt : now))
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .Take(MostPeople + 1)
            .ToListAsync(cancellationToken);
        var may = await RecordAccess.SeenAsync(db, Actor, [.. candidates.Take(MostPeople)], Needed, [], now, cancellationToken);
        // Of nobody nothing is asked.
        if (may.Count == 0)
            return new MessageInboxView(now, [], false, new Dictionary<Guid, string>());
        var seen = may.Keys.ToList();
        using var looking = db.BeginLookingThrough();
        var people = (await db.Set<Patient>().AsNoTracking().Where(p => seen.Contains(p.Id)).ToListAsync(cancellationToken)).ToDictionary(
            p => p.Id,
            p => PatientHead.Of(p, null, Today)
        );
        var turns = await db.Set<MessageTurn>()
            .AsNoTracking()
            .Where(t => seen.Contains(t.PatientId) && (t.EndedAt == null || t.EndedAt > since))
            .ToListAsync(cancellationToken);
        db.Shown(turns.Select(t => t.PatientId));
        return new MessageInboxView(
            now,
            [.. turns.OrderBy(t => t.OpenedAt).ThenBy(t => t.Id).Select(t => new MessageInboxLine(people[t.PatientId], t))],
            candidates.Count > MostPeople,
            await NamesAsync(db, turns.SelectMany(t => new[] { t.ClaimedBy, t.EndedBy }).OfType<Guid>(), cancellationToken)
        );
    }
}

/// <param name="Lines">The oldest first.</param>
/// <param name="IsCut">There are more people with messages than are looked at here.</param>
public sealed record MessageInboxView(
    DateTime Now,
    IReadOnlyList<MessageInboxLine> Lines,
    bool IsCut,
    IReadOnlyDictionary<Guid, string> Names
)
{
    public IEnumerable<MessageInboxLine> Waiting => Lines.Where(l => l.Turn.State is MessageState.Waiting);

    public IEnumerable<MessageInboxLine> ClaimedBy(Guid account) => Lines.Where(l => l.Turn.ClaimedBy == account);

    public IEnumerable<MessageInboxLine> ClaimedByOthers(Guid account) =>
        Lines.Where(l => l.Turn.ClaimedBy is { } holder && holder != account);

    /// <summary>The newest end first.</summary>
    public IEnumerable<MessageInboxLine> Ended => Lines.Where(l => !l.Turn.IsOpen).OrderByDescending(l => l.Turn.EndedAt);
}

public sealed record MessageInboxLine(PatientHead Who, MessageTurn Turn);
