using System.Globalization;
using Glidepath.Cli.Shared;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>A simulation in the terminal: the figures, what they mean for a taper, and every constant with its source.</summary>
internal static class SimulateScreen
{
    public static void Write(
        Screen screen,
        SimulateInput input,
        LevelProfile profile,
        LevelSubject subject,
        MapEstimate? estimate,
        SafetyText safety
    )
    {
        screen.Line("A model, not a measurement. Do not change your dose from this.", "bold");
        screen.Line(safety.DoNotStop, "bold");
        PlanScreen.Readings(screen, input.Readings);
        screen.Heading($"{input.Drug}: {Subject(input)}");
        screen.Line($"Model: {profile.Model.Id}. {profile.Model.Name}. Low to high: {subject.BandText}.");
        foreach (var text in subject.Events)
            screen.Line($"Event: {text}");
        if (input.SplitIsAssumed)
            screen.Line("The schedule names no times of day: each daily dose counts as one dose in the morning.");
        Summary(screen, profile);
        if (estimate is not null)
            Individual(screen, input, estimate);
        Settling(screen, profile);
        if (input.Day is { Count: > 1 } day)
            Split(screen, SwingBySplit.Of(input.Request.Model, input.Request.Person, day));
        SimulateSteps.Write(screen, subject, profile);
        if (subject.Occupancy)
            SimulateSteps.Occupancy(screen, input.Drug);
        Parameters(screen, profile);
        foreach (var effect in input.Events.Select(e => e.Effect).OfType<ClearanceEffect>().Distinct())
        {
            screen.Indented(
                $"{effect.Medicines[0]}: clearance × {Figure(effect.Typical)} ({Figure(effect.Low)} to {Figure(effect.High)}), "
                    + $"{effect.Evidence} {Screen.Cite(effect.Source, effect.Confidence)}."
            );
            screen.Indented(
                $"  Half of it there after {Figure(effect.Timing.OnsetHalfTime)} h, half gone "
                    + $"{Figure(effect.Timing.OffsetHalfTime)} h after the stop: {effect.Timing.Evidence} "
                    + $"{Screen.Cite(effect.Timing.Source, effect.Timing.Confidence)}."
            );
        }
        foreach (var adjustment in profile.Adjustments)
            screen.Indented($"{adjustment.Text} {Screen.Cite(adjustment.Source, adjustment.Confidence)}");
        screen.Line();
        screen.Line(safety.WhoToCall);
    }

    private static string Subject(SimulateInput input)
    {
        var days = input.Request.Hours == 24 ? "1 day" : $"{SafeNumber.Write((decimal)input.Request.Hours / 24)} days";
        if (input.Schedule is { } schedule)
            return $"{Counted.Of(schedule.Doses.Count, "dose")} from {schedule.Original} on {schedule.Doses[0].Start:yyyy-MM-dd}, {days}";
        var amounts = string.Join(", ", (input.Day ?? input.Request.Doses.Intakes).Select(i => new Dose((decimal)i.Milligrams).ToString()));
        return input.Day is null ? $"{amounts} once, {days}" : $"{amounts} a day for {days}, from {input.History.Origin:yyyy-MM-dd HH:mm}";
    }

    private static void Summary(Screen screen, LevelProfile profile)
    {
        (string Name, string Unit, Func<LevelSummary, Band> Of)[] rows =
        [
            ("Highest", "ng/mL", s => s.Cmax),
            ("reached after", "h", s => s.TmaxHours),
            ("Lowest, last day", "ng/mL", s => s.Trough),
            ("Average, last day", "ng/mL", s => s.Average),
            ("Swing, last day", "%", s => s.SwingPercent),
            ("Last day over first", "×", s => s.Accumulation),
            ("Half-life", "h", s => s.HalfLifeHours),
            ("Largest fall in a week", "%", s => s.WeeklyFallPercent),
        ];
        foreach (var levels in profile.Analytes)
        {
            screen.Heading(levels.Analyte);
            screen.Table(
                ["", "Low", "Typical", "High", ""],
                rows.Select(
                    IReadOnlyList<string> (r) =>
                        [
                            r.Name,
                            Figure(r.Of(levels.Summary).Low),
                            Figure(r.Of(levels.Summary).Typical),
                            Figure(r.Of(levels.Summary).High),
                            r.Unit,
                        ]
                ),
                1,
                2,
                3
            );
        }
    }

