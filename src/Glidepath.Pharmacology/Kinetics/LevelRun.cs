using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>How many people one instruction works on. The answer is the same.</summary>
internal enum LaneWidth
{
    Widest,
    Four,
    One,
}

/// <summary>Takes a cohort through a timeline, some rows of everybody at a time, and hands the rows on.</summary>
internal sealed class LevelRun
{
    /// <summary>Two days by the hour: a chunk's rows then stay in the second-level cache.</summary>
    public const int RowsTogether = 48;

    /// <summary>Exponentials of the commonest stretches are kept; of others they are found each time.</summary>
    private const int MostCached = 16;

    private readonly Cohort _cohort;
    private readonly Timeline _timeline;
    private readonly DoseHistory _doses;
    private readonly LaneWidth _width;
    private readonly double[] _state;
    private readonly double[] _cached;
    private readonly int _cachedIntervals;
    private readonly VaryingWalk? _walk;

    // Columns of a row: a chunk, or the whole cohort where it is smaller, and a cache line more: rows a page apart would all fall on one place of the cache.
    private readonly int _stride;

    private LevelRun(Cohort cohort, Timeline timeline, DoseHistory doses, LaneWidth width)
    {
        (_cohort, _timeline, _doses, _width) = (cohort, timeline, doses, width);
        _stride = Math.Min(Cohort.ChunkWidth, cohort.Padded) + 8;
        _walk = timeline.Parts[0].Count > 0 ? new VaryingWalk(cohort, timeline) : null;
        _cachedIntervals = _walk is null ? Math.Min(timeline.Intervals.Length, MostCached) : 0;
        _cached = new double[_cachedIntervals * cohort.Modes * cohort.Padded];
        _state = _walk is null ? new double[cohort.Doses.Length] : [];
    }

    /// <param name="progress">Told the part done, 0 to 1, after each stretch of rows.</param>
    public static void Run(
        Cohort cohort, Timeline timeline, DoseHistory doses, IReadOnlyList<RowSink> sinks, int threads = 1, LaneWidth width = LaneWidth.Widest, Action<double>? progress = null)
    {
        var run = new LevelRun(cohort, timeline, doses, width);
        Workers.Run(threads, cohort.Chunks, (_, first, last) => run.Begin(first * Cohort.ChunkWidth, Math.Min(last * Cohort.ChunkWidth, cohort.Padded)));
        var scratch = new double[Math.Min(threads, cohort.Chunks)][];
        var (from, firstRow) = (0, 0);
        while (firstRow < timeline.Rows)
        {
            var rows = Math.Min(RowsTogether, timeline.Rows - firstRow);
            var to = from;
            while (timeline.Steps[to].Row != firstRow + rows - 1)
                to++;
            var (row, step, count) = (firstRow, from, to + 1 - from);
            Workers.Run(threads, cohort.Chunks, (worker, first, last) =>
            {
                scratch[worker] ??= new double[cohort.Shape.Analytes * RowsTogether * run._stride];
                for (var chunk = first; chunk < last; chunk++)
                    run.Chunk(worker, chunk, timeline.Steps.Slice(step, count), row, rows, scratch[worker], sinks);
            });
            foreach (var sink in sinks)
                sink.EndRows(firstRow, rows);
            (from, firstRow) = (to + 1, firstRow + rows);
            progress?.Invoke((double)firstRow / timeline.Rows);
        }
    }

    private void Begin(int from, int to)
    {
        if (_walk is not null)
        {
            for (var person = from; person < Math.Min(to, _cohort.Count); person++)
                _walk.Begin(person, _doses);
            return;
        }
        for (var mode = 0; mode < _cohort.Modes; mode++)
            for (var person = from; person < to; person++)
            {
                var rate = _cohort.Rates[mode * _cohort.Padded + person];
                for (var interval = 0; interval < _cachedIntervals; interval++)
                    _cached[(interval * _cohort.Modes + mode) * _cohort.Padded + person] = Math.Exp(-_timeline.Intervals[interval] * rate);
                var held = SteadyState.Of(_doses.Before, rate);
                for (var analyte = 0; analyte < _cohort.Shape.Analytes; analyte++)
                {
                    var at = (analyte * _cohort.Modes + mode) * _cohort.Padded + person;
                    _state[at] = _cohort.Doses[at] * held;
                }
            }
    }

    private void Chunk(int worker, int chunk, ReadOnlySpan<TimeStep> steps, int firstRow, int rows, double[] scratch, IReadOnlyList<RowSink> sinks)
    {
        var from = chunk * Cohort.ChunkWidth;
        var to = Math.Min(from + Cohort.ChunkWidth, _cohort.Padded);
        var people = Math.Min(to, _cohort.Count) - from;
        var analyteStride = RowsTogether * _stride;
        for (var person = from; _walk is not null && person < from + people; person++)
            _walk.Advance(person, steps, scratch, person - from, _stride, analyteStride, firstRow);
        for (var analyte = 0; analyte < _cohort.Shape.Analytes; analyte++)
        {
            var target = scratch.AsSpan(analyte * analyteStride, analyteStride);
            if (_walk is null)
                Advance(steps, analyte, from, to, target, firstRow);
            foreach (var sink in sinks)
                sink.Take(new RowBlock(worker, analyte, firstRow, rows, from, people, target, _stride));
        }
    }

    private void Advance(ReadOnlySpan<TimeStep> steps, int analyte, int from, int to, Span<double> target, int firstRow)
    {
        switch (_width)
        {
            case LaneWidth.Widest when Vector512.IsHardwareAccelerated:
                LevelKernel.Advance<Lanes512>(steps, _timeline.Intervals, _cached, _cachedIntervals, _cohort, _state, analyte, from, to, target, _stride, firstRow);
                break;
            case LaneWidth.Widest or LaneWidth.Four when Vector256.IsHardwareAccelerated:
                LevelKernel.Advance<Lanes256>(steps, _timeline.Intervals, _cached, _cachedIntervals, _cohort, _state, analyte, from, to, target, _stride, firstRow);
                break;
            default:
                LevelKernel.Advance<Lanes1>(steps, _timeline.Intervals, _cached, _cachedIntervals, _cohort, _state, analyte, from, to, target, _stride, firstRow);
                break;
        }
    }
}
