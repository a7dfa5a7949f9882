using Glidepath.Pharmacology.Products;

namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// One split for each daily dose with a liquid: as near to the starting shares as marks allow, by highest averages (Webster), which never
/// gives a time more when the day gets less. A time is emptied where its share is under the least volume; the others then share the day.
/// </summary>
internal sealed class LiquidSplits(MakeableDoses makeable, int[] start, int[] fallOrder, bool keepsOne)
{
    private const int LeastCentiMl = (int)(OralSyringe.LeastMl * 100);

    /// <param name="least">Lowest daily dose, in units.</param>
    /// <param name="below">All are under this.</param>
    /// <param name="always">A daily dose that is included whatever the grid; 0 for none.</param>
    public IEnumerable<(int Total, int[] Doses)> Of(int least, int below, int always)
    {
        if (!keepsOne)
            return Shared(fallOrder, least, below, always, apart: 0);
        var kept = fallOrder[^1];
        return Shared(fallOrder[^1..], least, Math.Min(below, start[kept]), always, apart: 0)
            .Concat(
                below > start[kept]
                    ? Shared(fallOrder[..^1], Math.Max(1, least - start[kept]), below - start[kept], always - start[kept], start[kept])
                    : []
            );
    }

    /// <param name="apart">What the kept time holds beside these, in units.</param>
    private IEnumerable<(int Total, int[] Doses)> Shared(int[] times, int least, int below, int always, int apart)
    {
        for (var first = 0; first < times.Length; first++)
        {
            var kept = times[first..];
            foreach (var grid in Grids(kept.Length))
            foreach (var (total, doses) in OnGrid(kept, grid, least, below, always))
                if (first == 0 || IsShareTooSmall(times[(first - 1)..], total))
                    yield return (total + apart, WithKept(doses, apart));
        }
    }

    private int[] WithKept(int[] doses, int apart)
    {
        if (apart > 0)
            doses[fallOrder[^1]] = apart;
        return doses;
    }

    private bool IsShareTooSmall(int[] times, int total) =>
        (long)total * times.Min(t => start[t]) < (long)LeastCentiMl * makeable.CentiUnits * times.Sum(t => start[t]);

    /// <summary>
    /// The grid of one time's dose, in hundredths of a mL, by the mean dose of the day: as fine as the syringe that holds it. Beside
    /// pieces, which leave small rests, never coarser than a tenth.
    /// </summary>
    private IEnumerable<(int Step, int Least, int Most)> Grids(int times)
    {
        var unit = makeable.CentiUnits * times;
        yield return (1, 0, 100 * unit);
        yield return (10, 100 * unit, makeable.HasPieces ? int.MaxValue : 300 * unit);
        if (makeable.HasPieces)
            yield break;
        yield return (20, 300 * unit, 500 * unit);
        yield return (50, 500 * unit, int.MaxValue);
    }

    private IEnumerable<(int Total, int[] Doses)> OnGrid(int[] kept, (int Step, int Least, int Most) grid, int least, int below, int always)
    {
        var step = grid.Step * makeable.CentiUnits;
        var (seats, least0) = (new int[kept.Length], LeastCentiMl * makeable.CentiUnits);
        var most = Math.Min(below, grid.Most == int.MaxValue ? below : grid.Most + 1);
        for (var total = step; total < most; total += step)
        {
            seats[Next(kept, seats)]++;
            if (total >= least && total > grid.Least && Array.TrueForAll(seats, s => s * step >= least0))
                yield return (total, Doses(kept, seats, step));
        }
        if (always < least || always >= below || always % makeable.CentiUnits != 0 || grid.Step != 1)
            yield break;
        Array.Clear(seats);
        for (var given = 0; given < always / makeable.CentiUnits; given++)
            seats[Next(kept, seats)]++;
        if (Array.TrueForAll(seats, s => s * makeable.CentiUnits >= least0))
            yield return (always, Doses(kept, seats, makeable.CentiUnits));
    }

    /// <summary>Who gets the next mark: the highest start/(2·marks + 1); among equals the one that falls last.</summary>
    private int Next(int[] kept, int[] seats)
    {
        var best = kept.Length - 1;
        for (var i = kept.Length - 2; i >= 0; i--)
            if ((long)start[kept[i]] * (2 * seats[best] + 1) > (long)start[kept[best]] * (2 * seats[i] + 1))
                best = i;
        return best;
    }

    private int[] Doses(int[] kept, int[] seats, int step)
    {
        var doses = new int[start.Length];
        for (var i = 0; i < kept.Length; i++)
            doses[kept[i]] = seats[i] * step;
        return doses;
    }
}
