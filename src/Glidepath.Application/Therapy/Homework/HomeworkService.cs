using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>Homework as those who treat a person give it, and see what became of it.</summary>
public sealed class HomeworkService(Store store, RecordAccess access, CurrentActor who, IEnumerable<NextLines> next)
    : PatientSubject(store, access, who)
{
    private readonly List<NextLines> _next = [.. next.Where(n => !n.IsOwn)];

    public Task<HomeworkView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TherapyWork],
            async (db, head) =>
            {
                var parts = _next.SelectMany(n => n.Parts).Append(RecordPart.All<HomeworkTask>()).ToList();
                var open = await Access.OpenAsync(
                    db,
                    Actor,
                    patientId,
                    Read,
                    [.. parts.SelectMany(p => p.Needs).Distinct()],
                    cancellationToken
                );
                var person = (await Gathered.ReadAsync(db, open, parts, cancellationToken)).Of(patientId);
                var view = new PersonInView(head, LocalNow, person, Actor) { Episodes = db.CurrentEpisodes(patientId) };
                var all = person.Of(RecordPart.All<HomeworkTask>()).Where(t => t.PatientId == patientId).ToList();
                return new HomeworkView(
                    await ApartAsync<HomeworkTask>(db, head, [DataClass.TherapyWork], cancellationToken),
                    Today,
                    [.. all.OrderBy(t => t.DueOn).ThenBy(t => t.RecordedAt)],
                    _next.SelectMany(n => n.Of(view)).Select(l => (DateTime?)l.At).Min() is { } at ? LocalNow.DayOf(at) : null,
                    await NamesAsync(db, all.Select(t => t.RecordedBy), cancellationToken)
                );
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>homework.…</c></exception>
    public Task<Saved?> GiveAsync(Guid patientId, HomeworkAsked asked, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.TherapyWork,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var session = await db.Set<TherapySession>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(s => s.PatientId == patientId && s.EndedAt == null, cancellationToken);
                var task = HomeworkTask.Give(
                    Guid.CreateVersion7(),
                    episode,
                    asked with
                    {
                        SessionId = session?.Id,
                    },
                    Today,
                    Now,
                    Actor.AccountId
                );
                db.Add(task);
                return await SavedAsync(db, task, task.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>homework.ended</c></exception>
    public Task<Saved?> EndAsync(Guid patientId, Guid id, Guid? version, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.TherapyWork,
            null,
            async db =>
            {
                var task = Expected(await OwnAsync<HomeworkTask>(db, patientId, t => t.Id == id, "homework", cancellationToken), version);
                task.End(Now, Actor.AccountId);
                return await SavedAsync(db, task, id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="All">The first due first.</param>
/// <param name="NextVisit">The day of the next planned visit; null for none, or where visits are not for the actor.</param>
public sealed record HomeworkView(
    PatientHead Head,
    DateOnly Today,
    IReadOnlyList<HomeworkTask> All,
    DateOnly? NextVisit,
    IReadOnlyDictionary<Guid, string> Names
);
