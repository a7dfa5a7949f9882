using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// Who has not been heard from, of the people whom the actor treats and of whom check-ins are expected: a question to staff, and no mark on
/// anybody.
/// </summary>
public sealed class NotHeardFromService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    CheckInsService checkIns,
    IEnumerable<CourseOf> courses,
    ITaskBook tasks,
    IAlertBook alerts
) : PatientSubject(store, access, who)
{
    private const int MostPeople = 200;

    private static readonly DataClass[] Needed = [DataClass.Demographics, DataClass.PresenceInTreatment, DataClass.CheckIns];

    public Task<NotHeardFromView> ListAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CheckIn), Reason: "list"),
            db => ReadAsync(db, cancellationToken),
            cancellationToken
        );

    /// <summary>Where they were not reached, whoever called has a task to try again tomorrow; where they were, no such task is
    /// left.</summary>
    /// <exception cref="RuleViolationException">The episode is closed, or the note is missing.</exception>
    public Task<Saved?> CallAsync(Guid patientId, bool wasReached, string? note, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.CheckIns,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var call = CheckInCall.Record(episode, wasReached, note, NewEntry());
                db.Add(call);
                // A call answers what asks for one.
                await alerts.ActAsync(
                    db,
                    patientId,
                    AlertCause.MissedDoses,
                    call.Note ?? "",
                    wasReached,
                    wasReached,
                    NewEntry(),
                    cancellationToken
                );
                await tasks.WithdrawAsync(
                    db,
                    episode,
                    TaskOrigin.NotHeardFrom,
                    T[wasReached ? "TheyWereReached" : "TheyWereCalledAgain"],
                    NewEntry(),
                    cancellationToken
                );
                if (!wasReached)
                    tasks.Add(
                        db,
                        episode,
                        new TaskDetails(
                            T["CallAgainAndAskHowTheyAre"],
                            TaskOwner.Account(Actor.AccountId),
                            Today.AddDays(1),
                            TaskOrigin.NotHeardFrom
                        ),
                        Today,
                        NewEntry()
                    );
                return await SavedAsync(db, call, call.Id, cancellationToken);
            },
            cancellationToken
        );

    private async Task<NotHeardFromView> ReadAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var mine = await db.TreatedByAsync(Actor.AccountId, Today, cancellationToken);
        var expected = db.Deciding<CheckIn>().Select(c => c.PatientId).Union(db.Deciding<CheckInRhythm>().Select(r => r.PatientId));
        // Who is in a course and never checked in is asked too.
        foreach (var part in courses.SelectMany(c => c.Parts))
            expected = expected.Union(part.Whose(db));
        var candidates = await expected
            .Where(id => mine.Contains(id))
            .OrderByDescending(id => id)
            .Take(MostPeople + 1)
            .ToListAsync(cancellationToken);
        var isCut = candidates.Count > MostPeople;
        DataClass[] shown = [DataClass.CheckIns, .. courses.SelectMany(c => c.Parts).SelectMany(p => p.Needs).Distinct()];
        var people = await RecordAccess.AsPeopleAsync(db, Actor, [.. candidates.Take(MostPeople)], Needed, Now, cancellationToken);
        var may = await RecordAccess.SeenAsync(db, Actor, people, Needed, shown, Now, cancellationToken);
        // Of nobody nothing is asked.
        if (may.Count == 0)
            return new NotHeardFromView([], isCut);
        using var looking = db.BeginLookingThrough();
        var open = await RecordAccess.WithMergedAsync(db, Actor, may, shown, Now, cancellationToken);
        var (seen, records) = (may.Keys.ToList(), open.Where(o => o.Value.Contains(DataClass.CheckIns)).Select(o => o.Key).ToList());
        var patients = await db.Set<Patient>().AsNoTracking().Where(p => seen.Contains(p.Id)).ToListAsync(cancellationToken);
        var episodes = (await db.Set<EpisodeOfCare>().AsNoTracking().Where(e => seen.Contains(e.PatientId)).ToListAsync(cancellationToken))
            .GroupBy(e => e.PatientId)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.OpenedOn).ThenByDescending(e => e.Id).First());
        var heard = await HeardAsync(db, records, [.. seen.SelectMany(id => db.CurrentEpisodes(id))], cancellationToken);
        var course = courses.FirstOrDefault();
        var told = course is null ? null : await Gathered.ReadAsync(db, open, course.Parts, cancellationToken);
        var rows = (
            from patient in patients
            let head = PatientHead.Of(patient, episodes.GetValueOrDefault(patient.Id), Today)
            where head is { IsOpen: true, Phase: not EpisodePhase.Enquiry }
            let own = heard.Where(h => db.RecordsOf(patient.Id).Contains(h.PatientId)).ToList()
            let soFar = told is null ? CourseSoFar.NotKnown : course!.Of(told.Of(patient.Id))
            let silence = SilenceOf(own, soFar, checkIns.TodayOf(head.TimeZone))
            where silence is { IsListed: true }
            let called = own.Where(h => h.Kind is HeardKind.Reached or HeardKind.NotReached).MaxBy(h => h.At)
            select new NotHeardFromRow(
                head,
                silence,
                own.Exists(h => h.Kind is HeardKind.CheckIn),
                called is { Kind: HeardKind.NotReached } ? Store.Zone.DayOf(called.At) : null
            )
        ).ToList();
        db.Shown(rows.Select(r => r.Who.Id));
        return new NotHeardFromView(
            [.. rows.OrderBy(r => r.NotReachedOn == Today).ThenByDescending(r => r.Silence.SilentDays).ThenBy(r => r.Who.DisplayName)],
            isCut
        );
    }

    private Silence? SilenceOf(List<HeardOf> heard, CourseSoFar course, DateOnly today)
    {
        var rhythm = heard.Where(h => h.Kind is HeardKind.Rhythm).MaxBy(h => h.At);
        var days = heard.Where(h => h.Kind is HeardKind.CheckIn or HeardKind.Reached).Select(h => h.On ?? Store.Zone.DayOf(h.At)).ToList();
        return Silence.Of(
            rhythm is null ? null : (rhythm.HowOften, Store.Zone.DayOf(rhythm.At)),
            days.Count == 0 ? null : days.Max(),
            course,
            today
        );
    }

    /// <summary>Days and kinds alone: no answer and no note is opened for the list.</summary>
    private static async Task<List<HeardOf>> HeardAsync(
        GlidepathDbContext db,
        List<Guid> records,
        List<Guid> episodes,
        CancellationToken cancellationToken
    )
    {
        var checkIns = await db.Of<CheckIn>(records)
            .Where(c => episodes.Contains(c.EpisodeId))
            .GroupBy(c => c.PatientId)
            .Select(g => new { g.Key, On = g.Max(c => c.On) })
            .ToListAsync(cancellationToken);
        var calls = await db.Of<CheckInCall>(records)
            .Where(c => episodes.Contains(c.EpisodeId))
            .GroupBy(c => new { c.PatientId, c.WasReached })
            .Select(g => new
            {
                g.Key.PatientId,
                g.Key.WasReached,
                At = g.Max(c => c.RecordedAt),
            })
            .ToListAsync(cancellationToken);
        var rhythms = await db.Of<CheckInRhythm>(records)
            .Where(r => episodes.Contains(r.EpisodeId))
            .Select(r => new
            {
                r.PatientId,
                r.HowOften,
                r.RecordedAt,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. checkIns.Select(c => new HeardOf(c.Key, HeardKind.CheckIn, DateTime.MinValue) { On = c.On }),
            .. calls.Select(c => new HeardOf(c.PatientId, c.WasReached ? HeardKind.Reached : HeardKind.NotReached, c.At)),
            .. rhythms.Select(r => new HeardOf(r.PatientId, HeardKind.Rhythm, r.RecordedAt) { HowOften = r.HowOften }),
        ];
    }

    private enum HeardKind
    {
        CheckIn,
        Reached,
        NotReached,
        Rhythm,
    }

    /// <param name="At">UTC; of a check-in its day counts.</param>
    private sealed record HeardOf(Guid PatientId, HeardKind Kind, DateTime At)
    {
        public DateOnly? On { get; init; }

        public HowOften HowOften { get; init; }
    }
}

/// <param name="Rows">Whom nobody tried to call today first, of them the longest silent.</param>
/// <param name="IsCut">There are more people than are looked at here.</param>
public sealed record NotHeardFromView(IReadOnlyList<NotHeardFromRow> Rows, bool IsCut);

/// <param name="HasCheckedIn">Before; else they were only asked to.</param>
/// <param name="NotReachedOn">The day of the last call, where it did not reach them; null where none was made.</param>
public sealed record NotHeardFromRow(PatientHead Who, Silence Silence, bool HasCheckedIn, DateOnly? NotReachedOn);
