using Glidepath.Cli.Shared;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>The steps of a plan as the body sees them.</summary>
internal static class SimulateSteps
{
    public static void Write(Screen screen, LevelSubject subject, LevelProfile profile)
    {
        var steps = LevelStepDocument.Of(subject, profile);
        if (steps.Count == 0)
            return;
        screen.Heading($"Each step on its last day, {profile.Analytes[0].Analyte} in ng/mL");
        List<string> columns =
        [
            "From",
            "mg a day",
            "Trough\nlow, typical, high",
            "Peak\nlow, typical, high",
            "Swing",
            "Below the\nstep before",
            "Receptors fall\nat most",
        ];
        if (subject.Occupancy)
            columns.Add("Receptors");
        screen.Table(columns, steps.Select((step, i) => Row(step, i, subject.Occupancy)), 1, 4, 5, 6);
        screen.Line(
            "Receptors fall at most: (√a − √b)/(√a + √b) in percentage points, whatever dose occupies half of them. The stop has no bound."
        );
    }

    private static IReadOnlyList<string> Row(LevelStepDocument step, int number, bool occupancy)
    {
        string[] row =
        [
            $"{step.Start:yyyy-MM-dd}",
            SafeNumber.Write(step.DailyDoseMg),
            Range(step.Trough),
            Range(step.Peak),
            step.DailyDoseMg == 0 ? "" : $"{SimulateScreen.Figure(step.SwingPercent)} %",
            step.FallPercent is { } fall ? SafeNumber.Percent((decimal)fall) : "",
            number == 0 ? ""
            : step.LargestOccupancyFall is { } points ? SafeNumber.Write(Math.Round(points, 1))
            : step.DailyDoseMg == 0 ? "no bound"
            : "",
        ];
        return occupancy
            ? [.. row, step.OccupancyPercent is { } range ? new Interval(range.Low, range.High).ToString("%") : "not known"]
            : row;
    }

    public static void Occupancy(Screen screen, Benzodiazepine drug)
    {
        screen.Heading("Receptor occupancy: a hypothesis, not a finding");
        var rows = ReceptorOccupancy.Evidence.Where(e => e.Drug == drug).ToList();
        if (rows.Count == 0)
            screen.Indented($"No source read says what dose of {drug} occupies half of the receptors. Nothing is shown.");
        foreach (var row in rows)
            screen.Indented(
                $"Half occupied at {row.HalfOccupied.ToString("mg a day")}: {row.Evidence} {Screen.Cite(row.Source, row.Confidence)}."
            );
        if (rows.Count > 1)
            screen.Indented(
                $"These disagree "
                    + $"{SimulateScreen.Figure((double)(rows.Max(r => r.HalfOccupied.High) / rows.Min(r => r.HalfOccupied.Low)))}-fold. "
                    + $"Occupancy is not what a person feels; tolerance, reserve and time come between."
            );
    }

    private static string Range(BandDocument band) =>
        $"{SimulateScreen.Figure(band.Low)}, {SimulateScreen.Figure(band.Typical)}, {SimulateScreen.Figure(band.High)}";
}
