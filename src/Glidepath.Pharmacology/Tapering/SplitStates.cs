using System.Runtime.InteropServices;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Every allowed vector of doses by time of day at or above the floor, sorted by daily dose and then by the vector. Flat arrays: a state is a row.
/// </summary>
internal sealed class SplitStates
{
    private readonly TaperProblem _problem;
    private readonly int[] _current;
    private readonly List<int> _found = [];
    private readonly int _limit;
    private readonly int[] _makeable;
    private readonly int[] _order;

    // Down to this daily dose every time's share is a unit or more; below it the small doses of DayShares may take a unit each from the others.
    private readonly int _smallShares;
    private readonly int _wideSlack;

    private SplitStates(TaperProblem problem, int limit)
    {
        _problem = problem;
        _limit = limit;
        _makeable = [.. problem.Makeable];
        _smallShares = (int)((long)problem.Smallest * problem.StartTotal / problem.Start.Min()) + 1;
        Times = problem.Start.Count;
        _wideSlack = problem.Smallest * Math.Max(1, Times - 1);
        _current = new int[Times];
        _order = [.. Enumerable.Range(0, Times).OrderBy(time => problem.Split is SplitRule.KeepOneTime && time == problem.KeptTime ? -1 : time)];
    }

    /// <summary>Times of day in use, the width of a row.</summary>
    public int Times { get; }

    /// <summary>Doses in units, row after row.</summary>
    public int[] Doses { get; private set; } = [];

    public int[] Totals { get; private set; } = [];

    public int Count => Totals.Length;

    /// <summary>The distinct daily doses, ascending, and the row where each begins; one more entry closes the last.</summary>
    public int[] Levels { get; private set; } = [];

    public int[] LevelStart { get; private set; } = [];

    public ReadOnlySpan<int> Row(int state) => Doses.AsSpan(state * Times, Times);

    /// <returns>Null when there are more than <paramref name="limit"/> states.</returns>
    public static SplitStates? Enumerate(TaperProblem problem, int limit)
    {
        var states = new SplitStates(problem, limit);
        if (!states.Place(0, 0, problem.Floor, problem.StartTotal))
            return null;
        states.Sort();
        return states;
    }

    /// <summary>Places the times one after another; with <see cref="SplitRule.KeepOneTime"/> the kept time first, since it decides how the others may fall.</summary>
    /// <param name="low">Lowest and <paramref name="high"/> highest daily dose still possible for the times placed so far.</param>
    /// <returns>False when there are too many states.</returns>
    private bool Place(int place, int sum, int low, int high)
    {
        if (place == Times)
        {
            if (sum >= low && sum <= high && IsAllowed(sum))
                _found.AddRange(_current);
            return _found.Count <= (long)_limit * Times;
        }
        var time = _order[place];
        var rest = 0;
        for (var later = place + 1; later < Times; later++)
            rest += _problem.Start[_order[later]];
        var band = BandFor(time, low, high);
        for (var at = band.Least <= 0 ? -1 : FirstMakeable(band.Least); at < _makeable.Length; at++)
        {
            var dose = at < 0 ? 0 : _makeable[at];
            if (dose > band.Most || sum + dose > high)
                break;
            var (nextLow, nextHigh) = band.Narrow(dose, Math.Max(low, sum + dose), Math.Min(high, sum + dose + rest));
            if (nextLow > nextHigh)
                continue;
            _current[time] = dose;
            if (!Place(place + 1, sum + dose, nextLow, nextHigh))
                return false;
        }
        return true;
    }

    private Band BandFor(int time, int low, int high)
    {
        var share = _problem.Start[time];
        var kept = _problem.Split is SplitRule.KeepOneTime ? _problem.KeptTime : -1;
        if (_problem.Split is SplitRule.Free || time == kept)
            return new Band(0, share, 0, 1, 1, 0, 0, int.MaxValue);
        if (kept >= 0 && _current[kept] < _problem.Start[kept])
            return new Band(0, Math.Min(share, _problem.Smallest), 0, 1, 1, 0, 0, int.MaxValue);
        var (apart, whole) = kept < 0 ? (0, _problem.StartTotal) : (_current[kept], _problem.StartTotal - _problem.Start[kept]);
        var slack = low - apart > _smallShares ? _problem.Smallest : _wideSlack;
        var least = (int)((long)(low - apart) * share / whole) - slack - 1;
        var most = (int)Math.Min(share, (long)(high - apart) * share / whole + 1 + slack);
        return new Band(least, most, apart, share, whole, _problem.Smallest, _wideSlack, _smallShares);
    }

