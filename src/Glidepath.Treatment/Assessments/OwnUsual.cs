namespace Glidepath.Treatment.Assessments;

/// <summary>
/// A person's own usual: the middle half of their earlier scores. Our own convention, and only drawn when there are enough of them.
/// </summary>
/// <param name="Scores">How many earlier scores it rests on.</param>
public sealed record OwnUsual(decimal Low, decimal High, int Scores)
{
    /// <summary>Fewer earlier scores than this have no usual.</summary>
    public const int Least = 4;

    /// <summary>Of all scores but the last, which is the one that is looked at. Null where there are too few.</summary>
    public static OwnUsual? Of(Trend trend)
    {
        var earlier = trend.Rows.Select(r => r.Total).OfType<int>().SkipLast(1).Order().ToList();
        return earlier.Count < Least ? null : new OwnUsual(Quantile(earlier, 0.25m), Quantile(earlier, 0.75m), earlier.Count);
    }

    private static decimal Quantile(IReadOnlyList<int> ordered, decimal share)
    {
        var place = share * (ordered.Count - 1);
        var (below, rest) = ((int)decimal.Floor(place), place - decimal.Floor(place));
        return below + 1 < ordered.Count ? ordered[below] + rest * (ordered[below + 1] - ordered[below]) : ordered[below];
    }
}
