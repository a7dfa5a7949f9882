using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>
/// The steps of a plan over the level they lead to, from the steady state of the starting regimen to two weeks past the end.
/// </summary>
public static class PlanChart
{
    private const int DaysPast = 14;

    /// <summary>
    /// A drug without a kinetic model is charted by its doses alone. Where a change of medicine comes first, the chart begins with it: the
    /// doses are those of the new drug, and the old drug has a panel of its own.
    /// </summary>
    public static LevelChartData Of(TaperPlan plan)
    {
        const string Title = "A plan, DRAFT, NOT APPROVED";
        var steps = ChartedDose.Of(plan);
        if (KineticTable.DefaultFor(plan.Request.Drug) is not { } model)
            return new LevelChartData { Title = Title, Steps = steps };
        var schedule = plan.ToSchedule();
        if (plan.Change is { } change)
            return Changed(plan, change, schedule, model);
        var history = ScheduleHistory.Of(schedule, DayHours.Default, plan.EndsOn.AddDays(DaysPast), steadyAtStart: true);
        return LevelChartData.Of(Levels(model, history, HoursOf(schedule.Doses[0].Start.ToDateTime(TimeOnly.MinValue), plan)), Title) with
        {
            Steps = Steps(history, steps),
            Start = history.Origin,
        };
    }

    private static LevelChartData Changed(TaperPlan plan, CrossOver change, DoseSchedule taper, KineticModel model)
    {
        var steps = ChartedDose.Of(plan);
        var until = plan.EndsOn.AddDays(DaysPast);
        var old = ScheduleHistory.Of(
            new DoseSchedule(
                change.From,
                [
                    new(change.Start.AddDays(-1), change.Taken.DailyDose, change.Taken),
                    .. change.Stages.Select(s => new ScheduledDose(s.Start, s.From.DailyDose, s.From)),
                ]
            ),
            DayHours.Default,
            until,
            steadyAtStart: true
        );
        var rising = change.Stages.Select(s => new ScheduledDose(s.Start, s.To.DailyDose, s.To)).ToList();
        var history = ScheduleHistory.Of(
            new DoseSchedule(change.To, [.. rising, .. taper.Doses]),
            DayHours.Default,
            until,
            steadyAtStart: false
        );
        // The old drug's clock begins a day earlier, on the full dose; the new one's is set after it.
        var later = (history.Origin - old.Origin).TotalHours;
        var hours = HoursOf(old.Origin, plan);
        var levels = Levels(model, history, hours - later).Analytes.Select(LevelCurve.Of).Select(c => c.Later(later));
        var before = KineticTable.DefaultFor(change.From) is { } other ? Levels(other, old, hours).Analytes.Select(LevelCurve.Of) : [];
        return new LevelChartData
        {
            Title = "A change of medicine and a plan, DRAFT, NOT APPROVED",
            Curves = [.. levels, .. before],
            DoseName = $"{Letters.Capital(change.To.Name)}, mg a day",
            Start = old.Origin,
            Steps =
            [
                .. history.StepHours.Select(s =>
                    (
                        s.Row < rising.Count
                            ? new ChartedDose(0, rising[s.Row].DailyDose.Milligrams, 0, false)
                            : steps[s.Row - rising.Count]
                    ) with
                    {
                        Hour = s.Hour + later,
                    }
                ),
            ],
        };
    }

    private static double HoursOf(DateTime start, TaperPlan plan) =>
        24d * Math.Min(plan.EndsOn.DayNumber - DateOnly.FromDateTime(start).DayNumber + DaysPast, (int)(DoseHistory.LongestHours / 24));

    private static LevelProfile Levels(KineticModel model, ScheduleHistory history, double hours) =>
        LevelSimulator.Simulate(
            new LevelRequest
            {
                Model = model,
                Doses = history.Doses,
                Hours = hours,
            }
        );

    /// <summary>On the clock of the levels, whose hour 0 is the first dose.</summary>
    private static IReadOnlyList<ChartedDose> Steps(ScheduleHistory history, IReadOnlyList<ChartedDose> steps) =>
        [.. history.StepHours.Select(s => steps[s.Row] with { Hour = s.Hour })];
}
