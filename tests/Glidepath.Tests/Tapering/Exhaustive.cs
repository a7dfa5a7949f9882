using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Tests.Tapering;

/// <summary>A day of pieces, made by hand: what each time of day takes and which products are used.</summary>
internal sealed record HandDay(decimal[] Doses, string[] Products, decimal Trouble)
{
    public decimal Total { get; } = Doses.Sum();
}

/// <summary>What a path costs, in the order in which costs are compared.</summary>
internal sealed record HandCost(double Excess, decimal Trouble, double Distance, int Steps, int Days)
{
    public int CompareTo(HandCost other)
    {
        if (Math.Abs(Excess - other.Excess) > 1e-7)
            return Excess.CompareTo(other.Excess);
        if (Trouble != other.Trouble)
            return Trouble.CompareTo(other.Trouble);
        if (Math.Abs(Distance - other.Distance) > 1e-4)
            return Distance.CompareTo(other.Distance);
        return (Steps, Days).CompareTo((other.Steps, other.Days));
    }
}

/// <summary>
/// The best way down by trying every path over every day, for stocks of a few pieces. Written from the words, with no code of the
/// planner: makeups by counting pieces, splits by trying them all, costs by adding up the path that was walked.
/// </summary>
internal sealed class Exhaustive
{
    private readonly TaperRequest _request;
    private readonly TimeOfDay[] _times;
    private readonly decimal[] _start;
    private readonly Dictionary<decimal, List<(string[] Products, decimal Trouble, int Pieces)>> _makeups = [];
    private readonly List<HandDay> _days = [];
    private int _left;

    public Exhaustive(TaperRequest request, int mostPaths)
    {
        (_request, _left) = (request, mostPaths);
        _times = [.. request.Regimen.Times];
        _start = [.. _times.Select(t => request.Regimen[t].Milligrams)];
        // Of two tablets of one strength the lattice has the one that is split into more parts, the first of equals.
        Make([.. request.StockInUse.GroupBy(p => p.Strength).Select(g => g.OrderByDescending(Parts).First())], 0, 0, 0, 0, 0, []);
        foreach (var dose in _makeups.Keys.ToList())
            _makeups[dose] = Unbeaten(_makeups[dose]);
        Split([]);
    }

    public int Days => _days.Count;

    /// <summary>Whether the lattice leaves nothing out: no daily dose has more splits, and no split more ways, than it keeps.</summary>
    public bool IsWithinLattice =>
        _days
            .GroupBy(d => d.Total)
            .All(total =>
                total.GroupBy(d => string.Join(' ', d.Doses)).ToList() is var splits
                && splits.Count <= DoseLattice.MostSplits
                && splits.TrueForAll(s => s.Count() <= DoseLattice.MostWays)
            );

    public bool IsTooMany => _left < 0;

    /// <returns>The lowest daily dose that allowed cuts reach at or above the end asked for, and the least cost to it.</returns>
    public (decimal Reached, HandCost Cost) Best(decimal floor)
    {
        var start = new HandDay(_start, [.. _start.SelectMany(d => Simplest(d).Products).Distinct()], 0);
        var reached = Reach(start, floor);
        HandCost? best = null;
        Walk(start, [], reached, new HandCost(0, 0, 0, 0, 0), ref best);
        return (reached, best ?? new HandCost(0, 0, 0, 0, 0));
    }

    private decimal Reach(HandDay start, decimal floor)
    {
        var (seen, next) = (new HashSet<HandDay> { start }, new Queue<HandDay>([start]));
        while (next.TryDequeue(out var day))
            foreach (var to in _days.Where(d => d.Total >= floor && !seen.Contains(d) && IsAllowed(day, d, floor)))
            {
                seen.Add(to);
                next.Enqueue(to);
            }
        return seen.Min(d => d.Total);
    }

    private void Walk(HandDay day, string[] before, decimal floor, HandCost sofar, ref HandCost? best)
    {
        if (--_left < 0 || (best is not null && sofar.Excess > best.Excess + 1e-7))
            return;
        if (day.Total == floor)
        {
            if (best is null || sofar.CompareTo(best) < 0)
                best = sofar;
            return;
        }
        foreach (var to in _days.Where(d => d.Total >= floor && IsAllowed(day, d, floor)))
            Walk(to, day.Products, floor, Plus(sofar, day, to, before), ref best);
    }

