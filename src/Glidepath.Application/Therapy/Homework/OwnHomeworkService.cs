using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>A person's own homework: done, undone, and how it went. Null throughout is an account that belongs to no record.</summary>
public sealed class OwnHomeworkService(Store store, RecordAccess access, CurrentActor who, OwnRecord own)
    : OwnWorkSubject(store, access, who, own)
{
    public Task<OwnHomeworkView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
            {
                var all = await db.Set<HomeworkTask>().AsNoTracking().Where(t => t.PatientId == head.Id).ToListAsync(cancellationToken);
                return new OwnHomeworkView(head, [.. all.OrderBy(t => t.DueOn).ThenBy(t => t.RecordedAt)], Today)
                {
                    Zone = await ZoneAsync(db, head.Id, cancellationToken),
                };
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>homework.…</c></exception>
    public Task<Saved?> DoneAsync(Guid id, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(id, null, t => t.MarkDone(Now), once, cancellationToken);

    /// <exception cref="RuleViolationException"><c>homework.…</c></exception>
    public Task<Saved?> UndoAsync(Guid id, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(id, null, t => t.Undo(), once, cancellationToken);

    /// <exception cref="RuleViolationException"><c>homework.…</c></exception>
    /// <exception cref="LostUpdateException">It is another version than the sender saw.</exception>
    public Task<Saved?> TellAsync(Guid id, Guid? version, int? howHard, string? barrier, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, t => t.Tell(howHard, barrier), once, cancellationToken);

    private Task<Saved?> ChangeAsync(
        Guid id,
        Guid? version,
        Action<HomeworkTask> change,
        Once? once,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var task = Expected(
                    await OwnAsync<HomeworkTask>(db, episode.PatientId, t => t.Id == id, "homework", cancellationToken),
                    version
                );
                change(task);
                return await SavedAsync(db, task, id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="All">The first due first.</param>
/// <param name="Today">In the zone of the program, as days are due.</param>
public sealed record OwnHomeworkView(PatientHead Head, IReadOnlyList<HomeworkTask> All, DateOnly Today)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public IEnumerable<HomeworkTask> Open => All.Where(t => t.IsOpen);

    public IEnumerable<HomeworkTask> Ended => All.Where(t => !t.IsOpen).OrderByDescending(t => t.EndedAt);
}
