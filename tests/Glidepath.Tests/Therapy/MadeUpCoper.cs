using Glidepath.Tests.Monitoring;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

/// <summary>
/// A simulated person who copes or just waits, nobody's data. Cravings are logged high and fall toward the own mean; how strong one feels
/// bears on which is done; a coping works at times only; the scatter is even or skewed; ratings are whole and stop at 0 and 10.
/// </summary>
internal sealed class MadeUpCoper
{
    private const int ForTruth = 500;

    private readonly Draws _draws;

    private readonly double _mean,
        _keeps,
        _scatter,
        _effect,
        _works,
        _pull,
        _startMean,
        _startScatter;

    private readonly bool _skewed;

    /// <param name="number">The seed: the same person for the same number.</param>
    public MadeUpCoper(int number, int coped, int waited)
    {
        _draws = Coverage.DrawsOf(number);
        (_mean, _keeps, _scatter) = (_draws.Between(2, 5), _draws.Between(0.2, 0.8), _draws.Between(0.8, 2));
        (_effect, _works) = (_draws.Happens(0.25) ? 0 : _draws.Between(-0.5, 3), _draws.Between(0.4, 1));
        (_pull, _startScatter, _startMean) = (_draws.Between(-0.6, 0.6), _draws.Between(1, 2.2), _draws.Between(5.5, 8));
        _skewed = _draws.Happens(0.5);
        Tries = [.. Of(isCoped: true).Take(coped), .. Of(isCoped: false).Take(waited)];
        Truth = Of(isCoped: true).Take(ForTruth).Average(t => Less(t.Start));
    }

    public IReadOnlyList<CopingTry> Tries { get; }

    /// <summary>In moments like those with the coping: how much less would have been left with it than had the person just waited.</summary>
    public double Truth { get; }

    private IEnumerable<CopingTry> Of(bool isCoped)
    {
        while (true)
        {
            var start = Rating(_startMean + _startScatter * _draws.Normal(), 1);
            if (_draws.Happens(1 / (1 + Math.Exp(-_pull * ((double)start - _startMean)))) == isCoped)
                yield return new(isCoped ? "walk" : null, start, After(start, Scatter(), isCoped ? Effect() : 0), 15);
        }
    }

    /// <summary>The same moment both ways.</summary>
    private double Less(decimal start)
    {
        var scatter = Scatter();
        return (double)(After(start, scatter, 0) - After(start, scatter, Effect()));
    }

    private double Effect() => _draws.Happens(_works) ? _effect / _works : 0;

    private double Scatter() => _scatter * (_skewed ? -Math.Log(_draws.Uniform()) - 1 : _draws.Normal());

    private decimal After(decimal start, double scatter, double effect) =>
        Rating(_mean + _keeps * ((double)start - _mean) + scatter - effect, 0);

    private static decimal Rating(double felt, int least) => (decimal)Math.Clamp(Math.Round(felt), least, 10);
}
