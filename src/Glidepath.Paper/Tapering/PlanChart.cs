using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// The steps of a plan over the level they lead to, from the steady state of the starting regimen to two weeks past the end.
/// </summary>
public static class PlanChart
{
    private const int DaysPast = 14;

    /// <summary>A drug without a kinetic model is charted by its doses alone.</summary>
    public static LevelChartData Of(TaperPlan plan)
    {
        const string Title = "A plan, DRAFT, NOT APPROVED";
        var steps = ChartedDose.Of(plan);
        if (KineticTable.DefaultFor(plan.Request.Drug) is not { } model)
            return new LevelChartData { Title = Title, Steps = steps };
        var schedule = plan.ToSchedule();
        var history = ScheduleHistory.Of(schedule, DayHours.Default, plan.EndsOn.AddDays(DaysPast), steadyAtStart: true);
        var days = plan.EndsOn.DayNumber - schedule.Doses[0].Start.DayNumber + DaysPast;
        var profile = LevelSimulator.Simulate(
            new LevelRequest
            {
                Model = model,
                Doses = history.Doses,
                Hours = 24d * Math.Min(days, (int)(DoseHistory.LongestHours / 24)),
            }
        );
        return LevelChartData.Of(profile, Title) with { Steps = Steps(history, steps), Start = history.Origin };
    }

    /// <summary>On the clock of the levels, whose hour 0 is the first dose.</summary>
    private static IReadOnlyList<ChartedDose> Steps(ScheduleHistory history, IReadOnlyList<ChartedDose> steps) =>
        [.. history.StepHours.Select(s => steps[s.Row] with { Hour = s.Hour })];
}
