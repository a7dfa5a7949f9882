using Glidepath.Treatment.Monitoring;

namespace Glidepath.Tests.Monitoring;

/// <summary>
/// A simulated person who tapers and checks in, nobody's data. How a cut is felt is drawn from two forms that <see cref="CutShape"/> does
/// not hold: a gamma curve, or a delay with two exponentials, as where a level falls and the body gets used to it. Each cut has its own
/// height; the days have noise that lasts, days of illness, twelve symptoms told in whole steps of 0 to 4 with a floor, and 30 % of days
/// are missing.
/// </summary>
internal sealed class MadeUpPerson
{
    public const int Fortnight = UsualDays.Fortnight;

    public static readonly DateOnly Began = new(2026, 1, 5);

    private const double SpreadOfSymptom = 0.5,
        Filled = 0.7;

    private readonly Draws _draws;

    private readonly Func<double, double> _curve;

    private readonly double[] _loads;

    private readonly double _usual,
        _height,
        _noise;

    /// <param name="number">The seed: the same person for the same number.</param>
    /// <param name="feelsCuts">False: nothing is felt of any cut.</param>
    /// <param name="length">Days; null for two to seven cuts.</param>
    public MadeUpPerson(int number, bool feelsCuts = true, int? length = null)
    {
        _draws = new Draws(unchecked((ulong)number * 0x9E3779B97F4A7C15UL));
        (_curve, Peak) = Curve();
        var every = Fortnight + 7 * _draws.OneOf(3);
        var most = length is null ? 2 + _draws.OneOf(6) : int.MaxValue;
        List<int> cuts = [Fortnight];
        while (cuts.Count < most && cuts[^1] + every < (length ?? int.MaxValue))
            cuts.Add(cuts[^1] + every + (_draws.Happens(0.25) ? 7 : 0));
        _height = feelsCuts ? _draws.Between(0.5, 1.8) : 0;
        var heights = cuts.Select(_ => _height * Math.Exp(0.3 * _draws.Normal())).ToArray();
        (_usual, _noise) = (_draws.Between(0.3, 1.3), _draws.Between(0.2, 0.4));
        double[] loads = [.. Symptom.All.Select(_ => Math.Exp(0.4 * _draws.Normal()))];
        _loads = [.. loads.Select(l => l / loads.Average())];
        if (feelsCuts)
            (Felt, Settled) = Quarters();
        Cuts = [.. cuts.Select(c => Began.AddDays(c))];
        Days = [.. Told(cuts, heights, length ?? cuts[^1] + every)];
    }

    /// <summary>The truth, in days after a cut: on its way up a quarter of the most that the person would tell on average, the most, and on
    /// its way down a quarter of it.</summary>
    public double Felt { get; }

    public double Peak { get; }

    public double Settled { get; }

    public IReadOnlyList<DateOnly> Cuts { get; }

    public IReadOnlyList<CheckInDay> Days { get; }

    public DateOnly Last => Days[^1].On;

    /// <summary>Drawn until the most comes on day 2 to 12 and a quarter of it is left by day 28.</summary>
    private (Func<double, double>, double Peak) Curve()
    {
        while (true)
        {
            var (curve, peak) = _draws.Happens(0.5) ? Gamma() : TwoExponentials();
            if (peak is >= 2 and <= 12 && curve(28) < 0.25)
                return (curve, peak);
        }
    }

    private (Func<double, double>, double) Gamma()
    {
        var (steep, peak) = (_draws.Between(1.5, 6), 5.5 * Math.Exp(0.4 * _draws.Normal()));
        return (day => day <= 0 ? 0 : Math.Exp(steep * (Math.Log(day / peak) + 1 - day / peak)), peak);
    }

    private (Func<double, double>, double) TwoExponentials()
    {
        var (delay, slow, fast) = (_draws.Between(0, 2.5), 1 / _draws.Between(2, 5), 1 / _draws.Between(1, 1.9));
        var peak = Math.Log(fast / slow) / (fast - slow);
        var most = Math.Exp(-slow * peak) - Math.Exp(-fast * peak);
        return (day => day <= delay ? 0 : (Math.Exp(-slow * (day - delay)) - Math.Exp(-fast * (day - delay))) / most, delay + peak);
    }

    private (double Felt, double Settled) Quarters()
    {
        const double Step = 0.05;
        var quarter = Above(Peak) / 4;
        var (felt, settled) = (0d, Peak);
        while (Above(felt) < quarter)
            felt += Step;
        while (Above(settled) > quarter)
            settled += Step;
        return (felt, settled);
    }

    /// <summary>What would be told on average, in whole steps and with a floor, above what is told where no cut is felt.</summary>
    private double Above(double day) => Mean(_usual + _height * _curve(day)) - Mean(_usual);

    private double Mean(double severity) =>
        _loads.Average(load =>
        {
            var spread = Math.Sqrt(load * load * _noise * _noise + SpreadOfSymptom * SpreadOfSymptom);
            return Enumerable.Range(1, Symptom.Strongest).Sum(step => Below((load * severity - step + 0.5) / spread));
        });

    /// <summary>The normal distribution to 1 in 10^7 (Abramowitz and Stegun 26.2.17).</summary>
    private static double Below(double x)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(x));
        var tail =
            Math.Exp(-x * x / 2)
            / Math.Sqrt(2 * Math.PI)
            * t
            * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x > 0 ? 1 - tail : tail;
    }

    private IEnumerable<CheckInDay> Told(IReadOnlyList<int> cuts, IReadOnlyList<double> heights, int length)
    {
        var lasting = _draws.Between(0.1, 0.6);
        var (noise, ill) = (_noise * _draws.Normal(), 0);
        for (var day = 0; day < length; day++)
        {
            noise = lasting * noise + _noise * Math.Sqrt(1 - lasting * lasting) * _draws.Normal();
            ill = _draws.Happens(1 / 80d) ? 4 : ill - 1;
            var severity = _usual + noise + (ill > 0 ? 0.5 : 0) + cuts.Select((c, i) => heights[i] * _curve(day - c)).Sum();
            var symptoms = Symptom.All.Zip(_loads).ToDictionary(s => s.First.Id, s => Step(s.Second * severity));
            if (_draws.Happens(Filled))
                yield return new CheckInDay(Began.AddDays(day), new CheckInAnswers { Symptoms = symptoms }, 1);
        }
    }

    private int Step(double severity) => (int)Math.Clamp(Math.Round(severity + SpreadOfSymptom * _draws.Normal()), 0, Symptom.Strongest);
}
