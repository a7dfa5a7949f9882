namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// A person's own usual: the median of the fortnight before their first cut. Each value has one of its own, and none under seven days of
/// it: then nothing is compared.
/// </summary>
/// <param name="Known">Days of the fortnight with a severity.</param>
public sealed record UsualDays(decimal? Severity, decimal? SleepHours, decimal? Anxiety, decimal? Craving, int Known)
{
    public const int Fortnight = 14,
        Least = 7;

    public bool IsKnown => Severity is not null;

    /// <param name="firstCut">Null where none was made: then there is no usual yet.</param>
    public static UsualDays Of(IReadOnlyList<CheckInDay> days, DateOnly? firstCut)
    {
        var before = days.Where(d => firstCut is { } cut && d.On < cut && d.On >= cut.AddDays(-Fortnight)).Select(d => d.Answers).ToList();
        return new UsualDays(
            Median(before.Select(a => a.Severity)),
            Median(before.Select(a => a.SleepHours)),
            Median(before.Select(a => (decimal?)a.Anxiety)),
            Median(before.Select(a => (decimal?)a.Craving)),
            before.Count(a => a.Severity is not null)
        );
    }

    private static decimal? Median(IEnumerable<decimal?> values)
    {
        var known = values.OfType<decimal>().Order().ToList();
        return known.Count < Least ? null : (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
    }
}
