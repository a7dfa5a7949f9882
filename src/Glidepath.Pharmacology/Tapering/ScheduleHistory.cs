using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>One dose of a schedule that was or will be taken otherwise than written.</summary>
/// <param name="LateHours">How much later it is taken, in h; null where it is missed.</param>
public sealed record DoseDeviation(DateOnly Day, TimeOfDay Time, double? LateHours);

/// <summary>A schedule as single intakes on one clock, for the kinetics.</summary>
/// <param name="Origin">Date and local time of hour 0: the first dose.</param>
/// <param name="StepHours">Hours at which each row of the schedule begins, with its place in it.</param>
/// <param name="End">The hour at which the last row begins, or where the schedule was cut off.</param>
public sealed record ScheduleHistory(DateTime Origin, DoseHistory Doses, IReadOnlyList<(double Hour, int Row)> StepHours, double End)
{
    /// <summary>
    /// Rows without times of day count as one dose in the morning. The first row is taken to have gone on long before its date, so that the
    /// level is steady at hour 0.
    /// </summary>
    /// <param name="until">First day that is no longer laid out; the last row goes on until then.</param>
    /// <exception cref="ArgumentException">A deviation names a dose that is not in the schedule.</exception>
    public static ScheduleHistory Of(
        DoseSchedule schedule,
        DayHours hours,
        DateOnly until,
        bool steadyAtStart,
        IReadOnlyList<DoseDeviation>? deviations = null
    )
    {
        var first = RegimenOf(schedule.Doses[0]);
        var (day0, clock0) = (schedule.Doses[0].Start, hours.First(first));
        var days = new Dictionary<(DateOnly, TimeOfDay), DoseTaken>();
        var steps = new List<(double, int)>();
        for (var row = 0; row < schedule.Doses.Count; row++)
        {
            var dose = schedule.Doses[row];
            var end = row + 1 < schedule.Doses.Count ? schedule.Doses[row + 1].Start : until;
            var regimen = RegimenOf(dose);
            steps.Add((Math.Max(0, Hour(dose.Start, hours.First(regimen))), row));
            for (var day = dose.Start; day < end && day < until; day = day.AddDays(1))
                foreach (var time in regimen.Times)
                    days.Add((day, time), new DoseTaken(Hour(day, hours[time]), (double)regimen[time].Milligrams));
        }
        foreach (var deviation in deviations ?? [])
            Deviate(days, deviation);
        return new ScheduleHistory(
            day0.ToDateTime(TimeOnly.MinValue).AddHours(clock0),
            new DoseHistory(days.Values, steadyAtStart ? hours.Intakes(first, clock0) : null),
            [.. steps.Where(s => s.Item1 < Hour(until, clock0))],
            steps[^1].Item1
        );

        double Hour(DateOnly day, double clock) => (day.DayNumber - day0.DayNumber) * 24d + clock - clock0;
    }

    /// <summary>Of a day, in hours after <see cref="Origin"/>.</summary>
    public double HourOf(DateTime when) => (when - Origin).TotalHours;

    private static Regimen RegimenOf(ScheduledDose dose) => dose.ByTime ?? Regimen.Empty.With(TimeOfDay.Morning, dose.DailyDose);

    private static void Deviate(Dictionary<(DateOnly, TimeOfDay), DoseTaken> days, DoseDeviation deviation)
    {
        var key = (deviation.Day, deviation.Time);
        if (!days.TryGetValue(key, out var intake))
            throw new ArgumentException(
                $"No dose is due on {deviation.Day:yyyy-MM-dd} {deviation.Time.Phrase()}; accepted: a dose of the schedule.",
                nameof(deviation)
            );
        if (deviation.LateHours is not { } late)
            days.Remove(key);
        else
            days[key] = intake with { Hour = intake.Hour + late };
    }
}
