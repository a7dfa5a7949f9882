using System.Globalization;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using static Glidepath.Application.Therapy.SessionEntriesText;

namespace Glidepath.Application.Therapy;

/// <summary>What sessions, homework and notes hand over: their services, and their rows in the lists of a record.</summary>
internal static partial class SessionsContributions
{
    public static IServiceCollection AddSessions(this IServiceCollection services) =>
        services
            .AddScoped<SessionsService>()
            .AddScoped<HomeworkService>()
            .AddScoped<OwnHomeworkService>()
            .AddScoped<ProgressNotesService>()
            .AddScoped<CounselingNotesService>()
            .HandOver(OnTimeline)
            .HandOver(HomeworkDue)
            .HandOver(Tile)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Without);

    private static readonly RecordPart<HomeworkTask> OpenHomework = RecordPart.Of<HomeworkTask>(t => t.EndedAt == null);

    private static readonly RecordName[] Names =
    [
        new(typeof(TherapySession), "your therapy sessions"),
        new(typeof(HomeworkTask), "your homework"),
        new(typeof(ProgressNote), "progress notes of your sessions"),
        new(typeof(ProgressDraft), "a progress note that is not signed"),
        new(typeof(CounselingNote), "counseling notes, by who wrote them"),
    ];

    private static readonly TimelineRows[] OnTimeline =
    [
        TimelineRows.Of<TherapySession>(
            (s, person) =>
                new(
                    s.Id,
                    HappeningKind.Move,
                    person.DayOf(s.StartedAt),
                    s.StartedAt,
                    s.RecordedBy,
                    s.InWords(),
                    T["WayMinutes", s.Way.InWords(), s.Minutes]
                )
                {
                    Href = $"/patients/{s.PatientId}/therapy",
                }
        ),
        TimelineRows.Of<HomeworkTask>(
            (t, person) =>
                new(t.Id, HappeningKind.Decision, person.DayOf(t.RecordedAt), t.RecordedAt, t.RecordedBy, T["HomeworkGiven", t.What], null)
                {
                    Href = $"/patients/{t.PatientId}/therapy/homework",
                }
        ),
        TimelineRows.Of<ProgressNote>(
            (n, person) =>
                new(
                    n.Id,
                    HappeningKind.Decision,
                    person.DayOf(n.RecordedAt),
                    n.RecordedAt,
                    n.RecordedBy,
                    n.AddendumToId is null ? T["ProgressNoteWord"] : T["AddendumWord"],
                    n.Body.Text
                )
                {
                    Href = $"/patients/{n.PatientId}/progress-notes",
                }
        ),
    ];

    /// <summary>What is still to do is looked at together when it is due.</summary>
    private static readonly DueRows HomeworkDue = new(
        [OpenHomework],
        person =>
            person
                .Entries.Of(OpenHomework)
                .Where(t => person.Head.IsOpen && person.IsCurrent(t.EpisodeId) && t.IsToDo && t.DueOn <= person.Today)
                .OrderBy(t => t.DueOn)
                .Select(t => new DueItem(
                    null,
                    T["HomeworkWord"],
                    t.DueOn,
                    0,
                    T["HomeworkDoneOf", t.What, t.DoneInWords()],
                    $"/patients/{t.PatientId}/therapy/homework"
                ))
    );

    /// <summary>On the person's own first page while there is something to do.</summary>
    private static readonly HomeTile Tile = new(
        [OpenHomework],
        person =>
            person.Head.IsOpen
            && person.Entries.Of(OpenHomework).Where(t => t.IsToDo).OrderBy(t => t.DueOn).ToList() is [var first, ..] toDo
                ? new HomeTileView(
                    "/me/homework",
                    T["HomeworkWord"],
                    toDo.Count == 1
                        ? T["HomeworkDoneOf", first.What, first.DoneInWords()]
                        : T.Count("ThingsToPractice", toDo.Count, first.DueOn.Day())
                )
                : null
    );

    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.TherapyWork,
            "Therapy sessions",
            ["Day", "Session", "How", "Talked about"],
            CopyRows.One<TherapySession>(
                s => s.StartedAt,
                (s, person) =>
                    [
                        CopyText.Day(person.DayOf(s.StartedAt)),
                        s.InWords(),
                        T["WayMinutes", s.Way.InWords(), s.Minutes],
                        string.Join("; ", s.Agenda.Select(i => i.Text)),
                    ]
            )
        ),
        new(
            InformationCategory.TherapyWork,
            "Homework",
            ["Given", "What to practice", "Due", "Done", "How hard, 0 to 10", "What got in the way"],
            CopyRows.One<HomeworkTask>(
                t => t.RecordedAt,
                (t, person) =>
                    [
                        CopyText.Day(person.DayOf(t.RecordedAt)),
                        t.What,
                        CopyText.Day(t.DueOn),
                        t.DoneInWords(),
                        t.HowHard?.ToString(CultureInfo.InvariantCulture),
                        t.Barrier,
                    ]
            )
        ),
        new(
            InformationCategory.Progress,
            "Progress notes",
            ["Signed", "Kind", "Objective", "How", "Note"],
            CopyRows.One<ProgressNote>(
                n => n.RecordedAt,
                (n, person) =>
                    [
                        CopyText.Day(person.DayOf(n.RecordedAt)),
                        n.AddendumToId is null ? T["ProgressNoteWord"] : T["AddendumWord"],
                        n.Body.Objective,
                        n.Body.Meeting(),
                        n.Body.Text,
                    ]
            )
        ),
    ];

    private static readonly LeftOut[] Without =
    [
        new(RecordList.Timeline, "It is its author's alone until it is signed.", typeof(ProgressDraft)),
        new(RecordList.Copy, "It is its author's alone until it is signed.", typeof(ProgressDraft))
        {
            ToldAs = "A progress note that its author has not signed yet. Once it is signed, it is here.",
        },
        new(
            RecordList.Today,
            "Nothing waits in it: it is shown where it was written.",
            typeof(TherapySession),
            typeof(ProgressNote),
            typeof(ProgressDraft),
            typeof(CounselingNote)
        ),
        new(RecordList.Timeline, "Only its writer opens it, on a page of its own (42 CFR 2.11).", typeof(CounselingNote)),
        new(RecordList.Copy, "It never travels; every copy says where to ask (42 CFR 2.31(b)).", typeof(CounselingNote)),
        new(RecordList.Pages, "A link would be on every page; its way in stands on the session page.", typeof(CounselingNote)),
        new(RecordList.Demo, "A made-up counseling note would teach that one may be read.", typeof(CounselingNote)),
    ];
}
