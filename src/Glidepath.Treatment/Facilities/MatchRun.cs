using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Glidepath.Treatment.Facilities;

/// <summary>One search: who is left after what filters, how far each is, what each is worth. Its buffers go back to the pool.</summary>
internal sealed partial class MatchRun : IDisposable
{
    private readonly ulong[] alive, fits, rings;
    private readonly ulong[][] open;
    private readonly float[] values;
    private readonly SnapshotColumns columns;

    /// <summary>Rings in order, then anywhere; without a place to count from there is only anywhere.</summary>
    private readonly double?[] miles;

    public MatchRun(DirectorySnapshot snapshot, CallerNeeds needs, LineBits[] lines, ulong seed)
    {
        (Snapshot, Needs, Lines, columns) = (snapshot, needs, lines, snapshot.Columns);
        Seed = Shuffle.Mix(seed);
        Hard = [.. lines.Where(l => l.Line.IsHard)];
        miles = needs switch
        {
            { Near: null } => [null],
            { WithinMiles: { } within } => [within, .. MatchMethod.Rings.Where(r => r > within).Select(r => (double?)r), null],
            _ => [.. MatchMethod.Rings.Select(r => (double?)r), null],
        };
        (alive, fits, rings, values) = (Rent<ulong>(Words), Rent<ulong>(Words), Rent<ulong>(Words * Math.Max(1, miles.Length - 1)), Rent<float>(Words * 64));
        open = [.. Enumerable.Range(0, 4).Select(_ => Rent<ulong>(Words))];
    }

    public DirectorySnapshot Snapshot { get; }

    public CallerNeeds Needs { get; }

    public LineBits[] Lines { get; }

    public LineBits[] Hard { get; }

    public ulong Seed { get; }

    public int Words => columns.Words;

    public int Rings => miles.Length;

    public int Fitting { get; private set; }

    public int Asking { get; private set; }

    public int WithoutPosition { get; private set; }

    public double? MilesOf(int ring) => miles[ring];

    /// <summary>Not against anything that filters, and in the ring.</summary>
    public ulong Alive(int ring, int word) => alive[word] & Within(ring, word);

    /// <summary>For everything that filters, and in the ring.</summary>
    public ulong Fits(int ring, int word) => fits[word] & Within(ring, word);

    /// <summary>In the ring, before anything that the caller asked for.</summary>
    public ulong Reachable(int ring, int word) => Within(ring, word) & ~(Needs.ForBenzodiazepine ? columns.Exclusive[word] : 0);

    /// <summary>What is known nowhere stands in the last ring only where there is no place to count from.</summary>
    public ulong Within(int ring, int word) => miles[ring] is not null ? rings[ring * Words + word] : Needs.Near is null ? columns.Rows[word] : columns.WithPosition[word];

    /// <summary>How many strict rules are not known of a row, 15 at most.</summary>
    public int Open(int row) =>
        (FactBits.Bit(open[0], row) ? 1 : 0) | (FactBits.Bit(open[1], row) ? 2 : 0) | (FactBits.Bit(open[2], row) ? 4 : 0) | (FactBits.Bit(open[3], row) ? 8 : 0);

    public void Filter()
    {
        for (var w = 0; w < Words; w++)
        {
            var left = columns.Rows[w] & ~(Needs.ForBenzodiazepine ? columns.Exclusive[w] : 0);
            ulong one = 0, two = 0, four = 0, eight = 0;
            foreach (var line in Hard)
            {
                var (has, against) = (line.For[w], line.Against[w]);
                left &= ~against;
                if (!line.Line.IsStrict)
                    continue;
                var unknown = ~(has | against);
                // A counter of four bits for each row at once; at 15 it stays.
                var carry = unknown & ~(one & two & four & eight);
                (one, carry) = (one ^ carry, one & carry);
                (two, carry) = (two ^ carry, two & carry);
                (four, carry) = (four ^ carry, four & carry);
                eight ^= carry;
            }
            (alive[w], fits[w]) = (left, left & ~(one | two | four | eight));
            (open[0][w], open[1][w], open[2][w], open[3][w]) = (one, two, four, eight);
            WithoutPosition += Needs.Near is null ? 0 : BitOperations.PopCount(fits[w] & ~columns.WithPosition[w]);
        }
    }

    /// <summary>Marks the rows of each ring: one pass over the columns, eight rows at a time.</summary>
    public void Measure()
    {
        if (Needs.Near is not { } near)
            return;
        var (x, y, z) = Sphere.Unit(near);
        var limits = miles.SkipLast(1).Select(m => Sphere.ChordSquared(m!.Value)).ToArray();
        if (limits.Length == 0)
            return;
        var (farthest, inside) = (Vector256.Create(limits[^1]), rings);
        Array.Clear(inside, 0, Words * limits.Length);
        for (var w = 0; w < Words; w++)
        {
            if (columns.WithPosition[w] == 0)
                continue;
            for (var lane = 0; lane < 64; lane += 8)
            {
                var chord = Chord(w * 64 + lane, x, y, z);
                if (!Vector256.LessThanOrEqualAny(chord, farthest))
                    continue;
                for (var r = 0; r < limits.Length; r++)
                    inside[r * Words + w] |= (ulong)Vector256.LessThanOrEqual(chord, Vector256.Create(limits[r])).ExtractMostSignificantBits() << lane;
            }
            for (var r = 0; r < limits.Length; r++)
                inside[r * Words + w] &= columns.WithPosition[w];
        }
    }

    /// <summary>The caller's own miles; or the first ring that holds a choice, or anywhere.</summary>
    public int ChooseRing()
    {
        if (Needs.Near is null || Needs.WithinMiles is not null)
            return 0;
        for (var ring = 0; ring < Rings - 1; ring++)
            if (CountFits(ring) >= MatchMethod.EnoughToChoose)
                return ring;
        return Rings - 1;
    }

    public int CountFits(int ring)
    {
        var count = 0;
        for (var w = 0; w < Words; w++)
            count += BitOperations.PopCount(Fits(ring, w));
        return count;
    }

    private Vector256<float> Chord(int row, float x, float y, float z)
    {
        var (dx, dy, dz) = (Load(columns.X, row) - Vector256.Create(x), Load(columns.Y, row) - Vector256.Create(y), Load(columns.Z, row) - Vector256.Create(z));
        return dx * dx + dy * dy + dz * dz;
    }

    private static Vector256<float> Load(float[] column, int row) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)row);

    private static T[] Rent<T>(int length) => ArrayPool<T>.Shared.Rent(length);

    public void Dispose()
    {
        foreach (var words in open.Append(alive).Append(fits).Append(rings))
            ArrayPool<ulong>.Shared.Return(words);
        ArrayPool<float>.Shared.Return(values);
        if (topKeys is not null)
            ArrayPool<UInt128>.Shared.Return(topKeys);
    }
}
