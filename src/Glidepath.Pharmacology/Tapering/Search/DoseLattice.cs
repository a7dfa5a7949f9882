using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// The days a plan may be made of: docs/decisions/0021. Of pieces, for each daily dose at most <see cref="MostSplits"/> of the splits near
/// the starting shares, those of least trouble, and the nearest; of liquid, one split for each daily dose. Of each split, the ways to make
/// it that no other beats.
/// </summary>
internal sealed class DoseLattice
{
    /// <summary>Splits of pieces kept for one daily dose, beside the nearest.</summary>
    public const int MostSplits = 8;

    /// <summary>Ways to make one split of the day that are kept.</summary>
    public const int MostWays = 4;

    private static readonly DoseOption[] Nothing = [default];

    private readonly List<NextWay> _next = [];
    private readonly MakeableDoses _makeable;
    private readonly int[] _start;
    private readonly int[] _fallOrder;
    private readonly bool _keepsOne;
    private readonly int _leastTimes;

    /// <param name="start">The dose at each time of day in use, in units.</param>
    /// <param name="fallOrder">Places in <paramref name="start"/>, the first to fall and to be emptied first.</param>
    /// <param name="keepsOne">Whether the last of them keeps its dose until all others are empty.</param>
    /// <param name="leastTimes">Pieces are not emptied below so many times of day.</param>
    public DoseLattice(MakeableDoses makeable, int[] start, int[] fallOrder, bool keepsOne, int leastTimes)
    {
        (_makeable, _start, _fallOrder, _keepsOne, _leastTimes) = (makeable, start, fallOrder, keepsOne && start.Length > 1, leastTimes);
        StartTotal = start.Sum();
    }

    public int StartTotal { get; }

    /// <summary>What is taken now in its simplest makeup: pieces alone wherever they make it, for those are in the hand.</summary>
    public LatticeRow Start()
    {
        var options = _start.Select(d => (_makeable.PieceOptions(d) is { Count: > 0 } pieces ? pieces : _makeable.Options(d))[0]).ToArray();
        return new LatticeRow(
            _start,
            options,
            StartTotal,
            options.Aggregate(0, (bits, o) => bits | o.Bits),
            options.Sum(o => o.Trouble),
            options.Any(o => o.CentiMl > 0)
        );
    }

    /// <summary>The daily doses of pieces below the start, ascending, with their rows.</summary>
    public List<LatticeRow> Pieces(int least)
    {
        var rows = new List<LatticeRow>();
        if (!_makeable.HasPieces)
            return rows;
        var splits = new PieceSplits(_makeable, _start, _fallOrder, _keepsOne, _leastTimes);
        for (
            var total = (least + _makeable.PieceStep - 1) / _makeable.PieceStep * _makeable.PieceStep;
            total < StartTotal;
            total += _makeable.PieceStep
        )
        {
            var found = splits.Of(total);
            if (found.Count == 0)
                continue;
            var ranked = found.Select((split, i) => (Trouble: LeastTrouble(split.Doses), split.Apart, Place: i, split.Doses)).ToArray();
            var nearest = ranked.MinBy(split => (split.Apart, split.Trouble, split.Place)).Place;
            Array.Sort(ranked, (a, b) => (a.Trouble, a.Apart, a.Place).CompareTo((b.Trouble, b.Apart, b.Place)));
            for (var rank = 0; rank < ranked.Length; rank++)
                if (rank < MostSplits || ranked[rank].Place == nearest)
                    rows.AddRange(Ways(ranked[rank].Doses, total, isLiquid: false));
        }
        return rows;
    }

    /// <summary>
    /// The daily doses with a liquid from <paramref name="least"/> to under <paramref name="below"/>, ascending, with their rows.
    /// </summary>
    /// <param name="always">A daily dose that is included whatever the grid; 0 for none.</param>
    public List<LatticeRow> Liquids(int least, int below, int always)
    {
        var rows = new List<LatticeRow>();
        if (!_makeable.HasLiquid)
            return rows;
        var byTotal = new SortedDictionary<int, int[]>();
        foreach (var (total, doses) in new LiquidSplits(_makeable, _start, _fallOrder, _keepsOne).Of(least, below, always))
            byTotal.TryAdd(total, doses);
        foreach (var (total, doses) in byTotal)
            rows.AddRange(Ways(doses, total, isLiquid: true));
        return rows;
    }

    /// <summary>Of a split of pieces, each time made in its simplest way.</summary>
    private int LeastTrouble(int[] doses) => doses.Sum(dose => dose == 0 ? 0 : _makeable.PieceOptions(dose)[0].Trouble);

    /// <summary>The ways to make a day that no other beats, simplest first: time by time, so that few are ever carried on.</summary>
    private IEnumerable<LatticeRow> Ways(int[] doses, int total, bool isLiquid)
    {
        var ways = new List<DayWay> { new(0, 0, []) };
        foreach (var dose in doses)
        {
            var options =
                dose == 0 ? Nothing
                : isLiquid ? _makeable.Options(dose)
                : _makeable.PieceOptions(dose);
            _next.Clear();
            for (var way = 0; way < ways.Count; way++)
            for (var option = 0; option < options.Count; option++)
                Insert(new NextWay(ways[way].Bits | options[option].Bits, ways[way].Trouble + options[option].Trouble, way, option));
            ways = Unbeaten(ways, options);
        }
        return ways.Select(w => new LatticeRow(doses, w.Options, total, w.Bits, w.Trouble, isLiquid));
    }

    /// <summary>Among those before it that are as simple or simpler; of equals the first stays first.</summary>
    private void Insert(in NextWay way)
    {
        var at = _next.Count;
        while (at > 0 && way.IsSimplerThan(_next[at - 1]))
            at--;
        _next.Insert(at, way);
    }

    private List<DayWay> Unbeaten(List<DayWay> ways, IReadOnlyList<DoseOption> options)
    {
        var kept = new List<DayWay>(MostWays);
        foreach (var next in _next)
        {
            if (kept.Count == MostWays)
                break;
            var isBeaten = false;
            foreach (var way in kept)
                isBeaten |= (way.Bits & ~next.Bits) == 0;
            if (!isBeaten)
                kept.Add(new DayWay(next.Bits, next.Trouble, [.. ways[next.Way].Options, options[next.Option]]));
        }
        return kept;
    }

    private readonly record struct DayWay(int Bits, int Trouble, DoseOption[] Options);

    /// <summary>A way so far with one option for the next time of day.</summary>
    private readonly record struct NextWay(int Bits, int Trouble, int Way, int Option)
    {
        public bool IsSimplerThan(in NextWay other)
        {
            if (Trouble != other.Trouble)
                return Trouble < other.Trouble;
            var (products, others) = (int.PopCount(Bits), int.PopCount(other.Bits));
            return products != others ? products < others : Bits < other.Bits;
        }
    }
}
