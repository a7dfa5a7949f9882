using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>What a chart of levels shows. It draws and prints what it is given; it computes no level.</summary>
public sealed record LevelChartData
{
    /// <summary>Neutral: it may stand in a list of files or a window's title.</summary>
    public required string Title { get; init; }

    /// <summary>One panel each, in this order. May be empty where there are <see cref="Steps"/>.</summary>
    public IReadOnlyList<LevelCurve> Curves { get; init; } = [];

    /// <summary>In the order of time; a panel of its own above the levels.</summary>
    public IReadOnlyList<ChartedDose> Steps { get; init; } = [];

    /// <summary>Of the panel of doses; with its drug where a chart shows two.</summary>
    public string DoseName { get; init; } = "mg a day";

    /// <summary>
    /// The place of the dose that cuts are of: what comes before it are the stages of a change of medicine, which rise.
    /// </summary>
    internal int FirstStep => Steps.Select(s => s.Number).ToList().LastIndexOf(0) is var place and >= 0 ? place : 0;

    /// <summary>Of the first curve's substance.</summary>
    public IReadOnlyList<MeasuredLevel> Measured { get; init; } = [];

    /// <summary>Date and time of hour 0; null for time since the start.</summary>
    public DateTime? Start { get; init; }

    /// <summary>Whom the band holds, without a full stop.</summary>
    public string BandMeaning { get; init; } = OfPeople;

    internal static string OfPeople => LevelWords.Say("chart.of-people");

    /// <summary>
    /// To the last point of anything, at least an hour; without a level, the last dose is shown as long as the one before it.
    /// </summary>
    public double Hours =>
        Math.Max(
            1,
            Curves
                .Select(c => c.Hours[^1])
                .Concat(Steps.Select(s => s.Hour))
                .Concat(Measured.Select(m => m.Hour))
                .Append(Curves.Count == 0 && Steps.Count > 1 ? 2 * Steps[^1].Hour - Steps[^2].Hour : 0)
                .Max()
        );

    /// <summary>
    /// The hour at which a step ends: whole days after it began, just before its next dose would be due. The next step may have its first
    /// dose at another time of day, and a stop has none; a level between two doses would be no level of this step's end.
    /// </summary>
    internal double EndOf(int step)
    {
        if (step + 1 == Steps.Count)
            return Hours;
        var (here, next) = (Steps[step], Steps[step + 1]);
        var end = here.Hour + 24 * (Day(next.Hour) - Day(here.Hour));
        // What is taken earlier in the day than before is already the next step's.
        return next.DailyMilligrams == 0 ? Math.Min(end, Hours) : Math.Min(end, next.Hour);

        double Day(double hour) => Math.Floor((hour + (Start?.TimeOfDay.TotalHours ?? 0)) / 24);
    }

    public static LevelChartData Of(LevelProfile profile, string title, string? bandMeaning = null) =>
        new()
        {
            Title = title,
            Curves = [.. profile.Analytes.Select(LevelCurve.Of)],
            BandMeaning = bandMeaning ?? OfPeople,
        };

    /// <exception cref="ArgumentException">There is nothing to show, or an hour is outside ten years.</exception>
    internal LevelChartData Checked()
    {
        if (Curves.Count == 0 && Steps.Count == 0)
            throw new ArgumentException("A chart needs a level or a dose.");
        if (Measured.Count > 0 && Curves.Count == 0)
            throw new ArgumentException("A measured level needs the curve of its substance.");
        if (
            Steps.Select(s => s.Hour).Concat(Measured.Select(m => m.Hour)).FirstOrDefault(h => !(h is >= 0 and <= DoseHistory.LongestHours))
            is var wrong
                and not 0
        )
            throw new ArgumentException($"Hour {wrong}; accepted: 0 to {DoseHistory.LongestHours:0}.");
        if (Steps.FirstOrDefault(s => s.DailyMilligrams is < 0 or > (decimal)DoseHistory.MostMilligrams) is { } dose)
            throw new ArgumentException($"{dose.DailyMilligrams} mg a day; accepted: 0 to {DoseHistory.MostMilligrams:0}.");
        if (Steps.Zip(Steps.Skip(1)).Any(pair => pair.Second.Hour < pair.First.Hour))
            throw new ArgumentException("Steps are in the order of time.");
        if (Measured.Any(m => !(m.Level.NanogramsPerMilliliter is >= 0 and < double.PositiveInfinity)))
            throw new ArgumentException("A measured level is a number, not negative.");
        return this;
    }
}