    /// <summary>
    /// The doses one time may take and, the other way round, the daily doses that one of them allows: |dose − total·share/whole| ≤ slack. Rounded
    /// outward, since the exact test comes at the end. The slack is one unit; down to <paramref name="SmallShares"/> it is wider, for there the small
    /// doses of <see cref="DayShares"/> may take a unit each from the others.
    /// </summary>
    private readonly record struct Band(int Least, int Most, int Apart, int Share, int Whole, int Slack, int WideSlack, int SmallShares)
    {
        public (int Low, int High) Narrow(int dose, int low, int high)
        {
            if (SmallShares == int.MaxValue)
                return (low, high);
            var slack = Math.Max(low - Apart, (long)(dose - WideSlack) * Whole / Share) > SmallShares ? Slack : WideSlack;
            return (Math.Max(low, Apart + (int)((long)(dose - slack) * Whole / Share) - 1), Math.Min(high, Apart + (int)((long)(dose + slack) * Whole / Share) + 1));
        }
    }

    private int FirstMakeable(int least)
    {
        var at = Array.BinarySearch(_makeable, least);
        return at >= 0 ? at : ~at;
    }

    private bool IsAllowed(int total) => EmptiesInOrder() && _problem.Split switch
    {
        SplitRule.Free => true,
        SplitRule.Proportional or SplitRule.ProportionalFamily => DayShares.AreKept(_current, _problem.Start, _problem.Smallest, _problem.NarrowingAt(total), except: -1),
        SplitRule.KeepOneTime => KeepsOneTime(total),
    };

    private bool EmptiesInOrder()
    {
        if (_problem.EmptiesEarly)
            return true;
        var (empty, most) = (false, 0);
        foreach (var dose in _current)
        {
            empty |= dose == 0;
            most = Math.Max(most, dose);
        }
        return !empty || most <= 2 * _problem.Smallest;
    }

    private bool KeepsOneTime(int total)
    {
        var kept = _problem.KeptTime;
        if (_current[kept] == 0 || !DayShares.AreKept(_current, _problem.Start, _problem.Smallest, _problem.NarrowingAt(total), kept))
            return false;
        if (_current[kept] == _problem.Start[kept])
            return true;
        for (var time = 0; time < Times; time++)
            if (time != kept && _current[time] > _problem.Smallest)
                return false;
        return true;
    }

    /// <summary>Rows were placed in a fixed order, ascending by the times as placed; counting keeps it among equal totals.</summary>
    private void Sort()
    {
        var count = _found.Count / Times;
        var rows = CollectionsMarshal.AsSpan(_found);
        var totals = new int[count];
        var after = new int[_problem.StartTotal + 2];
        for (var row = 0; row < count; row++)
        {
            for (var time = 0; time < Times; time++)
                totals[row] += rows[row * Times + time];
            after[totals[row] + 1]++;
        }
        var (levels, starts) = (new List<int>(), new List<int>());
        for (var total = 0; total <= _problem.StartTotal; total++)
        {
            if (after[total + 1] > 0)
            {
                levels.Add(total);
                starts.Add(after[total]);
            }
            after[total + 1] += after[total];
        }
        starts.Add(count);
        (Doses, Totals) = (new int[count * Times], new int[count]);
        for (var row = 0; row < count; row++)
        {
            var at = after[totals[row]]++;
            Totals[at] = totals[row];
            rows.Slice(row * Times, Times).CopyTo(Doses.AsSpan(at * Times));
        }
        (Levels, LevelStart) = ([.. levels], [.. starts]);
    }
}
