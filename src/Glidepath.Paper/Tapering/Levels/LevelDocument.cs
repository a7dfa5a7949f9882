using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>What was simulated, beside the result.</summary>
/// <param name="Schedule">Where a plan was given.</param>
/// <param name="Day">One day of a regimen; null for a plan or a single dose.</param>
/// <param name="Events">As they were written.</param>
/// <param name="Fitted">Whether the curve is of people fitted to measured levels.</param>
public sealed record LevelSubject(
    LevelRequest Request,
    ScheduleHistory History,
    DoseSchedule? Schedule,
    IReadOnlyList<DoseTaken>? Day,
    bool Occupancy,
    IReadOnlyList<string> Events,
    bool Fitted
)
{
    /// <summary>What the range of the result means, in words.</summary>
    public string BandText =>
        BandId switch
        {
            "posterior" => LevelWords.Say("chart.of-posterior"),
            "patients" => LevelWords.Say("chart.of-patients", ("count", Request.Patients)),
            _ => LevelChartData.OfPeople,
        };

    internal string BandId =>
        Fitted ? "posterior"
        : Request.Patients > 0 ? "patients"
        : "members";
}

/// <summary>A simulation as JSON. Stable: fields are added, never renamed; described in docs/formats.md.</summary>
public sealed record LevelDocument
{
    public required string Drug { get; init; }
    public required string Model { get; init; }
    public required string Notice { get; init; }
    public required string Start { get; init; }
    public required double Days { get; init; }
    public required double EveryHours { get; init; }

    /// <summary><c>members</c>, <c>patients</c> or <c>posterior</c>: what low and high are of.</summary>
    public required string Band { get; init; }
    public required int Patients { get; init; }
    public required ulong Seed { get; init; }
    public required IReadOnlyList<string> Events { get; init; }
    public required IReadOnlyList<AnalyteDocument> Analytes { get; init; }
    public required IReadOnlyList<ParameterDocument> Parameters { get; init; }
    public required IReadOnlyList<string> Adjustments { get; init; }
    public required IReadOnlyList<LevelStepDocument> Steps { get; init; }
    public IndividualDocument? Individual { get; init; }

    public static LevelDocument Of(LevelSubject subject, LevelProfile profile, MapEstimate? estimate, SafetyText safety) =>
        new()
        {
            Drug = profile.Model.Drug.Name,
            Model = profile.Model.Id,
            Notice = $"A model, not a measurement. Do not change your dose from this. {safety.DoNotStop}",
            Start = subject.History.Origin.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            Days = subject.Request.Hours / 24,
            EveryHours = subject.Request.EveryHours,
            Band = subject.BandId,
            Patients = subject.Request.Patients,
            Seed = subject.Request.Seed,
            Events = subject.Events,
            Analytes = [.. profile.Analytes.Zip(Approach.HoursToNinetyPercent(profile.Model), AnalyteDocument.Of)],
            Parameters = [.. profile.Model.Parameters.Select(ParameterDocument.Of)],
            Adjustments = [.. profile.Adjustments.Select(a => $"{a.Text} [{a.Source.Id}]")],
            Steps = LevelStepDocument.Of(subject, profile),
            Individual = estimate is null ? null : IndividualDocument.Of(estimate),
        };

    public string ToJson() => JsonSerializer.Serialize(this, LevelJson.Default.LevelDocument);

