namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// One day as its check-ins tell it: of each question the latest answer, and what happened in any of them. What the latest leaves open
/// takes
/// no answer back, and a later entry takes no fall back.
/// </summary>
/// <param name="Count">How many check-ins the day has.</param>
public sealed record CheckInDay(DateOnly On, CheckInAnswers Answers, int Count)
{
    /// <summary>When the answer about the dose that counts was written down, in UTC; null where none was.</summary>
    public DateTime? DoseToldAt { get; init; }

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
                .Select(g => Of(g.Key, [.. g.OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id)])),
        ];
    }

    private static CheckInDay Of(DateOnly on, IReadOnlyList<CheckIn> newestFirst) =>
        new(on, CheckInAnswers.Together([.. newestFirst.Select(e => e.Answers)]), newestFirst.Count)
        {
            DoseToldAt = newestFirst.FirstOrDefault(e => e.Answers.Dose is not DoseAnswer.NotAsked)?.RecordedAt,
        };
}
