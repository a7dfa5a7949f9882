using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Assessments;

/// <summary>One filling-in that counts for what is due.</summary>
public sealed record DoneOn(string InstrumentId, DateOnly On);

/// <param name="Why">For the staff page.</param>
public sealed record DueAssessment(string InstrumentId, DateOnly DueOn, int DaysOverdue, Sentence Why);

/// <summary>What is due on a day, the longest overdue first.</summary>
public static class DueList
{
    /// <param name="steps">Days on which the dose was changed.</param>
    public static IReadOnlyList<DueAssessment> Of(
        EpisodePhase phase,
        DateOnly phaseSince,
        IReadOnlyCollection<DoneOn> done,
        IReadOnlyCollection<DateOnly> steps,
        IReadOnlySet<DueWhen> facts,
        DateOnly today,
        IReadOnlyList<ScheduledInstrument>? schedule = null
    ) =>
        [
            .. (schedule ?? AssessmentSchedule.Default)
                .Where(s => s.Phase == phase && (s.OnlyWhen is not { } fact || facts.Contains(fact)))
                .Select(s => Due(s, phaseSince, done, steps, today))
                .OfType<DueAssessment>()
                .OrderBy(d => d.DueOn)
                .ThenBy(d => d.InstrumentId, StringComparer.Ordinal),
        ];

    private static DueAssessment? Due(
        ScheduledInstrument scheduled,
        DateOnly since,
        IReadOnlyCollection<DoneOn> done,
        IReadOnlyCollection<DateOnly> steps,
        DateOnly today
    )
    {
        DateOnly? last = done.Where(d => d.InstrumentId == scheduled.InstrumentId && d.On <= today).Select(d => (DateOnly?)d.On).Max();
        var reasons = new List<(DateOnly On, Sentence Why)>();
        if (scheduled.EveryDays is { } every)
            reasons.Add(
                last is { } then ? (Later(then.AddDays(every), since), Sentence.Of("due.every", ("days", every))) : (since, "due.not-done")
            );
        else if (last is null || last < since)
            reasons.Add((since, "due.once"));
        if (scheduled.AfterStepDays is { } after)
            reasons.AddRange(
                steps
                    .Where(s => s >= since)
                    .Select(s => s.AddDays(after))
                    .Where(day => last is null || last < day)
                    .Select(day => (day, Sentence.Of("due.after-step", ("days", after))))
            );
        return reasons
            .Where(r => r.On <= today)
            .OrderBy(r => r.On)
            .Select(r => new DueAssessment(scheduled.InstrumentId, r.On, today.DayNumber - r.On.DayNumber, r.Why))
            .FirstOrDefault();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
