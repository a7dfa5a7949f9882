using Glidepath.Application.Medications;
using Glidepath.Application.Monitoring;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Tapering;

internal static partial class TaperingContributions
{
    private static readonly RecordPart<TaperCourse> Courses = RecordPart.All<TaperCourse>();

    private static readonly RecordPart<CourseEntry> Entries = RecordPart.All<CourseEntry>();

    private static readonly RecordPart<TaperVersion> Versions = RecordPart.All<TaperVersion>();

    private static readonly RecordPart<VersionMade> Approved = RecordPart.Fields<TaperVersion, VersionMade>(v =>
        new(v.PatientId, new VersionMade(v.CourseId, v.Number, v.Kind))
    );

    private static readonly RecordPart<StayRequest> Asked = RecordPart.Of<StayRequest>(r => r.AnsweredAt == null);

    private static readonly RecordName[] CourseNames =
    [
        new(typeof(TaperCourse), "your taper"),
        new(typeof(TaperVersion), "the approved versions of your taper"),
        new(typeof(CourseEntry), "what was decided about your taper"),
        new(typeof(StayRequest), "what you asked about your taper"),
    ];

    private static readonly LeftOut[] CourseLeftOut =
    [
        new(RecordList.Timeline, "What was decided about it stands there, one by one.", typeof(TaperCourse), typeof(TaperVersion)),
        new(RecordList.Copy, "Its versions and decisions are there.", typeof(TaperCourse)),
    ];

    /// <summary>The course of a person that is in force, of all of their records; null where no dose of one is taken.</summary>
    private static TaperCourse? Current(PersonInView person) =>
        person.Head.IsOpen
            ? person.Entries.Of(Courses).Where(c => c.State.HasDose() && person.IsCurrent(c.EpisodeId)).MaxBy(c => c.RecordedAt)
            : null;

    private static DateOnly DayOf(PersonInView person) => person.Now.DayThere(person.Head.TimeZone);

    /// <summary>The doses of the step in force, medicine by medicine, as a prescriber may order them on a ward.</summary>
    private static readonly OrdersOfTaper OnTheWard = new(
        [Courses],
        person =>
            Current(person) is { } course && course.Now.On(DayOf(person)) is { IsStop: false } step
                ?
                [
                    .. step
                        .Doses.GroupBy(d => d.Drug)
                        .Select(drug => new OrderDetails(
                            drug.Key,
                            "mg",
                            [
                                .. drug.Select(d => new OrderDose(
                                    d.Minutes,
                                    d.Mg,
                                    [
                                        .. d.Pieces.Select(p => new GivenPiece(
                                            CourseOnPaper.ProductOf(CourseOnPaper.DrugOf(d), p).Name,
                                            p.Count
                                        )),
                                    ]
                                )),
                            ],
                            MedicationRoute.Oral,
                            T["TaperIndication"]
                        )
                        {
                            // Before the step of this position begins, the one before it is given.
                            From = new(course.VersionId, course.Now.Position - (course.Now.HasBegun(DayOf(person)) ? 0 : 1)),
                        }),
                ]
                : []
    );

    /// <summary>The dose of an approved version leads: what the list says of the medicine is what was taken before.</summary>
    private static readonly MedicineLines Taken = new(
        [Courses],
        person =>
        {
            if (Current(person) is not { } course || course.Now.On(DayOf(person)) is not { IsStop: false } step)
                return [];
            var now = course.Now;
            return
            [
                new MedicineLine(
                    string.Join(" + ", step.Daily.Keys),
                    step.Times(),
                    string.Join(", ", step.Daily.Select(d => T["ADay", new Dose(d.Value)])),
                    null,
                    null,
                    T["ByTheTaper", now.Number, now.Step(DayOf(person)), course.State.InWords()],
                    true
                ),
            ];
        }
    )
    {
        Leads = true,
    };

    private static readonly DoseToday Today = new(
        [Courses, Asked],
        person =>
            Current(person) is { } course && DayOf(person) is var today && course.Now is { Number: > 0 } now
                ? new DoseTodayView(
                    now.On(today).Lines(),
                    now.HasBegun(today) && now.DueOn is not null
                        ? T["StepAndDay", Capital(now.Step(today)), today.DayNumber - now.Since.DayNumber + 1]
                        : Capital(now.Step(today)),
                    course.Next(today),
                    [.. now.Path.Take(course.GoesDown ? now.Path.Count : 1).Select(p => (p.On, p.DailyMg))],
                    course.State is CourseState.Active && !person.Entries.Of(Asked).Any(a => a.CourseId == course.Id)
                )
                {
                    Daily = now.On(today).Daily(),
                }
                : null
    );

