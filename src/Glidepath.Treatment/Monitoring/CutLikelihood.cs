namespace Glidepath.Treatment.Monitoring;

/// <summary>One day with a severity: its number, and points above the own usual.</summary>
internal readonly record struct ExcessDay(int Day, double Excess);

/// <summary>
/// How likely a shape makes the days of one person: what is seen is the usual, plus for each cut a height of its own times the shape since
/// that cut, plus noise of which a part lasts to the next day. Usual, heights and size of the noise are integrated out in closed form
/// (normal-inverse-gamma), so that how little is known of them widens the answer.
/// </summary>
internal sealed class CutLikelihood
{
    /// <summary>Before the data: the usual is known to about the noise of one day, a height to within three of them.</summary>
    private const double UsualWeight = 1,
        HeightWeight = 1.0 / 9;

    /// <summary>Before the data: noise of about a third of a point, known no better than from four days.</summary>
    private const double NoiseShape = 2,
        NoiseScale = 0.2;

    private readonly int[] _days;

    private readonly IReadOnlyList<int> _cuts;

    // Of each day: what is left in it of the noise of the day before, what makes the rest of the size of any other day, and what is seen.
    private readonly double[] _left,
        _scale,
        _seen;

    // Which cuts a day, or the one before it, can still speak of.
    private readonly (int First, int End)[] _near;

    private readonly double _squares,
        _gaps;

    private readonly double[] _gram,
        _sums,
        _row;

    /// <param name="days">In the order of time.</param>
    /// <param name="cuts">Days of the cuts, in the order of time.</param>
    /// <param name="lasting">How much of the noise of a day is left on the next.</param>
    public CutLikelihood(IReadOnlyList<ExcessDay> days, IReadOnlyList<int> cuts, double lasting)
    {
        (_days, _cuts) = ([.. days.Select(d => d.Day)], cuts);
        (_left, _scale, _seen, _near) = (
            new double[days.Count],
            new double[days.Count],
            new double[days.Count],
            new (int, int)[days.Count]
        );
        (_gram, _sums, _row) = (new double[(cuts.Count + 1) * (cuts.Count + 1)], new double[cuts.Count + 1], new double[cuts.Count]);
        for (var i = 0; i < days.Count; i++)
        {
            var before = days[Math.Max(0, i - 1)];
            // A gap of days leaves less of it.
            _left[i] = i == 0 ? 0 : Math.Pow(lasting, days[i].Day - before.Day);
            _scale[i] = 1 / Math.Sqrt(1 - _left[i] * _left[i]);
            _seen[i] = _scale[i] * (days[i].Excess - _left[i] * before.Excess);
            _gaps += Math.Log(_scale[i]);
            _squares += _seen[i] * _seen[i];
            var first = cuts.Count(c => before.Day >= c + CutShape.MostDays);
            _near[i] = (first, Math.Max(first, cuts.Count(c => c <= days[i].Day)));
        }
    }

    /// <summary>The logarithm, up to a constant that is the same for all shapes.</summary>
    /// <param name="curve">One value a day; empty: nothing is felt of any cut.</param>
    public double Of(double[] curve)
    {
        var size = _cuts.Count + 1;
        Array.Clear(_gram);
        Array.Clear(_sums);
        _gram[0] = UsualWeight;
        for (var cut = 1; cut < size; cut++)
            _gram[cut * size + cut] = HeightWeight;
        for (var i = 0; i < _days.Length; i++)
        {
            var usual = _scale[i] * (1 - _left[i]);
            _gram[0] += usual * usual;
            _sums[0] += usual * _seen[i];
            for (var cut = _near[i].First; cut < _near[i].End; cut++)
            {
                var before = i == 0 ? 0 : _left[i] * At(curve, _days[i - 1] - _cuts[cut]);
                _row[cut] = _scale[i] * (At(curve, _days[i] - _cuts[cut]) - before);
                _gram[(cut + 1) * size] += _row[cut] * usual;
                _sums[cut + 1] += _row[cut] * _seen[i];
                for (var other = _near[i].First; other <= cut; other++)
                    _gram[(cut + 1) * size + other + 1] += _row[cut] * _row[other];
            }
        }
        var (halfLog, explained) = Solve(size);
        return _gaps - halfLog - (NoiseShape + _days.Length / 2d) * Math.Log(NoiseScale + (_squares - explained) / 2);
    }

    private static double At(double[] curve, int day) => day >= 0 && day < curve.Length ? curve[day] : 0;

    /// <summary>By Cholesky's factor, in place: half the logarithm of the determinant, and how much of the squares is explained.</summary>
    private (double HalfLog, double Explained) Solve(int size)
    {
        var (halfLog, explained) = (0d, 0d);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = _gram[i * size + j];
                for (var m = 0; m < j; m++)
                    rest -= _gram[i * size + m] * _gram[j * size + m];
                _gram[i * size + j] = i == j ? Math.Sqrt(rest) : rest / _gram[j * size + j];
            }
            for (var m = 0; m < i; m++)
                _sums[i] -= _gram[i * size + m] * _sums[m];
            _sums[i] /= _gram[i * size + i];
            halfLog += Math.Log(_gram[i * size + i]);
            explained += _sums[i] * _sums[i];
        }
        return (halfLog, explained);
    }
}
