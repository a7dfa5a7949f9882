namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Each person's highest level and when, and the first and last day.</summary>
internal sealed class SummarySink : RowSink
{
    private readonly double[] _hours;
    private readonly double[] _first;
    private readonly double[] _last;
    private readonly Person[][] _people;

    private struct Person
    {
        public double Cmax, Tmax, First, Average, Low, High;
    }

    /// <param name="hours">Of the output rows; a day is the first 24 h or the last.</param>
    public SummarySink(int people, int analytes, double[] hours)
    {
        _hours = hours;
        _first = DayWeights(hours, 0, Math.Min(24, hours[^1]));
        _last = DayWeights(hours, Math.Max(0, hours[^1] - 24), hours[^1]);
        _people = [.. Enumerable.Range(0, analytes).Select(_ => new Person[people])];
        foreach (var row in _people)
            Array.Fill(row, new Person { Low = double.PositiveInfinity });
    }

    public override void Take(in RowBlock block)
    {
        var people = _people[block.Analyte].AsSpan(block.FirstPerson, block.People);
        for (var row = 0; row < block.Rows; row++)
        {
            var at = block.FirstRow + row;
            var levels = block.Row(row);
            var (hour, first, last) = (_hours[at], _first[at], _last[at]);
            for (var i = 0; i < people.Length; i++)
                if (levels[i] > people[i].Cmax)
                    (people[i].Cmax, people[i].Tmax) = (levels[i], hour);
            if (first != 0)
                for (var i = 0; i < people.Length; i++)
                    people[i].First += levels[i] * first;
            if (last != 0)
                for (var i = 0; i < people.Length; i++)
                {
                    people[i].Average += levels[i] * last;
                    people[i].Low = Math.Min(people[i].Low, levels[i]);
                    people[i].High = Math.Max(people[i].High, levels[i]);
                }
        }
    }

    /// <param name="halfLives">Of each person, in h.</param>
    /// <param name="toBand">Of one figure over all people.</param>
    /// <param name="weeklyFalls">Of each person, in per cent.</param>
    public LevelSummary Of(int analyte, double[] halfLives, double[] weeklyFalls, Func<double[], Band> toBand)
    {
        var people = _people[analyte];
        Band All(Func<Person, double> figure) => toBand([.. people.Select(figure)]);
        return new LevelSummary(
            All(p => p.Cmax), All(p => p.Tmax), All(p => p.Low), All(p => p.Average),
            All(p => p.Average > 0 ? (p.High - p.Low) * 100 / p.Average : 0), All(p => p.First > 0 ? p.Average / p.First : 0), toBand(halfLives), toBand(weeklyFalls));
    }

    /// <summary>Trapezoids over the rows of a day, so that the weighted sum is the mean; 0 outside it.</summary>
    private static double[] DayWeights(double[] hours, double from, double to)
    {
        var weights = new double[hours.Length];
        var inside = Enumerable.Range(0, hours.Length).Where(i => hours[i] >= from - 1e-9 && hours[i] <= to + 1e-9).ToArray();
        if (inside.Length == 1)
            weights[inside[0]] = 1;
        for (var i = 1; i < inside.Length; i++)
        {
            var half = (hours[inside[i]] - hours[inside[i - 1]]) / 2 / (hours[inside[^1]] - hours[inside[0]]);
            weights[inside[i]] += half;
            weights[inside[i - 1]] += half;
        }
        return weights;
    }
}
