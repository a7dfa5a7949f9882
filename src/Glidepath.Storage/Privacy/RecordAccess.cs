using System.Text.Json.Serialization;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The door to one patient's record for somebody who is signed in: who may is asked in the same transaction as what they do, so that a
/// consent revoked or a membership ended a moment ago counts. A no is written down, and looks from outside like a patient who does not
/// exist.
/// </summary>
public sealed class RecordAccess(Store store)
{
    /// <param name="dataClass">What <paramref name="work"/> will touch; ask for each kind apart.</param>
    /// <returns>Null where the patient does not exist, or may not be seen by this actor.</returns>
    public Task<T?> RunAsync<T>(
        Actor actor,
        string requestId,
        Guid patientId,
        AccessAction action,
        DataClass dataClass,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class => RunAsync(actor, requestId, patientId, [(action, dataClass)], work, cancellationToken);

    public Task<T?> RunAsync<T>(
        Actor actor,
        string requestId,
        Guid patientId,
        IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var declared = Declared(needs, patientId);
        return store.Records.RunAsync(
            As(actor, requestId),
            declared,
            async db => await GateAsync(db, actor, declared, needs, cancellationToken) ? await work(db) : null,
            cancellationToken
        );
    }

    /// <summary>
    /// As
    /// <see cref="RunAsync{T}(Actor, string, Guid, IReadOnlyList{ValueTuple{AccessAction, DataClass}}, Func{GlidepathDbContext, Task{T}},
    /// CancellationToken)"/>,
    /// but the same write sent again gives the answer it gave then, if the sender may still have it.
    /// </summary>
    /// <param name="key">Chosen by the sender, 1 to 100 characters.</param>
    /// <param name="request">What is asked, byte for byte.</param>
    public Task<T?> RunOnceAsync<T>(
        Actor actor,
        string requestId,
        Guid patientId,
        IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs,
        string key,
        byte[] request,
        Func<GlidepathDbContext, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var declared = Declared(needs, patientId);
        return store.Records.RunOnceAsync(
            As(actor, requestId),
            declared,
            key,
            request,
            db => GateAsync(db, actor, declared, needs, cancellationToken),
            work,
            cancellationToken
        );
    }

    /// <summary>
    /// Of these kinds, those that the actor may touch in this way. For a page of several parts: what may not be seen is left out, not
    /// loaded.
    /// </summary>
    public async Task<IReadOnlySet<DataClass>> AllowedAsync(
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        AccessAction action,
        IEnumerable<DataClass> dataClasses,
        CancellationToken cancellationToken
    )
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        var relation = await RelationAsync(db, patientId, now, cancellationToken);
        return relation is null ? new HashSet<DataClass>() : Allowed(db, actor, patientId, relation, action, dataClasses, now);
    }

