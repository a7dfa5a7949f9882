namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Each person's trough, peak and mean of every whole day of the drug itself, reduced as the levels are made, and their quantiles over all people.</summary>
internal sealed class DaySink : RowSink
{
    private const int Trough = 0, Peak = 1, Mean = 2, Figures = 3;

    private readonly int _people;
    private readonly int _rowsOfDay;

    // Three rows of people: lowest, highest and sum of the day so far.
    private readonly double[] _day;
    private readonly QuantileSink _quantiles;
    private int _ended;

    /// <param name="rowsOfDay">Output rows in 24 h; at most <see cref="LevelRun.RowsTogether"/>.</param>
    public DaySink(int people, int rowsOfDay, int days, int threads)
    {
        (_people, _rowsOfDay) = (people, rowsOfDay);
        _day = new double[Figures * people];
        _quantiles = new QuantileSink(people, 1, Figures * days, threads, Quantiles.Low, 0.5, Quantiles.High);
        Days = days;
    }

    public int Days { get; }

    public DayLevels this[int day] => new(day, Of(day, Trough), Of(day, Peak), Of(day, Mean));

    public override void Take(in RowBlock block)
    {
        if (block.Analyte != 0)
            return;
        var (low, high, sum) = (Row(Trough, block), Row(Peak, block), Row(Mean, block));
        for (var row = 0; row < block.Rows; row++)
        {
            var (day, at) = Math.DivRem(block.FirstRow + row, _rowsOfDay);
            if (day >= Days)
                return;
            var levels = block.Row(row);
            if (at == 0)
            {
                levels.CopyTo(_day.AsSpan(low, block.People));
                levels.CopyTo(_day.AsSpan(high, block.People));
                levels.CopyTo(_day.AsSpan(sum, block.People));
            }
            else
            {
                Lanes.LowHighSum(levels, _day.AsSpan(low, block.People), _day.AsSpan(high, block.People), _day.AsSpan(sum, block.People));
            }
            if (at < _rowsOfDay - 1)
                continue;
            foreach (ref var mean in _day.AsSpan(sum, block.People))
                mean /= _rowsOfDay;
            _quantiles.Take(new RowBlock(block.Worker, 0, Figures * day, Figures, block.FirstPerson, block.People, _day.AsSpan(block.FirstPerson), _people));
        }
    }

    public override void EndRows(int firstRow, int rows)
    {
        var whole = Math.Min((firstRow + rows) / _rowsOfDay, Days);
        if (whole > _ended)
            _quantiles.EndRows(Figures * _ended, Figures * (whole - _ended));
        _ended = whole;
    }

    private int Row(int figure, in RowBlock block) => figure * _people + block.FirstPerson;

    private Band Of(int day, int figure)
    {
        var row = Figures * day + figure;
        return new Band(_quantiles.Values[0][0][row], _quantiles.Values[0][1][row], _quantiles.Values[0][2][row]);
    }
}

/// <summary>The level of the drug on one day over all virtual patients, in ng/mL.</summary>
/// <param name="Day">From 0; 24 h each from hour 0.</param>
public sealed record DayLevels(int Day, Band Trough, Band Peak, Band Average);
