using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

internal static partial class MonitoringContributions
{
    private static readonly RecordPart<CheckIn> Told = RecordPart.All<CheckIn>();

    private static readonly RecordPart<CheckInRhythm> Rhythms = RecordPart.All<CheckInRhythm>();

    /// <summary>Of each call when the person was reached; null where they were not.</summary>
    private static readonly RecordPart<DateTime?> Reached = RecordPart.Fields<CheckInCall, DateTime?>(c =>
        new(c.PatientId, c.WasReached ? c.RecordedAt : null)
    );

    private static readonly RecordPart<MedicationStatement> Medicines = RecordPart.All<MedicationStatement>();

    /// <summary>
    /// Missed doses, and who was not heard from by the first look after a cut: the same rules as on the person's own page, until somebody
    /// reaches them. A missed dose is answered too by a later day that went as planned.
    /// </summary>
    private static TodayRows CallsByTheRules(IReadOnlyList<CourseOf> courses) =>
        new(
            TodayPart.Now,
            [Told, Rhythms, Reached, Medicines, CareAlertContributions.Open, .. courses.SelectMany(c => c.Parts)],
            // Where check-ins are withheld, none is no silence.
            person => person.Head.IsOpen && person.Entries.IsOpen(Told) ? CallsOf(person, courses) : []
        );

    private static IEnumerable<WorkRow> CallsOf(PersonInView person, IReadOnlyList<CourseOf> courses)
    {
        var (signals, id) = (SignalsOf(person, courses), person.Head.Id);
        foreach (var fired in Suggestion.Of(signals).Because.Where(f => f.Rule == CourseRules.C2 || f.Rule == CourseRules.C4))
        {
            var isMissed = fired.Rule == CourseRules.C2;
            // Its alert has the row.
            if (isMissed && person.Entries.Of(CareAlertContributions.Open).Any(a => a.Cause is AlertCause.MissedDoses))
                continue;
            if (isMissed && signals.Days.Any(d => d.On > fired.On && d.Answers.Dose is DoseAnswer.Yes))
                continue;
            var day = fired.On!.Value;
            yield return new WorkRow(
                Sign.Call,
                person.Head,
                T["CallTodayBecause", Terms.Of(fired.Rule.Title)],
                isMissed ? T["FromACheckInOn", day.Day()] : T["NotHeardFromSince", day.Day()],
                "Record a call",
                $"/patients/{id}/check-ins/call",
                signals.Days.FirstOrDefault(d => d.On == day)?.DoseToldAt ?? day.ToDateTime(TimeOnly.MinValue)
            );
        }
    }

    /// <summary>What these two rules read, and no more.</summary>
    private static Signals SignalsOf(PersonInView person, IReadOnlyList<CourseOf> courses)
    {
        var (entries, today) = (person.Entries.Of(Told), person.Now.DayThere(person.Head.TimeZone));
        var course = courses.Count == 0 ? CourseSoFar.NotKnown : courses[0].Of(person.Entries);
        if (course.Pace is DrugPace.NotKnown)
            course = course with { Pace = DrugPaces.Of(MedicineTurns.Tapered(person.Entries.Of(Medicines))) };
        var reachedAt = person.Entries.Of(Reached).Max();
        var reachedOn = reachedAt is { } at ? person.Now.DayOf(at) : (DateOnly?)null;
        var rhythm = person.Entries.Of(Rhythms).MaxBy(r => r.RecordedAt);
        var replaced = entries.Select(e => e.AmendsId).OfType<Guid>().ToHashSet();
        var standing = entries.Where(e => !replaced.Contains(e.Id)).ToList();
        return new Signals
        {
            Today = today,
            // Older answers are not opened: no rule of these two reads them.
            Days = CheckInDay.Of([.. standing.Where(e => e.On > today.AddDays(-CourseRules.Week))]),
            Course = course,
            Silence = Silence.Of(
                rhythm is null ? null : (rhythm.HowOften, person.Now.DayOf(rhythm.RecordedAt)),
                standing.Select(e => (DateOnly?)e.On).Append(reachedOn).Max(),
                course,
                today
            ),
            ReachedOn = reachedOn,
            ReachedAt = reachedAt,
        };
    }
}
