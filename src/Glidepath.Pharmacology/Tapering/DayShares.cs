namespace Glidepath.Pharmacology.Tapering;

/// <summary>
/// Whether a split of the day keeps its starting proportions: each time within one unit of its share. A time whose share is under one unit cannot follow
/// it down, for it may not be emptied early; then it counts as in proportion at one unit, and the others share what is left. Without that, two small
/// doses beside a large one would force the large one to fall in a single cut.
/// </summary>
internal static class DayShares
{
    /// <param name="doses">By time of day, in units of the lattice.</param>
    /// <param name="start">The same at the start.</param>
    /// <param name="unit">The smallest makeable dose.</param>
    /// <param name="narrowing">A time must lie within this part of a unit of its share: 1 is the rule, 2 is half a unit.</param>
    /// <param name="except">A time left out of the proportions; −1 for none.</param>
    public static bool AreKept(ReadOnlySpan<int> doses, IReadOnlyList<int> start, int unit, int narrowing, int except)
    {
        var (total, whole) = (0, 0);
        for (var time = 0; time < doses.Length; time++)
        {
            if (time == except)
                continue;
            total += doses[time];
            whole += start[time];
        }
        return whole == 0 || AreNear(doses, start, unit, narrowing, except, 0, total, whole)
            || AreKeptAboveSmall(doses, start, unit, narrowing, except, total, whole);
    }

    private static bool AreKeptAboveSmall(ReadOnlySpan<int> doses, IReadOnlyList<int> start, int unit, int narrowing, int except, int total, int whole)
    {
        var small = 0;
        while (true)
        {
            var more = small;
            for (var time = 0; time < doses.Length; time++)
                if (time != except && (small >> time & 1) == 0 && (long)total * start[time] < (long)unit * whole)
                    more |= 1 << time;
            if (more == small)
                return small != 0 && AreNear(doses, start, unit, narrowing, except, small, total, whole);
            for (var time = 0; time < doses.Length; time++)
                if (((more ^ small) >> time & 1) == 1)
                {
                    total -= unit;
                    whole -= start[time];
                }
            small = more;
            if (total <= 0 || whole <= 0)
                return false;
        }
    }

    /// <summary>Times in <paramref name="small"/> at one unit exactly, every other within one unit of its share of the rest.</summary>
    private static bool AreNear(ReadOnlySpan<int> doses, IReadOnlyList<int> start, int unit, int narrowing, int except, int small, int total, int whole)
    {
        for (var time = 0; time < doses.Length; time++)
        {
            if (time == except)
                continue;
            var near = (small >> time & 1) == 1 ? doses[time] == unit : Math.Abs((long)doses[time] * whole - (long)total * start[time]) * narrowing <= (long)unit * whole;
            if (!near)
                return false;
        }
        return true;
    }
}
