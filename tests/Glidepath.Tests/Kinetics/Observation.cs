using System.Text.Json;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Kinetics;

/// <summary>What was measured in people, and the same figure from the model.</summary>
/// <param name="What">Drug, doses, figure and study; unique.</param>
/// <param name="Observed">The mean that was published, in ng/mL, h, ng·h/mL or times.</param>
/// <param name="Computed">Of the typical person.</param>
internal sealed record Observation(string What, double Observed, KineticModel Model, Source Source, Func<KineticModel, double> Computed)
{
    /// <summary>
    /// Within so many times of the observed mean, either way: 2, and 1.25 for trough and accumulation of clonazepam (engine.md 2.2).
    /// </summary>
    public double Fold { get; init; } = 2;

    /// <summary>The line of <see cref="KineticModel.CalibratedTo"/> that names it, if the model was fitted to it.</summary>
    public int? FittedLine { get; init; }

    public double Ratio => Computed(Model) / Observed;

    public override string ToString() => What;
}

/// <summary>Figures of the typical person.</summary>
internal static class Figure
{
    public static Func<KineticModel, double> Peak(DoseHistory doses, int analyte = 0, double hours = 24) =>
        model => Summary(model, doses, hours, analyte).Cmax.Typical;

    public static Func<KineticModel, double> PeakTime(DoseHistory doses) => model => Summary(model, doses, 24, 0).TmaxHours.Typical;

    public static Func<KineticModel, double> Area(DoseHistory doses, double hours) =>
        model =>
        {
            var levels = LevelSimulator
                .Simulate(
                    new()
                    {
                        Model = model,
                        Doses = doses,
                        Hours = hours,
                        EveryHours = 0.1,
                    }
                )
                .Analytes[0]
                .Typical;
            return (levels.Sum() - (levels[0] + levels[^1]) / 2) * 0.1;
        };

    /// <summary>Over the last of so many days of one dose a day.</summary>
    public static Func<KineticModel, double> Average(double milligrams, int days, int analyte = 0) =>
        model => Summary(model, Nightly(milligrams, days), 24 * days, analyte).Average.Typical;

    public static Func<KineticModel, double> Trough(double milligrams, int days, int analyte = 0) =>
        model => Summary(model, Nightly(milligrams, days), 24 * days, analyte).Trough.Typical;

    /// <summary>Average of the last day over that of the first.</summary>
    public static Func<KineticModel, double> Accumulation(DoseHistory doses, int days, int analyte = 0) =>
        model => Summary(model, doses, 24 * days, analyte).Accumulation.Typical;

    /// <summary>The level at one hour over that at another.</summary>
    public static Func<KineticModel, double> Rise(DoseHistory doses, int later, int earlier, int analyte) =>
        model =>
        {
            var levels = LevelSimulator
                .Simulate(
                    new()
                    {
                        Model = model,
                        Doses = doses,
                        Hours = later,
                    }
                )
                .Analytes[analyte]
                .Typical;
            return levels[later] / levels[earlier];
        };

    public static Func<KineticModel, double> HalfLife => model => Summary(model, DoseHistory.Single(1), 24, 0).HalfLifeHours.Typical;

    public static DoseHistory Nightly(double milligrams, int days) => DoseHistory.Daily([new(0, milligrams)], days);

    private static LevelSummary Summary(KineticModel model, DoseHistory doses, double hours, int analyte) =>
        LevelSimulator
            .Simulate(
                new()
                {
                    Model = model,
                    Doses = doses,
                    Hours = hours,
                }
            )
            .Analytes[analyte]
            .Summary;
}

/// <summary>The list <c>kinetics</c> of the published cases.</summary>
internal static class KineticCases
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(TestData.File("cases/taper-cases.json"))).RootElement;

    public static IReadOnlyList<string> Drugs =>
        [.. Root.GetProperty("kinetics").EnumerateArray().Select(k => k.GetProperty("drug").GetString()!)];

    /// <param name="path">Names of properties, one in another.</param>
    public static double Value(string drug, params string[] path) =>
        path.Aggregate(
                Root.GetProperty("kinetics").EnumerateArray().Single(k => k.GetProperty("drug").GetString() == drug),
                (e, name) => e.GetProperty(name)
            )
            .GetDouble();
}
