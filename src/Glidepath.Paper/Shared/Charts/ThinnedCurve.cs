namespace Glidepath.Paper.Shared.Charts;

/// <summary>The lowest and highest over a stretch of time, drawn at its middle.</summary>
internal readonly record struct Column(double Hour, double Low, double TypicalLow, double TypicalHigh, double High)
{
    public double Typical => (TypicalLow + TypicalHigh) / 2;
}

/// <summary>A level with no more columns than the width can show. No peak and no trough is lost.</summary>
internal static class ThinnedCurve
{
    /// <summary>Where a day is narrower than this, the ups and downs of daily doses cannot be read and a column is whole days.</summary>
    private const double LeastDayWidth = 26;

    private const double Day = 24;

    /// <param name="width">That the hours up to <paramref name="span"/> are drawn in.</param>
    public static IReadOnlyList<Column> Of(
        IReadOnlyList<double> hours,
        IReadOnlyList<double> low,
        IReadOnlyList<double> typical,
        IReadOnlyList<double> high,
        double span,
        float width
    )
    {
        var perUnit = span / width;
        var stretch = Day / perUnit < LeastDayWidth && RisesDaily(hours, typical) ? Day * Math.Ceiling(perUnit / Day) : perUnit;
        if (hours.Count <= 2 * width && stretch < Day)
            return [.. Enumerable.Range(0, hours.Count).Select(i => new Column(hours[i], low[i], typical[i], typical[i], high[i]))];
        var columns = new List<Column>();
        var bin = -1L;
        for (var i = 0; i < hours.Count; i++)
        {
            // The point at the very end belongs to the stretch before it.
            var at = (long)Math.Floor(hours[i] / stretch + 1e-9);
            if (at != bin && !(i == hours.Count - 1 && columns.Count > 0))
            {
                columns.Add(new Column((at + 0.5) * stretch, low[i], typical[i], typical[i], high[i]));
                bin = at;
                continue;
            }
            var c = columns[^1];
            columns[^1] = c with
            {
                Low = Math.Min(c.Low, low[i]),
                TypicalLow = Math.Min(c.TypicalLow, typical[i]),
                TypicalHigh = Math.Max(c.TypicalHigh, typical[i]),
                High = Math.Max(c.High, high[i]),
            };
        }
        // To both ends, not from middle to middle; a level that begins at nothing begins there.
        columns.Insert(
            0,
            high[0] < columns.Max(c => c.High) / 20
                ? new Column(hours[0], low[0], typical[0], typical[0], high[0])
                : columns[0] with
                {
                    Hour = hours[0],
                }
        );
        columns.Add(columns[^1] with { Hour = hours[^1] });
        return columns;
    }

    private static bool RisesDaily(IReadOnlyList<double> hours, IReadOnlyList<double> level)
    {
        var peaks = Enumerable.Range(1, Math.Max(0, level.Count - 2)).Count(i => level[i] > level[i - 1] && level[i] >= level[i + 1]);
        return peaks > 3 && peaks * Day * 4 > hours[^1] - hours[0];
    }
}
