using System.Collections.Concurrent;
using System.Linq.Expressions;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Shared;

/// <summary>
/// What the areas asked for, read together: one command finds which parts hold anything of these patients, and only those are read. A part
/// costs nothing where there is nothing, and none is read twice.
/// </summary>
public sealed class Gathered
{
    // Which parts are asked for together hangs on the page and on what is open to the role: there are few such sets.
    private static readonly ConcurrentDictionary<Asked, HotQuery<List<Guid>, string>> HeldOfParts = [];

    private readonly Dictionary<RecordPart, (List<Guid> Of, object Entries)> _read = [];

    private readonly TimeZoneInfo _zone;

    // Of the few who have more than one record.
    private readonly Dictionary<Guid, IReadOnlyList<MergedRecord>> _merged = [];

    private Gathered(TimeZoneInfo zone) => _zone = zone;

    /// <param name="open">The kinds of data that were granted, patient by patient.</param>
    public static async Task<Gathered> ReadAsync(
        GlidepathDbContext db,
        IReadOnlyDictionary<Guid, IReadOnlySet<DataClass>> open,
        IEnumerable<RecordPart> parts,
        CancellationToken cancellationToken
    )
    {
        var asked = parts
            .Distinct()
            .Select(p => (Part: p, Of: open.Where(o => p.Needs.All(o.Value.Contains)).Select(o => o.Key).ToList()))
            .Where(p => p.Of.Count > 0)
            .ToList();
        // A part of entries that are read whole anyway is taken from them.
        var source = asked.ToDictionary(
            p => p.Part,
            p => asked.Find(o => o.Part.IsAll && o.Part.Holds == p.Part.Holds && p.Of.All(o.Of.Contains)).Part ?? p.Part
        );
        var alone = asked.Where(p => source[p.Part] == p.Part).ToList();
        var held = await HeldAsync(db, alone, cancellationToken);
        var all = new Gathered(db.Zone);
        foreach (var id in open.Keys)
            if (db.MergedInto(id) is { Count: > 0 } merged)
                all._merged[id] = merged;
        for (var i = 0; i < alone.Count; i++)
            all._read[alone[i].Part] = (
                alone[i].Of,
                await alone[i].Part.ReadAsync(db, alone[i].Of, held?.Contains(Name(i)) ?? true, cancellationToken)
            );
        foreach (var (part, of) in asked)
            if (source[part] is var whole && whole != part)
                all._read[part] = (of, part.From(all._read[whole].Entries, of));
        return all;
    }

    public PersonEntries Of(Guid patientId) => new(this, patientId, false);

    internal DateOnly DayOf(DateTime utc) => LocalDay.Of(utc, _zone);

    /// <summary>Of all records of the person; what may not be seen of one of them was not read.</summary>
    internal IEnumerable<TPart> Of<TPart>(RecordPart<TPart> part, Guid patientId) =>
        _read.TryGetValue(part, out var read)
            ? MergedInto(patientId).Select(m => m.PatientId).Prepend(patientId).SelectMany(id => ((ILookup<Guid, TPart>)read.Entries)[id])
            : [];

    internal IEnumerable<TPart> OfOne<TPart>(RecordPart<TPart> part, Guid patientId) =>
        _read.TryGetValue(part, out var read) ? ((ILookup<Guid, TPart>)read.Entries)[patientId] : [];

    internal IReadOnlyList<MergedRecord> MergedInto(Guid patientId) => _merged.GetValueOrDefault(patientId) ?? [];

    internal bool IsOpen(RecordPart part, Guid patientId) => _read.TryGetValue(part, out var read) && read.Of.Contains(patientId);

    /// <returns>Names of the parts that hold something; null where asking would cost as much as reading.</returns>
    private static async Task<HashSet<string>?> HeldAsync(
        GlidepathDbContext db,
        IReadOnlyList<(RecordPart Part, List<Guid> Of)> parts,
        CancellationToken cancellationToken
    )
    {
        if (parts.Count < 2)
            return null;
        HashSet<string> held = [];
        // Mostly one command: to most of a list the same is open.
        foreach (var same in parts.Select((p, i) => (p.Part, p.Of, Name: Name(i))).GroupBy(p => new Ids(p.Of)))
            held.UnionWith(
                await HeldOfParts
                    .GetOrAdd(new Asked([.. same.Select(p => (p.Part, p.Name))]), static asked => new(asked.Together()))
                    .ToListAsync(db, same.Key.All, cancellationToken)
            );
        return held;
    }

    private static string Name(int part) => $"{part}";

    private readonly record struct Ids(List<Guid> All)
    {
        public bool Equals(Ids other) => All.SequenceEqual(other.All);

        public override int GetHashCode() => HashCode.Combine(All.Count, All[0]);
    }

    private readonly record struct Asked((RecordPart Part, string Name)[] Parts)
    {
        public bool Equals(Asked other) => Parts.AsSpan().SequenceEqual(other.Parts);

        public override int GetHashCode() => Parts.Aggregate(0, (hash, part) => HashCode.Combine(hash, part));

        public Expression<Func<GlidepathDbContext, List<Guid>, IQueryable<string>>> Together()
        {
            var all = Parts.Select(p => p.Part.Held(p.Name)).ToList();
            var concat = new Func<IQueryable<string>, IEnumerable<string>, IQueryable<string>>(Queryable.Concat).Method;
            return Expression.Lambda<Func<GlidepathDbContext, List<Guid>, IQueryable<string>>>(
                all.Skip(1)
                    .Aggregate(
                        all[0].Body,
                        (sum, next) =>
                            Expression.Call(
                                concat,
                                sum,
                                new Instead(next.Parameters[1], all[0].Parameters[1]).Visit(
                                    new Instead(next.Parameters[0], all[0].Parameters[0]).Visit(next.Body)
                                )
                            )
                    ),
                all[0].Parameters
            );
        }
    }
}

/// <summary>What was gathered of one person.</summary>
/// <param name="IsAlone">Of this record, and of none that was merged into it.</param>
public readonly record struct PersonEntries(Gathered All, Guid PatientId, bool IsAlone)
{
    /// <returns>None where nothing is on file, and where it may not be seen: ask <see cref="IsOpen"/> before saying "none".</returns>
    public IReadOnlyList<TPart> Of<TPart>(RecordPart<TPart> part) => [.. IsAlone ? All.OfOne(part, PatientId) : All.Of(part, PatientId)];

    /// <summary>Records that were merged into this one; what may be seen of them is among the entries.</summary>
    public IReadOnlyList<MergedRecord> Merged => All.MergedInto(PatientId);

    /// <summary>The day of an instant where the program is.</summary>
    /// <param name="utc">An instant.</param>
    public DateOnly DayOf(DateTime utc) => All.DayOf(utc);

    /// <summary>The part was asked for, and all that it needs was granted of this person.</summary>
    public bool IsOpen(RecordPart part) => All.IsOpen(part, PatientId);
}