    private static readonly TodayRows[] Decide =
    [
        new(
            TodayPart.Decide,
            [Courses, Asked],
            person => Current(person) is { } course && person.Head.IsOpen ? Waiting(course, person) : []
        ),
    ];

    private static IEnumerable<WorkRow> Waiting(TaperCourse course, PersonInView person)
    {
        var (today, now) = (DayOf(person), course.Now);
        foreach (var asked in person.Entries.Of(Asked).Where(a => a.CourseId == course.Id))
            yield return Row(
                "They ask to stay longer on this step.",
                asked.Words is { } words ? T["Quoted", words] : now.On(today).Daily(),
                "Answer",
                asked.RecordedAt
            );
        if (course is { State: CourseState.OnHold, HoldUntil: { } until } && until <= today)
            yield return Row("A hold is over: look again.", T["HeldUntilOn", until.Day(), now.On(today).Daily()], "Decide", Start(until));
        if (course.State is CourseState.Active && now is { Next: { } next, DueOn: { } due } && due <= today)
            yield return Row("The next step waits for you.", T["StepPossibleSince", next.Daily(), due.Day()], "Decide", Start(due));
        if (now.ReviewOn is { } review && review <= today && course.State is CourseState.Active or CourseState.OnHold)
            yield return Row(
                "A dose that went up is to be looked at.",
                T["ReviewWasOn", now.On(today).Daily(), review.Day()],
                "Decide",
                Start(review)
            );

        WorkRow Row(string why, string evidence, string action, DateTime since) =>
            new(Sign.Hold, person.Head, why, evidence, action, $"/patients/{course.PatientId}/course", since);

        static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
    }

