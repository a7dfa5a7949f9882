using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>One row under a chart.</summary>
/// <param name="Hour">At which the levels stand.</param>
/// <param name="Step">The dose up to that hour, with its cut; null where the chart has no doses.</param>
/// <param name="Levels">A band a curve, in ng/mL; null outside the curve.</param>
/// <param name="Cells">As shown, under <see cref="LevelTable.Headers"/>.</param>
public sealed record LevelRow(double Hour, ChartedDose? Step, IReadOnlyList<Band?> Levels, IReadOnlyList<string> Cells);

/// <summary>
/// The numbers of a chart. With doses a row a step, its levels as the step ends, when its next dose would be due; without, a row each few
/// hours of the first day, then each day, and beyond two months each week or four.
/// </summary>
public sealed record LevelTable(IReadOnlyList<string> Headers, IReadOnlyList<LevelRow> Rows)
{
    private const double Day = 24,
        Week = 7 * Day,
        DaysUpTo = 60 * Day,
        WeeksUpTo = 2 * 53 * Week;

    private const decimal LeastDivisor = 0.000001m;

    private static string None => LevelWords.Say("chart.none");

    public static LevelTable Of(LevelChartData data)
    {
        data = data.Checked();
        return data.Steps.Count > 0 ? OfSteps(data) : OfTimes(data);
    }

    /// <summary>With the headers, a line a row.</summary>
    public string ToTabSeparated() =>
        string.Concat(Rows.Select(r => r.Cells).Prepend(Headers).Select(line => string.Join('\t', line.Select(Flat)) + "\n"));

    private static LevelTable OfSteps(LevelChartData data)
    {
        var first = data.FirstStep;
        var original = data.Steps[first].DailyMilligrams;
        var rows = new List<LevelRow>();
        for (var i = 0; i < data.Steps.Count; i++)
        {
            var step = data.Steps[i];
            var ends = data.EndOf(i);
            var cut = i <= first ? 0 : data.Steps[i - 1].DailyMilligrams - step.DailyMilligrams;
            var levels = data.Curves.Select(c => c.At(ends)).ToList();
            rows.Add(
                new LevelRow(
                    ends,
                    step,
                    levels,
                    [
                        i < first ? LevelWords.Say("chart.change")
                        : step.Number == 0 ? LevelWords.Say("chart.start")
                        : $"{step.Number}",
                        LevelWords.When(step.Hour, data),
                        SafeNumber.Write(step.DailyMilligrams),
                        i <= first ? None : Cut(Percent(cut, data.Steps[i - 1].DailyMilligrams), step.Flagged),
                        i <= first ? None : Percent(cut, original),
                        .. Levels(levels),
                    ]
                )
            );
        }
        return new LevelTable(
            [
                LevelWords.Say("chart.step"),
                LevelWords.Say("chart.from"),
                LevelWords.Say("chart.mg-a-day"),
                LevelWords.Say("chart.cut-of-current"),
                LevelWords.Say("chart.cut-of-original"),
                .. data.Curves.SelectMany(c =>
                    new[]
                    {
                        LevelWords.Say("chart.low-as-step-ends", ("name", LevelWords.Name(c))),
                        LevelWords.Say("chart.typical-as-step-ends"),
                        LevelWords.Say("chart.high-as-step-ends"),
                    }
                ),
            ],
            rows
        );
    }

    private static LevelTable OfTimes(LevelChartData data)
    {
        var rows = new List<LevelRow>();
        foreach (var hour in Times(data.Hours).Concat(data.Measured.Select(m => m.Hour)).Distinct().Order())
        {
            var levels = data.Curves.Select(c => c.At(hour)).ToList();
            var measured = data.Measured.Where(m => m.Hour == hour).Select(m => LevelWords.Level(m.Level.NanogramsPerMilliliter));
            rows.Add(
                new LevelRow(
                    hour,
                    null,
                    levels,
                    [
                        LevelWords.When(hour, data),
                        .. Levels(levels),
                        .. data.Measured.Count > 0 ? [string.Join("; ", measured.DefaultIfEmpty(None))] : (string[])[],
                    ]
                )
            );
        }
        return new LevelTable(
            [
                LevelWords.Say("chart.time"),
                .. data.Curves.SelectMany(c =>
                    new[]
                    {
                        LevelWords.Say("chart.low", ("name", LevelWords.Name(c))),
                        LevelWords.Say("chart.typical"),
                        LevelWords.Say("chart.high"),
                    }
                ),
                .. data.Measured.Count > 0 ? [LevelWords.Say("chart.measured-unit")] : (string[])[],
            ],
            rows
        );
    }

    private static IEnumerable<double> Times(double hours)
    {
        var firstDay = hours <= 3 * Day ? 2 : 4;
        for (double hour = 0; hour < Math.Min(Day, hours); hour += firstDay)
            yield return hour;
        var every =
            hours <= 3 * Day ? Day / 4
            : hours <= DaysUpTo ? Day
            : hours <= WeeksUpTo ? Week
            : 4 * Week;
        for (var hour = every < Day ? Day : every; hour < hours; hour += every)
            yield return hour;
        yield return hours;
    }

    private static IEnumerable<string> Levels(IEnumerable<Band?> levels) =>
        levels.SelectMany(b =>
            b is { } band
                ? new[] { LevelWords.Level(band.Low), LevelWords.Level(band.Typical), LevelWords.Level(band.High) }
                : Enumerable.Repeat(LevelWords.Say("chart.not-computed"), 3).ToArray()
        );

    private static string Cut(string percent, bool isFlagged) =>
        isFlagged ? LevelWords.Say("chart.cut-above", ("cut", percent), ("most", ChartedDose.FlaggedAbovePercent)) : percent;

    private static string Percent(decimal cut, decimal of)
    {
        if (of < LeastDivisor)
            return None;
        var share = SafeNumber.Percent(Math.Abs(cut) * 100 / of).Replace(" %", "%", StringComparison.Ordinal);
        return cut < 0 ? LevelWords.Say("chart.up", ("share", share)) : share;
    }

    private static string Flat(string cell) => string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));
}
