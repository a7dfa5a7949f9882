using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Glidepath.Treatment.Facilities;

/// <summary>One search: who is left after what filters, how far each is, what each is worth. Its buffers go back to the pool.</summary>
internal sealed partial class MatchRun : IDisposable
{
    private readonly ulong[] alive,
        fits,
        full,
        rings;
    private readonly ulong[][] open;
    private readonly float[] values;
    private readonly SnapshotColumns columns;

    private readonly (float X, float Y, float Z) here;

    /// <summary>Rings in order, then anywhere; without a place to count from there is only anywhere.</summary>
    private readonly double?[] miles;

    public MatchRun(DirectorySnapshot snapshot, CallerNeeds needs, LineBits[] lines, ulong seed)
    {
        (Snapshot, Needs, Lines, columns) = (snapshot, needs, lines, snapshot.Columns);
        Seed = Shuffle.Mix(seed);
        here = needs.Near is { } near ? Sphere.Unit(near) : default;
        Hard = [.. lines.Where(l => l.Line.IsHard)];
        miles = needs switch
        {
            { Near: null } => [null],
            { WithinMiles: { } within } => [within, .. MatchMethod.Rings.Where(r => r > within).Select(r => (double?)r), null],
            _ => [.. MatchMethod.Rings.Select(r => (double?)r), null],
        };
        (alive, fits, full, rings, values) = (
            Rent<ulong>(Words),
            Rent<ulong>(Words),
            Rent<ulong>(Words),
            Rent<ulong>(Words * Math.Max(1, miles.Length - 1)),
            Rent<float>(Words * 64)
        );
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

    public int Full { get; private set; }

    public int WithoutPosition { get; private set; }

    public double? MilesOf(int ring) => miles[ring];

    /// <summary>Rows against which nothing that filters is known, anywhere.</summary>
    public ReadOnlySpan<ulong> Alive => alive.AsSpan(0, Words);

    /// <summary>Rows that hold to everything that filters, anywhere.</summary>
    public ReadOnlySpan<ulong> Fits => fits.AsSpan(0, Words);

    /// <summary>Rows that nobody may be offered.</summary>
    public ReadOnlySpan<ulong> Closed => Needs.ForBenzodiazepine ? columns.Exclusive : columns.None;

    /// <summary>Rows of a ring. What is known nowhere stands in the last one only where there is no place to count from.</summary>
    public ReadOnlySpan<ulong> Within(int ring) =>
        miles[ring] is not null ? rings.AsSpan(ring * Words, Words)
        : Needs.Near is null ? columns.Rows
        : columns.WithPosition;

    /// <summary>Everything the caller told is listed there; how far it is does not count.</summary>
    public bool IsFull(int row) => FactBits.Bit(full, row);

    /// <summary>How many strict rules are not known of a row, 15 at most.</summary>
    public int Open(int row) =>
        (FactBits.Bit(open[0], row) ? 1 : 0)
        | (FactBits.Bit(open[1], row) ? 2 : 0)
        | (FactBits.Bit(open[2], row) ? 4 : 0)
        | (FactBits.Bit(open[3], row) ? 8 : 0);

    public void Filter()
    {
        for (var w = 0; w < Words; w++)
            alive[w] = columns.Rows[w] & ~(Needs.ForBenzodiazepine ? columns.Exclusive[w] : 0);
        foreach (var counter in open)
            Array.Clear(counter, 0, Words);
        foreach (var line in Hard)
            if (line.Line.IsStrict)
                Count(line.For, line.Against);
            else
                for (var w = 0; w < Words; w++)
                    alive[w] &= ~line.Against[w];
        for (var w = 0; w < Words; w++)
            fits[w] = alive[w] & ~(open[0][w] | open[1][w] | open[2][w] | open[3][w]);
        for (var w = 0; w < Words; w++)
        {
            full[w] = fits[w];
            foreach (var line in Lines)
                if (line.Line.Kind is not NeedKind.Distance)
                    full[w] &= line.For[w];
        }
        if (Needs.Near is not null)
            for (var w = 0; w < Words; w++)
                WithoutPosition += BitOperations.PopCount(fits[w] & ~columns.WithPosition[w]);
    }

    /// <summary>
    /// Adds one where the rule is not known: a counter of four bits for each row, all rows of a word at once; at 15 it stays.
    /// </summary>
    private void Count(ulong[] has, ulong[] against)
    {
        var (left, one, two, four, eight) = (alive, open[0], open[1], open[2], open[3]);
        for (var w = 0; w < Words; w++)
        {
            left[w] &= ~against[w];
            var carry = ~(has[w] | against[w]) & ~(one[w] & two[w] & four[w] & eight[w]);
            (one[w], carry) = (one[w] ^ carry, one[w] & carry);
            (two[w], carry) = (two[w] ^ carry, two[w] & carry);
            (four[w], carry) = (four[w] ^ carry, four[w] & carry);
            eight[w] ^= carry;
        }
    }

    /// <summary>Marks the rows of each ring: one pass over the columns, eight rows at a time.</summary>
    public void Measure()
    {
        if (Needs.Near is null)
            return;
        var limits = miles.SkipLast(1).Select(m => Sphere.ChordSquared(m!.Value)).ToArray();
        if (limits.Length == 0)
            return;
        var (farthest, edge, inside) = (Vector256.Create(limits[^1]), MathF.Sqrt(limits[^1]), rings);
        Array.Clear(inside, 0, Words * limits.Length);
        for (var w = 0; w < Words; w++)
        {
            if (columns.WithPosition[w] == 0 || IsBeyond(columns.WordBall[w], edge))
                continue;
            for (var lane = 0; lane < 64; lane += 8)
            {
                var chord = Chord(w * 64 + lane);
                if (!Vector256.LessThanOrEqualAny(chord, farthest))
                    continue;
                for (var r = 0; r < limits.Length; r++)
                    inside[r * Words + w] |=
                        (ulong)Vector256.LessThanOrEqual(chord, Vector256.Create(limits[r])).ExtractMostSignificantBits() << lane;
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
        var inside = Within(ring);
        var count = 0;
        for (var w = 0; w < inside.Length; w++)
            count += BitOperations.PopCount(fits[w] & inside[w]);
        return count;
    }

    /// <summary>Squared chords from the caller to eight rows.</summary>
    private Vector256<float> Chord(int row)
    {
        var (dx, dy, dz) = (
            Load(columns.X, row) - Vector256.Create(here.X),
            Load(columns.Y, row) - Vector256.Create(here.Y),
            Load(columns.Z, row) - Vector256.Create(here.Z)
        );
        return dx * dx + dy * dy + dz * dz;
    }

    private bool IsBeyond((float X, float Y, float Z, float Reach) ball, float edge)
    {
        var (dx, dy, dz, most) = (ball.X - here.X, ball.Y - here.Y, ball.Z - here.Z, edge + ball.Reach);
        return dx * dx + dy * dy + dz * dz > most * most;
    }

    private static Vector256<float> Load(float[] column, int row) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)row);

    private static T[] Rent<T>(int length) => ArrayPool<T>.Shared.Rent(length);

    public void Dispose()
    {
        foreach (var words in open.Append(alive).Append(fits).Append(full).Append(rings))
            ArrayPool<ulong>.Shared.Return(words);
        ArrayPool<float>.Shared.Return(values);
        if (topKeys is not null)
            ArrayPool<UInt128>.Shared.Return(topKeys);
    }
}
