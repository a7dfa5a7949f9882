using System.Linq.Expressions;
using System.Reflection;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Shared;

/// <summary>
/// Which entries of a record type an area shows, and which kinds of data must be open for that. It only says so: <see cref="Gathered"/>
/// runs the query, once for everyone who asks for the same part.
/// </summary>
public abstract class RecordPart
{
    private protected RecordPart(Type holds, IEnumerable<DataClass> alsoNeeds)
    {
        Holds = holds;
        Needs = [.. alsoNeeds.Prepend(holds.GetCustomAttribute<RecordOfAttribute>()!.DataClass).Distinct()];
    }

    public Type Holds { get; }

    /// <summary>What the record type says of itself, and what was asked for besides. Of nobody else is anything read.</summary>
    public IReadOnlyList<DataClass> Needs { get; }

    /// <summary>All entries of the type, whole.</summary>
    internal abstract bool IsAll { get; }

    /// <summary>Every entry of a patient.</summary>
    public static RecordPart<T> All<T>()
        where T : class, IPatientRecord => AllOf<T>.Part;

    /// <param name="which">Null for all.</param>
    /// <param name="alsoNeeds">Kinds of data that must be open besides the type's own.</param>
    public static RecordPart<T> Of<T>(Expression<Func<T, bool>>? which = null, params IEnumerable<DataClass> alsoNeeds)
        where T : class, IPatientRecord => new WholeEntries<T>(which, alsoNeeds);

    /// <summary>Some fields of every entry, for many patients at a time: nothing sealed is opened for the rest.</summary>
    /// <param name="fields">The patient, and what is needed.</param>
    public static RecordPart<TPart> Fields<T, TPart>(Expression<Func<T, KeyValuePair<Guid, TPart>>> fields)
        where T : class, IPatientRecord => new EntryFields<T, TPart>(fields);

    /// <returns>This name where anything is held of one of the patients; no row otherwise.</returns>
    internal abstract Expression<Func<GlidepathDbContext, List<Guid>, IQueryable<string>>> Held(string name);

    /// <summary>Whom there is such an entry of, among all patients: for deciding whom to look at, and shown to nobody.</summary>
    internal abstract IQueryable<Guid> Whose(GlidepathDbContext db);

    /// <param name="isHeld">False where <see cref="Held"/> found nothing: then no command is sent.</param>
    internal abstract Task<object> ReadAsync(
        GlidepathDbContext db,
        List<Guid> patientIds,
        bool isHeld,
        CancellationToken cancellationToken
    );

    /// <summary>The same from entries that were read whole for another part.</summary>
    /// <param name="all">What <see cref="ReadAsync"/> of that part gave.</param>
    internal abstract object From(object all, List<Guid> patientIds);

    private protected static Expression<Func<GlidepathDbContext, List<Guid>, IQueryable<string>>> HeldOf<T>(
        Expression<Func<T, bool>> which,
        string name
    )
        where T : class, IPatientRecord
    {
        var id = PatientIdOf<T>();
        return (db, patientIds) =>
            db.Deciding<T>().Where(r => patientIds.Contains(EF.Property<Guid>(r, id))).Where(which).Select(_ => name).Take(1);
    }

    private protected static IQueryable<Guid> PatientsOf<T>(IQueryable<T> entries)
        where T : class, IPatientRecord
    {
        var id = PatientIdOf<T>();
        return entries.Select(r => EF.Property<Guid>(r, id));
    }

    // Of a person the id is the patient's.
    private protected static string PatientIdOf<T>() =>
        typeof(T) == typeof(Patient) ? nameof(Patient.Id) : nameof(IPatientRecord.PatientId);

    private static class AllOf<T>
        where T : class, IPatientRecord
    {
        public static readonly RecordPart<T> Part = new WholeEntries<T>(null, []);
    }
}

/// <typeparam name="TPart">What is read of each entry.</typeparam>
public abstract class RecordPart<TPart> : RecordPart
{
    private protected RecordPart(Type holds, IEnumerable<DataClass> alsoNeeds)
        : base(holds, alsoNeeds) { }
}

/// <summary>Whole entries: each is checked and noted for the audit as it is loaded.</summary>
internal sealed class WholeEntries<T>(Expression<Func<T, bool>>? which, IEnumerable<DataClass> alsoNeeds)
    : RecordPart<T>(typeof(T), alsoNeeds)
    where T : class, IPatientRecord
{
    private static readonly string Id = PatientIdOf<T>();

    private readonly Lazy<Func<T, bool>> _matches = new(() => which is null ? static _ => true : which.Compile());

    private readonly HotQuery<List<Guid>, T> _entries = EntriesOf(which ?? (static _ => true));

    internal override bool IsAll => which is null;

    internal override Expression<Func<GlidepathDbContext, List<Guid>, IQueryable<string>>> Held(string name) =>
        HeldOf(which ?? (static _ => true), name);

    internal override IQueryable<Guid> Whose(GlidepathDbContext db) =>
        PatientsOf(which is null ? db.Deciding<T>() : db.Deciding<T>().Where(which));

    internal override async Task<object> ReadAsync(
        GlidepathDbContext db,
        List<Guid> patientIds,
        bool isHeld,
        CancellationToken cancellationToken
    )
    {
        List<T> entries = isHeld ? await _entries.ToListAsync(db, patientIds, cancellationToken) : [];
        return entries.ToLookup(r => r.PatientId);
    }

    internal override object From(object all, List<Guid> patientIds) =>
        patientIds.SelectMany(id => ((ILookup<Guid, T>)all)[id]).Where(_matches.Value).ToLookup(r => r.PatientId);

    private static HotQuery<List<Guid>, T> EntriesOf(Expression<Func<T, bool>> which) =>
        new((db, patientIds) => db.Set<T>().AsNoTracking().Where(r => patientIds.Contains(EF.Property<Guid>(r, Id))).Where(which));
}

/// <summary>A part of each entry. Every patient is noted for the audit: that one has none is an answer too.</summary>
internal sealed class EntryFields<T, TPart>(Expression<Func<T, KeyValuePair<Guid, TPart>>> fields) : RecordPart<TPart>(typeof(T), [])
    where T : class, IPatientRecord
{
    private readonly Lazy<Func<T, KeyValuePair<Guid, TPart>>> _of = new(fields.Compile);

    private readonly HotQuery<List<Guid>, KeyValuePair<Guid, TPart>> _parts = new((db, patientIds) => db.Of<T>(patientIds).Select(fields));

    internal override bool IsAll => false;

    internal override Expression<Func<GlidepathDbContext, List<Guid>, IQueryable<string>>> Held(string name) =>
        HeldOf<T>(static _ => true, name);

    internal override IQueryable<Guid> Whose(GlidepathDbContext db) => PatientsOf(db.Deciding<T>());

    internal override async Task<object> ReadAsync(
        GlidepathDbContext db,
        List<Guid> patientIds,
        bool isHeld,
        CancellationToken cancellationToken
    )
    {
        if (isHeld)
            return (await _parts.ToListAsync(db, patientIds, cancellationToken)).ToLookup(p => p.Key, p => p.Value);
        _ = db.Of<T>(patientIds);
        return Enumerable.Empty<KeyValuePair<Guid, TPart>>().ToLookup(p => p.Key, p => p.Value);
    }

    internal override object From(object all, List<Guid> patientIds) =>
        patientIds.SelectMany(id => ((ILookup<Guid, T>)all)[id]).Select(_of.Value).ToLookup(p => p.Key, p => p.Value);
}