    /// <summary>Six figures: more than any source gives.</summary>
    /// <remarks>What rounding left beside nothing is nothing.</remarks>
    internal static double Rounded(double value) =>
        Math.Abs(value) < 1e-12 ? 0 : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

public sealed record BandDocument(double Low, double Typical, double High)
{
    public static BandDocument Of(Band band) =>
        new(LevelDocument.Rounded(band.Low), LevelDocument.Rounded(band.Typical), LevelDocument.Rounded(band.High));
}

public sealed record LevelPointDocument(double Hour, double Low, double Typical, double High);

public sealed record AnalyteDocument(string Name, string Unit, IReadOnlyList<LevelPointDocument> Points, LevelSummaryDocument Summary)
{
    public static AnalyteDocument Of(AnalyteLevels levels, Band toNinety) =>
        new(
            levels.Analyte,
            "ng/mL",
            [
                .. levels.Hours.Select(
                    (hour, i) =>
                        new LevelPointDocument(
                            LevelDocument.Rounded(hour),
                            LevelDocument.Rounded(levels.Low[i]),
                            LevelDocument.Rounded(levels.Typical[i]),
                            LevelDocument.Rounded(levels.High[i])
                        )
                ),
            ],
            LevelSummaryDocument.Of(levels.Summary, toNinety)
        );
}

public sealed record LevelSummaryDocument(
    BandDocument Cmax,
    BandDocument TmaxHours,
    BandDocument Trough,
    BandDocument Average,
    BandDocument SwingPercent,
    BandDocument Accumulation,
    BandDocument HalfLifeHours,
    BandDocument WeeklyFallPercent,
    BandDocument HoursToNinetyPercent
)
{
    public static LevelSummaryDocument Of(LevelSummary s, Band toNinety) =>
        new(
            BandDocument.Of(s.Cmax),
            BandDocument.Of(s.TmaxHours),
            BandDocument.Of(s.Trough),
            BandDocument.Of(s.Average),
            BandDocument.Of(s.SwingPercent),
            BandDocument.Of(s.Accumulation),
            BandDocument.Of(s.HalfLifeHours),
            BandDocument.Of(s.WeeklyFallPercent),
            BandDocument.Of(toNinety)
        );
}

public sealed record ParameterDocument(
    string Symbol,
    double Value,
    double Low,
    double High,
    string Unit,
    string Source,
    string Confidence,
    string Note
)
{
    public static ParameterDocument Of(KineticParameter p) =>
        new(
            p.Symbol,
            LevelDocument.Rounded(p.Typical),
            LevelDocument.Rounded(p.Low),
            LevelDocument.Rounded(p.High),
            p.Unit,
            p.Source.ToString(),
            JsonNamingPolicy.CamelCase.ConvertName(p.Confidence.ToString()),
            p.Note
        );
}

public sealed record IndividualDocument(
    double Clearance,
    double Volume,
    double Absorption,
    double Bioavailability,
    IReadOnlyList<double> Predicted,
    IReadOnlyList<double> PredictedTypical
)
{
    public static IndividualDocument Of(MapEstimate e) =>
        new(
            LevelDocument.Rounded(e.Clearance),
            LevelDocument.Rounded(e.Volume),
            LevelDocument.Rounded(e.Absorption),
            LevelDocument.Rounded(e.Bioavailability),
            [.. e.Predicted.Select(LevelDocument.Rounded)],
            [.. e.PredictedTypical.Select(LevelDocument.Rounded)]
        );
}

/// <param name="LargestOccupancyFall">In percentage points, whatever dose occupies half of the receptors; null for the first step and for
/// the stop, which has no bound.</param>
/// <param name="OccupancyPercent">Only where it was asked for and there is evidence.</param>
public sealed record LevelStepDocument(
    DateOnly Start,
    decimal DailyDoseMg,
    BandDocument Trough,
    BandDocument Peak,
    double SwingPercent,
    double? FallPercent,
    decimal? LargestOccupancyFall,
    RangeDocument? OccupancyPercent
)
{
    public static IReadOnlyList<LevelStepDocument> Of(LevelSubject subject, LevelProfile profile)
    {
        if (subject.Schedule is not { } schedule)
            return [];
        var rows = subject.History.StepHours;
        return
        [
            .. StepLevels
                .Of(profile.Analytes[0], [.. rows.Select(r => r.Hour)])
                .Select(step =>
                {
                    var row = rows.Last(r => r.Hour == step.FromHour).Row;
                    var (dose, before) = (schedule.Doses[row].DailyDose, row > 0 ? schedule.Doses[row - 1].DailyDose : (Dose?)null);
                    var fall = before is { } from && dose < from ? ReceptorOccupancy.LargestFall(from, dose) : null;
                    var occupancy = subject.Occupancy ? ReceptorOccupancy.Percent(schedule.Drug, dose) : null;
                    return new LevelStepDocument(
                        schedule.Doses[row].Start,
                        dose.Milligrams,
                        BandDocument.Of(step.Trough),
                        BandDocument.Of(step.Peak),
                        LevelDocument.Rounded(step.SwingPercent),
                        step.FallPercent is { } percent ? LevelDocument.Rounded(percent) : null,
                        fall is { } points ? Math.Round(points, 2) : null,
                        occupancy is { } range ? new RangeDocument(Math.Round(range.Low, 1), Math.Round(range.High, 1)) : null
                    );
                }),
        ];
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(PlainDecimalConverter)]
)]
[JsonSerializable(typeof(LevelDocument))]
public sealed partial class LevelJson : JsonSerializerContext;
