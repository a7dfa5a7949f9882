namespace Glidepath.Treatment.Assessments;

/// <summary>One row of a trend chart and of the table under it.</summary>
/// <param name="Total">Null where too little was answered: a gap, not a low point.</param>
/// <param name="StepsBefore">Dose steps since the row before.</param>
/// <param name="SafetyOpened">An answer opened the safety step.</param>
public sealed record TrendRow(
    DateOnly On,
    int? Total,
    string? Band,
    int Missing,
    bool IsProrated,
    IReadOnlyList<DateOnly> StepsBefore,
    bool SafetyOpened
);

/// <summary>Scores of one instrument over time. A score is set beside earlier ones only of the same instrument and version.</summary>
public sealed record Trend(string InstrumentId, int InstrumentVersion, IReadOnlyList<TrendRow> Rows, IReadOnlyList<DateOnly> Steps)
{
    /// <summary>Entries that were replaced are left out.</summary>
    public static Trend Of(Instrument instrument, IReadOnlyCollection<ScoredAssessment> entries, IReadOnlyCollection<DateOnly> steps)
    {
        var replaced = entries.Select(e => e.AmendsId).OfType<Guid>().ToHashSet();
        var current = entries
            .Where(e => e.InstrumentId == instrument.Id && e.InstrumentVersion == instrument.Version && !replaced.Contains(e.Id))
            .OrderBy(e => e.On)
            .ThenBy(e => e.RecordedAt)
            .ToList();
        var ordered = steps.Order().ToList();
        var rows = current.Select(
            (e, i) =>
                new TrendRow(
                    e.On,
                    e.Total,
                    e.BandName,
                    e.Missing.Count,
                    e.IsProrated,
                    [.. ordered.Where(s => s <= e.On && (i == 0 || s > current[i - 1].On))],
                    e.SafetyStepId is not null
                )
        );
        return new Trend(instrument.Id, instrument.Version, [.. rows], ordered);
    }
}
