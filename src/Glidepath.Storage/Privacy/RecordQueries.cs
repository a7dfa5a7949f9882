using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>Ways to ask the record for less than whole entries, and for what only decides.</summary>
public static class RecordQueries
{
    internal const string Decides = "glidepath: decides",
        Names = "glidepath: names its patients";

    /// <summary>
    /// Entries of these patients, for a part of them, a count or a yes. Each patient is checked and noted for the audit as if the entries
    /// were loaded.
    /// </summary>
    /// <exception cref="UngrantedAccessException">The kind was not granted for one of the patients.</exception>
    public static IQueryable<T> Of<T>(this GlidepathDbContext db, IReadOnlyCollection<Guid> patientIds)
        where T : class, IPatientRecord
    {
        var scope = db.Scope ?? throw new UnauditedAccessException(typeof(T).Name);
        RequireOneKind(typeof(T));
        foreach (var id in patientIds)
            scope.Load(id, typeof(T), StoredAsAttribute.NameOf(typeof(T)));
        return db.Set<T>().AsNoTracking().TagWith(Names).Where(r => patientIds.Contains(r.PatientId));
    }

    /// <inheritdoc cref="Of{T}(GlidepathDbContext, IReadOnlyCollection{Guid})"/>
    public static IQueryable<T> Of<T>(this GlidepathDbContext db, Guid patientId)
        where T : class, IPatientRecord
    {
        RequireOneKind(typeof(T));
        (db.Scope ?? throw new UnauditedAccessException(typeof(T).Name)).Load(patientId, typeof(T), StoredAsAttribute.NameOf(typeof(T)));
        return db.Set<T>().AsNoTracking().TagWith(Names).Where(r => r.PatientId == patientId);
    }

    /// <summary>A count would count those of a kind that was not granted, and say by it that they are there.</summary>
    internal static void RequireOneKind(Type record)
    {
        if (typeof(IOfChosenClass).IsAssignableFrom(record))
            throw new NotSupportedException($"{record.Name} is of a kind that is chosen for each: load those of the kinds that are open.");
    }

    /// <summary>
    /// The person, not tracked, and the episode opened last: as they were read when this unit of work asked who may see them, checked and
    /// noted as if they were loaded again.
    /// </summary>
    /// <exception cref="UngrantedAccessException">Not granted for this patient.</exception>
    public static async Task<(Patient Patient, EpisodeOfCare? Latest)> PersonAsync(
        this GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        await RecordAccess.RelationAsync(db, patientId, now, cancellationToken);
        return Show(db, db.Scope!.Decided[patientId] ?? throw new InvalidOperationException("There is no such patient."));
    }

    /// <summary>
    /// As <see cref="PersonAsync"/>, of those among these patients of whom this unit of work asked before; nothing is read. In their order.
    /// </summary>
    /// <exception cref="UngrantedAccessException">Not granted for one of them.</exception>
    public static IReadOnlyList<(Patient Patient, EpisodeOfCare? Latest)> People(this GlidepathDbContext db, IEnumerable<Guid> patientIds)
    {
        var scope = db.Scope ?? throw new UnauditedAccessException(nameof(Patient));
        return [.. patientIds.Select(id => scope.Decided.GetValueOrDefault(id)).OfType<DecidedPerson>().Select(p => Show(db, p))];
    }

    private static (Patient Patient, EpisodeOfCare? Latest) Show(GlidepathDbContext db, DecidedPerson decided)
    {
        return (Show(db, decided.Patient), decided.Latest is { } latest ? Show(db, latest) : null);

        static T Show<T>(GlidepathDbContext db, T decided)
            where T : class, IPatientRecord => EntryLoad.Of(db.Model.FindEntityType(typeof(T))!).Show(decided, db);
    }

    /// <summary>
    /// This record first, and those that were merged into it, as they were read when this unit of work asked who may see it. Whoever shows
    /// entries of them asks for each apart.
    /// </summary>
    public static IReadOnlyList<Guid> RecordsOf(this GlidepathDbContext db, Guid patientId) =>
        db.Scope?.Decided.GetValueOrDefault(patientId) is { Relation.Merged: { Count: > 0 } merged }
            ? [patientId, .. merged.Select(m => m.PatientId)]
            : [patientId];

    /// <summary>
    /// Another text as soon as anything has changed that decides who may see these patients, or who they are. Says nothing of either.
    /// </summary>
    public static async Task<string> AccessMarkAsync(
        this GlidepathDbContext db,
        IReadOnlyCollection<Guid> patientIds,
        CancellationToken cancellationToken
    )
    {
        var heads = await db
            .AccessHeads.AsNoTracking()
            .Where(h => patientIds.Contains(h.SubjectId))
            .OrderBy(h => h.SubjectId)
            .Select(h => h.Version)
            .ToListAsync(cancellationToken);
        var people = await db.Deciding<Patient>()
            .Where(p => patientIds.Contains(p.Id))
            .OrderBy(p => p.Id)
            .Select(p => p.Version)
            .ToListAsync(cancellationToken);
        return string.Join('.', heads.Select(v => $"{v}").Concat(people.Select(v => $"{v:N}")));
    }

