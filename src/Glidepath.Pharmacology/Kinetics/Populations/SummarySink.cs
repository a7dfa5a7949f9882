namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Each person's highest level and when, and the first and last day.</summary>
internal sealed class SummarySink : RowSink
{
    private readonly double[] _hours;
    private readonly DayWeights _first;
    private readonly DayWeights _last;
    private readonly Figures[] _analytes;

    private sealed record Figures(double[] Cmax, double[] Tmax, double[] First, double[] Average, double[] Low, double[] High);

    /// <param name="hours">Of the output rows; a day is the first 24 h or the last.</param>
    public SummarySink(int people, int analytes, double[] hours)
    {
        _hours = hours;
        _first = DayWeights.Of(hours, 0, Math.Min(24, hours[^1]));
        _last = DayWeights.Of(hours, Math.Max(0, hours[^1] - 24), hours[^1]);
        _analytes =
        [
            .. Enumerable
                .Range(0, analytes)
                .Select(_ => new Figures(
                    new double[people],
                    new double[people],
                    new double[people],
                    new double[people],
                    new double[people],
                    new double[people]
                )),
        ];
        foreach (var figures in _analytes)
            Array.Fill(figures.Low, double.PositiveInfinity);
    }

    public override void Take(in RowBlock block)
    {
        var (figures, from, people) = (_analytes[block.Analyte], block.FirstPerson, block.People);
        for (var row = 0; row < block.Rows; row++)
        {
            var levels = block.Row(row);
            var (hour, first, last) = (_hours[block.FirstRow + row], _first[block.FirstRow + row], _last[block.FirstRow + row]);
            Lanes.Highest(levels, hour, figures.Cmax.AsSpan(from, people), figures.Tmax.AsSpan(from, people));
            for (var i = 0; first != 0 && i < people; i++)
                figures.First[from + i] += levels[i] * first;
            for (var i = 0; last != 0 && i < people; i++)
            {
                figures.Average[from + i] += levels[i] * last;
                figures.Low[from + i] = Math.Min(figures.Low[from + i], levels[i]);
                figures.High[from + i] = Math.Max(figures.High[from + i], levels[i]);
            }
        }
    }

    /// <param name="halfLives">Of each person, in h.</param>
    /// <param name="weeklyFalls">Of each person, in per cent.</param>
    /// <param name="toBand">Of one figure over all people.</param>
    public LevelSummary Of(int analyte, double[] halfLives, double[] weeklyFalls, Func<double[], Band> toBand)
    {
        var f = _analytes[analyte];
        return new LevelSummary(
            toBand(f.Cmax),
            toBand(f.Tmax),
            toBand(f.Low),
            toBand(f.Average),
            toBand([.. f.Average.Select((average, i) => average > 0 ? (f.High[i] - f.Low[i]) * 100 / average : 0)]),
            toBand([.. f.Average.Select((average, i) => f.First[i] > 0 ? average / f.First[i] : 0)]),
            toBand(halfLives),
            toBand(weeklyFalls)
        );
    }

    /// <summary>Trapezoids over the rows of a day, so that the weighted sum is the mean; 0 outside it.</summary>
    private sealed record DayWeights(int From, double[] Weights)
    {
        public double this[int row] => row >= From && row < From + Weights.Length ? Weights[row - From] : 0;

        public static DayWeights Of(double[] hours, double from, double to)
        {
            var first = Array.FindIndex(hours, h => h >= from - 1e-9);
            var last = Array.FindLastIndex(hours, h => h <= to + 1e-9);
            var weights = new double[last - first + 1];
            if (first == last)
                weights[0] = 1;
            for (var i = 1; i < weights.Length; i++)
            {
                var half = (hours[first + i] - hours[first + i - 1]) / 2 / (hours[last] - hours[first]);
                weights[i] += half;
                weights[i - 1] += half;
            }
            return new DayWeights(first, weights);
        }
    }
}
