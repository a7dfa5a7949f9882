namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Levels of one analyte for some people at some output hours: row after row, a person a column.</summary>
/// <param name="worker">Number of the thread that made it, from 0.</param>
/// <param name="people">Columns that count; what lies behind them is padding.</param>
internal readonly ref struct RowBlock(
    int worker,
    int analyte,
    int firstRow,
    int rows,
    int firstPerson,
    int people,
    ReadOnlySpan<double> values,
    int stride
)
{
    public int Worker { get; } = worker;

    public int Analyte { get; } = analyte;

    public int FirstRow { get; } = firstRow;

    public int Rows { get; } = rows;

    public int FirstPerson { get; } = firstPerson;

    public int People { get; } = people;

    private readonly ReadOnlySpan<double> _values = values;

    private readonly int _stride = stride;

    /// <summary>All rows in one piece; empty where padding stands between them.</summary>
    public ReadOnlySpan<double> Together => _stride == People ? _values[..(Rows * _stride)] : default;

    public ReadOnlySpan<double> Row(int row) => _values.Slice(row * _stride, People);
}

/// <summary>Takes levels as they are made, so that a hundred thousand people need not be kept.</summary>
internal abstract class RowSink
{
    /// <summary>Called by many threads at once, each with people of its own.</summary>
    public abstract void Take(in RowBlock block);

    /// <summary>All people have been taken for these rows.</summary>
    public virtual void EndRows(int firstRow, int rows) { }
}
