using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>
/// Doses that go up and down by day and come again in turn, such as 0.5 mg and 0.25 mg on alternate days: a dose by day of a pattern, not
/// steps.
/// </summary>
/// <param name="Turn">The doses of one turn, from the first day.</param>
/// <param name="LastRow">The row of the schedule that it ends with.</param>
/// <param name="Tolerance">Of the mean, in mg: that of the row written most coarsely.</param>
internal sealed record DosePattern(IReadOnlyList<Dose> Turn, int LastRow, decimal Tolerance)
{
    /// <summary>A week: longer patterns are not set up by day.</summary>
    private const int LongestTurn = 7;

    public Dose Mean => new(Turn.Sum(d => d.Milligrams) / Turn.Count);

    public string Text => string.Join(", ", Turn);

    /// <summary>
    /// The shortest pattern that begins with a row: a row a day, the whole turn at least twice, not one dose throughout. Null where there
    /// is none.
    /// </summary>
    public static DosePattern? At(IReadOnlyList<ScheduledDose> doses, int first)
    {
        for (var turn = 2; turn <= LongestTurn; turn++)
        {
            var last = first;
            while (
                last + 1 < doses.Count
                && doses[last + 1].Start == doses[last].Start.AddDays(1)
                && (last + 1 < first + turn || doses[last + 1].DailyDose == doses[last + 1 - turn].DailyDose)
            )
                last++;
            if (last - first + 1 < 2 * turn)
                continue;
            var once = doses.Skip(first).Take(turn).Select(d => d.DailyDose).ToList();
            return once.Distinct().Count() == 1 ? null : new DosePattern(once, last, doses.Skip(first).Take(turn).Max(d => d.Tolerance));
        }
        return null;
    }
}
