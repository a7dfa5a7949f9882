using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Exact shortest path from the starting split down to the floor. States are visited from the lowest daily dose up, so that what follows a cut
/// is known when the cut is weighed. Bounds skip cuts that cannot win; none of them skips a cut that could.
/// </summary>
internal sealed class TaperSearch
{
    private readonly TaperProblem _problem;
    private readonly SplitStates _states;
    private readonly CostToGo[] _costs;
    private readonly DoseBurden[] _burden;
    private readonly Dictionary<(CutProfile, Cut), CutProfile> _profiles = [];

    // Per daily dose: the best profile and area of its states; null where no path goes on.
    private readonly CutProfile?[] _bestProfile;
    private readonly long[] _bestArea;

    // First of the run of neighbouring daily doses that share one best profile.
    private readonly int[] _runStart;

    // Per daily dose below the one visited: how large the cut to it is, once asked for; the same for every split.
    private readonly Cut?[] _excess;

    // Daily doses, ascending, each better than every later one before it: the best of all from some dose up is one look away.
    private readonly List<int> _suffixBest = [];

    private TaperSearch(TaperProblem problem, SplitStates states, MakeableDoses makeable)
    {
        _problem = problem;
        _states = states;
        _costs = new CostToGo[states.Count];
        _burden = Burdens(states, makeable);
        _bestProfile = new CutProfile?[states.Levels.Length];
        _bestArea = new long[states.Levels.Length];
        _runStart = new int[states.Levels.Length];
        _excess = new Cut?[states.Levels.Length];
    }

    public CostToGo[] Costs => _costs;

    public SplitStates States => _states;

    public static TaperSearch Run(TaperProblem problem, SplitStates states, MakeableDoses makeable)
    {
        var search = new TaperSearch(problem, states, makeable);
        for (var level = 0; level < states.Levels.Length; level++)
            search.Visit(level);
        return search;
    }

    /// <summary>The rows of the best path, from the start down; empty when there is none.</summary>
    public IReadOnlyList<int> Path()
    {
        var path = new List<int>();
        if (_costs.Length == 0 || !_states.Row(_costs.Length - 1).SequenceEqual([.. _problem.Start]) || _costs[^1].Profile is null)
            return path;
        for (var state = _costs.Length - 1; state >= 0; state = _costs[state].Next)
            path.Add(state);
        return path;
    }

    private void Visit(int level)
    {
        var isFloor = _states.Levels[level] == _problem.Floor;
        var window = isFloor ? level : FirstWithinStep(_states.Levels[level], level);
        Array.Clear(_excess, 0, window);
        for (var state = _states.LevelStart[level]; state < _states.LevelStart[level + 1]; state++)
        {
            if (isFloor)
                _costs[state] = new CostToGo { Profile = CutProfile.Empty, Next = -1 };
            else
                FindNext(state, level, window);
            if (_costs[state].Profile is null)
                continue;
            var (splits, handfuls, pieces, products) = _burden[state];
            ref var cost = ref _costs[state];
            var reached = cost.Profile!;
            cost.Splits += splits;
            cost.Handfuls += handfuls;
            cost.Pieces += pieces;
            cost.Products += products;
            if (_bestProfile[level] is not { } best || Order(reached, cost.Area, best, _bestArea[level]) < 0)
                (_bestProfile[level], _bestArea[level]) = (reached, cost.Area);
        }
        _runStart[level] = level > 0 && ReferenceEquals(_bestProfile[level - 1], _bestProfile[level]) ? _runStart[level - 1] : level;
        if (_bestProfile[level] is not { } profile)
            return;
        while (_suffixBest.Count > 0 && Order(_bestProfile[_suffixBest[^1]]!, _bestArea[_suffixBest[^1]], profile, _bestArea[level]) >= 0)
            _suffixBest.RemoveAt(_suffixBest.Count - 1);
        _suffixBest.Add(level);
    }

    /// <param name="window">The lowest daily dose, as a level, that a cut within the step reaches.</param>
    private void FindNext(int state, int level, int window)
    {
        var total = _states.Levels[level];
        var best = new Choice();
        // The smallest cut takes the fewest days: with the best that any daily dose from here up offers it bounds the rest.
        var leastHold = window < level ? _problem.HoldWithinStep(total, _states.Levels[level - 1]) : 0;
        for (var to = window; to < level; to++)
        {
            var bound = BestFrom(to);
            if (bound < 0 || (best.Profile is { } known && best.Extra is null && IsBeaten(bound, (long)leastHold * (total - _problem.Goal), best, known)))
                break;
            Consider(state, to, null, ref best);
        }
        for (var to = window - 1; to >= 0; to--)
        {
            var cut = _excess[to] ??= _problem.Excess(total, _states.Levels[to]);
            if (best.Profile is { } known)
            {
                if (CutProfile.Compare(CutProfile.Empty, cut, known, best.Extra) > 0)
                    break;
                if (best.Extra is null && ReferenceEquals(_bestProfile[to], known))
                {
                    to = _runStart[to];
                    continue;
                }
                if (_bestProfile[to] is { } there && CutProfile.Compare(there, cut, known, best.Extra) > 0)
                    continue;
            }
            Consider(state, to, cut, ref best);
        }
        _costs[state] = best.Cost;
        _costs[state].Profile = best.Extra is { } extra ? Interned(best.Profile!, extra) : best.Profile;
    }

