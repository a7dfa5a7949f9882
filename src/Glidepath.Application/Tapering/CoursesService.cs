using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tapering;

/// <summary>
/// The supervised taper of one person. A prescriber approves versions and decides; nothing here is done by a clock. Days are those of where
/// the person is.
/// </summary>
public sealed class CoursesService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    private static readonly (AccessAction, DataClass)[] Approving =
    [
        (Write, DataClass.TaperPlan),
        (AccessAction.Decide, DataClass.TaperPlan),
    ];

    /// <returns>Null: no such person, or not for them. Without a course <see cref="CourseView.File"/> is null.</returns>
    public Task<CourseView?> CourseAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TaperPlan],
            async (db, head) =>
            {
                var file = await FileAsync(db, patientId, cancellationToken);
                var may = await Access.AllowedAsync(db, Actor, patientId, Read, [DataClass.DoseTaken], cancellationToken);
                List<StayRequest> asked =
                    file is not null && may.Contains(DataClass.DoseTaken) ? await AskedAsync(db, file.Course, cancellationToken) : [];
                var people = (file?.Entries.Select(e => e.RecordedBy) ?? []).Concat(asked.Select(a => a.RecordedBy));
                return new CourseView(head, file, await NamesAsync(db, people, cancellationToken)) { Today = DayOf(head), Asked = asked };
            },
            cancellationToken
        );

    /// <summary>A draft becomes the next version of the course, or the first one of a course.</summary>
    /// <param name="version">Of the course as the prescriber saw it; null for a first version.</param>
    /// <param name="plan">The draft's, made again.</param>
    public Task<Saved?> ApproveAsync(
        Guid patientId,
        Guid draftId,
        Guid? version,
        TaperPlan plan,
        VersionTerms terms,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            Approving,
            once,
            async db =>
            {
                var draft = await OwnAsync<TaperDraft>(db, patientId, d => d.Id == draftId, "taper-draft", cancellationToken);
                var today = await DayAsync(db, patientId, cancellationToken);
                if (await FileAsync(db, patientId, cancellationToken) is not { } file)
                {
                    // Its course would be one of care that has ended, and nobody would find it.
                    if (draft.EpisodeId != (await EpisodeAsync(db, patientId, cancellationToken)).Id)
                        throw new RuleViolationException("course.approve.earlier-care");
                    var (begun, first, entry) = CourseFile.Begin(draft, plan, CourseWords.Kept, terms, today, NewEntry());
                    db.AddRange(begun.Course, first, entry);
                    return await SavedAsync(db, begun.Course, begun.Course.Id, cancellationToken);
                }
                // Not where the sender saw none: then somebody began one meanwhile.
                if (file.Course.Version != version)
                    throw new LostUpdateException(nameof(TaperCourse));
                if (Cuts(file.Course, plan, today))
                {
                    if (await IsRedAsync(db, patientId, cancellationToken))
                        throw new RuleViolationException("course.step.red-flag");
                    if (terms.BeginsOn > today)
                        throw new RuleViolationException("course.cut.ahead");
                }
                var (next, decided) = file.Approve(draft, plan, CourseWords.Kept, terms, today, NewEntry());
                db.AddRange(next, decided);
                await AnswerAsync(db, file.Course, decided, cancellationToken);
                return await SavedAsync(db, file.Course, file.Course.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="on">The first day of the next step, where the person is.</param>
    /// <param name="suggested">What whoever decides had before them; null where nothing could be suggested to them.</param>
    /// <param name="once">Null on a page, where the version alone holds a second click.</param>
    public Task<Saved?> TakeStepAsync(
        Guid patientId,
        Guid? version,
        DateOnly on,
        string? why,
        Suggestion? suggested,
        Once? once,
        CancellationToken cancellationToken
    ) =>
        DecideAsync(
            patientId,
            version,
            suggested,
            once,
            (file, today, open) =>
                open.IsRed ? throw new RuleViolationException("course.step.red-flag")
                : on > today ? throw new RuleViolationException("course.step.ahead")
                : open.IsAsked ? throw new RuleViolationException("course.step.stay-asked")
                : file.TakeStep(on, why, today, NewEntry()),
            cancellationToken
        );

    /// <param name="until">The day somebody looks again.</param>
    /// <inheritdoc cref="TakeStepAsync"/>
    public Task<Saved?> HoldAsync(
        Guid patientId,
        Guid? version,
        DateOnly until,
        string? why,
        Suggestion? suggested,
        Once? once,
        CancellationToken cancellationToken
    ) => DecideAsync(patientId, version, suggested, once, (file, today, _) => file.Hold(until, why, today, NewEntry()), cancellationToken);

    /// <inheritdoc cref="TakeStepAsync"/>
    public Task<Saved?> GoOnAsync(
        Guid patientId,
        Guid? version,
        string? why,
        Suggestion? suggested,
        Once? once,
        CancellationToken cancellationToken
    ) =>
        DecideAsync(
            patientId,
            version,
            suggested,
            once,
            (file, today, open) =>
                open.IsRed && file.Course.Now.Waits
                    ? throw new RuleViolationException("course.step.red-flag")
                    : file.GoOn(why, today, NewEntry()),
            cancellationToken
        );

    /// <param name="action">Complete, stay on this dose, stop, or hand over.</param>
    public Task<Saved?> EndAsync(
        Guid patientId,
        Guid? version,
        CourseAction action,
        string? why,
        Suggestion? suggested,
        CancellationToken cancellationToken
    ) => DecideAsync(patientId, version, suggested, null, (file, today, _) => file.End(action, why, today, NewEntry()), cancellationToken);

    /// <summary>The person wants to stay longer on this step, and told so. Who may not decide asks for it here.</summary>
    public Task<Saved?> AskToStayAsync(Guid patientId, string? words, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            [(Write, DataClass.DoseTaken), (Read, DataClass.TaperPlan)],
            once,
            async db =>
            {
                var course = (await FileAsync(db, patientId, cancellationToken))?.Course ?? throw new RuleViolationException("course.none");
                if (await AskedAsync(db, course, cancellationToken) is [var open, ..])
                    return new Saved(open.Id, open.Version);
                var asked = StayRequest.Ask(course, words, NewEntry());
                db.Add(asked);
                return await SavedAsync(db, asked, asked.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The course of the care that is open, the one that was begun last; one that was handed over is not gone back to.</summary>
    internal static async Task<CourseFile?> FileAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        Guid? episodeId;
        using (db.BeginDeciding())
            episodeId = (await LatestEpisodeAsync(db, patientId, cancellationToken))?.Id;
        var courses = await db.Set<TaperCourse>()
            .Where(c => c.PatientId == patientId && c.EpisodeId == episodeId)
            .ToListAsync(cancellationToken);
        return courses.Where(c => c.State is not CourseState.HandedOver).MaxBy(c => c.RecordedAt) is { } course
            ? await WholeAsync(db, course, cancellationToken)
            : null;
    }

    internal static async Task<CourseFile> WholeAsync(GlidepathDbContext db, TaperCourse course, CancellationToken cancellationToken)
    {
        var versions = await db.Set<TaperVersion>().AsNoTracking().Where(v => v.CourseId == course.Id).ToListAsync(cancellationToken);
        var entries = await db.Set<CourseEntry>().AsNoTracking().Where(e => e.CourseId == course.Id).ToListAsync(cancellationToken);
        return new CourseFile(course, versions, entries);
    }

    /// <summary>Less is taken from the first day of the version on.</summary>
    private static bool Cuts(TaperCourse course, TaperPlan plan, DateOnly today) =>
        course.State.HasDose()
        && course.Now.On(today).Daily is var taken
        && VersionPlan.Of(plan, CourseWords.Kept).Steps[0].Daily is var first
        && taken.Any(t => first.GetValueOrDefault(t.Key) < t.Value && first.Count == 1 && first.ContainsKey(t.Key));

    private Task<Saved?> DecideAsync(
        Guid patientId,
        Guid? version,
        Suggestion? suggested,
        Once? once,
        Func<CourseFile, DateOnly, OpenAtStep, CourseEntry> decide,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            Approving,
            once,
            async db =>
            {
                var file = await FileAsync(db, patientId, cancellationToken) ?? throw new RuleViolationException("course.none");
                Expected(file.Course, version);
                var asked = await IsAskedAsync(db, file.Course, cancellationToken);
                var open = new OpenAtStep(asked, await IsRedAsync(db, patientId, cancellationToken));
                var entry = decide(file, await DayAsync(db, patientId, cancellationToken), open);
                if (suggested is not null)
                    entry.Saw(suggested.Because.Select(f => f.Rule.Id));
                db.Add(entry);
                await AnswerAsync(db, file.Course, entry, cancellationToken);
                return await SavedAsync(db, file.Course, file.Course.Id, cancellationToken);
            },
            cancellationToken
        );

    private static Task<List<StayRequest>> AskedAsync(GlidepathDbContext db, TaperCourse course, CancellationToken cancellationToken) =>
        db.Set<StayRequest>()
            .Where(r => r.PatientId == course.PatientId && r.CourseId == course.Id && r.AnsweredAt == null)
            .ToListAsync(cancellationToken);

    private static async Task<bool> IsAskedAsync(GlidepathDbContext db, TaperCourse course, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        return (await AskedAsync(db, course, cancellationToken)).Count > 0;
    }

    /// <summary>A decision answers, also where what was asked is kept back from whoever decides: its words are not shown.</summary>
    private static async Task AnswerAsync(GlidepathDbContext db, TaperCourse course, CourseEntry entry, CancellationToken cancellationToken)
    {
        db.Grant(course.PatientId, AccessAction.Write, DataClass.DoseTaken);
        using var deciding = db.BeginDeciding();
        foreach (var asked in await AskedAsync(db, course, cancellationToken))
            asked.Answer(entry);
    }

    /// <summary>A danger sign or a thought of suicide that no clinician has closed: until then the course is on hold.</summary>
    private static async Task<bool> IsRedAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        List<Guid> records = [.. db.RecordsOf(patientId)];
        var entries = await SafetyService.EntriesAsync(db, records, cancellationToken);
        var states = await SafetyService.StatesAsync(db, patientId, records, entries, cancellationToken);
        return states.Any(s => s is { IsOpen: true, Concern: SafetyConcern.DangerSign or SafetyConcern.Suicide });
    }

    private async Task<DateOnly> DayAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        return DayOf(await HeadAsync(db, patientId, cancellationToken));
    }

    private DateOnly DayOf(PatientHead head) => LocalNow.DayThere(head.TimeZone);
}

/// <param name="File">Null where there is no course.</param>
public sealed record CourseView(PatientHead Head, CourseFile? File, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>Where the person is.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Those that wait for an answer.</summary>
    public IReadOnlyList<StayRequest> Asked { get; init; } = [];
}

/// <param name="IsAsked">Somebody asked to stay longer, and nobody has answered.</param>
/// <param name="IsRed">Something dangerous was told, and no clinician has closed it.</param>
internal readonly record struct OpenAtStep(bool IsAsked, bool IsRed);