    private static void Individual(Screen screen, SimulateInput input, MapEstimate estimate)
    {
        screen.Heading("Fitted to the measured levels");
        screen.Line(
            $"Clearance × {Figure(estimate.Clearance)}, volume × {Figure(estimate.Volume)}, absorption × "
                + $"{Figure(estimate.Absorption)} of the typical person's."
        );
        foreach (var ((level, fitted), typical) in input.Levels.OrderBy(l => l.Hour).Zip(estimate.Predicted).Zip(estimate.PredictedTypical))
            screen.Indented(
                $"{input.History.Origin.AddHours(level.Hour).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}: measured "
                    + $"{level.Level}, fitted {Figure(fitted)}, typical person {Figure(typical)}"
            );
        screen.Indented(
            $"A measured level is taken to be off by {Figure(Individualisation.ResidualError * 100)} % "
                + $"{Screen.Cite(Sources.Yukawa, Confidence.Secondary)}."
        );
    }

    private static void Settling(Screen screen, LevelProfile profile)
    {
        screen.Heading("Until the level has mostly settled (90 %) after a change of dose");
        foreach (var (name, hours) in profile.Model.Analytes.Zip(Approach.HoursToNinetyPercent(profile.Model)))
            screen.Indented(
                $"{name}: {Days(hours.Low)} to {Days(hours.High)} days, typically {Days(hours.Typical)}. After a Monday "
                    + $"cut, {Weekdays(hours.Low, hours.High)}."
            );
    }

    private static void Split(Screen screen, SwingBySplit swing)
    {
        screen.Heading("Swing within a day, at steady state");
        screen.Indented(
            $"as taken {Figure(swing.AsTaken.Typical)} % ({Figure(swing.AsTaken.Low)} to {Figure(swing.AsTaken.High)}); in equal "
                + $"doses evenly over 24 h {Figure(swing.Evenly.Typical)} %; all at once {Figure(swing.Once.Typical)} %."
        );
    }

    private static void Parameters(Screen screen, LevelProfile profile)
    {
        screen.Heading("Constants of a 70 kg adult, unless scaled");
        foreach (var p in profile.Model.Parameters)
            screen.Indented(
                $"{p.Symbol} {Figure(p.Typical)} {p.Unit} ({Figure(p.Low)} to {Figure(p.High)}) "
                    + $"{Screen.Cite(p.Source, p.Confidence)}{(p.Note.Length > 0 ? $": {p.Note}" : "")}"
            );
        foreach (var fitted in profile.Model.CalibratedTo)
            screen.Indented($"Fitted to: {fitted}.");
    }

    internal static string Figure(double value) => SafeNumber.Significant(value);

    private static string Days(double hours) => SafeNumber.Write(Math.Round((decimal)hours / 24, 1));

    private static string Weekdays(double low, double high) =>
        Weekday(low) == Weekday(high)
            ? $"the level has mostly settled by {Weekday(low)}"
            : $"the level settles between {Weekday(low)} and {Weekday(high)}";

    /// <summary><c>Thursday</c>, <c>the next Wednesday</c>, <c>Monday 2 weeks later</c>, counted from a Monday.</summary>
    private static string Weekday(double hours)
    {
        var days = (int)Math.Ceiling(hours / 24);
        var weeks = days / 7;
        return $"{(weeks == 1 ? "the next " : "")}{(DayOfWeek)((1 + days) % 7)}{(weeks > 1 ? $" {weeks} weeks later" : "")}";
    }
}
