using System.Globalization;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Shared.Charts;

/// <summary>Hours, days, weeks or dates, as close together as their words allow.</summary>
/// <param name="Unit">Under the axis.</param>
internal sealed record TimeAxis(IReadOnlyList<(double Hour, string Label)> Ticks, string Unit)
{
    /// <summary>Between two labels.</summary>
    public const float Gap = 10;

    private const double Day = 24,
        Week = 7 * Day,
        Year = 365.25 * Day,
        HoursUpTo = 3 * Day,
        DaysUpTo = 60 * Day,
        WeeksUpTo = 3 * Year;

    private const float PerTick = 46;

    /// <param name="start">Date and time of hour 0; null for time since the start.</param>
    /// <param name="place">Where an hour stands across the chart.</param>
    /// <param name="begin">What stands at hour 0 where there is no date.</param>
    public static TimeAxis Lay(double hours, DateTime? start, Func<double, float> place, float size, string begin)
    {
        var room = Math.Max(2, (int)((place(hours) - place(0)) / PerTick) + 1);
        var choices = start is { } date ? Dated(hours, date) : Since(hours, begin);
        TimeAxis? last = null;
        foreach (var choice in choices)
        {
            last = choice;
            if (choice.Ticks.Count <= room && Fits(choice, place, size))
                return choice;
        }
        return last! with { Ticks = [.. last.Ticks.Take(1)] };
    }

    private static bool Fits(TimeAxis axis, Func<double, float> place, float size) =>
        axis
            .Ticks.Zip(axis.Ticks.Skip(1))
            .All(pair =>
                place(pair.Second.Hour) - place(pair.First.Hour)
                >= (Faces.Width(pair.First.Label, Face.Body, size) + Faces.Width(pair.Second.Label, Face.Body, size)) / 2 + Gap
            );

    private static IEnumerable<TimeAxis> Since(double hours, string begin)
    {
        (string Unit, double Length, int[] Steps) scale = hours switch
        {
            <= HoursUpTo => ("chart.axis-hours", 1, [1, 2, 3, 4, 6, 8, 12, 24, 36, 72]),
            <= DaysUpTo => ("chart.axis-days", Day, [1, 2, 5, 7, 10, 14, 20, 30, 60]),
            <= WeeksUpTo => ("chart.axis-weeks", Week, [1, 2, 4, 8, 13, 26, 52, 104]),
            _ => ("chart.axis-years", Year, [1, 2, 5, 10, 20]),
        };
        foreach (var step in scale.Steps)
            yield return new TimeAxis(
                [
                    .. Multiples(step * scale.Length, hours)
                        .Select(h => (h, h == 0 ? begin : Math.Round(h / scale.Length).ToString(CultureInfo.InvariantCulture))),
                ],
                Words(scale.Unit)
            );
    }

    private static IEnumerable<TimeAxis> Dated(double hours, DateTime start)
    {
        var unit = Words("chart.from-to", ("from", Long(start)), ("to", Long(start.AddHours(hours))));
        if (hours <= HoursUpTo)
        {
            foreach (var step in (int[])[1, 2, 3, 6, 12, 24])
            {
                var midnight = (start.Date - start).TotalHours;
                yield return new TimeAxis(
                    [
                        .. Multiples(step, hours - midnight)
                            .Select(h => h + midnight)
                            .Where(h => h >= 0)
                            .Select(h => (h, Clock(start.AddHours(h)))),
                    ],
                    unit
                );
            }
            yield break;
        }
        if (hours <= DaysUpTo)
        {
            foreach (var step in (int[])[1, 2, 7, 14, 28])
                yield return new TimeAxis([.. Multiples(step * Day, hours).Select(h => (h, Written(start.AddHours(h), "MMM d")))], unit);
            yield break;
        }
        foreach (var months in (int[])[1, 2, 3, 6, 12, 24, 60, 120])
            yield return new TimeAxis([.. Months(start, start.AddHours(hours), months)], unit);
    }

    /// <summary>Each first of a month; the first shown and each January with the year.</summary>
    private static IEnumerable<(double, string)> Months(DateTime start, DateTime end, int every)
    {
        var first = true;
        for (var month = new DateTime(start.Year, 1, 1); month <= end; month = month.AddMonths(every))
        {
            if (month < start)
                continue;
            yield return (
                (month - start).TotalHours,
                Written(
                    month,
                    every >= 12 ? "yyyy"
                        : first || month.Month == 1 ? "MMM yyyy"
                        : "MMM"
                )
            );
            first = false;
        }
    }

    private static IEnumerable<double> Multiples(double step, double hours) =>
        Enumerable.Range(0, (int)Math.Floor(hours / step + 1e-9) + 1).Select(i => i * step);

    private static string Clock(DateTime time) =>
        time switch
        {
            { Hour: 0, Minute: 0 } => Written(time, "MMM d"),
            { Hour: 12, Minute: 0 } => Words("chart.noon"),
            _ => Written(time, "h tt").ToLowerInvariant(),
        };

    private static string Words(string id, params (string Name, object? Value)[] arguments) => Sentence.Of(id, arguments).InWords();

    private static string Long(DateTime time) => Written(time, "MMM d, yyyy");

    private static string Written(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
