namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>A share with its variance, and how many wholly followed hard moments would have that variance.</summary>
internal readonly record struct Incidence(double Share, double Variance, double Count)
{
    public Learned Learned => Learned.OfShare(Share, Count);
}

/// <summary>
/// The steps of the curve. The variance is that of the delta method (Marubini and Valsecchi 1995), without censoring the binomial one; R's
/// survfit comes to the same by the infinitesimal jackknife. The interval is Wilson's at the number of wholly followed hard moments that
/// would have this variance: never fewer than those whose state is known, never more than there are.
/// </summary>
internal sealed class AalenJohansen
{
    private readonly record struct Step(double Minutes, int AtRisk, int Eased, int Used, int Lost, double Before);

    private readonly List<Step> _steps = [];

    private readonly int _all;

    public AalenJohansen(IReadOnlyCollection<EpisodeTime> episodes)
    {
        _all = episodes.Count;
        var (atRisk, still) = (_all, 1d);
        foreach (var together in episodes.GroupBy(e => e.Minutes).OrderBy(g => g.Key))
        {
            var (eased, used) = (together.Count(e => e.End is EpisodeEnd.Eased), together.Count(e => e.End is EpisodeEnd.Used));
            var ended = together.Count();
            _steps.Add(new(together.Key, atRisk, eased, used, ended - eased - used, still));
            still *= 1 - (double)(eased + used) / atRisk;
            atRisk -= ended;
        }
        (Eased, Used) = (Incidences(s => s.Eased), Incidences(s => s.Used));
        Points =
        [
            .. _steps.Select(
                (s, i) =>
                    new CurvePoint(s.Minutes, s.AtRisk, Eased[i].Learned, Used[i].Learned, Math.Max(0, 1 - Eased[i].Share - Used[i].Share))
            ),
        ];
    }

    public IReadOnlyList<Incidence> Eased { get; }

    public IReadOnlyList<Incidence> Used { get; }

    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>One kind of end, at each step.</summary>
    private List<Incidence> Incidences(Func<Step, int> kind)
    {
        List<Incidence> found = [];
        List<double> shares = [];
        var known = _all;
        foreach (var step in _steps)
        {
            shares.Add(Math.Min(1, shares.LastOrDefault() + step.Before * kind(step) / step.AtRisk));
            var variance = Variance(kind, shares);
            found.Add(new(shares[^1], variance, Count(shares[^1], variance, known)));
            known -= step.Lost;
        }
        return found;
    }

    private double Count(double share, double variance, int known) =>
        share * (1 - share) is var spread && Math.Min(spread, variance) > Learned.Rounding
            ? Math.Clamp(spread / variance, known, _all)
            : known;

    /// <summary>Of the last of these shares.</summary>
    private double Variance(Func<Step, int> kind, List<double> shares)
    {
        var sum = 0d;
        for (var i = 0; i < shares.Count; i++)
        {
            var (step, toCome) = (_steps[i], shares[^1] - shares[i]);
            var (n, ended, ofKind) = ((double)step.AtRisk, step.Eased + step.Used, kind(step));
            if (toCome > 0)
                sum += toCome * toCome * ended / (n * (n - ended)) - 2 * toCome * step.Before * ofKind / (n * n);
            sum += step.Before * step.Before * ofKind * (n - ofKind) / (n * n * n);
        }
        return sum;
    }
}
