using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tasks;

public enum WhichTasks
{
    /// <summary>One's own, and those of one's role on the care team.</summary>
    Mine,

    /// <summary>Everybody's, about people whom one treats.</summary>
    Patients,

    /// <summary>Of these, what was due before today.</summary>
    Overdue,
}

/// <summary>Open tasks about all people whom the actor treats.</summary>
public sealed class TaskLists(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    private const int MostPeople = 200;

    private static readonly DataClass[] Needed = [DataClass.Demographics, DataClass.PresenceInTreatment, DataClass.CarePlan];

    public Task<TaskListView> ListAsync(WhichTasks list, CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTask), Reason: "list"),
            db => ReadAsync(db, list, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// An open task of one's own, one that anybody of one's role does, or one that needs a person: each who treats them sees it.
    /// </summary>
    internal static bool IsMine(CareTask task, Actor actor) =>
        task.NeedsPerson || task.ForAccountId == actor.AccountId || task.ForRole is { } role && PatientRoles.OnTeam(actor.Role) == role;

    private async Task<TaskListView> ReadAsync(GlidepathDbContext db, WhichTasks list, CancellationToken cancellationToken)
    {
        var (me, today) = (Actor.AccountId, Today);
        var mine = await db.TreatedByAsync(me, today, cancellationToken);
        // The longest due first: what is cut off is what can wait.
        var candidates = await db.Deciding<CareTask>()
            .Where(t => t.State == CareTaskState.Open && mine.Contains(t.PatientId))
            .GroupBy(t => t.PatientId)
            .OrderBy(g => g.Min(t => t.DueOn))
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .Take(MostPeople + 1)
            .ToListAsync(cancellationToken);
        if (candidates.Count == 0)
            return new TaskListView(today, list, [], false, new Dictionary<Guid, string>());
        var may = await RecordAccess.SeenAsync(db, Actor, [.. candidates.Take(MostPeople)], Needed, [], Now, cancellationToken);
        var seen = may.Keys.ToList();
        // Of nobody nothing is asked.
        if (seen.Count == 0)
            return new TaskListView(today, list, [], false, new Dictionary<Guid, string>());
        using var looking = db.BeginLookingThrough();
        var people = (await db.Set<Patient>().AsNoTracking().Where(p => seen.Contains(p.Id)).ToListAsync(cancellationToken)).ToDictionary(
            p => p.Id,
            p => PatientHead.Of(p, null, today)
        );
        var tasks = (
            await db.Set<CareTask>()
                .AsNoTracking()
                .Where(t => t.State == CareTaskState.Open && seen.Contains(t.PatientId))
                .ToListAsync(cancellationToken)
        )
            .Where(t =>
                list switch
                {
                    WhichTasks.Mine => IsMine(t, Actor),
                    WhichTasks.Patients => true,
                    WhichTasks.Overdue => t.DueOn < today,
                }
            )
            .OrderBy(t => t.DueOn)
            .ThenBy(t => t.RecordedAt)
            .ToList();
        db.Shown(tasks.Select(t => t.PatientId));
        var names = await NamesAsync(db, tasks.Select(t => t.ForAccountId).OfType<Guid>(), cancellationToken);
        return new TaskListView(
            today,
            list,
            [.. tasks.Select(t => new TaskLine(people[t.PatientId], t))],
            candidates.Count > MostPeople,
            names
        );
    }
}

/// <param name="Lines">The longest overdue first.</param>
/// <param name="IsCut">There are more people with open tasks than are looked at here.</param>
public sealed record TaskListView(
    DateOnly Today,
    WhichTasks List,
    IReadOnlyList<TaskLine> Lines,
    bool IsCut,
    IReadOnlyDictionary<Guid, string> Names
);

public sealed record TaskLine(PatientHead Who, CareTask Task);
