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

    private const string None = "none";

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
                        i < first ? "change"
                        : step.Number == 0 ? "start"
                        : $"{step.Number}",
                        LevelWords.When(step.Hour, data),
                        SafeNumber.Write(step.DailyMilligrams),
                        i <= first
                            ? None
                            : $"{Percent(cut, data.Steps[i - 1].DailyMilligrams)}{(step.Flagged ? $", above {ChartedDose.FlaggedAbovePercent:0}%" : "")}",
                        i <= first ? None : Percent(cut, original),
                        .. Levels(levels),
                    ]
                )
            );
        }
        return new LevelTable(
            [
                "Step",
                "From",
                "mg a day",
                "Cut, % of current",
                "Cut, % of original",
                .. data.Curves.SelectMany(c => LevelHeaders(c, " as the step ends")),
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
            ["Time", .. data.Curves.SelectMany(c => LevelHeaders(c, "")), .. data.Measured.Count > 0 ? ["Measured, ng/mL"] : (string[])[]],
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
                : ["not computed", "not computed", "not computed"]
        );

    private static string[] LevelHeaders(LevelCurve curve, string when) =>
        [$"{LevelWords.Name(curve)}, ng/mL, low{when}", $"typical{when}", $"high{when}"];

    private static string Percent(decimal cut, decimal of) =>
        of < LeastDivisor
            ? None
            : (cut < 0 ? "up " : "") + SafeNumber.Percent(Math.Abs(cut) * 100 / of).Replace(" %", "%", StringComparison.Ordinal);

    private static string Flat(string cell) => string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));
}
