using System.Numerics;

namespace Glidepath.Treatment.Facilities;

/// <summary>How many of the places that count list each code and each criterion, here and one ring wider.</summary>
internal static class Counting
{
    private static readonly Criterion[] Asked = [.. CriterionTable.All.Where(c => c.Role is not CriterionRole.Shown && !c.IsCapacity && c.Group is not CriterionGroup.ExclusiveClients)];

    public static FacetCounts Of(MatchRun run, int ring)
    {
        var wide = Enumerable.Range(ring, run.Rings - ring).Skip(1).FirstOrDefault(r => run.MilesOf(r) is null or >= MatchMethod.NearMiles, ring);
        var columns = run.Snapshot.Columns;
        var codes = columns.Codes.Length;
        var (here, wider) = (new int[codes], new int[codes]);
        var (criterionHere, criterionWider) = (new int[Asked.Length], new int[Asked.Length]);
        var bits = Asked.Select(c => run.Snapshot.Bits(c).Listed).ToArray();
        for (var w = 0; w < run.Words; w++)
        {
            var (outer, inner) = (run.Fits(wide, w), run.Fits(ring, w));
            if (outer == 0)
                continue;
            Count(columns.CodesByWord.AsSpan(w * codes, codes), outer, wider);
            if (inner != 0)
                Count(columns.CodesByWord.AsSpan(w * codes, codes), inner, here);
            for (var c = 0; c < bits.Length; c++)
            {
                criterionWider[c] += BitOperations.PopCount(bits[c][w] & outer);
                criterionHere[c] += BitOperations.PopCount(bits[c][w] & inner);
            }
        }
        return new(columns.Codes, here, wider, Asked, criterionHere, criterionWider, run.MilesOf(wide));
    }

    private static void Count(ReadOnlySpan<ulong> codes, ulong rows, int[] counts)
    {
        for (var c = 0; c < codes.Length; c++)
            counts[c] += BitOperations.PopCount(codes[c] & rows);
    }
}
