using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// Exact least cost from every day of the lattice down to the floor. What a step costs depends on the products of the two days before it,
/// so each day keeps the best next day for every set of products that may follow; which of them wins is seen when the day before is known.
/// </summary>
internal sealed class TaperSearch
{
    private readonly CutRules _rules;
    private readonly LatticeRow[] _rows;

    // Distinct daily doses, ascending, and the row where each begins; one more entry closes the last.
    private readonly List<int> _levels = [];
    private readonly List<int> _levelStart = [];

    // Per row, its best next days, one for each set of products; null where no way leads on.
    private readonly Way[]?[] _ways;

    // Per daily dose: the least excess that is left to pay from any of its rows.
    private readonly long[] _leastExcess;

    private TaperSearch(CutRules rules, IEnumerable<LatticeRow> rows)
    {
        _rules = rules;
        _rows = [.. rows];
        for (var row = 0; row < _rows.Length; row++)
            if (row == 0 || _rows[row].Total != _rows[row - 1].Total)
            {
                _levels.Add(_rows[row].Total);
                _levelStart.Add(row);
            }
        _levelStart.Add(_rows.Length);
        _ways = new Way[]?[_rows.Length];
        _leastExcess = [.. _levels.Select(_ => long.MaxValue)];
    }

    public IReadOnlyList<LatticeRow> Rows => _rows;

    /// <param name="rows">Ascending by daily dose; the last is the start.</param>
    public static TaperSearch Run(CutRules rules, IEnumerable<LatticeRow> rows)
    {
        var search = new TaperSearch(rules, rows);
        for (var level = 0; level < search._levels.Count; level++)
            search.Visit(level);
        return search;
    }

    /// <summary>The rows of the best path, from the start down; empty when there is none.</summary>
    public IReadOnlyList<int> Path()
    {
        var path = new List<int>();
        if (_rows.Length == 0 || !CanEnd(_rows.Length - 1))
            return path;
        var (row, before) = (_rows.Length - 1, _rows[^1].Bits);
        while (row >= 0)
        {
            path.Add(row);
            var next = _ways[row]!.Length == 0 ? -1 : Best(row, before, out _);
            (row, before) = (next, _rows[row].Bits);
        }
        return path;
    }

    public bool CanEnd(int row) => _ways[row] is not null;

    /// <summary>What is left to pay from a day, where the day before it had the products <paramref name="before"/>.</summary>
    public PlanCost CostFrom(int row, int before)
    {
        if (_ways[row]!.Length == 0)
            return default;
        Best(row, before, out var cost);
        return cost;
    }

    /// <summary>The next day of the best way, −1 at the floor.</summary>
    public int NextFrom(int row, int before) => _ways[row]!.Length == 0 ? -1 : Best(row, before, out _);

    /// <summary>The day after which the most different sets of products may stand before it: for the certificate.</summary>
    public IEnumerable<int> BitsBefore(int row) =>
        Enumerable
            .Range(0, _rows.Length)
            .Where(r => _rows[r].Total > _rows[row].Total)
            .Select(r => _rows[r].Bits)
            .Append(_rows[row].Bits)
            .Distinct();

    private int Best(int row, int before, out PlanCost cost)
    {
        var ways = _ways[row]!;
        var (best, seen) = (-1, _rows[row].Bits | before);
        cost = default;
        for (var i = 0; i < ways.Length; i++)
        {
            var through = ways[i].Cost with
            {
                Trouble = ways[i].Cost.Trouble + HandWeights.NewProduct * int.PopCount(ways[i].Bits & ~seen),
            };
            if (best >= 0 && through.CompareTo(cost) >= 0)
                continue;
            (best, cost) = (ways[i].Next, through);
        }
        return best;
    }

