using System.Collections.Frozen;

namespace Glidepath.Treatment.Facilities;

/// <summary>Bits of one fact over all rows: listed, and listed as not. A row with neither is not listed.</summary>
internal readonly record struct FactBits(ulong[] Listed, ulong[] Not)
{
    public Listing Of(int row) =>
        Bit(Listed, row) ? Listing.Listed
        : Bit(Not, row) ? Listing.ListedAsNot
        : Listing.NotListed;

    public static bool Bit(ulong[] words, int row) => (words[row >> 6] >> (row & 63) & 1) != 0;
}

/// <summary>
/// Every place of the directory in columns, as it stood when it was built: nothing in it changes. A row is a place; rows lie along a curve
/// through the map, so that those near a caller are neighbours in memory. Built anew on each change and swapped whole by whoever holds it.
/// </summary>
public sealed class DirectorySnapshot
{
    private readonly FrozenDictionary<string, int> codeIndex;
    private readonly FrozenDictionary<string, FactBits> criteria;

    internal DirectorySnapshot(
        SnapshotColumns columns,
        FrozenDictionary<string, int> codeIndex,
        FrozenDictionary<string, FactBits> criteria
    ) => (Columns, this.codeIndex, this.criteria) = (columns, codeIndex, criteria);

    public static DirectorySnapshot Empty { get; } = Build([]);

    /// <summary>In an order of their own, which is not that of the source.</summary>
    public IReadOnlyList<Place> Places => Columns.Places;

    /// <summary>Every code that some place lists or denies, in ordinal order.</summary>
    public IReadOnlyList<string> Codes => Columns.Codes;

    internal SnapshotColumns Columns { get; }

    /// <exception cref="ArgumentException">Two places have one id.</exception>
    public static DirectorySnapshot Build(IReadOnlyCollection<Place> places) => SnapshotBuilder.Build(places);

    /// <summary>What the place says of a criterion, all its programmes taken together.</summary>
    internal FactBits Bits(Criterion criterion) =>
        criteria.TryGetValue(criterion.Id, out var bits) ? bits : Union([.. criterion.Codes.Select(Bits)]);

    internal FactBits Bits(string code) =>
        codeIndex.TryGetValue(code, out var index) ? Columns.CodeBits[index] : new(Columns.None, Columns.None);

    internal int IndexOf(string code) => codeIndex.GetValueOrDefault(code, -1);

    /// <summary>Three-valued "or": listed where one is, a "no" where all are.</summary>
    internal FactBits Union(IReadOnlyList<FactBits> parts)
    {
        if (parts.Count == 0)
            return new(Columns.None, Columns.None);
        if (parts.Count == 1)
            return parts[0];
        var (listed, not) = ((ulong[])parts[0].Listed.Clone(), (ulong[])parts[0].Not.Clone());
        foreach (var part in parts.Skip(1))
            for (var w = 0; w < listed.Length; w++)
                (listed[w], not[w]) = (listed[w] | part.Listed[w], not[w] & part.Not[w]);
        return new(listed, not);
    }
}

/// <summary>Columns are padded to whole words of 64 rows; padding rows are never alive.</summary>
internal sealed record SnapshotColumns
{
    public required Place[] Places { get; init; }

    public required string[] Codes { get; init; }

    public required FactBits[] CodeBits { get; init; }

    /// <summary>
    /// What is counted beside a search: codes, then <see cref="Counting.Criteria"/>. Within each word of rows they lie side by side: [word
    /// × facets + facet].
    /// </summary>
    public required ulong[] FacetsByWord { get; init; }

    /// <summary>Facets of each row, one row after the other; <see cref="RowStart"/> says where.</summary>
    public required ushort[] RowFacets { get; init; }

    public required int[] RowStart { get; init; }

    /// <summary>A ball around the rows of each word, as a point of the sphere and a chord: far words are passed over whole.</summary>
    public required (float X, float Y, float Z, float Reach)[] WordBall { get; init; }

    public required float[] X { get; init; }

    public required float[] Y { get; init; }

    public required float[] Z { get; init; }

    public required ulong[] Rows { get; init; }

    public required ulong[] WithPosition { get; init; }

    /// <summary>No programme there takes people whose problem is a benzodiazepine.</summary>
    public required ulong[] Exclusive { get; init; }

    /// <summary>Day of the newest fact, as <see cref="DateOnly.DayNumber"/>.</summary>
    public required int[] AsOfDay { get; init; }

    public required ulong[] IdBits { get; init; }

    /// <summary>Rows whose place has said how many beds are free.</summary>
    public required int[] WithCapacity { get; init; }

    public required ulong[] None { get; init; }

    public int Words => Rows.Length;
}
