namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>
/// How one person's hard moments end over the minutes: cumulative incidence by Aalen and Johansen (1978), with use as a competing event and
/// logging that stops as censoring. It cannot say that waiting eases a craving, nor how long a hard moment would have lasted had no dose
/// been taken; and it is wrong where logging stops because the craving eased. Method and coverage: docs/clinical/therapy-statistics.md.
/// </summary>
/// <param name="Points">One for each minute at which something ended, in order of time; it holds until the next.</param>
/// <param name="Episodes">Those that were followed at all.</param>
/// <param name="Median">Null under <see cref="LeastForMedian"/>.</param>
public sealed record CravingCurve(IReadOnlyList<CurvePoint> Points, int Episodes, int Eased, int Used, MedianTime? Median)
{
    /// <summary>Program rule; the intervals of the shares hold from there on (CravingCoverageTests).</summary>
    public const int LeastEpisodes = 5;

    /// <summary>From there on the interval of the median covers 93 to 97 %, of five it does not (CravingCoverageTests).</summary>
    public const int LeastForMedian = 6;

    /// <returns>Null under <see cref="LeastEpisodes"/>: not enough yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Minutes that are no time: below 0, or no finite number.</exception>
    public static CravingCurve? Of(IEnumerable<EpisodeTime> episodes)
    {
        List<EpisodeTime> all = [.. episodes];
        foreach (var episode in all.Where(e => !(e.Minutes >= 0 && double.IsFinite(e.Minutes))))
            throw new ArgumentOutOfRangeException(nameof(episodes), episode.Minutes, "Minutes are 0 or more, and finite.");
        // One that was out of sight at once tells nothing.
        all.RemoveAll(e => e is { Minutes: 0, End: EpisodeEnd.NotKnown });
        if (all.Count < LeastEpisodes)
            return null;
        var points = new AalenJohansen(all).Points;
        var (eased, used) = (all.Count(e => e.End is EpisodeEnd.Eased), all.Count(e => e.End is EpisodeEnd.Used));
        return new(points, all.Count, eased, used, all.Count < LeastForMedian ? null : MedianOf(points));
    }

    /// <summary>What holds this many minutes in; null past the last minute at which a hard moment was still followed.</summary>
    public CurvePoint? At(double minutes)
    {
        if (minutes > Points[^1].Minutes && Points[^1].Still > Learned.Rounding)
            return null;
        var nothing = Learned.OfShare(0, Episodes);
        return Points.LastOrDefault(p => p.Minutes <= minutes, new(0, Episodes, nothing, nothing, 1));
    }

    /// <summary>The interval holds each minute whose own interval holds a half (Brookmeyer and Crowley 1982).</summary>
    private static MedianTime MedianOf(IReadOnlyList<CurvePoint> points)
    {
        return new(First(p => p.Eased.Value), First(p => p.Eased.High), First(p => p.Eased.Low));

        double? First(Func<CurvePoint, double> share) =>
            points.Where(p => share(p) >= 0.5 - Learned.Rounding).Select(p => (double?)p.Minutes).FirstOrDefault();
    }
}
