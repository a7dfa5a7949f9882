namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Every allowed vector of doses by time of day at or above the floor, sorted by daily dose and then by vector. Flat arrays: a state is a row.
/// </summary>
internal sealed class SplitStates
{
    private readonly TaperProblem _problem;
    private readonly int[] _current;
    private readonly List<int> _found = [];
    private readonly int _limit;

    private SplitStates(TaperProblem problem, int limit)
    {
        _problem = problem;
        _limit = limit;
        Times = problem.Start.Count;
        _current = new int[Times];
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

    /// <param name="low">Lowest and <paramref name="high"/> highest daily dose still possible for the times placed so far.</param>
    private bool Place(int time, int sum, int low, int high)
    {
        if (time == Times)
        {
            if (sum >= low && sum <= high && IsAllowed())
                _found.AddRange(_current);
            return _found.Count <= (long)_limit * Times;
        }
        var rest = 0;
        for (var later = time + 1; later < Times; later++)
            rest += _problem.Start[later];
        var (share, start, unit) = (_problem.Start[time], _problem.StartTotal, _problem.Smallest);
        for (var at = -1; at < _problem.Makeable.Count; at++)
        {
            var dose = at < 0 ? 0 : _problem.Makeable[at];
            if (dose > share || sum + dose > high)
                break;
            var (nextLow, nextHigh) = (Math.Max(low, sum + dose), Math.Min(high, sum + dose + rest));
            if (_problem.Split is SplitRule.Proportional or SplitRule.ProportionalFamily)
            {
                // |dose − total·share/start| ≤ slack bounds the total from both sides; rounded outward, the exact test comes at the end. Up to two
                // units of slack for each time beyond the second cover the small doses of DayShares.
                var slack = unit * (1 + Math.Max(0, Times - 2));
                nextLow = Math.Max(nextLow, (int)((long)(dose - slack) * start / share));
                nextHigh = Math.Min(nextHigh, (int)((long)(dose + slack) * start / share));
            }
            if (nextLow > nextHigh)
                continue;
            _current[time] = dose;
            if (!Place(time + 1, sum + dose, nextLow, nextHigh))
                return false;
        }
        return true;
    }

    private bool IsAllowed() => EmptiesInOrder() && _problem.Split switch
    {
        SplitRule.Free => true,
        SplitRule.Proportional or SplitRule.ProportionalFamily => DayShares.AreKept(_current, _problem.Start, _problem.Smallest, except: -1),
        SplitRule.KeepOneTime => KeepsOneTime(),
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

    private bool KeepsOneTime()
    {
        var kept = _problem.KeptTime;
        if (_current[kept] == 0 || !DayShares.AreKept(_current, _problem.Start, _problem.Smallest, kept))
            return false;
        if (_current[kept] == _problem.Start[kept])
            return true;
        for (var time = 0; time < Times; time++)
            if (time != kept && _current[time] > _problem.Smallest)
                return false;
        return true;
    }

    private void Sort()
    {
        var count = _found.Count / Times;
        var rows = _found.ToArray();
        var totals = new int[count];
        var order = new int[count];
        for (var row = 0; row < count; row++)
        {
            order[row] = row;
            for (var time = 0; time < Times; time++)
                totals[row] += rows[row * Times + time];
        }
        // Rows were placed in ascending order of the vector, and the index keeps that among equal totals.
        Array.Sort(order, (a, b) => (totals[a], a).CompareTo((totals[b], b)));
        Doses = new int[rows.Length];
        Totals = new int[count];
        var (levels, starts) = (new List<int>(), new List<int>());
        for (var row = 0; row < count; row++)
        {
            rows.AsSpan(order[row] * Times, Times).CopyTo(Doses.AsSpan(row * Times));
            Totals[row] = totals[order[row]];
            if (row == 0 || Totals[row] != Totals[row - 1])
            {
                levels.Add(Totals[row]);
                starts.Add(row);
            }
        }
        starts.Add(count);
        (Levels, LevelStart) = ([.. levels], [.. starts]);
    }
}
