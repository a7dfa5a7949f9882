using Glidepath.Application.Assessments;
using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>A check-in as it is sent.</summary>
/// <param name="On">Where the person is; null for today there.</param>
/// <param name="Source">Of staff: telephone or paper. What the person sends is their own, whatever stands here.</param>
/// <param name="Amends">The entry that this replaces, with <paramref name="Reason"/>; for staff.</param>
public sealed record CheckInAsked(DateOnly? On, CheckInSource Source, CheckInAnswers Answers, Guid? Amends = null, string? Reason = null)
{
    /// <summary>The day is by the clock of a phone, which may be ahead: tomorrow there is today.</summary>
    public bool IsByPhone { get; init; }
}

/// <summary>The check-ins of one person: entered, corrected, and how often they are expected.</summary>
public sealed class CheckInsService(Store store, RecordAccess access, CurrentActor who, IEnumerable<CourseOf> courses, IAlertBook alerts)
    : PatientSubject(store, access, who)
{
    private const int MostTries = 4;

    // What a check-in tells of safety is written into the history of safety in the same unit of work.
    private static readonly (AccessAction, DataClass)[] Writes =
    [
        (Write, DataClass.CheckIns),
        (Write, DataClass.Assessments),
        (Read, DataClass.CareTeamMembership),
    ];

    public Task<CheckInsView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.CheckIns],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.CheckIns], cancellationToken);
                var entries = await db.Set<CheckIn>()
                    .AsNoTracking()
                    .Where(c => records.Contains(c.PatientId))
                    .ToListAsync(cancellationToken);
                var rhythms = await db.Set<CheckInRhythm>()
                    .AsNoTracking()
                    .Where(r => records.Contains(r.PatientId))
                    .ToListAsync(cancellationToken);
                var calls = await db.Set<CheckInCall>()
                    .AsNoTracking()
                    .Where(c => records.Contains(c.PatientId))
                    .ToListAsync(cancellationToken);
                return new CheckInsView(
                    head,
                    [.. entries.OrderByDescending(e => e.On).ThenByDescending(e => e.RecordedAt)],
                    [.. calls.OrderByDescending(c => c.RecordedAt)],
                    rhythms.MaxBy(r => r.RecordedAt),
                    await CourseAsync(db, patientId, cancellationToken),
                    TodayOf(head.TimeZone)
                )
                {
                    MayWrite = head is { IsOpen: true, MergedInto: null } && Actor.Role.May(Write, DataClass.CheckIns),
                    Names = await NamesAsync(
                        db,
                        entries.Select(e => e.RecordedBy).Concat(calls.Select(c => c.RecordedBy)).Concat(rhythms.Select(r => r.RecordedBy)),
                        cancellationToken
                    ),
                };
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>check-in.…</c></exception>
    public Task<Saved?> RecordAsync(Guid patientId, CheckInAsked asked, Once? once, CancellationToken cancellationToken) =>
        RecordAsync(patientId, asked, once, static entry => new Saved(entry.Id, null), cancellationToken);

    /// <param name="answer">Kept, and given again where the same is sent again.</param>
    internal async Task<T?> RecordAsync<T>(
        Guid patientId,
        CheckInAsked asked,
        Once? once,
        Func<CheckIn, T> answer,
        CancellationToken cancellationToken
    )
        where T : class
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await RecordNowAsync(patientId, asked, once, answer, cancellationToken);
            }
            // The engine, or another entry, changed the same alert in this moment: what a person tells is not refused for that.
            catch (Exception met) when (met is LostUpdateException or DbUpdateException && asked.Amends is null && tries < MostTries) { }
    }

    private Task<T?> RecordNowAsync<T>(
        Guid patientId,
        CheckInAsked asked,
        Once? once,
        Func<CheckIn, T> answer,
        CancellationToken cancellationToken
    )
        where T : class =>
        Access.ChangeAsync(
            Who,
            patientId,
            Writes,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var (today, before) = (
                    await TodayOfAsync(db, patientId, cancellationToken),
                    await ReplacedAsync(db, patientId, asked.Amends, cancellationToken)
                );
                var answers = asked.Answers.Checked();
                var told = CheckInSafety.Told(answers).Except(before is null ? [] : CheckInSafety.Told(before.Answers)).ToList();
                var step = told.Exists(t => t.Concern is SafetyConcern.Suicide) ? await StepAsync(db, episode, cancellationToken) : null;
                var entry = CheckIn.Record(
                    episode,
                    asked.On is { } on && !(asked.IsByPhone && on == today.AddDays(1)) ? on : today,
                    SourceOf(asked.Source),
                    answers,
                    today,
                    NewEntry(asked.Amends, asked.Amends is null ? null : asked.Reason),
                    step?.Id ?? before?.SafetyStepId
                );
                db.Add(entry);
                var history = told.Count == 0 ? [] : await SafetyService.EntriesAsync(db, [patientId], cancellationToken);
                db.AddRange(
                    told.Select(t =>
                        SafetyEntry.Tell(episode, t, history, NewEntry(), t.Concern is SafetyConcern.Suicide ? step?.Id : null)
                    )
                );
                await alerts.RaiseAsync(
                    db,
                    episode,
                    CheckInAlerts.Of(
                        entry.Id,
                        told,
                        // What a correction leaves as it was is told already.
                        before?.Answers.Dose == answers.Dose
                            ? null
                            : await MissedAsync(db, entry, today, cancellationToken)
                    ),
                    NewEntry(),
                    isSeen: Actor.Role is not Role.Patient,
                    cancellationToken
                );
                await db.SaveChangesAsync(cancellationToken);
                return answer(entry);
            },
            cancellationToken
        );

    public Task<Saved?> ChooseAsync(Guid patientId, HowOften howOften, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.CheckIns,
            once,
            async db =>
            {
                var choice = CheckInRhythm.Choose(await EpisodeAsync(db, patientId, cancellationToken), howOften, NewEntry());
                db.Add(choice);
                return await SavedAsync(db, choice, choice.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Who will have what a person tells on their list; asked each time it is said to them.</summary>
    internal Task<AlertedPerson?> WhoReadsAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        WhoIsAlerted.FindAsync(db, patientId, Now, cancellationToken);

    internal DateOnly TodayOf(string? timeZone) => PatientZone.Of(timeZone, Store.Zone, Now) is { } there ? LocalDay.Of(Now, there) : Today;

    private async Task<DateOnly> TodayOfAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        return TodayOf((await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken)).TimeZone);
    }

    private CheckInSource SourceOf(CheckInSource asked) =>
        Actor.Role is Role.Patient ? CheckInSource.Patient
        : asked is CheckInSource.Patient ? throw new RuleViolationException("check-in.source")
        : asked;

    private async Task<CheckIn?> ReplacedAsync(GlidepathDbContext db, Guid patientId, Guid? amends, CancellationToken cancellationToken)
    {
        if (amends is not { } id)
            return null;
        if (Actor.Role is Role.Patient)
            throw new RuleViolationException("check-in.amend.staff");
        var before = await OwnAsync<CheckIn>(db, patientId, c => c.Id == id, "check-in", cancellationToken);
        return await db.Of<CheckIn>(patientId).AnyAsync(c => c.AmendsId == id, cancellationToken)
            ? throw new RuleViolationException("check-in.amend.replaced")
            : before;
    }

    /// <summary>Rule C2, of the days up to this entry; asked where it tells of a dose that was not taken whole.</summary>
    private async Task<Fired?> MissedAsync(GlidepathDbContext db, CheckIn entry, DateOnly today, CancellationToken cancellationToken)
    {
        if (entry.Answers.Dose is not (DoseAnswer.No or DoseAnswer.Partly) || entry.On <= today.AddDays(-CourseRules.Week))
            return null;
        var week = await db.Set<CheckIn>()
            .AsNoTracking()
            .Where(c => c.PatientId == entry.PatientId && c.On > today.AddDays(-CourseRules.Week))
            .ToListAsync(cancellationToken);
        var reached = await db.Of<CheckInCall>(entry.PatientId)
            .Where(c => c.WasReached)
            .MaxAsync(c => (DateTime?)c.RecordedAt, cancellationToken);
        var course = await CourseAsync(db, entry.PatientId, cancellationToken);
        if (
            course.Pace is DrugPace.NotKnown
            && (await Access.AllowedAsync(db, Actor, entry.PatientId, Read, [DataClass.Medications], cancellationToken)).Count > 0
        )
            course = course with
            {
                Pace = DrugPaces.Of(
                    MedicineTurns.Tapered(
                        await db.Set<MedicationStatement>()
                            .AsNoTracking()
                            .Where(m => m.PatientId == entry.PatientId)
                            .ToListAsync(cancellationToken)
                    )
                ),
            };
        var signals = new Signals
        {
            Today = today,
            Days = CheckInDay.Of([.. week, entry]),
            Course = course,
            ReachedOn = reached is { } at ? LocalNow.DayOf(at) : null,
            ReachedAt = reached,
        };
        return Suggestion.Of(signals).Because.FirstOrDefault(f => f.Rule == CourseRules.C2);
    }

    /// <summary>The one that waits already, where one does; else a new one.</summary>
    private async Task<SafetyStep> StepAsync(GlidepathDbContext db, EpisodeOfCare episode, CancellationToken cancellationToken)
    {
        var waiting = await db.Set<SafetyStep>()
            .Where(s => s.PatientId == episode.PatientId && s.Trigger == SafetyTrigger.Told && s.State != SafetyState.Closed)
            .ToListAsync(cancellationToken);
        if (waiting.Find(s => s.NeedsAction) is { } open)
            return open;
        var id = Guid.CreateVersion7();
        var step =
            Actor.Role is Role.Patient
                ? SafetyStep.OpenForPatient(
                    id,
                    episode,
                    SafetyTrigger.Told,
                    CheckIn.From,
                    Now,
                    await WhoReadsAsync(db, episode.PatientId, cancellationToken)
                )
                : SafetyStep.OpenWithStaff(id, episode, SafetyTrigger.Told, CheckIn.From, Now);
        db.Add(step);
        return step;
    }

    internal async Task<CourseSoFar> CourseAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        if (courses.FirstOrDefault() is not { } course)
            return CourseSoFar.NotKnown;
        var open = await Access.OpenAsync(
            db,
            Actor,
            patientId,
            Read,
            [.. course.Parts.SelectMany(p => p.Needs).Distinct()],
            cancellationToken
        );
        return course.Of((await Gathered.ReadAsync(db, open, course.Parts, cancellationToken)).Of(patientId));
    }
}

