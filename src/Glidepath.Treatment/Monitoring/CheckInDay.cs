namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// One day as its check-ins tell it: of each question the latest answer, and what happened in any of them. What the latest leaves open
/// takes
/// no answer back, and a later entry takes no fall back.
/// </summary>
/// <param name="Count">How many check-ins the day has.</param>
public sealed record CheckInDay(DateOnly On, CheckInAnswers Answers, int Count)
{
    /// <summary>Replaced entries are left out. The earliest day first, whatever the order of the entries.</summary>
    public static IReadOnlyList<CheckInDay> Of(IReadOnlyCollection<CheckIn> entries)
    {
        var replaced = entries.Select(e => e.AmendsId).OfType<Guid>().ToHashSet();
        return
        [
            .. entries
                .Where(e => !replaced.Contains(e.Id))
                .GroupBy(e => e.On)
                .OrderBy(g => g.Key)
                .Select(g => new CheckInDay(
                    g.Key,
                    CheckInAnswers.Together([.. g.OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Select(e => e.Answers)]),
                    g.Count()
                )),
        ];
    }
}
