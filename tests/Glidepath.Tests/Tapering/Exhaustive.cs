using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>Tries every path there is. Shares nothing with the planner but the makeable doses; for small cases only.</summary>
internal sealed class Exhaustive
{
    private readonly TaperRequest _request;
    private readonly decimal[] _start;
    private readonly MakeableDoses _makeable;
    private readonly List<decimal[]> _splits = [];
    private readonly decimal _floor;
    private readonly IReadOnlyDictionary<decimal, int> _settling;
    private Objective? _best;

    private Exhaustive(TaperRequest request, decimal last, IReadOnlyDictionary<decimal, int> settling)
    {
        _settling = settling;
        _request = request;
        _start = [.. request.Regimen.Times.Select(t => request.Regimen[t].Milligrams)];
        _makeable = MakeableDoses.For(request.StockOrDefault, request.Limits, new(_start.Max()));
        _floor = request.Goal.IsZero ? last : request.Goal.Milligrams;
        Collect([]);
    }

    public int Splits => _splits.Count;

    /// <param name="plan">Whose waits for carry-over hold here too.</param>
    /// <returns>Null when there is no way down, or there are more splits than <paramref name="mostSplits"/>.</returns>
    public static (Objective? Best, int Splits) Search(TaperRequest request, decimal last, int mostSplits, TaperPlan? plan)
    {
        var search = new Exhaustive(request, last, plan is null ? new Dictionary<decimal, int>() : PlanRules.Settling(plan));
        if (search.Splits <= mostSplits)
            search.Walk([search._start]);
        return (search._best, search.Splits);
    }

    private void Walk(List<decimal[]> path)
    {
        var here = path[^1];
        if (here.Sum() == _floor)
        {
            var objective = Objective.Of(_request, path, _makeable, _settling);
            if (_best is null || objective.CompareTo(_best) < 0)
                _best = objective;
            return;
        }
        foreach (var next in _splits.Where(s => s.Sum() < here.Sum() && s.Zip(here).All(d => d.First <= d.Second)))
        {
            path.Add(next);
            Walk(path);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void Collect(decimal[] placed)
    {
        if (placed.Length == _start.Length)
        {
            if (placed.Sum() >= _floor && IsAllowed(placed))
                _splits.Add(placed);
            return;
        }
        foreach (var dose in _makeable.Doses.Select(d => d.Milligrams).Prepend(0).Where(d => d <= _start[placed.Length]))
            Collect([.. placed, dose]);
    }

    private bool IsAllowed(decimal[] split)
    {
        if (_request.Drug.IsLongActing)
            return true;
        var unit = _makeable.Smallest.Milligrams;
        return (!split.Contains(0) || split.Max() <= 2 * unit) && (Near(split, unit, []) || Enumerable.Range(1, (1 << split.Length) - 2).Any(pinned => Near(split, unit, pinned)));
    }

    private bool Near(decimal[] split, decimal unit, int pinned) =>
        Near(split, unit, Enumerable.Range(0, split.Length).Where(i => (pinned >> i & 1) == 1).ToHashSet());

    /// <summary>The pinned times at one unit, being those that would be below it in proportion, and the rest within a unit of its share.</summary>
    private bool Near(decimal[] split, decimal unit, HashSet<int> pinned)
    {
        var free = Enumerable.Range(0, split.Length).Where(i => !pinned.Contains(i)).ToList();
        var (rest, whole) = (split.Sum() - pinned.Count * unit, free.Sum(i => _start[i]));
        var isConsistent = pinned.Count == 0 || (rest > 0 && free.All(i => rest * _start[i] >= unit * whole) && pinned.All(i => rest * _start[i] < unit * whole || split.Sum() * _start[i] < unit * _start.Sum()));
        return isConsistent && pinned.All(i => split[i] == unit) && free.All(i => Math.Abs(split[i] * whole - rest * _start[i]) <= unit * whole);
    }
}

/// <summary>The ordered objective, reckoned from the doses alone.</summary>
internal sealed record Objective(IReadOnlyList<decimal> Excesses, IReadOnlyList<decimal> Rest)
{
    public static Objective Of(TaperRequest request, IReadOnlyList<decimal[]> path, MakeableDoses makeable, IReadOnlyDictionary<decimal, int> settling)
    {
        var original = path[0].Sum();
        var excesses = new List<decimal>();
        decimal area = 0, splits = 0, handfuls = 0, products = 0, pieces = 0, changed = 0, days = 0, hold = 0;
        for (var i = 0; i < path.Count; i++)
        {
            var total = path[i].Sum();
            var doses = path[i].Where(d => d > 0).Select(d => makeable.Find(new(d))!).ToList();
            splits += doses.Sum(d => d.SplitPieces);
            handfuls += doses.Count(d => d.Pieces > 4);
            pieces += doses.Sum(d => d.Pieces);
            products += doses.SelectMany(d => d.Makeup).Select(m => m.Product).Distinct().Count();
            var next = i + 1 < path.Count ? path[i + 1].Sum() : request.Goal.IsZero ? 0 : total;
            if (next == total)
                break;
            var stop = i + 1 == path.Count;
            hold = Math.Max(Math.Max(PlanRules.HoldByRule(request.Pace, total, next, original), settling.GetValueOrDefault(total)), stop ? hold : 0);
            area += hold * (total - request.Goal.Milligrams);
            days += hold;
            if (stop)
                break;
            changed += path[i].Zip(path[i + 1]).Count(d => d.First != d.Second);
            if (CurveRules.OverStep(request.Pace, total, next, original) is { } percent)
                excesses.Add(percent);
        }
        return new Objective([.. excesses.OrderDescending()], [area, splits, handfuls, products, pieces, changed, days]);
    }

    public static Objective Of(TaperPlan plan)
    {
        var times = plan.Request.Regimen.Times;
        var path = plan.Steps.Where(s => !s.DailyDose.IsZero).Select(s => times.Select(t => s.Regimen[t].Milligrams).ToArray()).ToList();
        return Of(plan.Request, path, MakeableDoses.For(plan.Stock, plan.Request.Limits, new(path[0].Max())), PlanRules.Settling(plan));
    }

    public int CompareTo(Objective other)
    {
        for (var i = 0; i < Math.Max(Excesses.Count, other.Excesses.Count); i++)
        {
            var (a, b) = (i < Excesses.Count ? Excesses[i] : 0, i < other.Excesses.Count ? other.Excesses[i] : 0);
            if (a != b)
                return a.CompareTo(b);
        }
        return Rest.Zip(other.Rest, (a, b) => a.CompareTo(b)).FirstOrDefault(order => order != 0);
    }

    public override string ToString() => $"[{string.Join(' ', Excesses.Select(e => $"{e:0.##}"))}] {string.Join(' ', Rest)}";
}