    private HandCost Plus(HandCost sofar, HandDay from, HandDay to, string[] before)
    {
        var (size, asked) = (Size(from, to), Asked(from));
        var interval = Weeks(_request.Pace.IntervalDays);
        var hold =
            size <= 1.02 * asked
                ? interval
                : Math.Max(interval, Math.Min(Math.Max(28, interval), (int)Math.Ceiling(size / asked * interval / 7 - 1e-6) * 7));
        var excess = size < 1.25 * asked ? 0 : size - asked;
        var fresh = to.Products.Count(p => !from.Products.Contains(p) && !before.Contains(p));
        return new HandCost(
            sofar.Excess + excess,
            sofar.Trouble + 3 + 6 * fresh + 2 * (hold - interval) / 7 + to.Trouble,
            sofar.Distance + Math.Abs(size / asked - (double)hold / interval),
            sofar.Steps + 1,
            sofar.Days + hold
        );
    }

    private bool IsAllowed(HandDay from, HandDay to, decimal floor)
    {
        if (to.Total >= from.Total)
            return false;
        var empties = from.Doses.Zip(to.Doses).Any(d => d.First > 0 && d.Second == 0);
        if (!empties && from.Doses.Zip(to.Doses).Any(d => d.Second > d.First))
            return false;
        var (size, asked) = (Size(from, to), Asked(from));
        var interval = Weeks(_request.Pace.IntervalDays);
        var most = Math.Min(-Math.Log(0.75), 1.5 * asked * Math.Max(28, interval) / interval);
        return size <= most + 1e-9 && (size >= asked / 2 - 1e-9 || to.Total == floor);
    }

    private static double Size(HandDay from, HandDay to) => -Math.Log(1 - (double)((from.Total - to.Total) / from.Total));

    /// <summary>The asked percentage, of the dose or of the start, and no more than the ceiling.</summary>
    private double Asked(HandDay from)
    {
        var part = _request.Pace.StepPercent / 100 * (_request.Pace.Base is PercentBase.Original ? _start.Sum() / from.Total : 1);
        return -Math.Log(1 - (double)Math.Min(0.25m, part));
    }

    private static int Weeks(int days) => (int)Math.Ceiling(days / 7.0) * 7;

    private void Make(Product[] stock, int at, decimal mg, int pieces, int splits, int melting, string[] used)
    {
        if (mg > 0)
        {
            var trouble = 2 * Math.Max(0, pieces - 4) + splits + 0.5m * melting + used.Length - 1;
            (_makeups.TryGetValue(mg, out var list) ? list : _makeups[mg] = []).Add((used, trouble, pieces));
        }
        for (var i = at; i < stock.Length && used.Length < 3; i++)
        {
            var parts = Parts(stock[i]);
            for (var count = 1; count <= 6 * parts; count++)
            {
                var (whole, rest) = (count / parts, count % parts * (4 / parts));
                var split = rest switch
                {
                    0 => 0,
                    3 => 2,
                    _ => 1,
                };
                var melts = stock[i].Form is ProductForm.OrallyDisintegratingTablet ? whole : 0;
                if (pieces + whole + split <= 6 && melting + melts <= 4)
                    Make(
                        stock,
                        i + 1,
                        mg + stock[i].Strength * count / parts,
                        pieces + whole + split,
                        splits + split,
                        melting + melts,
                        [.. used, stock[i].Name + stock[i].Scoring]
                    );
            }
        }
    }

    private static int Parts(Product product) =>
        product.Form is not ProductForm.Tablet
            ? 1
            : product.Scoring switch
            {
                Scoring.Halves => 2,
                Scoring.Quarters => 4,
                _ => 1,
            };