    private void Visit(int level)
    {
        var total = _levels[level];
        if (total == _rules.Floor)
        {
            for (var row = _levelStart[level]; row < _levelStart[level + 1]; row++)
                _ways[row] = [];
            _leastExcess[level] = 0;
            return;
        }
        FindWays(level, Cuts(level, !_rows[_levelStart[level]].IsLiquid));
        for (var row = _levelStart[level]; row < _levelStart[level + 1]; row++)
            if (_ways[row] is { } ways)
                _leastExcess[level] = Math.Min(_leastExcess[level], ways[0].Cost.Excess);
    }

    /// <summary>The cuts from one daily dose that lead on, least excess to the end first.</summary>
    private List<(int Level, WeighedCut Cut, long LeastExcess)> Cuts(int level, bool isPiece)
    {
        var total = _levels[level];
        var cuts = new List<(int, WeighedCut, long)>();
        // From the last dose of pieces the liquid goes on; before it, pieces alone.
        var toLiquid = !isPiece || total == _rules.Boundary;
        var lowest = _rules.LowestFrom(total, isPiece && (!toLiquid || _rules.AcceptsLargeLastSteps));
        for (var to = level - 1; to >= 0 && _levels[to] >= lowest; to--)
        {
            var toPiece = !_rows[_levelStart[to]].IsLiquid;
            if (_leastExcess[to] == long.MaxValue || (!toPiece && !toLiquid))
                continue;
            if (_rules.Weigh(total, _levels[to], toPiece) is { } cut)
                cuts.Add((to, cut, cut.Cost.Excess + _leastExcess[to]));
        }
        cuts.Sort((a, b) => (a.Item3, -a.Item1).CompareTo((b.Item3, -b.Item1)));
        return cuts;
    }

    /// <summary>Next day by next day, so that what is left to pay from one is looked up once for all days with the same products.</summary>
    private void FindWays(int level, List<(int Level, WeighedCut Cut, long LeastExcess)> cuts)
    {
        var (first, count) = (_levelStart[level], _levelStart[level + 1] - _levelStart[level]);
        var found = new List<Way>[count];
        var best = new long[count];
        Array.Fill(best, long.MaxValue);
        var bits = new List<int>();
        var bitsAt = new int[count];
        for (var row = 0; row < count; row++)
        {
            found[row] = [];
            var at = bits.IndexOf(_rows[first + row].Bits);
            if (at < 0)
                bits.Add(_rows[first + row].Bits);
            bitsAt[row] = at < 0 ? bits.Count - 1 : at;
        }
        var costs = new PlanCost?[bits.Count];
        foreach (var (to, cut, least) in cuts)
        {
            // The excess comes before all else, and the cuts with the least come first.
            if (least > best.Max())
                break;
            for (var next = _levelStart[to]; next < _levelStart[to + 1]; next++)
            {
                if (_ways[next] is null)
                    continue;
                Array.Clear(costs);
                for (var row = 0; row < count; row++)
                {
                    if (least > best[row] || !_rows[next].IsReachedFrom(_rows[first + row]))
                        continue;
                    var cost = costs[bitsAt[row]] ??=
                        CostFrom(next, bits[bitsAt[row]]) + cut.Cost + new PlanCost(0, _rows[next].Trouble, 0, 0, 0);
                    if (cost.Excess > best[row])
                        continue;
                    if (cost.Excess < best[row])
                        found[row].Clear();
                    best[row] = cost.Excess;
                    Offer(found[row], new Way(_rows[next].Bits, cost, next));
                }
            }
        }
        for (var row = 0; row < count; row++)
            _ways[first + row] = found[row].Count == 0 ? null : [.. found[row]];
    }

    private static void Offer(List<Way> ways, Way way)
    {
        for (var i = 0; i < ways.Count; i++)
            if (ways[i].Bits == way.Bits)
            {
                if (way.Cost.CompareTo(ways[i].Cost) < 0)
                    ways[i] = way;
                return;
            }
        ways.Add(way);
    }

    /// <param name="Bits">The products of the next day.</param>
    /// <param name="Cost">Without what is new on the next day.</param>
    private readonly record struct Way(int Bits, PlanCost Cost, int Next);
}
