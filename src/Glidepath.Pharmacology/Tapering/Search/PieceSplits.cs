using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// The splits of a daily dose of pieces over the times of day. Each time lies within a quarter of the largest starting dose, or one
/// smallest piece, of its share at the start. A time is emptied only where its share is under the smallest piece; the others then share the
/// day. A drug that does not last the day keeps two times if it started with more than one.
/// </summary>
internal sealed class PieceSplits(MakeableDoses makeable, int[] start, int[] fallOrder, bool keepsOne, int leastTimes)
{
    private readonly int[] _doses = [.. makeable.PieceDoses];
    private readonly int[] _current = new int[start.Length];
    private readonly List<(int[] Doses, long Apart)> _found = [];

    /// <returns>Each split with how far it is from the shares, for comparison only.</returns>
    public IReadOnlyList<(int[] Doses, long Apart)> Of(int total)
    {
        _found.Clear();
        if (_doses.Length == 0)
            return _found;
        if (keepsOne)
            KeepOne(total);
        else
            Share(fallOrder, total);
        return _found;
    }

    private void KeepOne(int total)
    {
        var kept = fallOrder[^1];
        Array.Clear(_current);
        if (total > start[kept])
        {
            _current[kept] = start[kept];
            Share(fallOrder[..^1], total - start[kept]);
        }
        else if (Array.BinarySearch(_doses, total) >= 0)
        {
            _current[kept] = total;
            _found.Add(([.. _current], 0));
        }
    }

    private void Share(int[] times, int total)
    {
        for (var first = 0; first <= Math.Max(0, times.Length - leastTimes); first++)
        {
            var kept = times[first..];
            var whole = kept.Sum(t => start[t]);
            Place(kept, 0, total, total, whole, Math.Max(_doses[0], kept.Max(t => start[t]) / 4), 0);
            // The next is emptied only where the smallest share cannot be made.
            if ((long)total * kept.Min(t => start[t]) >= (long)_doses[0] * whole)
                return;
        }
    }

    private void Place(int[] kept, int place, int left, int total, int whole, int slack, long apart)
    {
        if (place == kept.Length)
        {
            if (left == 0)
                _found.Add((Emptied(kept), apart));
            return;
        }
        var time = kept[place];
        var share = (long)total * start[time];
        var least = LeastByOrder(kept, place);
        if (place == kept.Length - 1)
        {
            if (left >= least && Array.BinarySearch(_doses, left) >= 0 && Math.Abs((long)left * whole - share) <= (long)slack * whole)
                Take(left);
            return;
        }
        // The smallest that is neither too small for its share nor for the order.
        var nearest = Math.Max(least, (int)Math.Max(0, (share - (long)slack * whole + whole - 1) / whole));
        var from = Array.BinarySearch(_doses, nearest);
        for (var i = from < 0 ? ~from : from; i < _doses.Length; i++)
        {
            var dose = _doses[i];
            if (dose > left || (long)dose * whole - share > (long)slack * whole)
                break;
            Take(dose);
        }

        void Take(int dose)
        {
            _current[time] = dose;
            Place(kept, place + 1, left - dose, total, whole, slack, apart + Math.Abs((long)dose * whole - share));
        }
    }

    /// <summary>A time that starts equal to one that falls before it never holds less.</summary>
    private int LeastByOrder(int[] kept, int place)
    {
        var least = 1;
        for (var before = 0; before < place; before++)
            if (start[kept[before]] == start[kept[place]])
                least = Math.Max(least, _current[kept[before]]);
        return least;
    }

    private int[] Emptied(int[] kept)
    {
        var doses = new int[start.Length];
        foreach (var time in kept)
            doses[time] = _current[time];
        if (keepsOne)
            doses[fallOrder[^1]] = start[fallOrder[^1]];
        return doses;
    }
}
