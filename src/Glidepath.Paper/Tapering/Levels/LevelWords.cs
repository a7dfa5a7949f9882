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
            ? "A plan, not an order."
            : $"Model, not a measurement.{(data.Measured.Count > 0 ? " Round dots: measured." : "")} Band: {data.BandMeaning}."
                + (daily ? " Each day from its lowest to its highest; the darker band is a typical person." : "");

    /// <summary>As a heading.</summary>
    public static string Name(LevelCurve curve) => curve.Name.Length == 0 ? "Level" : Letters.Capital(curve.Name);

    public static string Describe(LevelChartData data)
    {
        var sentences = new List<string> { $"Covers {Length(data.Hours, data.Hours)}." };
        if (data.Steps.Count > 0)
            sentences.Add(
                (data.FirstStep > 0 ? $"The change to the new medicine comes first, up to {Mg(data.Steps[data.FirstStep])} a day. " : "")
                    + Doses([.. data.Steps.Skip(data.FirstStep)])
            );
        sentences.AddRange(data.Curves.Select(c => Curve(c, data)));
        if (data.Measured.Count > 0)
            sentences.Add(
                $"Measured: "
                    + $"{string.Join("; ", data.Measured.Select(m => $"{Level(m.Level.NanogramsPerMilliliter)} ng/mL, {When(m.Hour, data)}"))}."
            );
        sentences.Add(Caption(data));
        return string.Join(' ', sentences);
    }

    /// <summary>A level for people; what is too small or large to mean anything is said so.</summary>
    public static string Level(double level) =>
        level switch
        {
            0 => "0",
            < LeastShown => "under 0.001",
            > MostShown => "over 1,000,000,000",
            _ => SafeNumber.Significant(level),
        };

    public static string Range(Band band) => $"{Level(band.Typical)} ng/mL ({Level(band.Low)} to {Level(band.High)})";

    /// <summary>A date, or time since the start.</summary>
    public static string When(double hour, LevelChartData data)
    {
        if (data.Start is not { } date)
            return hour == 0 ? "at the start" : $"after {Length(hour, data.Hours)}";
        var time = date.AddHours(hour);
        return time.ToString(time.TimeOfDay == date.TimeOfDay ? "MMM d, yyyy" : "MMM d, yyyy h:mm tt", CultureInfo.InvariantCulture);
    }

    /// <param name="whole">Of the chart: beyond two months time is told in weeks.</param>
    private static string Length(double hours, double whole) =>
        hours switch
        {
            _ when whole > 60 * Day && hours % Week == 0 => Count(hours / Week, "week"),
            _ when hours % Day == 0 => Count(hours / Day, "day"),
            > 3 * Day => Count(Math.Round(hours / Day, 1), "day"),
            _ => Count(Math.Round(hours, 1), "hour"),
        };

    private static string Count(double number, string unit) =>
        $"{number.ToString("0.#", CultureInfo.InvariantCulture)} {unit}{(number == 1 ? "" : "s")}";

    private static string Doses(IReadOnlyList<ChartedDose> steps)
    {
        var flagged = steps.Count(s => s.Flagged);
        var cuts = steps.Count - 1;
        var path =
            cuts == 0
                ? $"The dose stays at {Mg(steps[0])} a day."
                : $"The dose goes from {Mg(steps[0])} to {Mg(steps[^1])} a day in {Count(cuts, "step")}.";
        return flagged == 0
            ? path
            : $"{path} {(flagged == 1 ? "1 cut is" : $"{flagged} cuts are")} more than {ChartedDose.FlaggedAbovePercent:0}% of the dose "
                + $"at that time.";
    }

    private static string Mg(ChartedDose step) => $"{SafeNumber.Write(step.DailyMilligrams)} mg";

    private static string Curve(LevelCurve curve, LevelChartData data)
    {
        var peak = Enumerable.Range(0, curve.Hours.Count).MaxBy(i => curve.Typical[i]);
        return $"{Name(curve)}: highest about {Range(new Band(curve.Low[peak], curve.Typical[peak], curve.High[peak]))}, "
            + $"{When(curve.Hours[peak], data)}; "
            + $"at the end about {Range(new Band(curve.Low[^1], curve.Typical[^1], curve.High[^1]))}.";
    }
}