/// <summary>The check-ins of one person as the pages show them.</summary>
/// <param name="Entries">All, also those that were replaced; the newest day first.</param>
/// <param name="Calls">The newest first.</param>
/// <param name="Rhythm">The newest choice; null where nobody chose.</param>
/// <param name="Today">Where the person is.</param>
public sealed record CheckInsView(
    PatientHead Head,
    IReadOnlyList<CheckIn> Entries,
    IReadOnlyList<CheckInCall> Calls,
    CheckInRhythm? Rhythm,
    CourseSoFar Course,
    DateOnly Today
)
{
    private readonly HashSet<Guid> _replaced = [.. Entries.Select(e => e.AmendsId).OfType<Guid>()];

    public bool MayWrite { get; init; }

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public HowOften HowOften => Rhythm?.HowOften ?? HowOften.AsPlanned;

    /// <summary>The newest that stands; null where there is none.</summary>
    public CheckIn? Last => Entries.FirstOrDefault(e => !IsReplaced(e));

    /// <summary>Of each question the last answer, which may be older than the last check-in: to be shown beside the question.</summary>
    public CheckInAnswers LastSaid => field ??= CheckInAnswers.Together([.. Entries.Where(e => !IsReplaced(e)).Select(e => e.Answers)]);

    public IReadOnlyList<CheckInDay> Days => field ??= CheckInDay.Of(Entries);

    /// <summary>Today, by the chosen rhythm.</summary>
    public bool IsDue =>
        Head.IsOpen
        && CheckInRhythm.EveryDays(HowOften, Course.LastCut, Today) is { } every
        && (Last is not { } last || Today.DayNumber - last.On.DayNumber >= every);

    public bool IsReplaced(CheckIn entry) => _replaced.Contains(entry.Id);
}
