using Glidepath.Tests.Monitoring;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

/// <summary>
/// A simulated person's hard moments, nobody's data. They ease by a log-logistic time, a Weibull one, or a mixture of short and long ones; in
/// 3 to 60 % a dose would be taken at some time; logging stops in up to half of them before, and at the end of the timer. Half of the people
/// have whole minutes.
/// </summary>
internal sealed class MadeUpHardMoments
{
    private const int PerMinute = 10,
        Looked = 150 * PerMinute;

    private readonly Draws _draws;

    private readonly Func<double, double> _ease;

    private readonly double _everUsed,
        _useShape,
        _useMinutes;

    private readonly bool _whole;

    private readonly double[] _eased = new double[Looked + 1],
        _used = new double[Looked + 1];

    /// <param name="number">The seed: the same person for the same number.</param>
    public MadeUpHardMoments(int number, int fewest, int most)
    {
        _draws = Coverage.DrawsOf(number);
        _ease = Ease(8 * Math.Pow(5, _draws.Uniform()));
        (_everUsed, _useShape, _useMinutes) = (_draws.Between(0.03, 0.6), _draws.Between(0.8, 2), _draws.Between(5, 40));
        _whole = _draws.Happens(0.5);
        Integrate();
        var count = (int)(fewest * Math.Pow((most + 1d) / fewest, _draws.Uniform()));
        var (lost, lostMinutes) = (_draws.Happens(0.3) ? 0 : _draws.Between(0, 0.5), _draws.Between(5, 60));
        double[] timers = [30, 45, 60, 120];
        var timer = timers[_draws.OneOf(timers.Length)];
        Episodes = [.. Enumerable.Range(0, count).Select(_ => One(lost, lostMinutes, timer))];
    }

    public IReadOnlyList<EpisodeTime> Episodes { get; }

    /// <summary>The truth, at a whole minute.</summary>
    public (double Eased, double Used) At(int minute) => (_eased[minute * PerMinute], _used[minute * PerMinute]);

    /// <summary>The truth; never where fewer than half ease.</summary>
    public double Median
    {
        get
        {
            var at = Array.FindIndex(_eased, e => e >= 0.5);
            return at < 0 ? double.PositiveInfinity : Rounded((double)at / PerMinute);
        }
    }

    private Func<double, double> Ease(double median)
    {
        var (shape, part, soon) = (_draws.Between(0.9, 2.5), _draws.Between(0.3, 0.7), _draws.Between(0.2, 0.6));
        return _draws.OneOf(3) switch
        {
            0 => t => 1 / (1 + Math.Pow(t / median, -1.3 * shape)),
            1 => t => Weibull(t, median, shape),
            _ => t => part * Weibull(t, median * soon, 1.2) + (1 - part) * Weibull(t, median * 1.6, 2.2),
        };
    }

    private static double Weibull(double t, double median, double shape) => 1 - Math.Pow(2, -Math.Pow(t / median, shape));

    private double Use(double t) => _everUsed * (1 - Math.Exp(-Math.Pow(t / _useMinutes, _useShape)));

    /// <summary>Which of the two comes first, by steps of a tenth of a minute.</summary>
    private void Integrate()
    {
        var (ease, use) = (0d, 0d);
        for (var i = 1; i <= Looked; i++)
        {
            var (nextEase, nextUse) = (_ease((double)i / PerMinute), Use((double)i / PerMinute));
            _eased[i] = _eased[i - 1] + (nextEase - ease) * (1 - (use + nextUse) / 2);
            _used[i] = _used[i - 1] + (nextUse - use) * (1 - (ease + nextEase) / 2);
            (ease, use) = (nextEase, nextUse);
        }
    }

    private EpisodeTime One(double lost, double lostMinutes, double timer)
    {
        var (eases, uses) = (Rounded(When(_ease)), Rounded(When(Use)));
        var gone = Rounded(Math.Min(timer, _draws.Happens(lost) ? -lostMinutes * Math.Log(_draws.Uniform()) : timer));
        return eases <= Math.Min(uses, gone) ? new(eases, EpisodeEnd.Eased)
            : uses <= gone ? new(uses, EpisodeEnd.Used)
            : new(gone, EpisodeEnd.NotKnown);
    }

    private double Rounded(double minutes) => _whole ? Math.Ceiling(minutes) : minutes;

    /// <summary>A time drawn from a distribution; never where it does not come to what was drawn.</summary>
    private double When(Func<double, double> distribution)
    {
        var (share, low, high) = (_draws.Uniform(), 0d, 1e6);
        if (distribution(high) <= share)
            return double.PositiveInfinity;
        for (var i = 0; i < 50; i++)
        {
            var middle = i < 10 ? high / 4 : (low + high) / 2;
            (low, high) = distribution(middle) < share ? (middle, high) : (low, middle);
        }
        return high;
    }
}
