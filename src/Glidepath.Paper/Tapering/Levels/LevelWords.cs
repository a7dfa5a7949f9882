using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>A chart of levels in sentences: what it says to a person who does not see it.</summary>
internal static class LevelWords
{
    private const double Day = 24,
        Week = 7 * Day,
        LeastShown = 0.001,
        MostShown = 1e9;

    /// <summary>Under every chart.</summary>
    /// <param name="daily">Whether a column is a day.</param>
    public static string Caption(LevelChartData data, bool daily = false) =>
        data.Curves.Count == 0
            ? Say("chart.plan-not-order")
            : Row(
                Say("chart.model"),
                data.Measured.Count > 0 ? Say("chart.dots") : null,
                Say("chart.band", ("meaning", data.BandMeaning)),
                daily ? Say("chart.daily") : null
            );

    /// <summary>As a heading.</summary>
    public static string Name(LevelCurve curve) => curve.Name.Length == 0 ? Say("chart.level") : Letters.Capital(curve.Name);

    public static string Describe(LevelChartData data)
    {
        var sentences = new List<string> { Say("chart.covers", ("time", Length(data.Hours, data.Hours))) };
        if (data.Steps.Count > 0)
            sentences.Add(
                Row(
                    data.FirstStep > 0 ? Say("chart.change-first", ("dose", Mg(data.Steps[data.FirstStep]))) : null,
                    Doses([.. data.Steps.Skip(data.FirstStep)])
                )
            );
        sentences.AddRange(data.Curves.Select(c => Curve(c, data)));
        if (data.Measured.Count > 0)
            sentences.Add(
                Say(
                    "chart.measured",
                    (
                        "levels",
                        string.Join(
                            "; ",
                            data.Measured.Select(m =>
                                Say("chart.level-when", ("level", Level(m.Level.NanogramsPerMilliliter)), ("when", When(m.Hour, data)))
                            )
                        )
                    )
                )
            );
        sentences.Add(Caption(data));
        return string.Join(' ', sentences);
    }

    /// <summary>A level for people; what is too small or large to mean anything is said so.</summary>
    public static string Level(double level) =>
        level switch
        {
            0 => "0",
            < LeastShown => Say("chart.under", ("level", "0.001")),
            > MostShown => Say("chart.over", ("level", "1,000,000,000")),
            _ => SafeNumber.Significant(level),
        };

    public static string Range(Band band) =>
        Say("chart.range", ("typical", Level(band.Typical)), ("low", Level(band.Low)), ("high", Level(band.High)));

    /// <summary>A date, or time since the start.</summary>
    public static string When(double hour, LevelChartData data)
    {
        if (data.Start is not { } date)
            return hour == 0 ? Say("chart.at-start") : Say("chart.after", ("time", Length(hour, data.Hours)));
        var time = date.AddHours(hour);
        return time.ToString(time.TimeOfDay == date.TimeOfDay ? "MMM d, yyyy" : "MMM d, yyyy h:mm tt", CultureInfo.InvariantCulture);
    }

    /// <param name="whole">Of the chart: beyond two months time is told in weeks.</param>
    private static string Length(double hours, double whole) =>
        hours switch
        {
            _ when whole > 60 * Day && hours % Week == 0 => Count(hours / Week, "chart.weeks"),
            _ when hours % Day == 0 => Count(hours / Day, "chart.days"),
            > 3 * Day => Count(Math.Round(hours / Day, 1), "chart.days"),
            _ => Count(Math.Round(hours, 1), "chart.hours"),
        };

    private static string Count(double number, string id) => Say(id, ("count", (decimal)Math.Round(number, 1)));

    internal static string Say(string id, params (string Name, object? Value)[] arguments) => Sentence.Of(id, arguments).InWords();

    private static string Row(params IEnumerable<string?> sentences) => string.Join(' ', sentences.OfType<string>());

    private static string Doses(IReadOnlyList<ChartedDose> steps)
    {
        var flagged = steps.Count(s => s.Flagged);
        var cuts = steps.Count - 1;
        var path =
            cuts == 0
                ? Say("chart.stays", ("dose", Mg(steps[0])))
                : Say("chart.goes", ("from", Mg(steps[0])), ("to", Mg(steps[^1])), ("steps", Count(cuts, "chart.steps")));
        return flagged == 0 ? path : Row(path, Say("chart.flagged", ("cuts", flagged), ("most", ChartedDose.FlaggedAbovePercent)));
    }

    private static string Mg(ChartedDose step) => $"{SafeNumber.Write(step.DailyMilligrams)} mg";

    private static string Curve(LevelCurve curve, LevelChartData data)
    {
        var peak = Enumerable.Range(0, curve.Hours.Count).MaxBy(i => curve.Typical[i]);
        return Say(
            "chart.curve",
            ("name", Name(curve)),
            ("highest", Range(new Band(curve.Low[peak], curve.Typical[peak], curve.High[peak]))),
            ("when", When(curve.Hours[peak], data)),
            ("last", Range(new Band(curve.Low[^1], curve.Typical[^1], curve.High[^1])))
        );
    }
}
