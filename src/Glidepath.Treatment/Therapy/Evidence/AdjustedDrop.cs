namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>
/// How much lower the second rating is after a coping than after waiting, at the same start: analysis of covariance with one slope (Vickers
/// and Altman 2001). Ratings are whole, have a floor, and scatter more in one group than in the other, so the standard error is the one
/// that allows it (HC2, MacKinnon and White 1985) and the degrees of freedom of its t interval are those of Bell and McCaffrey (2002),
/// rounded down: they fall where one group is small, which the usual ones do not.
/// </summary>
internal sealed class AdjustedDrop
{
    private readonly double[] _start,
        _after;

    private readonly int _coped,
        _waited;

    /// <summary>Within the groups: sum of squares of the starts, and the fall of the second rating a point of start.</summary>
    private readonly double _squares,
        _slope;

    /// <summary>Of the groups' means, coped less waited.</summary>
    private readonly double _startGap,
        _afterGap;

    private AdjustedDrop(IReadOnlyList<CopingTry> coped, IReadOnlyList<CopingTry> waited)
    {
        (_coped, _waited) = (coped.Count, waited.Count);
        (_start, _startGap) = Centered(t => t.Start);
        (_after, _afterGap) = Centered(t => t.After);
        _squares = _start.Sum(s => s * s);
        _slope = _squares > Learned.Rounding ? _start.Zip(_after, (s, a) => s * a).Sum() / _squares : 0;

        // Each less the mean of its group; the coped come first.
        (double[], double) Centered(Func<CopingTry, decimal> rating)
        {
            var (one, other) = (coped.Average(t => (double)rating(t)), waited.Average(t => (double)rating(t)));
            return ([.. coped.Select(t => (double)rating(t) - one), .. waited.Select(t => (double)rating(t) - other)], one - other);
        }
    }

    /// <returns>
    /// Null where the ratings cannot tell: the starts of the groups differ and do not vary within them, one hard moment alone sets the
    /// slope, or nothing scatters, which would give an interval without width.
    /// </returns>
    public static Learned? Of(IReadOnlyList<CopingTry> coped, IReadOnlyList<CopingTry> waited) =>
        new AdjustedDrop(coped, waited).Interval();

    private Learned? Interval()
    {
        var left = Enumerable.Range(0, _start.Length).Select(i => 1 - Shared(i, i)).ToArray();
        if ((_squares <= Learned.Rounding && Math.Abs(_startGap) > Learned.Rounding) || left.Any(l => l <= Learned.Rounding))
            return null;
        var pull = left.Select((l, i) => Influence(i) / Math.Sqrt(l)).ToArray();
        var variance = pull.Select((p, i) => p * p * Math.Pow(_after[i] - _slope * _start[i], 2)).Sum();
        if (variance <= Learned.Rounding)
            return null;
        var half = StudentT.Middle95(Math.Max(1, (int)(Freedom(left, pull) + Learned.Rounding))) * Math.Sqrt(variance);
        var drop = _slope * _startGap - _afterGap;
        return new(drop, drop - half, drop + half);
    }

    /// <summary>What two hard moments share in the fit: the hat matrix.</summary>
    private double Shared(int i, int j) =>
        (i < _coped == j < _coped ? 1d / Group(i) : 0) + (_squares > Learned.Rounding ? _start[i] * _start[j] / _squares : 0);

    private int Group(int i) => i < _coped ? _coped : _waited;

    /// <summary>What a point more in the second rating of this one adds to the difference.</summary>
    private double Influence(int i) =>
        (i < _coped ? 1d : -1d) / Group(i) - (_squares > Learned.Rounding ? _startGap * _start[i] / _squares : 0);

    private double Freedom(double[] left, double[] pull)
    {
        var (trace, squares) = (0d, 0d);
        for (var i = 0; i < pull.Length; i++)
        {
            trace += left[i] * pull[i] * pull[i];
            for (var j = 0; j < pull.Length; j++)
                squares += Math.Pow((i == j ? left[i] : -Shared(i, j)) * pull[i] * pull[j], 2);
        }
        return trace * trace / squares;
    }
}