    /// <summary>The episodes opened last of each of <see cref="RecordsOf"/>; nothing of them is told.</summary>
    public static IReadOnlySet<Guid> CurrentEpisodes(this GlidepathDbContext db, Guid patientId) =>
        db.RecordsOf(patientId).Select(id => db.Scope?.Decided.GetValueOrDefault(id)?.Latest?.Id).OfType<Guid>().ToHashSet();

    /// <summary>What was merged into this record, the first merged first.</summary>
    public static IReadOnlyList<MergedRecord> MergedInto(this GlidepathDbContext db, Guid patientId) =>
        db.Scope?.Decided.GetValueOrDefault(patientId)?.Relation.Merged ?? [];

    /// <summary>As <see cref="MergedInto"/>, for the head of a page.</summary>
    public static IReadOnlyList<MergedHead> MergedHeads(this GlidepathDbContext db, Guid patientId) =>
        [.. db.MergedInto(patientId).Select(m => new MergedHead(m.PatientId, db.DayOf(m.At)))];

    /// <summary>
    /// For a part of entries, a count or a yes that only decides what is done next and is shown to nobody: neither checked nor noted.
    /// </summary>
    public static IQueryable<T> Deciding<T>(this GlidepathDbContext db)
        where T : class, IPatientRecord
    {
        _ = db.Scope ?? throw new UnauditedAccessException(typeof(T).Name);
        return db.Set<T>().TagWith(Decides);
    }

    /// <summary>As long as it is open, whole entries serve only to decide, or to hang a new entry on; they are shown to nobody.</summary>
    public static IDisposable BeginDeciding(this GlidepathDbContext db)
    {
        var scope = db.Scope ?? throw new UnauditedAccessException("A record");
        var before = scope.IsDeciding;
        scope.IsDeciding = true;
        return new Until(() => scope.IsDeciding = before);
    }

    /// <summary>
    /// Opens kinds of data of every patient to an actor whose duty itself is the reason: the privacy officer's registers, the director's
    /// list of care teams.
    /// </summary>
    /// <exception cref="UngrantedAccessException">The role has no such duty.</exception>
    public static void GrantByDuty(this GlidepathDbContext db, Actor actor, AccessAction action, params ReadOnlySpan<DataClass> dataClasses)
    {
        foreach (var dataClass in dataClasses)
            if (RolePermissions.HasDuty(actor.Role, action, dataClass))
                db.Scope!.Grants.AddForEveryone(action, dataClass);
            else
                throw new UngrantedAccessException("A register", dataClass.ToString(), "opened to this role");
    }

    /// <inheritdoc cref="GrantByDuty"/>
    /// <typeparam name="T">What the register holds; about no patient, nothing needs to be opened.</typeparam>
    public static void GrantByDuty<T>(this GlidepathDbContext db, Actor actor, AccessAction action)
    {
        if (typeof(IPatientRecord).IsAssignableFrom(typeof(T)))
            db.GrantByDuty(actor, action, RecordClasses.Of(typeof(T)));
    }

    /// <summary>Opens kinds of data for one patient, where something else than the access check decided that it may be.</summary>
    public static void Grant(this GlidepathDbContext db, Guid patientId, AccessAction action, params ReadOnlySpan<DataClass> dataClasses)
    {
        foreach (var dataClass in dataClasses)
            (db.Scope ?? throw new UnauditedAccessException(dataClass.ToString())).Grants.Add(patientId, action, dataClass);
    }

    /// <summary>
    /// For a list that looks through more people than it shows: as long as it is open, whole entries are checked as ever, and stand in the
    /// audit only of those who are then given to <see cref="Shown"/>. Of the others nothing may leave this unit of work but how many they
    /// are.
    /// </summary>
    public static IDisposable BeginLookingThrough(this GlidepathDbContext db)
    {
        var scope = db.Scope ?? throw new UnauditedAccessException("A record");
        scope.IsLookingThrough = true;
        return new Until(() => scope.IsLookingThrough = false);
    }

    public static void Shown(this GlidepathDbContext db, IEnumerable<Guid> patientIds)
    {
        foreach (var id in patientIds)
            db.Scope!.Show(id);
    }

    private sealed class Until(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>
/// A part of entries, a count or a yes was asked of the record without saying of which patients. A mistake in the program.
/// </summary>
public sealed class UnnamedPatientsException(string what)
    : InvalidOperationException($"{what} was asked for a part, a count or a yes. Say of which patients: db.Of<{what}>(…), or Deciding.");
