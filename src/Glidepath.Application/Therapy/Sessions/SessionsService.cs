using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>A session of therapy: what was since the last one, what is talked about, homework and notes.</summary>
public sealed class SessionsService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    IEnumerable<WorkTable> tables,
    IEnumerable<MedicineLines> medicines,
    IEnumerable<NextLines> next
) : PatientSubject(store, access, who)
{
    private const int OfferedMinutes = 10;

    private static readonly RecordPart<TherapySession> Sessions = RecordPart.All<TherapySession>();

    private static readonly RecordPart<HomeworkTask> Homework = RecordPart.All<HomeworkTask>();

    private static readonly RecordPart<ProgressNote> Notes = RecordPart.All<ProgressNote>();

    private static readonly RecordPart<SafetyStep> Steps = RecordPart.All<SafetyStep>();

    private readonly List<MedicineLines> _medicines = [.. medicines.OrderByDescending(m => m.Leads)];

    private readonly List<NextLines> _next = [.. next.Where(n => !n.IsOwn)];

    public Task<SessionView?> SeeAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TherapyWork],
            async (db, head) =>
            {
                var parts = SharedWorkService
                    .Parts(tables)
                    .Concat(_medicines.SelectMany(m => m.Parts))
                    .Concat(_next.SelectMany(n => n.Parts))
                    .Concat([Sessions, Homework, Notes, Steps, IntakeService.Answers, SafetyService.Entries])
                    .ToList();
                var open = await Access.OpenAsync(
                    db,
                    Actor,
                    patientId,
                    Read,
                    [.. parts.SelectMany(p => p.Needs).Append(DataClass.CheckIns).Distinct()],
                    cancellationToken
                );
                var person = (await Gathered.ReadAsync(db, open, parts, cancellationToken)).Of(patientId);
                var view = new PersonInView(head, LocalNow, person, Actor) { Episodes = db.CurrentEpisodes(patientId) };
                var sections = person.Of(IntakeService.Answers).Where(s => view.IsCurrent(s.EpisodeId)).ToList();
                var sessions = person.Of(Sessions).OrderByDescending(s => s.StartedAt).ToList();
                var notes = SignedNote.Of(person.Of(Notes));
                var write = await Access.AllowedAsync(
                    db,
                    Actor,
                    patientId,
                    Write,
                    [DataClass.TherapyWork, DataClass.Progress],
                    cancellationToken
                );
                var draft = write.Contains(DataClass.Progress)
                    ? await db.Set<ProgressDraft>()
                        .AsNoTracking()
                        .SingleOrDefaultAsync(d => d.PatientId == patientId && d.RecordedBy == Actor.AccountId, cancellationToken)
                    : null;
                return new SessionView(
                    SharedWorkService.Of(head, tables, person, Store.Zone, Now),
                    sessions.Find(s => s.IsOpen),
                    sessions.Find(s => !s.IsOpen),
                    [.. person.Of(Homework).OrderBy(t => t.DueOn).ThenBy(t => t.RecordedAt)],
                    notes
                )
                {
                    Today = Today,
                    Takes = _medicines.SelectMany(m => m.Of(view)).FirstOrDefault(),
                    Goal = view.Intakes(IntakeService.Answers)
                        .Select(i => i.Facts.Value("supports.goal"))
                        .FirstOrDefault(g => g is not null),
                    Safety = person.IsOpen(SafetyService.Entries)
                        ? SafetyFirst
                            .Of(SafetyFirst.States(person.Of(SafetyService.Entries), sections, person.Of(Steps), person.Merged), LocalNow)
                            .FirstOrDefault(l => l.Concern is SafetyConcern.Suicide)
                        : null,
                    MaySeeSafety = person.IsOpen(SafetyService.Entries),
                    NextVisit = _next.SelectMany(n => n.Of(view)).Select(l => (DateTime?)l.At).Min() is { } at ? LocalNow.DayOf(at) : null,
                    Draft = draft,
                    MayWrite = head is { IsOpen: true, MergedInto: null } && write.Contains(DataClass.TherapyWork),
                    MayWriteNotes = head is { IsOpen: true, MergedInto: null } && write.Contains(DataClass.Progress),
                    KeepsCounselingNotes = Actor.Role is Role.Therapist or Role.Counsellor,
                    Names = await NamesAsync(db, notes.Take(1).Select(n => n.Note.RecordedBy), cancellationToken),
                };
            },
            cancellationToken
        );

    /// <summary>What the record offers is on its agenda at once: their own words in the last check-in, and open homework.</summary>
    /// <exception cref="RuleViolationException"><c>session.…</c></exception>
    public Task<Saved?> StartAsync(Guid patientId, SessionAsked asked, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            [(Read, DataClass.TherapyWork), (Write, DataClass.TherapyWork)],
            null,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var may = await Access.AllowedAsync(
                    db,
                    Actor,
                    patientId,
                    Read,
                    [DataClass.CheckIns, DataClass.Appointments],
                    cancellationToken
                );
                var before = await db.Set<TherapySession>()
                    .AsNoTracking()
                    .Where(s => s.PatientId == patientId && (s.EpisodeId == episode.Id || s.EndedAt == null))
                    .ToListAsync(cancellationToken);
                var session = TherapySession.Start(
                    Guid.CreateVersion7(),
                    episode,
                    asked with
                    {
                        AppointmentId = may.Contains(DataClass.Appointments) ? await VisitAsync(db, patientId, cancellationToken) : null,
                    },
                    before,
                    await OffersAsync(db, patientId, may, cancellationToken),
                    Now,
                    Actor.AccountId
                );
                db.Add(session);
                return await SavedAsync(db, session, session.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>session.…</c>, <c>agenda.…</c></exception>
    public Task<Saved?> AddAsync(Guid patientId, Guid id, string? text, int? minutes, CancellationToken cancellationToken) =>
        WithAsync(patientId, id, s => s.Add(Guid.CreateVersion7(), text, minutes), cancellationToken);

    /// <exception cref="RuleViolationException"><c>session.…</c></exception>
    public Task<Saved?> TakeOffAsync(Guid patientId, Guid id, Guid item, CancellationToken cancellationToken) =>
        WithAsync(patientId, id, s => s.TakeOff(item), cancellationToken);

    /// <exception cref="RuleViolationException"><c>session.…</c></exception>
    public Task<Saved?> EndAsync(Guid patientId, Guid id, CancellationToken cancellationToken) =>
        WithAsync(patientId, id, s => s.End(Now), cancellationToken);

    private Task<Saved?> WithAsync(Guid patientId, Guid id, Action<TherapySession> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.TherapyWork,
            null,
            async db =>
            {
                var session = await OwnAsync<TherapySession>(db, patientId, s => s.Id == id, "session", cancellationToken);
                change(session);
                return await SavedAsync(db, session, id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The visit of today with who starts the session, the nearest of several; null for none.</summary>
    private async Task<Guid?> VisitAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        var (from, to) = (Now.AddHours(-12), Now.AddHours(12));
        var visits = await db.Set<Appointment>()
            .AsNoTracking()
            .Where(a => a.PatientId == patientId && a.WithAccountId == Actor.AccountId && a.StartsAt > from && a.StartsAt < to)
            .ToListAsync(cancellationToken);
        return visits
            .Where(a => a.State is AppointmentState.Planned or AppointmentState.Came && a.Details.On == Today)
            .MinBy(a => (a.StartsAt - Now).Duration())
            ?.Id;
    }

    private static async Task<IReadOnlyList<AgendaItem>> OffersAsync(
        GlidepathDbContext db,
        Guid patientId,
        IReadOnlySet<DataClass> may,
        CancellationToken cancellationToken
    )
    {
        List<AgendaItem> offers = [];
        if (may.Contains(DataClass.CheckIns))
        {
            var last = await db.Set<CheckIn>()
                .AsNoTracking()
                .Where(c => c.PatientId == patientId)
                .OrderByDescending(c => c.On)
                .ThenByDescending(c => c.RecordedAt)
                .FirstOrDefaultAsync(cancellationToken);
            if (last?.Answers.Note is { } note)
                offers.Add(new(Guid.CreateVersion7(), note, OfferedMinutes, AgendaSource.TheirWords, last.On));
        }
        var homework = await db.Set<HomeworkTask>()
            .AsNoTracking()
            .Where(t => t.PatientId == patientId && t.EndedAt == null)
            .ToListAsync(cancellationToken);
        if (homework.Count > 0)
            offers.Add(new(Guid.CreateVersion7(), homework.MinBy(t => t.DueOn)!.What, OfferedMinutes, AgendaSource.Homework));
        return offers;
    }
}
