using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Therapy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Shared;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Therapy.Sessions;

/// <summary>Homework and progress notes for other software. Counseling notes have no endpoint.</summary>
internal static class SessionsEndpoints
{
    public static void MapSessionsApi(this WebApplication app)
    {
        MapHomework(app);
        MapOwnHomework(app);
        MapNotes(app);
    }

    private static void MapHomework(WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/homework", "Therapy");
        api.MapGet(
                "",
                async (Guid id, HomeworkService s, CancellationToken stop) =>
                    Found((await s.ListAsync(id, stop))?.All.Select(SentHomework.Of).ToList())
            )
            .WithName("Homework")
            .WithSummary("What the person practices between sessions, and how it went; the first due first.")
            .Produces<IReadOnlyList<SentHomework>>()
            .Reads(Policies.Clinician);
        Post<HomeworkService, SendHomework>(
            api,
            "",
            "GiveHomework",
            Policies.Clinician,
            (s, id, b, once, _, stop) => s.GiveAsync(id, new(b.What, b.Times, b.DueOn), once, stop)
        );
    }

    private static void MapOwnHomework(WebApplication app)
    {
        var api = app.MapJson("/api/me/homework", "Therapy");
        api.MapGet(
                "",
                async (OwnHomeworkService s, CancellationToken stop) =>
                    Found((await s.SeeAsync(stop))?.All.Select(SentHomework.Of).ToList())
            )
            .WithName("OwnHomework")
            .WithSummary("The caller's own homework, the first due first.")
            .Produces<IReadOnlyList<SentHomework>>()
            .Reads(Policies.Patient);
        Post<OwnHomeworkService, SendHomeworkMark>(
            api,
            "/{id:guid}/marks",
            "MarkHomework",
            Policies.Patient,
            (s, id, b, once, _, stop) => b.Done ? s.DoneAsync(id, once, stop) : s.UndoAsync(id, once, stop)
        );
        Put<OwnHomeworkService, SendHomeworkTold>(
            api,
            "/{entry:guid}",
            "TellHomework",
            Policies.Patient,
            (s, _, entry, b, version, stop) => s.TellAsync(entry, version, b.HowHard, b.Barrier, null, stop),
            async (s, _, entry, stop) =>
                (await s.SeeAsync(stop))?.All.FirstOrDefault(t => t.Id == entry) is { } task ? SentHomework.Of(task) : null
        );
    }

    private static void MapNotes(WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/progress-notes", "Therapy");
        api.MapGet(
                "",
                async (Guid id, ProgressNotesService s, CancellationToken stop) =>
                    Found((await s.ListAsync(id, stop))?.All.Select(SentProgressNote.Of).ToList())
            )
            .WithName("ProgressNotes")
            .WithSummary("Signed progress notes with what was added to them, the newest first. A draft is its author's alone.")
            .Produces<IReadOnlyList<SentProgressNote>>()
            .Reads(Policies.Clinician);
        Post<ProgressNotesService, SendProgressNote>(
            api,
            "",
            "SignProgressNote",
            Policies.Clinician,
            (s, id, b, once, _, stop) => s.SignAsync(id, new(b.Objective, b.Way, b.Minutes, b.Text), b.DraftVersion, once, stop)
        );
        Post<ProgressNotesService, SendAddendum>(
            api,
            "/addenda",
            "AddToProgressNote",
            Policies.Clinician,
            (s, id, b, once, _, stop) => s.AddAsync(id, b.NoteId, b.Text, once, stop)
        );
    }
}

/// <param name="DoneAt">UTC, the oldest first.</param>
/// <param name="HowHard">0 to 10; null where it was not said.</param>
/// <param name="EndedAt">UTC; null while it is on the list.</param>
public sealed record SentHomework(
    Guid Id,
    Guid Version,
    string What,
    int Times,
    DateOnly DueOn,
    IReadOnlyList<DateTime> DoneAt,
    int? HowHard,
    string? Barrier,
    DateTime? EndedAt
)
{
    internal static SentHomework Of(HomeworkTask t) =>
        new(t.Id, t.Version, t.What, t.Times, t.DueOn, t.Done, t.HowHard, t.Barrier, t.EndedAt);
}

/// <param name="SignedAt">UTC.</param>
public sealed record SentProgressNote(
    Guid Id,
    DateTime SignedAt,
    Guid SignedBy,
    string? Objective,
    SessionWay Way,
    int Minutes,
    string? Text,
    IReadOnlyList<SentAddendum> Addenda
)
{
    internal static SentProgressNote Of(SignedNote n) =>
        new(
            n.Note.Id,
            n.Note.RecordedAt,
            n.Note.RecordedBy,
            n.Note.Body.Objective,
            n.Note.Body.Way,
            n.Note.Body.Minutes,
            n.Note.Body.Text,
            [.. n.Addenda.Select(a => new SentAddendum(a.Id, a.RecordedAt, a.RecordedBy, a.Body.Text))]
        );
}

/// <param name="SignedAt">UTC.</param>
public sealed record SentAddendum(Guid Id, DateTime SignedAt, Guid SignedBy, string? Text);

[ValidatableType]
public sealed record SendHomework
{
    [StringLength(200, MinimumLength = 1)]
    public required string What { get; init; }

    /// <summary>How often in all; 1 for once.</summary>
    [Range(1, HomeworkTask.MostTimes)]
    public required int Times { get; init; }

    /// <summary>Today or later, within a year.</summary>
    public required DateOnly DueOn { get; init; }
}

/// <param name="Done">Once more; false takes the last mark back.</param>
[ValidatableType]
public sealed record SendHomeworkMark(bool Done);

[ValidatableType]
public sealed record SendHomeworkTold
{
    [Range(0, HomeworkTask.Hardest)]
    public int? HowHard { get; init; }

    [StringLength(200)]
    public string? Barrier { get; init; }
}

[ValidatableType]
public sealed record SendProgressNote
{
    [StringLength(200)]
    public string? Objective { get; init; }

    public required SessionWay Way { get; init; }

    [Range(TherapySession.LeastMinutes, TherapySession.MostMinutes)]
    public required int Minutes { get; init; }

    [StringLength(8000, MinimumLength = 1)]
    public required string Text { get; init; }

    /// <summary>Of the caller's draft that is signed by it; null for none.</summary>
    public Guid? DraftVersion { get; init; }
}

/// <param name="NoteId">The signed note.</param>
[ValidatableType]
public sealed record SendAddendum(Guid NoteId, [property: StringLength(8000, MinimumLength = 1)] string Text);