    /// <summary>
    /// For a list: of these people those who may be seen, with the kinds of data that the actor may read of each. Patients of whom
    /// <paramref name="needed"/> may not be read have no entry.
    /// </summary>
    /// <param name="needed">To be listed at all.</param>
    /// <param name="besides">Shown of those of whom it may be.</param>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlySet<DataClass>>> SeenAsync(
        GlidepathDbContext db,
        Actor actor,
        IReadOnlyCollection<Guid> patientIds,
        IReadOnlyCollection<DataClass> needed,
        IReadOnlyCollection<DataClass> besides,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var relations = await RelationsAsync(db, patientIds, now, cancellationToken);
        return relations
            .Where(r => needed.All(c => AccessPolicy.Decide(actor, r.Value, AccessAction.Read, c, now).IsAllowed))
            .ToDictionary(r => r.Key, r => Allowed(db, actor, r.Key, r.Value, AccessAction.Read, needed.Concat(besides), now));
    }

    private static IReadOnlySet<DataClass> Allowed(
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        PatientRelation relation,
        AccessAction action,
        IEnumerable<DataClass> dataClasses,
        DateTime now
    )
    {
        var allowed = dataClasses.Where(c => AccessPolicy.Decide(actor, relation, action, c, now).IsAllowed).ToHashSet();
        foreach (var dataClass in allowed)
            db.Scope!.Grants.Add(patientId, action, dataClass);
        return allowed;
    }

    /// <summary>
    /// As <see cref="AllowedAsync"/>, of all records that were merged into this one as well: what may be read of each is decided apart.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlySet<DataClass>>> OpenAsync(
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        AccessAction action,
        IReadOnlyCollection<DataClass> dataClasses,
        CancellationToken cancellationToken
    )
    {
        var now = store.Clock.GetUtcNow().UtcDateTime;
        await RelationAsync(db, patientId, now, cancellationToken);
        var records = db.RecordsOf(patientId);
        var relations = await RelationsAsync(db, records, now, cancellationToken);
        return records
            .Where(relations.ContainsKey)
            .ToDictionary(id => id, id => Allowed(db, actor, id, relations[id], action, dataClasses, now));
    }

    /// <summary>
    /// For a list of people: in place of a record that was merged into one that may be seen stands that one, once.
    /// </summary>
    /// <param name="needed">To be listed at all.</param>
    public static async Task<IReadOnlyList<Guid>> AsPeopleAsync(
        GlidepathDbContext db,
        Actor actor,
        IReadOnlyCollection<Guid> patientIds,
        IReadOnlyCollection<DataClass> needed,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var relations = await RelationsAsync(db, patientIds, now, cancellationToken);
        return
        [
            .. patientIds
                .Select(id =>
                    relations.GetValueOrDefault(id)?.GoesOn is { } on
                    && needed.All(c => AccessPolicy.Decide(actor, on, AccessAction.Read, c, now).IsAllowed)
                        ? on.File.PatientId
                        : id
                )
                .Distinct(),
        ];
    }

    /// <summary>The record that goes on, where this one was merged into it; null for one that stands by itself.</summary>
    public static async Task<MergePointer?> PointerAsync(
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        (await RelationAsync(db, patientId, now, cancellationToken))?.GoesOn is { } on
            ? new MergePointer(
                on.File.PatientId,
                Enum.GetValues<DataClass>().Where(c => AccessPolicy.Decide(actor, on, AccessAction.Read, c, now).IsAllowed).ToHashSet(),
                MergedRecord.JoinedSince(on.Merged, patientId, on.File.PatientId) is not null
            )
            : null;

    /// <summary>
    /// Of the records that were merged into this one those that hold entries of a kind which the page of this one does not show with its
    /// own, as far as they may be read.
    /// </summary>
    /// <param name="reads">All that the page shows.</param>
    public async Task<IReadOnlyList<MergedHead>> HeldApartAsync<T>(
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        IReadOnlyCollection<DataClass> reads,
        CancellationToken cancellationToken
    )
        where T : class, IPatientRecord
    {
        var merged = db.MergedHeads(patientId);
        if (merged.Count == 0)
            return [];
        var open = await OpenAsync(db, actor, patientId, AccessAction.Read, reads, cancellationToken);
        var readable = merged.Select(m => m.Id).Where(id => open.TryGetValue(id, out var may) && reads.All(may.Contains)).ToList();
        if (readable.Count == 0)
            return [];
        var held = await db.Of<T>(readable).Select(e => e.PatientId).Distinct().ToListAsync(cancellationToken);
        return [.. merged.Where(m => held.Contains(m.Id))];
    }

    /// <summary>What of the records that were merged into these people's may be read of each, beside what <see cref="SeenAsync"/>
    /// gave of the people themselves.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlySet<DataClass>>> WithMergedAsync(
        GlidepathDbContext db,
        Actor actor,
        IReadOnlyDictionary<Guid, IReadOnlySet<DataClass>> seen,
        IReadOnlyCollection<DataClass> dataClasses,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var merged = seen.Keys.SelectMany(id => db.RecordsOf(id).Skip(1)).Where(id => !seen.ContainsKey(id)).ToList();
        if (merged.Count == 0)
            return seen;
        var relations = await RelationsAsync(db, merged, now, cancellationToken);
        return new Dictionary<Guid, IReadOnlySet<DataClass>>(
            seen.Concat(
                relations.Select(r => KeyValuePair.Create(r.Key, Allowed(db, actor, r.Key, r.Value, AccessAction.Read, dataClasses, now)))
            )
        );
    }

    /// <summary>All that bears on who may see this patient, read without leaving reads in the audit.</summary>
    /// <returns>Null where there is no such patient.</returns>
    public static async Task<PatientRelation?> RelationAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        CancellationToken cancellationToken
    ) => (await RelationsAsync(db, [patientId], now, cancellationToken)).GetValueOrDefault(patientId);

    /// <summary>
    /// As <see cref="RelationAsync"/>, for a list, in as many queries as for one. Patients who do not exist have no entry. What was
    /// read once in a unit of work is not read again before something is saved in it.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, PatientRelation>> RelationsAsync(
        GlidepathDbContext db,
        IReadOnlyCollection<Guid> patientIds,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var scope = db.Scope!;
        var missing = patientIds.Distinct().Where(id => !scope.Decided.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            using var deciding = db.BeginDeciding();
            var read = await RelationReader.ReadAsync(db, missing, now, cancellationToken);
            foreach (var id in missing.Concat(read.Keys))
            {
                scope.Decided[id] = read.GetValueOrDefault(id);
                scope.MergedInto[id] = scope.Decided[id]?.Relation.GoesOn?.File.PatientId;
            }
        }
        return patientIds.Distinct().Where(id => scope.Decided[id] is not null).ToDictionary(id => id, id => scope.Decided[id]!.Relation);
    }

    private async Task<bool> GateAsync(
        GlidepathDbContext db,
        Actor actor,
        AuditEntry declared,
        IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs,
        CancellationToken cancellationToken
    )
    {
        var decision = await DecideAsync(
            db,
            actor,
            declared.PatientId!.Value,
            needs,
            store.Clock.GetUtcNow().UtcDateTime,
            cancellationToken
        );
        if (decision is { IsAllowed: true })
        {
            db.Scope!.Basis = decision.ByBreakGlass is null ? decision.Reason : $"{decision.Reason}:{decision.ByBreakGlass}";
            db.Scope.Writer = actor.AccountId;
            foreach (var (action, dataClass) in needs)
                db.Scope.Grants.Add(declared.PatientId.Value, action, dataClass);
            return true;
        }
        db.Scope!.Refusal = declared with { Outcome = AuditOutcome.Refused, Reason = decision?.Reason ?? "person.unknown" };
        return false;
    }

    private static RequestActor As(Actor actor, string requestId) => new(actor.AccountId, actor.Role.ToString(), requestId);

    private static AuditEntry Declared(IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs, Guid patientId) =>
        new(
            needs.Any(n => n.Action == AccessAction.Export) ? AuditAction.Export
                : needs.Any(n => n.Action is AccessAction.Write or AccessAction.Decide) ? AuditAction.Update
                : AuditAction.Read,
            Names(needs),
            patientId
        );

    private static async Task<AccessDecision?> DecideAsync(
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (await RelationAsync(db, patientId, now, cancellationToken) is not { } relation)
            return null;
        // Of entries that are their writer's alone the store gives each to nobody else (IOfOneWriter): asked for are one's own.
        var own = relation with
        {
            NotesWrittenBy = actor.AccountId,
        };
        var decisions = needs.Select(n => AccessPolicy.Decide(actor, own, n.Action, n.DataClass, now)).ToList();
        return decisions.Find(d => !d.IsAllowed) ?? decisions[0];
    }

    private static string Names(IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs) =>
        string.Join(',', needs.Select(n => n.DataClass.ToString()).Distinct().Order(StringComparer.Ordinal));
}