    /// <summary>What the rules of monitoring read of a course.</summary>
    private static readonly CourseOf SoFar = new(
        [Courses, Entries, Approved, Asked],
        person =>
        {
            if (person.Of(Courses).Where(c => c.State.HasDose()).MaxBy(c => c.RecordedAt) is not { } course)
                return CourseSoFar.NotKnown;
            var entries = person.Of(Entries).Where(e => e.CourseId == course.Id).OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).ToList();
            var held = entries.Where(e => e.Action is CourseAction.Hold or CourseAction.TakeStep or CourseAction.Approve).Reverse();
            return new()
            {
                Cuts = [.. CourseFile.StepDays(entries, person.DayOf), .. CutAtOnce(course.Now)],
                Pace = DrugPaces.Of(BenzodiazepineTable.Find(course.Now.Drug)),
                IntervalEnds = course.GoesDown ? course.Now.DueOn : null,
                AskedToStay = person.Of(Asked).Any(r => r.CourseId == course.Id),
                Since = course.GoesDown ? entries.FirstOrDefault()?.On : null,
                HoldsInARow = held.TakeWhile(e => e.Action is CourseAction.Hold).Count(),
                StepsBackInARow = CourseFile.StepsBackInARow(
                    course,
                    person.Of(Approved).Where(v => v.CourseId == course.Id).Select(v => (v.Number, v.Kind)),
                    entries
                ),
                OnHoldSince = course.State is CourseState.OnHold ? entries.FindLast(e => e.Action is CourseAction.Hold)?.On : null,
            };
        }
    );

    /// <summary>What the trend draws under the check-ins: of the course that <see cref="SoFar"/> speaks of.</summary>
    private static readonly DosesOf DosesSoFar = new(
        [Courses, Versions, Entries],
        person =>
            person.Of(Courses).Where(c => c.State.HasDose()).MaxBy(c => c.RecordedAt) is { } course
                ? new(
                    course.Now.Drug,
                    [
                        .. new CourseFile(
                            course,
                            person.Of(Versions).Where(v => v.CourseId == course.Id),
                            person.Of(Entries).Where(e => e.CourseId == course.Id)
                        )
                            .Taken(person.DayOf)
                            .Select(t => new DoseFrom(
                                t.On,
                                [
                                    .. t
                                        .Step.Doses.Where(d => d.Drug.Equals(course.Now.Drug, StringComparison.OrdinalIgnoreCase))
                                        .Select(d => (d.Minutes, d.Mg)),
                                ]
                            )),
                    ]
                )
                : null
    );

    /// <summary>A version that began with less than was taken before it.</summary>
    private static IEnumerable<DateOnly> CutAtOnce(CourseNow now) =>
        now is { Position: 0, Waits: false, Before: { } before } && before.Daily.GetValueOrDefault(now.Drug) > now.DailyMg
            ? [now.Since]
            : [];

    /// <summary>Care that ends takes its course with it: a dose of it is nobody's order any more.</summary>
    private static readonly EndOfCare EndsCourse = new(
        async (db, episode, entry, cancellationToken) =>
        {
            db.Grant(episode.PatientId, AccessAction.Write, DataClass.TaperPlan);
            using var deciding = db.BeginDeciding();
            foreach (var course in await db.Set<TaperCourse>().Where(c => c.EpisodeId == episode.Id).ToListAsync(cancellationToken))
                if (course.State.HasDose())
                    db.Add(
                        (await CoursesService.WholeAsync(db, course, cancellationToken)).End(
                            CourseAction.Stop,
                            T["CareEnded"],
                            db.DayOf(entry().RecordedAt),
                            entry()
                        )
                    );
        }
    );

    /// <summary>A course moves to no other record: its prescriber ends it, and approves a version where the person's record goes
    /// on.</summary>
    private static readonly OpenAtMerge NotInForce = new(
        "TapersInForce",
        InForceAsync,
        async (db, from, _, step, cancellationToken) =>
        {
            if (await InForceAsync(db, from, step.At, cancellationToken) > 0)
                throw new RuleViolationException("merge.course");
        }
    );

    private static Task<int> InForceAsync(GlidepathDbContext db, Guid patientId, DateTime now, CancellationToken cancellationToken) =>
        db.Deciding<TaperCourse>()
            .CountAsync(
                c =>
                    c.PatientId == patientId
                    && (c.State == CourseState.Active || c.State == CourseState.OnHold || c.State == CourseState.OnLowerDose),
                cancellationToken
            );

    /// <summary>The next step, with the day from which a person may say so.</summary>
    private static readonly DueRows StepsAhead = new(
        [Courses],
        person =>
            Current(person) is { State: CourseState.Active } course
            && course.Now is { Next: { } next, DueOn: { } due }
            && due > DayOf(person)
            && due.DayNumber - DayOf(person).DayNumber <= 14
                ?
                [
                    new DueItem(
                        null,
                        T["DecideOnTheStep", next.Daily()],
                        due,
                        0,
                        T["NotBeforeThatDay"],
                        $"/patients/{course.PatientId}/course"
                    ),
                ]
                : []
    );

    private static readonly TimelineRows DecidedOnTimeline = TimelineRows.Of<CourseEntry>(
        (e, person) => new(e.Id, HappeningKind.Decision, person.DayOf(e.RecordedAt), e.RecordedAt, e.RecordedBy, e.InWords(), e.Why)
    );

    private static readonly TimelineRows AskedOnTimeline = TimelineRows.Of<StayRequest>(
        (r, person) => new(r.Id, HappeningKind.Decision, person.DayOf(r.RecordedAt), r.RecordedAt, r.RecordedBy, T["AskedToStay"], r.Words)
    );

    private static readonly CopySection VersionsInCopy = new(
        InformationCategory.TaperPlan,
        "Approved versions of the taper",
        ["Version", "Approved on", "First day", "Step", "Days", "What is taken", "Why this version"],
        CopyRows.Each<TaperVersion>(
            v => v.RecordedAt,
            (v, person, _) =>
                v.Plan.Steps.Select(s =>
                    new string?[]
                    {
                        $"{v.Number}",
                        CopyText.Day(person.DayOf(v.RecordedAt)),
                        CopyText.Day(v.BeginsOn),
                        $"{s.Number}",
                        s.Days is { } days ? $"{days}" : null,
                        s.IsStop
                            ? T["NothingIsTaken"]
                            : string.Join("; ", s.Lines().Select(l => T["DoseInCopy", l.Amount, l.When, l.HowToMake].ToString())),
                        v.Why,
                    }
                ),
            Versions
        )
    );

    private static readonly CopySection DecidedInCopy = new(
        InformationCategory.TaperPlan,
        "What was decided about the taper",
        ["Day", "What", "Why"],
        CopyRows.One<CourseEntry>(e => e.RecordedAt, (e, person) => [CopyText.Day(person.DayOf(e.RecordedAt)), e.InWords(), e.Why])
    );

    private static readonly CopySection AskedInCopy = new(
        InformationCategory.DoseTaken,
        "Asked to stay longer on a step",
        ["Day", "What was said"],
        CopyRows.One<StayRequest>(r => r.RecordedAt, (r, person) => [CopyText.Day(person.DayOf(r.RecordedAt)), r.Words])
    )
    {
        IsOwn = true,
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

/// <summary>What of a version is known without its steps.</summary>
internal sealed record VersionMade(Guid CourseId, int Number, VersionKind Kind);