    private bool IsBeaten(int bound, long leastArea, in Choice best, CutProfile known) =>
        Order(_bestProfile[bound]!, _bestArea[bound] + leastArea, known, best.Cost.Area) > 0;

    /// <param name="cut">Null for a cut at or under the asked step.</param>
    private void Consider(int state, int level, Cut? cut, ref Choice best)
    {
        if (_bestProfile[level] is null)
            return;
        var total = _states.Totals[state];
        var hold = cut is null ? _problem.HoldWithinStep(total, _states.Levels[level]) : _problem.HoldDays(total, _states.Levels[level]);
        var atFloor = level == 0 && _problem.Goal == 0;
        var stopHold = atFloor ? _problem.HoldBeforeStop(hold) : 0;
        var area = (long)hold * (total - _problem.Goal) + (long)stopHold * _problem.Floor;
        var row = _states.Row(state);
        for (var next = _states.LevelStart[level]; next < _states.LevelStart[level + 1]; next++)
        {
            ref readonly var after = ref _costs[next];
            if (after.Profile is null)
                continue;
            // The cheap comparisons first: most next splits lose on cuts or area and are never looked at closer.
            var profileOrder = best.Profile is null ? -1 : CutProfile.Compare(after.Profile, cut, best.Profile, best.Extra);
            if (profileOrder > 0 || (profileOrder == 0 && after.Area + area > best.Cost.Area))
                continue;
            var changed = TimesChanged(row, _states.Row(next));
            if (changed < 0)
                continue;
            var cost = after;
            cost.Area += area;
            cost.TimesChanged += changed;
            cost.Days += hold + stopHold;
            cost.Next = next;
            // Among equals the first row wins: the lowest daily dose, then the one that keeps more at the later times of day.
            if (profileOrder < 0 || cost.CompareRest(best.Cost) < 0)
                best = new Choice { Profile = after.Profile, Extra = cut, Cost = cost };
        }
    }

    /// <returns>How many times of day fall; −1 when one would rise.</returns>
    private static int TimesChanged(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        var changed = 0;
        for (var time = 0; time < from.Length; time++)
        {
            if (to[time] > from[time])
                return -1;
            changed += to[time] < from[time] ? 1 : 0;
        }
        return changed;
    }

    private int FirstWithinStep(int total, int level)
    {
        var (low, high) = (0, level);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_problem.IsWithinStep(total, _states.Levels[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private int BestFrom(int level)
    {
        var at = _suffixBest.BinarySearch(level);
        at = at >= 0 ? at : ~at;
        return at < _suffixBest.Count ? _suffixBest[at] : -1;
    }

    private static int Order(CutProfile left, long leftArea, CutProfile right, long rightArea)
    {
        var order = CutProfile.Compare(left, null, right, null);
        return order != 0 ? order : leftArea.CompareTo(rightArea);
    }

    private CutProfile Interned(CutProfile profile, Cut cut)
    {
        if (!_profiles.TryGetValue((profile, cut), out var with))
            _profiles[(profile, cut)] = with = profile.With(cut);
        return with;
    }

    /// <summary>Per split; its products as a count, no longer as bits.</summary>
    private static DoseBurden[] Burdens(SplitStates states, MakeableDoses makeable)
    {
        var burdens = new DoseBurden[states.Count];
        for (var state = 0; state < states.Count; state++)
        {
            var (splits, handfuls, pieces, products) = (0, 0, 0, 0);
            foreach (var dose in states.Row(state))
            {
                var one = makeable.Burden(dose);
                splits += one.Splits;
                handfuls += one.Handfuls;
                pieces += one.Pieces;
                products |= one.Products;
            }
            burdens[state] = new DoseBurden(splits, handfuls, pieces, int.PopCount(products));
        }
        return burdens;
    }

    private struct Choice
    {
        public CutProfile? Profile;
        public Cut? Extra;
        public CostToGo Cost;
    }
}
