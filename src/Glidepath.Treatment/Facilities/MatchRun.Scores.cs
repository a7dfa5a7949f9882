using System.Numerics;
using System.Runtime.Intrinsics;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// What each row is worth and where it stands. The key of a row is made of that row alone, so no other row can change the order of two:
/// rules not known (4 bits), not everything fits (1), band of points (6; none where everything fits), whole miles (14, since the middle
/// of a ZIP area is off by more than one), age of its facts (16), the draw (64).
/// </summary>
internal sealed partial class MatchRun
{
    /// <summary>Ages are told apart from 2000 on, for 179 years.</summary>
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;

    private UInt128[]? topKeys;
    private int[] topRows = [];
    private int topCount;

    public int TopCount => topCount;

    /// <summary>Of all lines; what 100 points are.</summary>
    public float TotalWeight { get; private set; }

    public int Ring { get; private set; }

    public (int Row, UInt128 Key) Top(int position) => (topRows[position], topKeys![position]);

    public float ValueOf(int row) => values[row];

    /// <summary>Miles by the fast path, as the score and the order use them.</summary>
    public float MilesTo(int row) => Needs.Near is null ? 0 : Sphere.Miles(Chord(row & ~7))[row & 7];

    public float NearValue(float miles) => Nearness(Vector256.Create(miles))[0];

    public void Score(int ring, int take)
    {
        Ring = ring;
        (topKeys, topRows, topCount) = (Rent<UInt128>(take), new int[take], 0);
        TotalWeight = Lines.Sum(l => (float)l.Line.Weight);
        var weighed = Lines.Where(l => l.Line.Kind is not NeedKind.Distance).ToArray();
        var start = weighed.Sum(l => (float)l.Line.Weight * l.Unknown);
        var distance = Lines.FirstOrDefault(l => l.Line.Kind is NeedKind.Distance);
        Span<float> sums = stackalloc float[64],
            far = stackalloc float[64];
        far.Clear();
        var inside = Within(ring);
        for (var w = 0; w < inside.Length; w++)
        {
            var rows = alive[w] & inside[w];
            if (rows == 0)
                continue;
            Fitting += BitOperations.PopCount(rows & fits[w]);
            Asking += BitOperations.PopCount(rows & ~fits[w]);
            Full += BitOperations.PopCount(rows & full[w]);
            sums.Fill(start);
            foreach (var line in weighed)
            {
                Add(sums, line.For[w] & rows, (float)line.Line.Weight * (1 - line.Unknown));
                Add(sums, line.Against[w] & rows, -(float)line.Line.Weight * line.Unknown);
            }
            if (Needs.Near is not null)
                for (var lane = 0; lane < 64; lane += 8)
                {
                    if ((rows >> lane & 0xFF) == 0)
                        continue;
                    var miles = Sphere.Miles(Chord(w * 64 + lane));
                    miles.CopyTo(far[lane..]);
                    if (distance is not null)
                        (
                            Vector256.Create<float>(sums.Slice(lane, 8)) + Vector256.Create((float)distance.Line.Weight) * Nearness(miles)
                        ).CopyTo(sums[lane..]);
                }
            for (var left = rows; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var row = w * 64 + bit;
                values[row] = TotalWeight > 0 ? Math.Clamp(sums[bit] / TotalWeight, 0, 1) : 1;
                var standing = Standing(row, Open(row), IsFull(row), values[row], far[bit]);
                if (topCount < take || standing <= (ulong)(topKeys[0] >> 64))
                    Offer(row, new(standing, Draw(row)));
            }
        }
        Array.Sort(topKeys, topRows, 0, topCount);
    }

    public UInt128 Key(int row, int openRules, bool isFull, float value, float miles) =>
        new(Standing(row, openRules, isFull, value, miles), Draw(row));

    private ulong Standing(int row, int openRules, bool isFull, float value, float miles)
    {
        var stale = (ulong)(ushort.MaxValue - Math.Clamp(columns.AsOfDay[row] - FirstDay, 0, ushort.MaxValue));
        return (ulong)openRules << 37
            | (isFull ? 0 : 1UL << 36 | (ulong)Band(value) << 30)
            | (ulong)Math.Min(16_383, MathF.Round(miles)) << 16
            | stale;
    }

    private ulong Draw(int row) => Shuffle.Mix(columns.IdBits[row] ^ Seed);

    /// <summary>Counted from 100 points in fixed steps, not from the leader: else a new leader would move the others' bands.</summary>
    public static int Band(float value) => (int)((1 - value) * 100 / MatchMethod.BandPoints);

    private Vector256<float> Nearness(Vector256<float> miles) =>
        Needs.TooFarMiles is { } tooFar
            ? Vector256.Max(Vector256<float>.Zero, Vector256<float>.One - miles / (float)tooFar)
            : Vector256.Exp(miles / (float)-MatchMethod.FadeMiles);

    private static void Add(Span<float> sums, ulong rows, float points)
    {
        for (; rows != 0; rows &= rows - 1)
            sums[BitOperations.TrailingZeroCount(rows)] += points;
    }

    /// <summary>Keeps the smallest keys in a heap whose root is the largest of them.</summary>
    private void Offer(int row, UInt128 key)
    {
        if (topCount < topRows.Length)
        {
            var at = topCount++;
            for (; at > 0 && topKeys![(at - 1) / 2] < key; at = (at - 1) / 2)
                (topKeys[at], topRows[at]) = (topKeys[(at - 1) / 2], topRows[(at - 1) / 2]);
            (topKeys![at], topRows[at]) = (key, row);
        }
        else if (key < topKeys![0])
        {
            var at = 0;
            for (int child; (child = 2 * at + 1) < topCount; at = child)
            {
                if (child + 1 < topCount && topKeys[child + 1] > topKeys[child])
                    child++;
                if (topKeys[child] <= key)
                    break;
                (topKeys[at], topRows[at]) = (topKeys[child], topRows[child]);
            }
            (topKeys[at], topRows[at]) = (key, row);
        }
    }
}