/// <summary>The level of one substance, in ng/mL, a point each.</summary>
public sealed record LevelCurve
{
    /// <exception cref="ArgumentException">No point, lists of different lengths, hours that do not ascend from 0 within ten years, or a
    /// level that is no number or negative.</exception>
    public LevelCurve(
        string name,
        IReadOnlyList<double> hours,
        IReadOnlyList<double> low,
        IReadOnlyList<double> typical,
        IReadOnlyList<double> high
    )
    {
        if (hours.Count == 0 || low.Count != hours.Count || typical.Count != hours.Count || high.Count != hours.Count)
            throw new ArgumentException(
                $"{hours.Count} hours, {low.Count} low, {typical.Count} typical and {high.Count} high; accepted: as many of each, "
                    + $"one or more."
            );
        if (
            !(hours[0] >= 0)
            || !(hours[^1] <= DoseHistory.LongestHours)
            || hours.Zip(hours.Skip(1)).Any(pair => !(pair.Second > pair.First))
        )
            throw new ArgumentException($"Hours ascend, from 0 to at most {DoseHistory.LongestHours:0}.", nameof(hours));
        if (low.Concat(typical).Concat(high).Any(level => !(level is >= 0 and < double.PositiveInfinity)))
            throw new ArgumentException("A level is a number, not negative.");
        (Name, Hours, Low, Typical, High) = (name, hours, low, typical, high);
    }

    public string Name { get; }

    public IReadOnlyList<double> Hours { get; }

    public IReadOnlyList<double> Low { get; }

    public IReadOnlyList<double> Typical { get; }

    public IReadOnlyList<double> High { get; }

    /// <summary>The same from so many hours on.</summary>
    internal LevelCurve Later(double hours) => new(Name, [.. Hours.Select(h => h + hours)], Low, Typical, High);

    /// <summary>What rounding left beside nothing is nothing.</summary>
    public static LevelCurve Of(AnalyteLevels levels) =>
        new(levels.Analyte, levels.Hours, Positive(levels.Low), Positive(levels.Typical), Positive(levels.High));

    private static double[] Positive(IReadOnlyList<double> levels) => [.. levels.Select(l => Math.Abs(l) < 1e-9 ? 0 : l)];

    /// <summary>On the straight line between the two points around the hour; null outside the curve.</summary>
    public Band? At(double hour)
    {
        if (hour < Hours[0] || hour > Hours[^1])
            return null;
        var after = 0;
        for (var last = Hours.Count - 1; after < last; )
        {
            var middle = (after + last) / 2;
            (after, last) = Hours[middle] < hour ? (middle + 1, last) : (after, middle);
        }
        if (Hours[after] == hour)
            return new Band(Low[after], Typical[after], High[after]);
        var part = (hour - Hours[after - 1]) / (Hours[after] - Hours[after - 1]);
        return new Band(Between(Low), Between(Typical), Between(High));

        double Between(IReadOnlyList<double> levels) => levels[after - 1] + part * (levels[after] - levels[after - 1]);
    }
}

/// <summary>A daily dose from an hour on.</summary>
/// <param name="Number">0 is the dose at the start.</param>
/// <param name="Flagged">The cut to it is above <see cref="FlaggedAbovePercent"/> of the dose before; never the stop.</param>
public sealed record ChartedDose(double Hour, decimal DailyMilligrams, int Number, bool Flagged)
{
    /// <summary>Of the current dose: the most the Joint Guideline 2025 names for one cut (recommendation 6).</summary>
    public const decimal FlaggedAbovePercent = 25;

    /// <summary>On the clock of the history, whose hour 0 is the first dose.</summary>
    public static IReadOnlyList<ChartedDose> Of(DoseSchedule schedule, ScheduleHistory history) =>
        [
            .. history.StepHours.Select(s => new ChartedDose(
                s.Hour,
                schedule.Doses[s.Row].DailyDose.Milligrams,
                s.Row,
                s.Row > 0 && IsFlagged(schedule.Doses[s.Row - 1].DailyDose, schedule.Doses[s.Row].DailyDose)
            )),
        ];

    /// <summary>The stop is no cut: it has its own finding.</summary>
    private static bool IsFlagged(Dose before, Dose dose) =>
        !dose.IsZero && (before.Milligrams - dose.Milligrams) * 100 > FlaggedAbovePercent * before.Milligrams;

    /// <summary>Hour 0 is midnight before the plan's first day.</summary>
    public static IReadOnlyList<ChartedDose> Of(TaperPlan plan) =>
        [
            .. plan.Steps.Select(s => new ChartedDose(
                24d * (s.Start.DayNumber - plan.Steps[0].Start.DayNumber),
                s.DailyDose.Milligrams,
                s.Number,
                !s.DailyDose.IsZero && s.ReductionPercentOfCurrent > FlaggedAbovePercent
            )),
        ];
}
