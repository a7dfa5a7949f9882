namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// Every <see cref="CutShape"/> weighed against the days of one person by Bayes' rule over a fixed grid: no chance and no clock in it. The
/// method, and how often its ranges hold: docs/clinical/trend.md.
/// </summary>
internal sealed class CutFit
{
    /// <summary>How much of the noise of a day is left on the next: weighed with the shapes.</summary>
    private static readonly double[] Lasting = [0.1, 0.35, 0.6];

    /// <summary>
    /// No person is quite as shapes and noise have it, so the days speak with this part of their weight. Chosen on made-up people, others
    /// than those on whom the ranges are tested.
    /// </summary>
    private const double Trust = 0.95;

    private const int Places = CutShape.MostDays * CutShape.PerDay;

    private readonly double[] _felt = new double[Places],
        _peak = new double[Places],
        _settled = new double[Places];

    /// <param name="days">In the order of time.</param>
    /// <param name="cuts">Days of the cuts, in the order of time.</param>
    public CutFit(IReadOnlyList<ExcessDay> days, IReadOnlyList<int> cuts)
    {
        var shapes = CutShape.All;
        var noises = Lasting.Select(l => new CutLikelihood(days, cuts, l)).ToList();
        var logs = noises.SelectMany(n => shapes.Select(s => (Shape: s, Log: n.Of(s.Curve)))).ToList();
        var most = logs.Max(l => l.Log);
        var (any, all) = (0d, 0d);
        foreach (var (shape, log) in logs)
        {
            any += shape.Prior * Math.Exp(log - most);
            all += shape.Prior;
            var weight = shape.Prior * Math.Exp(Trust * (log - most));
            _felt[Place(shape.Felt)] += weight;
            _peak[Place(shape.Peak)] += weight;
            _settled[Place(shape.Settled)] += weight;
        }
        LogOdds = Math.Log(any / all) - Math.Log(noises.Average(n => Math.Exp(n.Of([]) - most)));
    }

    /// <summary>How much likelier the days are where cuts are felt than where nothing is, as a logarithm.</summary>
    public double LogOdds { get; }

    public DayRange Felt => RangeOf(_felt);

    public DayRange Peak => RangeOf(_peak);

    public DayRange Settled => RangeOf(_settled);

    private static int Place(double day) => (int)Math.Round(day * CutShape.PerDay);

    /// <summary>2.5, 50 and 97.5 %.</summary>
    private static DayRange RangeOf(double[] weights)
    {
        var all = weights.Sum();
        return new(At(0.025), At(0.5), At(0.975));

        // A weight is spread over its own part of a day.
        double At(double part)
        {
            var (place, before) = (0, 0d);
            for (; before + weights[place] < part * all && place < Places - 1; place++)
                before += weights[place];
            return HalfDay((place - 0.5 + (part * all - before) / weights[place]) / CutShape.PerDay);
        }
    }

    private static double HalfDay(double day) => Math.Max(0, Math.Round(day * 2, MidpointRounding.AwayFromZero) / 2);
}
