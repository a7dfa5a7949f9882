using System.Collections.Frozen;
using System.Numerics;

namespace Glidepath.Treatment.Facilities;

internal static class SnapshotBuilder
{
    public static DirectorySnapshot Build(IReadOnlyCollection<Place> given)
    {
        var places = Sorted(given);
        var words = (places.Length + 63) / 64;
        var codes = Codes(places);
        var index = codes.Index().ToFrozenDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        var none = new ulong[words];
        var columns = new SnapshotColumns
        {
            Places = places,
            Codes = codes,
            CodeBits = Enumerable.Range(0, codes.Length).Select(_ => new FactBits(new ulong[words], new ulong[words])).ToArray(),
            FacetsByWord = [],
            RowFacets = [],
            RowStart = [],
            WordBall = [],
            X = new float[words * 64],
            Y = new float[words * 64],
            Z = new float[words * 64],
            Rows = new ulong[words],
            WithPosition = new ulong[words],
            Exclusive = new ulong[words],
            AsOfDay = new int[words * 64],
            IdBits = new ulong[words * 64],
            WithCapacity = [.. places.Index().Where(p => p.Item.Capacity is not null).Select(p => p.Index)],
            None = none,
        };
        for (var row = 0; row < places.Length; row++)
            Fill(columns, index, row);
        var bare = new DirectorySnapshot(columns, index, FrozenDictionary<string, FactBits>.Empty);
        var criteria = CriterionTable
            .All.Where(c => !c.IsCapacity)
            .ToFrozenDictionary(
                c => c.Id,
                c => c.Capability is { } capability ? Attested(places, capability, words) : bare.Union([.. c.Codes.Select(bare.Bits)]),
                StringComparer.Ordinal
            );
        var facets = columns.CodeBits.Select(b => b.Listed).Concat(Counting.Criteria.Select(c => criteria[c.Id].Listed)).ToArray();
        var (rowFacets, rowStart) = ByRow(facets, places.Length);
        return new(
            columns with
            {
                FacetsByWord = ByWord(facets, words),
                RowFacets = rowFacets,
                RowStart = rowStart,
                WordBall = [.. Enumerable.Range(0, words).Select(w => Ball(columns, w))],
            },
            index,
            criteria
        );
    }

    private static ulong[] ByWord(ulong[][] facets, int words)
    {
        var byWord = new ulong[words * facets.Length];
        for (var f = 0; f < facets.Length; f++)
        for (var w = 0; w < words; w++)
            byWord[w * facets.Length + f] = facets[f][w];
        return byWord;
    }

    private static (ushort[] Facets, int[] Start) ByRow(ulong[][] facets, int rows)
    {
        var start = new int[rows + 1];
        foreach (var bits in facets)
            Each(bits, row => start[row + 1]++);
        for (var row = 0; row < rows; row++)
            start[row + 1] += start[row];
        var (byRow, next) = (new ushort[start[rows]], start[..rows]);
        for (var f = 0; f < facets.Length; f++)
            Each(facets[f], row => byRow[next[row]++] = (ushort)f);
        return (byRow, start);
    }

    private static void Each(ulong[] bits, Action<int> row)
    {
        for (var w = 0; w < bits.Length; w++)
        for (var left = bits[w]; left != 0; left &= left - 1)
            row(w * 64 + BitOperations.TrailingZeroCount(left));
    }

