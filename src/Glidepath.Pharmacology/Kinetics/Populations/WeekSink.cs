namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Each person's mean level of every week, and the largest fall from one week to the next.</summary>
internal sealed class WeekSink : RowSink
{
    private const double HoursOfWeek = 7 * 24;

    // Of each row the week it lies in, and whether it is the last row of a week that is looked at.
    private readonly int[] _week;
    private readonly bool[] _ends;
    private readonly int[] _rowsOfWeek;
    private readonly double[][] _sums;
    private readonly double[][] _before;
    private readonly double[][] _falls;

    /// <param name="until">Weeks that end later are not looked at: after the last dose every week falls.</param>
    public WeekSink(int people, int analytes, double[] hours, double until)
    {
        var weeks = (int)Math.Floor(until / HoursOfWeek + 1e-9);
        (_week, _ends) = (new int[hours.Length], new bool[hours.Length]);
        for (var row = 0; row < hours.Length; row++)
        {
            _week[row] = (int)(hours[row] / HoursOfWeek + 1e-9);
            if (row > 0 && _week[row] > _week[row - 1])
                _ends[row - 1] = _week[row - 1] < weeks;
        }
        _ends[^1] = _week[^1] < weeks;
        _rowsOfWeek = new int[_week[^1] + 1];
        foreach (var week in _week)
            _rowsOfWeek[week]++;
        (_sums, _before, _falls) = (Zeros(), Zeros(), Zeros());

        double[][] Zeros() => [.. Enumerable.Range(0, analytes).Select(_ => new double[people])];
    }

    public override void Take(in RowBlock block)
    {
        var sums = _sums[block.Analyte].AsSpan(block.FirstPerson, block.People);
        for (var row = 0; row < block.Rows; row++)
        {
            Lanes.Add(block.Row(row), sums);
            if (_ends[block.FirstRow + row])
                Close(block, sums, _rowsOfWeek[_week[block.FirstRow + row]]);
        }
    }

    /// <summary>In per cent of the week before; 0 where no week fell or there are fewer than two.</summary>
    public double[] Falls(int analyte) => _falls[analyte];

    private void Close(in RowBlock block, Span<double> sums, int rows)
    {
        var before = _before[block.Analyte].AsSpan(block.FirstPerson, block.People);
        var falls = _falls[block.Analyte].AsSpan(block.FirstPerson, block.People);
        for (var i = 0; i < sums.Length; i++)
        {
            var mean = sums[i] / rows;
            if (before[i] > 0)
                falls[i] = Math.Max(falls[i], (before[i] - mean) * 100 / before[i]);
            (before[i], sums[i]) = (mean, 0);
        }
    }
}
