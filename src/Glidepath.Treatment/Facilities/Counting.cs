using System.Numerics;

namespace Glidepath.Treatment.Facilities;

/// <summary>How many of the places that count list each code and each criterion, here and one ring wider.</summary>
internal static class Counting
{
    /// <summary>Up to so many rows of a word are counted by what each lists, more by what is listed of all at once.</summary>
    private const int FewRows = 8;

    /// <summary>Counted beside the codes: what a caller can ask for, as far as it does not hang on the hour.</summary>
    public static Criterion[] Criteria { get; } =
    [
        .. CriterionTable.All.Where(c =>
            c.Role is not CriterionRole.Shown && !c.IsCapacity && c.Group is not CriterionGroup.ExclusiveClients
        ),
    ];

    public static FacetCounts Of(MatchRun run, int ring)
    {
        var wide = Enumerable
            .Range(ring, run.Rings - ring)
            .Skip(1)
            .FirstOrDefault(r => run.MilesOf(r) is null or >= MatchMethod.NearMiles, ring);
        var columns = run.Snapshot.Columns;
        var facets = columns.Codes.Length + Criteria.Length;
        var (here, wider) = (new int[facets], new int[facets]);
        var fits = run.Fits;
        var far = run.Within(wide);
        var near = run.Within(ring);
        for (var w = 0; w < fits.Length; w++)
        {
            var (outer, inner) = (fits[w] & far[w], fits[w] & near[w]);
            if (outer == 0)
                continue;
            if (BitOperations.PopCount(outer) <= FewRows)
            {
                Rows(columns, w, outer, wider);
                Rows(columns, w, inner, here);
                continue;
            }
            Word(columns.FacetsByWord.AsSpan(w * facets, facets), outer, wider);
            if (inner != 0)
                Word(columns.FacetsByWord.AsSpan(w * facets, facets), inner, here);
        }
        return new(columns.Codes, Criteria, here, wider, run.MilesOf(wide));
    }

    private static void Rows(SnapshotColumns columns, int word, ulong rows, int[] counts)
    {
        for (; rows != 0; rows &= rows - 1)
        {
            var row = word * 64 + BitOperations.TrailingZeroCount(rows);
            foreach (var facet in columns.RowFacets.AsSpan(columns.RowStart[row]..columns.RowStart[row + 1]))
                counts[facet]++;
        }
    }

    private static void Word(ReadOnlySpan<ulong> facets, ulong rows, int[] counts)
    {
        for (var f = 0; f < facets.Length; f++)
            counts[f] += BitOperations.PopCount(facets[f] & rows);
    }
}
