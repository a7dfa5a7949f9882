using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tasks;

/// <summary>What the care team has to do for one person.</summary>
public sealed class TasksService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<TasksView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.CarePlan, DataClass.CareTeamMembership],
            async (db, head) =>
            {
                var all = await db.Set<CareTask>().AsNoTracking().Where(t => t.PatientId == patientId).ToListAsync(cancellationToken);
                var records = await ReadableAsync(db, patientId, [DataClass.CareTeamMembership], cancellationToken);
                var team = await db.Set<CareTeamMember>()
                    .AsNoTracking()
                    .Where(m => records.Contains(m.PatientId))
                    .ToListAsync(cancellationToken);
                // Who reads two records whose teams were not joined is offered those who may open this one.
                var may = (await RecordAccess.RelationAsync(db, patientId, Now, cancellationToken))!.File.CareTeam;
                var on = team.Where(m => m.IsOn(Today) && m.IsClinician && may.Contains(m.AccountId)).DistinctBy(m => m.AccountId).ToList();
                var accounts = on.Select(m => m.AccountId).ToList();
                var live = await db
                    .Users.Where(u => accounts.Contains(u.Id) && u.DisabledAt == null)
                    .Select(u => u.Id)
                    .ToListAsync(cancellationToken);
                var people = all.SelectMany(t =>
                    new[] { t.ForAccountId, t.RecordedBy, t.EndedBy }.Concat(t.HandOvers.SelectMany(h => new[] { h.From.AccountId, h.To }))
                );
                return new TasksView(
                    await ApartAsync<CareTask>(db, head, [DataClass.CarePlan], cancellationToken),
                    Today,
                    [.. all.OrderBy(t => t.DueOn).ThenBy(t => t.RecordedAt)],
                    [.. on.Where(m => live.Contains(m.AccountId)).OrderBy(m => m.Role)],
                    await NamesAsync(db, people.OfType<Guid>().Concat(accounts), cancellationToken)
                );
            },
            cancellationToken
        );

    public Task<Saved?> AskAsync(Guid patientId, TaskDetails details, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.CarePlan,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                await MustBeAbleAsync(db, patientId, details.For.Checked(), cancellationToken);
                var task = CareTask.Ask(
                    Guid.CreateVersion7(),
                    episode,
                    details with
                    {
                        Origin = TaskOrigin.ByHand,
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

    public Task<Saved?> FinishAsync(Guid patientId, Guid id, Guid? version, string? note, CancellationToken cancellationToken) =>
        EndAsync(patientId, id, version, t => t.Finish(note, Now, Actor.AccountId), cancellationToken);

    public Task<Saved?> CancelAsync(Guid patientId, Guid id, Guid? version, string? why, CancellationToken cancellationToken) =>
        EndAsync(patientId, id, version, t => t.Cancel(why, Now, Actor.AccountId), cancellationToken);

    /// <summary>To a clinician on the care team: one's own, one of a role, or one that needs a person.</summary>
    public Task<Saved?> HandAsync(Guid patientId, Guid id, Guid? version, Guid to, string? why, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.CarePlan,
            null,
            async db =>
            {
                var task = Expected(await OwnAsync<CareTask>(db, patientId, t => t.Id == id, "task", cancellationToken), version);
                await MustBeAbleAsync(db, patientId, TaskOwner.Account(to), cancellationToken);
                task.HandTo(to, why, Now, Actor.AccountId);
                return await SavedAsync(db, task, id, cancellationToken);
            },
            cancellationToken
        );

    private Task<Saved?> EndAsync(Guid patientId, Guid id, Guid? version, Action<CareTask> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.CarePlan,
            null,
            async db =>
            {
                var task = Expected(await OwnAsync<CareTask>(db, patientId, t => t.Id == id, "task", cancellationToken), version);
                change(task);
                return await SavedAsync(db, task, id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Who gets a task can read what it is about: a clinician on the care team whose account is open.</summary>
    private async Task MustBeAbleAsync(GlidepathDbContext db, Guid patientId, TaskOwner owner, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        var team = (await db.TeamAsync(patientId, Now, cancellationToken)).FindAll(m => m.IsClinician);
        if (owner.AccountId is { } id)
            await TaskOwners.MustBeOpenAsync(db, id, cancellationToken);
        var live = await TaskOwners.OpenOfAsync(db, [.. team.Select(m => m.AccountId)], cancellationToken);
        var able = team.FindAll(m => live.Contains(m.AccountId));
        if (owner.Role is { } role && !able.Exists(m => m.Role == role))
            throw new RuleViolationException("task.for.nobody");
        if (owner.AccountId is { } account && !able.Exists(m => m.AccountId == account))
            throw new RuleViolationException("task.for.absent", ("who", await TaskOwners.NameAsync(db, account, cancellationToken)));
    }
}

/// <param name="All">The first due first.</param>
/// <param name="Team">Clinicians who are on the care team today, and whose accounts are open.</param>
public sealed record TasksView(
    PatientHead Head,
    DateOnly Today,
    IReadOnlyList<CareTask> All,
    IReadOnlyList<CareTeamMember> Team,
    IReadOnlyDictionary<Guid, string> Names
)
{
    public IEnumerable<CareTask> Open => All.Where(t => t.IsOpen);

    public IEnumerable<CareTask> Ended => All.Where(t => !t.IsOpen).OrderByDescending(t => t.EndedAt);
}
