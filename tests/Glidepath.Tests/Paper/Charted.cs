using System.Xml.Linq;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;
using SkiaSharp;

namespace Glidepath.Tests.Paper;

/// <summary>Charts of levels to look at and to measure.</summary>
internal static class Charted
{
    public static readonly LevelChartData OneDose = LevelChartData.Of(
        Levels(BenzodiazepineTable.Clonazepam, DoseHistory.Single(2), 14 * 24),
        "One dose"
    );

    public static readonly LevelChartData TwoSubstances = LevelChartData.Of(
        Levels(BenzodiazepineTable.Diazepam, DoseHistory.Daily([new DoseTaken(8, 5), new DoseTaken(20, 5)], 21), 42 * 24),
        "A drug and what it becomes"
    );

    public static readonly LevelChartData HalfAYear = Taper(
        26,
        [2, 1.875m, 1.75m, 1.625m, 1.5m, 1.375m, 1.25m, 1, 0.75m, 0.5m, 0.25m, 0.125m, 0]
    );

    public static readonly LevelChartData TwoYears = Taper(104, [.. Enumerable.Range(0, 52).Select(i => 2 - i * 0.038m)]);

    public static readonly Dictionary<string, LevelChartData> All = new()
    {
        ["one dose"] = OneDose,
        ["two substances"] = TwoSubstances,
        ["half a year"] = HalfAYear,
        ["half a year with dates and measured levels"] = HalfAYear with
        {
            Start = new DateTime(2026, 11, 23),
            Measured = [new MeasuredLevel(40 * 24 + 8, new Concentration(31)), new MeasuredLevel(100 * 24 + 8, new Concentration(12))],
        },
        ["two years"] = TwoYears,
        ["doses only"] = HalfAYear with { Curves = [] },
        ["two days from a morning"] = LevelChartData.Of(Levels(BenzodiazepineTable.Clonazepam, DoseHistory.Single(2), 48), "Two days") with
        {
            Start = new DateTime(2026, 11, 23, 8, 0, 0),
        },
        ["nothing but zeros"] = Flat(0, 0, 100, 200),
        ["one point"] = Flat(5, 0),
        ["one point of zero"] = Flat(0, 0),
        ["ten years"] = Flat(20, [.. Enumerable.Range(0, 3653).Select(d => d * 24d)]),
        ["huge"] = Flat(double.MaxValue, 0, 1, 2),
        ["tiny"] = Flat(double.Epsilon, 0, 1, 2),
        ["huge and tiny"] = new LevelChartData
        {
            Title = "",
            Curves = [new LevelCurve("x", [0, 1e-9, 80_000], [0, 1e-300, 0], [1e-200, 1, 0], [1e280, 1e-3, 1e300])],
        },
        ["strange names"] = Flat(5, 0, 24) with
        {
            Title = "<\"&]]>\u0001\u4e2d",
            Curves = [new LevelCurve(new string('w', 300) + "<>&\t\n\u0002", [0, 24], [0, 1], [1, 2], [2, 3])],
        },
        ["least doses"] = new LevelChartData
        {
            Title = "x",
            Steps = [new ChartedDose(0, 0.0000001m, 0, false), new ChartedDose(1, 10_000, 1, false), new ChartedDose(1, 0, 2, true)],
        },
    };

    public static TheoryData<string> Kinds => [.. All.Keys];

    public static readonly int[] Widths = [760, 370];

    public static string Svg(LevelChartData data, int width) => new LevelChart(data).Svg(width, new LevelChart(data).HeightFor(width));

    public static XElement Parsed(LevelChartData data, int width) => XDocument.Parse(Svg(data, width)).Root!;

    /// <summary>Relative luminance after WCAG 2: what is left of a colour in grey.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string ink)
    {
        var colour = SKColor.Parse(ink);
        return 0.2126 * Linear(colour.Red) + 0.7152 * Linear(colour.Green) + 0.0722 * Linear(colour.Blue);

        static double Linear(byte part) => part / 255d <= 0.04045 ? part / 255d / 12.92 : Math.Pow((part / 255d + 0.055) / 1.055, 2.4);
    }

    private static LevelProfile Levels(Benzodiazepine drug, DoseHistory doses, double hours) =>
        LevelSimulator.Simulate(
            new LevelRequest
            {
                Model = KineticTable.DefaultFor(drug)!,
                Doses = doses,
                Hours = hours,
            }
        );

    private static LevelChartData Taper(int weeks, decimal[] doses)
    {
        var intakes =
            from day in Enumerable.Range(0, weeks * 7)
            let half = (double)doses[Math.Min(day / 14, doses.Length - 1)] / 2
            where half > 0
            from hour in (int[])[8, 22]
            select new DoseTaken(24 * day + hour, half);
        var history = new DoseHistory(intakes, [new DoseTaken(8, (double)doses[0] / 2), new DoseTaken(22, (double)doses[0] / 2)]);
        return LevelChartData.Of(Levels(BenzodiazepineTable.Clonazepam, history, weeks * 7 * 24), "The path down") with
        {
            Steps =
            [
                .. doses.Select(
                    (dose, i) =>
                        new ChartedDose(
                            i * 14 * 24,
                            dose,
                            i,
                            i > 0 && (doses[i - 1] - dose) * 100 / doses[i - 1] > ChartedDose.FlaggedAbovePercent
                        )
                ),
            ],
        };
    }

    private static LevelChartData Flat(double level, params double[] hours)
    {
        var levels = hours.Select(_ => level).ToArray();
        return new LevelChartData { Title = "Flat", Curves = [new LevelCurve("substance", hours, levels, levels, levels)] };
    }
}
