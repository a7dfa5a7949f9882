namespace Glidepath.Treatment.Facilities;

/// <summary>A line of the caller's needs over all rows.</summary>
/// <param name="For">Rows for which it speaks.</param>
internal sealed record LineBits(NeedLine Line, ulong[] For, ulong[] Against)
{
    public static LineBits Of(DirectorySnapshot snapshot, NeedLine line, DateTime now)
    {
        var bits = line.Criteria is [var only] ? Bits(only) : snapshot.Union([.. line.Criteria.Select(Bits)]);
        return line.Wanted ? new(line, bits.Listed, bits.Not) : new(line, bits.Not, bits.Listed);

        FactBits Bits(Criterion c) => c.IsCapacity ? Free(snapshot, now) : snapshot.Bits(c);
    }

    /// <summary>0 to 1. What is not known is nearer to "does not have it", whether that is wanted or not.</summary>
    public float Value(int row) =>
        FactBits.Bit(For, row) ? 1
        : FactBits.Bit(Against, row) ? 0
        : Unknown;

    public float Unknown { get; } = (float)(Line.Wanted ? MatchMethod.Unknown : 1 - MatchMethod.Unknown);

    private static FactBits Free(DirectorySnapshot snapshot, DateTime now)
    {
        var bits = new FactBits(new ulong[snapshot.Columns.Words], new ulong[snapshot.Columns.Words]);
        foreach (var row in snapshot.Columns.WithCapacity)
            if (snapshot.Columns.Places[row].Capacity is { } said && said.Age(now) is not CapacityAge.Unknown)
                (said.Free > 0 ? bits.Listed : bits.Not)[row >> 6] |= 1UL << (row & 63);
        return bits;
    }
}