    private static (float X, float Y, float Z, float Reach) Ball(SnapshotColumns columns, int word)
    {
        var (x, y, z, reach, rows) = (0d, 0d, 0d, 0d, columns.WithPosition[word]);
        for (var left = rows; left != 0; left &= left - 1)
            if (word * 64 + BitOperations.TrailingZeroCount(left) is var row)
                (x, y, z) = (x + columns.X[row], y + columns.Y[row], z + columns.Z[row]);
        var count = Math.Max(1, BitOperations.PopCount(rows));
        (x, y, z) = (x / count, y / count, z / count);
        for (var left = rows; left != 0; left &= left - 1)
            if (word * 64 + BitOperations.TrailingZeroCount(left) is var row)
                reach = Math.Max(
                    reach,
                    Math.Sqrt(Math.Pow(columns.X[row] - x, 2) + Math.Pow(columns.Y[row] - y, 2) + Math.Pow(columns.Z[row] - z, 2))
                );
        // A little more than the farthest, for what rounding takes away.
        return ((float)x, (float)y, (float)z, (float)reach * 1.0001f + 1e-6f);
    }

    private static void Fill(SnapshotColumns columns, FrozenDictionary<string, int> index, int row)
    {
        var place = columns.Places[row];
        var (word, bit) = (row >> 6, 1UL << (row & 63));
        columns.Rows[word] |= bit;
        if (place.Coordinates is { } at)
        {
            (columns.X[row], columns.Y[row], columns.Z[row]) = Sphere.Unit(at);
            columns.WithPosition[word] |= bit;
        }
        columns.IdBits[row] = Shuffle.Bits(place.Id);
        var open = PlaceReading.Open(place);
        if (place.Programmes.Count > 0 && open.Count == 0)
            columns.Exclusive[word] |= bit;
        foreach (var programme in open.Count > 0 ? open : place.Programmes)
        {
            columns.AsOfDay[row] = Math.Max(columns.AsOfDay[row], programme.Origin.AsOf.DayNumber);
            var denies = programme.Services.Any(s => s.Listing is Listing.ListedAsNot);
            foreach (var fact in programme.Services)
            {
                var bits = columns.CodeBits[index[fact.Code]];
                if (fact.Listing is Listing.NotListed || (denies && PlaceReading.IsOverruled(programme, fact)))
                    continue;
                (fact.Listing is Listing.Listed ? bits.Listed : bits.Not)[word] |= bit;
                // One programme that has it is enough for the place.
                bits.Not[word] &= ~bits.Listed[word];
            }
        }
    }

    private static string[] Codes(Place[] places)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
        foreach (var programme in place.Programmes)
        foreach (var fact in programme.Services)
            seen.Add(fact.Code);
        return [.. seen.Order(StringComparer.Ordinal)];
    }

    private static FactBits Attested(Place[] places, BenzodiazepineCapability capability, int words)
    {
        var bits = new FactBits(new ulong[words], new ulong[words]);
        for (var row = 0; row < places.Length; row++)
            if (
                places[row].Profile.Attestations.Count > 0
                && ProfileReading.Of(places[row].Profile, capability) is var said and not Listing.NotListed
            )
                (said is Listing.Listed ? bits.Listed : bits.Not)[row >> 6] |= 1UL << (row & 63);
        return bits;
    }

    /// <summary>Along a Z-shaped curve through the map, then by id: the same for any order in which places come.</summary>
    private static Place[] Sorted(IReadOnlyCollection<Place> given)
    {
        var places = given.ToArray();
        var ids = new HashSet<Guid>(places.Length);
        if (places.FirstOrDefault(p => !ids.Add(p.Id)) is { } twice)
            throw new ArgumentException($"two places have the id {twice.Id}", nameof(given));
        Array.Sort(places.Select(p => (p.Coordinates is { } at ? Curve(at) : uint.MaxValue, p.Id)).ToArray(), places);
        return places;
    }

    private static uint Curve(Coordinates at) =>
        Spread((uint)Math.Clamp((at.Latitude + 90) / 180 * 65_535, 0, 65_534)) << 1
        | Spread((uint)Math.Clamp((at.Longitude + 180) / 360 * 65_535, 0, 65_534));

    private static uint Spread(uint half)
    {
        half = (half | half << 8) & 0x00FF00FF;
        half = (half | half << 4) & 0x0F0F0F0F;
        half = (half | half << 2) & 0x33333333;
        return (half | half << 1) & 0x55555555;
    }
}