/// <param name="Reads">What the actor may read of that record.</param>
/// <param name="TeamsJoined">Its care team looks at what this one holds.</param>
public sealed record MergePointer(Guid Into, [property: JsonIgnore] IReadOnlySet<DataClass> Reads, [property: JsonIgnore] bool TeamsJoined)
{
    /// <summary>The actor may open that record.</summary>
    public bool MayFollow => Reads.Contains(DataClass.Demographics) && Reads.Contains(DataClass.PresenceInTreatment);
}

/// <summary>A record that was merged into the one that is looked at.</summary>
/// <param name="Since">The day of the merge, where the program is.</param>
public sealed record MergedHead(Guid Id, DateOnly Since)
{
    public string RecordNumber => Treatment.Patients.RecordNumber.Of(Id);
}

/// <summary>Names of the facts about the organisation that stand in the store.</summary>
public static class OrganisationFacts
{
    public const string Name = "organisation.name";

    /// <summary>Two letters; whose law on minors governs. Unknown until set, and then the closed answer holds.</summary>
    public const string State = "organisation.state";

    /// <summary>
    /// How families reach the organisation, and how it tapers in its own words. Public, and each may be missing or empty.
    /// </summary>
    public const string Phone = "organisation.phone",
        Address = "organisation.address",
        Hours = "organisation.hours",
        HowWeTaper = "organisation.how-we-taper";

    /// <summary>The time of day by which check-ins are read, as 09:00; not set, none is promised.</summary>
    public const string ReadBy = "organisation.read-by";
}
