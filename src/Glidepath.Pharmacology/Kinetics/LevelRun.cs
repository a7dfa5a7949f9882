using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>How many people one instruction works on. The answer is the same.</summary>
internal enum LaneWidth
{
    Widest,
    Four,
    One,
}

/// <summary>
/// Takes a cohort through a timeline, some rows of everybody at a time, and hands the rows on, or in their place the figures of each day.
/// </summary>
internal sealed class LevelRun
{
    /// <summary>Two days by the hour.</summary>
    public const int RowsTogether = 48;

    /// <summary>
    /// A week, where only figures of days are handed on: between two weeks everybody's state goes out to the third-level cache and back.
    /// </summary>
    private const int DaysTogether = 7;

    /// <summary>
    /// People taken through all rows of a slice before the next ones: their rows then stay in the first-level cache, or just beyond it.
    /// </summary>
    public const int BlockWidth = 64;

    /// <summary>Exponentials of the commonest stretches are kept; of others they are found for every slice.</summary>
    private const int MostCached = 16;

    private readonly Cohort _cohort;
    private readonly HistoryGrid _timeline;
    private readonly DoseHistory _doses;
    private readonly LaneWidth _width;
    private readonly int _rowsOfDay;
    private readonly List<LevelSlice> _slices;
    private readonly double[] _state;
    private readonly double[] _cached;
    private readonly int _cachedIntervals;
    private readonly VaryingWalk? _walk;

    // People of a block: fewer where the whole cohort is.
    private readonly int _stride;
    private readonly int _analyteStride;

    private LevelRun(Cohort cohort, HistoryGrid timeline, DoseHistory doses, LaneWidth width, int rowsOfDay)
    {
        (_cohort, _timeline, _doses, _width, _rowsOfDay) = (cohort, timeline, doses, width, rowsOfDay);
        _stride = Math.Min(BlockWidth, cohort.Padded);
        var rowsTogether = rowsOfDay > 0 ? DaysTogether * rowsOfDay : RowsTogether;
        _slices = LevelSlice.Cut(timeline, rowsTogether, rowsOfDay);
        // A day of one or two rows has more figures than rows.
        _analyteStride = Math.Max(rowsTogether, rowsOfDay > 0 ? DaysTogether * DayFigures.Count : 0) * _stride;
        _walk = timeline.Parts[0].Count > 0 ? new VaryingWalk(cohort, timeline) : null;
        _cachedIntervals = _walk is null ? Math.Min(timeline.Intervals.Length, MostCached) : 0;
        _cached = new double[_cachedIntervals * cohort.Modes * cohort.Padded];
        _state = _walk is null ? new double[cohort.Doses.Length] : [];
    }

    /// <param name="progress">Told the part done, 0 to 1, after each stretch of rows.</param>
    /// <param name="rowsOfDay">Above 0, sinks are handed the <see cref="DayFigures"/> of the drug itself for every whole day of so many
    /// rows, and nothing else.</param>
    public static void Run(
        Cohort cohort,
        HistoryGrid timeline,
        DoseHistory doses,
        IReadOnlyList<RowSink> sinks,
        int threads = 1,
        LaneWidth width = LaneWidth.Widest,
        Action<double>? progress = null,
        int rowsOfDay = 0
    )
    {
        var run = new LevelRun(cohort, timeline, doses, width, rowsOfDay);
        Workers.Run(
            threads,
            cohort.Chunks,
            (_, first, last) => run.Begin(first * Cohort.ChunkWidth, Math.Min(last * Cohort.ChunkWidth, cohort.Padded))
        );
        var scratch = new Scratch[Math.Min(threads, cohort.Chunks)];
        foreach (var slice in run._slices)
        {
            Workers.Run(
                threads,
                cohort.Chunks,
                (worker, first, last) =>
                {
                    scratch[worker] ??= new Scratch(run);
                    for (
                        var from = first * Cohort.ChunkWidth;
                        from < Math.Min(last * Cohort.ChunkWidth, cohort.Padded);
                        from += run._stride
                    )
                        run.Block(worker, from, Math.Min(from + run._stride, cohort.Padded), slice, scratch[worker], sinks);
                }
            );
            foreach (var sink in sinks)
                sink.EndRows(run.FirstHanded(slice), run.Handed(slice));
            progress?.Invoke((double)(slice.FirstRow + slice.Rows) / timeline.Rows);
        }
    }

    /// <summary>What one thread works in: nothing is allocated for a person.</summary>
    private sealed class Scratch(LevelRun run)
    {
        public double[] Rows { get; } = new double[run._cohort.Shape.Analytes * run._analyteStride];

        /// <summary>Slot after slot, mode after mode, person beside person.</summary>
        public double[] Factors { get; } = new double[run._slices.Max(s => s.Slots.Length + 1) * run._cohort.Modes * run._stride];
    }

    private int FirstHanded(LevelSlice slice) => _rowsOfDay > 0 ? slice.FirstRow / _rowsOfDay * DayFigures.Count : slice.FirstRow;

