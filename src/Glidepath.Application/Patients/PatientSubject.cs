using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// What staff do with one part of the record of a person. Knows nothing of HTTP; pages, JSON and jobs call it. Null is "no such person"
/// throughout.
/// </summary>
public abstract class PatientSubject(Store store, RecordAccess access, CurrentActor who)
{
    private protected const AccessAction Read = AccessAction.Read,
        Write = AccessAction.Write;

    private static readonly HotQuery<List<Guid>, KeyValuePair<Guid, string>> Names = new(
        (db, ids) => from u in db.Users where ids.Contains(u.Id) select new KeyValuePair<Guid, string>(u.Id, u.DisplayName)
    );

    protected Store Store { get; } = store;

    protected RecordAccess Access { get; } = access;

    protected CurrentActor Who { get; } = who;

    protected DateTime Now => Store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The day it is where the program is; access is reckoned by it.</summary>
    public DateOnly Today => Store.Today;

    private protected LocalNow LocalNow => new(Now, Store.Zone);

    public Actor Actor => Who.Actor;

    /// <summary>Inside one patient's record, with the head of the page.</summary>
    protected Task<T?> OpenAsync<T>(
        Guid patientId,
        DataClass[] reads,
        Func<GlidepathDbContext, PatientHead, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class =>
        Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            [(Read, DataClass.Demographics), (Read, DataClass.PresenceInTreatment), .. reads.Select(r => (Read, r))],
            async db => await work(db, await HeadAsync(db, patientId, cancellationToken)),
            cancellationToken
        );

    protected Task<Saved?> ChangeAsync(
        Guid patientId,
        DataClass dataClass,
        Once? once,
        Func<GlidepathDbContext, Task<Saved>> work,
        CancellationToken cancellationToken
    ) => ChangeAsync(patientId, [(Write, dataClass)], once, work, cancellationToken);

    protected Task<Saved?> ChangeAsync(
        Guid patientId,
        IReadOnlyList<(AccessAction, DataClass)> needs,
        Once? once,
        Func<GlidepathDbContext, Task<Saved>> work,
        CancellationToken cancellationToken
    ) => Access.ChangeAsync(Who, patientId, needs, once, work, cancellationToken);

    protected async Task<PatientHead> HeadAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        var (patient, latest) = await db.PersonAsync(patientId, Now, cancellationToken);
        var head = PatientHead.Of(patient, latest, Today) with
        {
            MergedInto = await RecordAccess.PointerAsync(db, Actor, patientId, Now, cancellationToken),
            AlsoKeptAs = db.MergedHeads(patientId),
        };
        return head.ShownTo(Actor.Role);
    }

    /// <summary>The head of a page that shows one record: which others have such entries of their own.</summary>
    private protected async Task<PatientHead> ApartAsync<T>(
        GlidepathDbContext db,
        PatientHead head,
        DataClass[] reads,
        CancellationToken cancellationToken
    )
        where T : class, IPatientRecord =>
        !head.TellsCare
            ? head
            : head with
            {
                HeldApart = [.. head.HeldApart.Union(await Access.HeldApartAsync<T>(db, Actor, head.Id, reads, cancellationToken))],
            };

    /// <summary>Of the person's records those of which all of these kinds may be read; what may not is left out.</summary>
    protected async Task<IReadOnlyList<Guid>> ReadableAsync(
        GlidepathDbContext db,
        Guid patientId,
        DataClass[] reads,
        CancellationToken cancellationToken
    )
    {
        var open = await Access.OpenAsync(db, Actor, patientId, Read, reads, cancellationToken);
        return [.. open.Where(o => reads.All(o.Value.Contains)).Select(o => o.Key)];
    }

    protected static Task<EpisodeOfCare?> LatestEpisodeAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Set<EpisodeOfCare>()
            .Where(e => e.PatientId == patientId)
            .OrderByDescending(e => e.OpenedOn)
            .ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What a new entry hangs on; it is shown to nobody.</summary>
    protected static async Task<EpisodeOfCare> EpisodeAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        return await LatestEpisodeAsync(db, patientId, cancellationToken) ?? throw new RuleViolationException("episode.none");
    }

    protected static async Task<Dictionary<Guid, string>> NamesAsync(
        GlidepathDbContext db,
        IEnumerable<Guid> accounts,
        CancellationToken cancellationToken
    )
    {
        var ids = accounts.Distinct().ToList();
        return ids.Count == 0 ? [] : (await Names.ToListAsync(db, ids, cancellationToken)).ToDictionary(n => n.Key, n => n.Value);
    }

    /// <summary>The version of who names none, where something must be read before it is changed.</summary>
    protected static readonly Guid NoneSeen = Guid.Empty;

    /// <exception cref="LostUpdateException">It is another version than the sender saw.</exception>
    protected static T Expected<T>(T entity, Guid? version)
        where T : class, IVersioned =>
        version is null || entity.Version == version ? entity : throw new LostUpdateException(typeof(T).Name);

    protected static async Task<Saved> SavedAsync<T>(GlidepathDbContext db, T entity, Guid id, CancellationToken cancellationToken)
        where T : class
    {
        await db.SaveChangesAsync(cancellationToken);
        return new Saved(id, (entity as IVersioned)?.Version);
    }

    protected Entry NewEntry(Guid? amends = null, string? reason = null) =>
        new(Guid.CreateVersion7(), Now, Actor.AccountId, amends, reason);

    /// <summary>One entry of this patient; another patient's is as unknown as none.</summary>
    protected static async Task<T> OwnAsync<T>(
        Storage.GlidepathDbContext db,
        Guid patientId,
        System.Linq.Expressions.Expression<Func<T, bool>> which,
        string what,
        CancellationToken cancellationToken
    )
        where T : class, IPatientRecord =>
        await db.Set<T>().Where(e => e.PatientId == patientId).SingleOrDefaultAsync(which, cancellationToken)
        ?? throw RuleViolationException.Of($"{what}.unknown", "entry.unknown");

    protected static Task<List<IntakeSection>> SectionsAsync(GlidepathDbContext db, Guid? episodeId, CancellationToken cancellationToken) =>
        db.Set<IntakeSection>().AsNoTracking().Where(s => s.EpisodeId == episodeId).ToListAsync(cancellationToken);
}
