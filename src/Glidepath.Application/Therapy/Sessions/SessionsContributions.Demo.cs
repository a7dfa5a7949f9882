using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

internal static partial class SessionsContributions
{
    private const string Middle = "first-cut-made";

    private const int DaysSinceFirst = 21,
        DaysSinceLast = 14;

    /// <summary>Made up, of one person in the middle of a taper: two sessions, three tasks, one signed note and a draft.</summary>
    private static readonly DemoEntries[] InDemo =
    [
        DemoEntries.For<TherapySession>(person => person.Recipe is Middle ? Held(person) : []),
        DemoEntries.For<HomeworkTask>(person => person.Recipe is Middle ? Given(person) : []),
        DemoEntries.For<ProgressNote>(person =>
        {
            if (person.Recipe is not Middle)
                return [];
            var note = ProgressNote.Sign(
                person.Episode,
                new(
                    "Use the if-then plan before taking extra",
                    SessionWay.InPerson,
                    50,
                    "CBT visit 2. Built two if-then plans from the log. The first is practiced each evening. No thoughts of suicide."
                ),
                null,
                new Entry(Guid.CreateVersion7(), person.At(DaysSinceLast), Therapist(person))
            );
            var added = new Entry(Guid.CreateVersion7(), person.At(DaysSinceLast - 1), Therapist(person));
            return [note, note.Add("By telephone: the sister agreed to be the person to call.", added)];
        }),
        DemoEntries.For<ProgressDraft>(person =>
            person.Recipe is Middle
                ?
                [
                    ProgressDraft.Begin(
                        Guid.CreateVersion7(),
                        person.Patient.Id,
                        new(
                            "Use the if-then plan before taking extra",
                            SessionWay.InPerson,
                            50,
                            "CBT visit 3. Reviewed the hard moments since visit 2."
                        ),
                        person.At(1),
                        Therapist(person)
                    ),
                ]
                : []
        ),
    ];

    private static IEnumerable<TherapySession> Held(DemoPerson person)
    {
        List<TherapySession> held = [];
        foreach (var daysAgo in new[] { DaysSinceFirst, DaysSinceLast })
        {
            var session = TherapySession.Start(
                Guid.CreateVersion7(),
                person.Episode,
                new(TherapyModality.Cbt, SessionWay.InPerson, 50),
                held,
                [new(Guid.CreateVersion7(), "Evenings, when the house goes quiet", 20, AgendaSource.Typed)],
                person.At(daysAgo),
                Therapist(person)
            );
            session.End(person.At(daysAgo).AddMinutes(50));
            held.Add(session);
        }
        return held;
    }

    private static IEnumerable<HomeworkTask> Given(DemoPerson person)
    {
        var breathing = Give(person, "Breathing, 5 minutes a day", 14, 4);
        for (var day = DaysSinceLast; day > 5; day--)
            breathing.MarkDone(person.At(day));
        breathing.Tell(3, "mornings with the kids");
        var record = Give(person, "Write down the thought after a hard moment", 2, 4);
        record.MarkDone(person.At(8));
        record.Tell(7, "hard to write at night");
        var walk = Give(person, "Walk with my sister", 2, 4);
        walk.MarkDone(person.At(10));
        walk.MarkDone(person.At(3));
        walk.Tell(1, null);
        return [breathing, record, walk];
    }

    private static HomeworkTask Give(DemoPerson person, string what, int times, int dueInDays) =>
        HomeworkTask.Give(
            Guid.CreateVersion7(),
            person.Episode,
            new(what, times, person.Day(-dueInDays)),
            person.Day(DaysSinceLast),
            person.At(DaysSinceLast),
            Therapist(person)
        );

    private static Guid Therapist(DemoPerson person) => person.Staff[Role.Therapist].Id;
}
