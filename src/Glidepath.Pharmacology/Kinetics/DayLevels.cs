namespace Glidepath.Pharmacology.Kinetics;

/// <summary>The level of the drug on one day over all virtual patients, in ng/mL.</summary>
/// <param name="Day">From 0; 24 h each from hour 0.</param>
public sealed record DayLevels(int Day, Band Trough, Band Peak, Band Average);

/// <summary>Each person's trough, peak and mean of a day in place of its rows: so much is handed on for a day, in this order.</summary>
internal static class DayFigures
{
    public const int Trough = 0,
        Peak = 1,
        Mean = 2,
        Count = 3;

    /// <summary>
    /// Folds rows that were made one by one; where clearance does not change, <see cref="DayKernel"/> makes the figures without the rows.
    /// </summary>
    /// <param name="rows">Whole days of rows of <paramref name="stride"/> numbers; the figures are written over their beginning.</param>
    public static void Fold(Span<double> rows, int stride, int rowsOfDay, int days)
    {
        // Where figures are more than rows the last day goes first, so that no figure is written over a row that is still to be read.
        for (var (i, backwards) = (0, rowsOfDay < Count); i < days; i++)
        {
            var day = backwards ? days - 1 - i : i;
            for (var person = 0; person < stride; person++)
            {
                var (low, high, sum) = (double.PositiveInfinity, 0d, 0d);
                for (var row = day * rowsOfDay; row < (day + 1) * rowsOfDay; row++)
                {
                    var level = rows[row * stride + person];
                    (low, high, sum) = (Math.Min(low, level), Math.Max(high, level), sum + level);
                }
                rows[(day * Count + Trough) * stride + person] = low;
                rows[(day * Count + Peak) * stride + person] = high;
                rows[(day * Count + Mean) * stride + person] = sum / rowsOfDay;
            }
        }
    }
}