    private static List<(string[] Products, decimal Trouble, int Pieces)> Unbeaten(
        List<(string[] Products, decimal Trouble, int Pieces)> ways
    )
    {
        var kept = new List<(string[] Products, decimal Trouble, int Pieces)>();
        foreach (var way in ways.OrderBy(w => w.Trouble).ThenBy(w => w.Products.Length).ThenBy(w => w.Pieces))
            if (!kept.Any(k => k.Products.All(way.Products.Contains)))
                kept.Add(way);
        return kept;
    }

    private (string[] Products, decimal Trouble, int Pieces) Simplest(decimal dose) =>
        _makeups[dose].OrderBy(w => w.Trouble).ThenBy(w => w.Pieces).ThenBy(w => w.Products.Length).First();

    /// <summary>Every split of the day below the start that lies near the shares, and every way to make it that no other beats.</summary>
    private void Split(decimal[] placed)
    {
        if (placed.Length < _times.Length)
        {
            foreach (var dose in _makeups.Keys.Append(0).Where(d => d <= 2 * _start.Max()).Order())
                Split([.. placed, dose]);
            return;
        }
        if (placed.Sum() <= 0 || placed.Sum() >= _start.Sum() || !IsNearShares(placed))
            return;
        var days = new List<(string[] Products, decimal Trouble, int Pieces)> { ([], 0, 0) };
        foreach (var dose in placed.Where(d => d > 0))
            days = Unbeaten([
                .. days.SelectMany(_ => _makeups[dose], (d, m) => (d.Products.Union(m.Products).ToArray(), d.Trouble + m.Trouble, 0)),
            ]);
        _days.AddRange(days.Select(d => new HandDay(placed, d.Products, d.Trouble)));
    }

    /// <summary>
    /// Those that are kept lie within a quarter of the largest start, or one smallest piece, of their share; those that start equal hold no
    /// less the later they fall: the middle of the day first, then the first time, then the last. A time is empty only where the smallest
    /// share cannot be made.
    /// </summary>
    private bool IsNearShares(decimal[] doses)
    {
        var smallest = _makeups.Keys.Min();
        int[] order =
        [
            .. Enumerable
                .Range(0, doses.Length)
                .OrderBy(i =>
                    i == doses.Length - 1 ? 2
                    : i == 0 ? 1
                    : 0
                )
                .ThenBy(i => i),
        ];
        var empty = order.TakeWhile(i => doses[i] == 0).Count();
        if (
            order.Skip(empty).Any(i => doses[i] == 0)
            || order.Length - empty < (_request.Drug.IsLongActing ? 1 : Math.Min(2, order.Length))
        )
            return false;
        for (var gone = 0; gone < empty; gone++)
            if (doses.Sum() * order.Skip(gone).Min(i => _start[i]) / order.Skip(gone).Sum(i => _start[i]) >= smallest)
                return false;
        int[] kept = [.. order.Skip(empty)];
        // A quarter of whole units: the lattice counts in the common part of all pieces.
        var unit = Unit();
        var slack = Math.Max(smallest, Math.Floor(kept.Max(i => _start[i]) / unit / 4) * unit);
        return kept.All(i => Math.Abs(doses[i] - doses.Sum() * _start[i] / kept.Sum(k => _start[k])) <= slack)
            && kept.Zip(kept.Skip(1)).All(pair => _start[pair.First] != _start[pair.Second] || doses[pair.First] <= doses[pair.Second]);
    }

    private decimal Unit()
    {
        static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
        var all = _request
            .StockInUse.GroupBy(p => p.Strength)
            .Select(g =>
                g.Max(p =>
                    p.Form is not ProductForm.Tablet
                        ? 1
                        : p.Scoring switch
                        {
                            Scoring.Halves => 2,
                            Scoring.Quarters => 4,
                            _ => 1,
                        }
                )
                    is var parts
                    ? (long)(g.Key * 1_000_000 / parts)
                    : 0
            );
        return all.Aggregate(0L, Gcd) / 1_000_000m;
    }

    public static HandCost Of(TaperPlan plan)
    {
        var cost = TaperPlanner.Searched(plan).Cost;
        return new HandCost(cost.Excess / 1e9, cost.Trouble / 2m, cost.Distance / 1e6, cost.Steps, cost.Days);
    }
}