    private int Handed(LevelSlice slice) => _rowsOfDay > 0 ? DaysOf(slice) * DayFigures.Count : slice.Rows;

    /// <summary>
    /// A day is whole when the row that begins the next is there too: 47 h are one day, though they have the rows of two.
    /// </summary>
    private int DaysOf(LevelSlice slice) =>
        Math.Min(slice.FirstRow + slice.Rows, _timeline.Rows - 1) / _rowsOfDay - slice.FirstRow / _rowsOfDay;

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

    private void Block(int worker, int from, int to, LevelSlice slice, Scratch scratch, IReadOnlyList<RowSink> sinks)
    {
        var people = Math.Min(to, _cohort.Count) - from;
        for (var person = from; _walk is not null && person < from + people; person++)
            _walk.Advance(person, _timeline.Steps[slice.Steps], scratch.Rows, person - from, _stride, _analyteStride, slice.FirstRow);
        if (_walk is not null && _rowsOfDay > 0)
            DayFigures.Fold(scratch.Rows, _stride, _rowsOfDay, DaysOf(slice));
        if (_walk is null)
            Factors(slice, from, to, scratch.Factors);
        for (var analyte = 0; analyte < (_rowsOfDay > 0 ? 1 : _cohort.Shape.Analytes); analyte++)
        {
            var target = scratch.Rows.AsSpan(analyte * _analyteStride, _analyteStride);
            if (_walk is null)
                Advance(slice, analyte, from, to, scratch.Factors, target);
            foreach (var sink in sinks)
                sink.Take(new RowBlock(worker, analyte, FirstHanded(slice), Handed(slice), from, people, target, _stride));
        }
    }

    /// <summary>
    /// What each mode of a block keeps over each stretch of a slice, side by side: the inner loop then has no exponential to find.
    /// </summary>
    private void Factors(LevelSlice slice, int from, int to, Span<double> factors)
    {
        factors[..(_cohort.Modes * _stride)].Fill(1);
        for (var slot = 1; slot <= slice.Slots.Length; slot++)
        for (var mode = 0; mode < _cohort.Modes; mode++)
        {
            var interval = slice.Slots[slot - 1];
            var target = factors.Slice((slot * _cohort.Modes + mode) * _stride, to - from);
            if (interval < _cachedIntervals)
                _cached.AsSpan((interval * _cohort.Modes + mode) * _cohort.Padded + from, to - from).CopyTo(target);
            else
                Exponentials(-_timeline.Intervals[interval], _cohort.Rates.AsSpan(mode * _cohort.Padded + from, to - from), target);
        }
    }

    private void Exponentials(double hours, ReadOnlySpan<double> rates, Span<double> target)
    {
        switch (Widest)
        {
            case 8:
                LevelKernel.Exponentials<Lanes512>(hours, rates, target);
                break;
            case 4:
                LevelKernel.Exponentials<Lanes256>(hours, rates, target);
                break;
            default:
                LevelKernel.Exponentials<Lanes1>(hours, rates, target);
                break;
        }
    }

    private void Advance(LevelSlice slice, int analyte, int from, int to, double[] factors, Span<double> target)
    {
        switch (Widest)
        {
            case 8:
                Advance<Lanes512>(slice, analyte, from, to, factors, target);
                break;
            case 4:
                Advance<Lanes256>(slice, analyte, from, to, factors, target);
                break;
            default:
                Advance<Lanes1>(slice, analyte, from, to, factors, target);
                break;
        }
    }

    private int Widest =>
        _width == LaneWidth.Widest && Vector512.IsHardwareAccelerated ? 8
        : _width != LaneWidth.One && Vector256.IsHardwareAccelerated ? 4
        : 1;

    /// <summary>In groups of three and two, so that no mode is left alone: four are two and two.</summary>
    private void Advance<T>(LevelSlice slice, int analyte, int from, int to, double[] factors, Span<double> target)
        where T : struct, ILanes<T>
    {
        // An analyte is made of the modes of the drug and of what lies before it in the chain; its amplitude in later ones is nothing.
        var modes = _cohort.Shape.FirstState + analyte;
        for (var group = 0; group < modes; )
        {
            var three = modes - group is 3 or > 4;
            var at = (analyte * _cohort.Modes + group) * _cohort.Padded + from;
            var block = new ModeBlock(
                ref factors[group * _stride],
                _cohort.Modes * _stride,
                _stride,
                ref _cohort.Doses[at],
                ref _state[at],
                _cohort.Padded,
                to - from
            );
            if (_rowsOfDay > 0 && three)
                DayKernel.Figures<T, ThreeModes>(slice.Runs, block, target, _stride, _rowsOfDay);
            else if (_rowsOfDay > 0)
                DayKernel.Figures<T, TwoModes>(slice.Runs, block, target, _stride, _rowsOfDay);
            else if (three)
                LevelKernel.Rows<T, ThreeModes>(slice.Runs, block, target, _stride, group > 0, group + 3 == modes);
            else
                LevelKernel.Rows<T, TwoModes>(slice.Runs, block, target, _stride, group > 0, group + 2 == modes);
            group += three ? 3 : 2;
        }
    }
}
