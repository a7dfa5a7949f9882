using System.Security.Cryptography;
using System.Text;
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

/// <summary>
/// All open tasks of one account to another, in one step: when somebody is away, and before an account is disabled. Nobody is named to
/// whoever does it: only how many.
/// </summary>
public sealed class TaskHandOvers(Store store, CurrentActor who)
{
    private const int MostShown = 200;

    private Actor Actor => who.Actor;

    /// <summary>Accounts that can have tasks, with how many they have open; of others than a director and an administrator only their own
    /// count.</summary>
    public Task<IReadOnlyList<TaskHolder>> HoldersAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTask), Reason: "hand-over"),
            async Task<IReadOnlyList<TaskHolder>> (db) =>
            {
                var staff = await db.Clinicians()
                    .OrderBy(u => u.DisplayName)
                    .Select(u => new
                    {
                        u.Id,
                        u.DisplayName,
                        u.Role,
                        IsOpen = u.DisabledAt == null,
                    })
                    .ToListAsync(cancellationToken);
                // One by one: what nobody asked for is not counted.
                var asked = staff.Select(s => s.Id).Where(MayHandOver).ToList();
                var open = (
                    await db.Deciding<CareTask>()
                        .Where(t => t.ForAccountId != null && asked.Contains(t.ForAccountId.Value) && t.State == CareTaskState.Open)
                        .GroupBy(t => t.ForAccountId!.Value)
                        .Select(g => new { g.Key, Count = g.Count() })
                        .ToListAsync(cancellationToken)
                ).ToDictionary(g => g.Key, g => g.Count);
                return
                [
                    .. staff.Select(s => new TaskHolder(
                        s.Id,
                        s.DisplayName,
                        s.Role,
                        s.IsOpen,
                        MayHandOver(s.Id) ? open.GetValueOrDefault(s.Id) : null
                    )),
                ];
            },
            cancellationToken
        );

    /// <summary>How many open tasks an account has: before it ends, somebody takes them over.</summary>
    public Task<int> OpenOfAsync(Guid account, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTask), Reason: "successor"),
            db => db.Deciding<CareTask>().CountAsync(t => t.State == CareTaskState.Open && t.ForAccountId == account, cancellationToken),
            cancellationToken
        );

    /// <returns>How many were handed over.</returns>
    /// <exception cref="RuleViolationException"><c>task.hand-over.…</c>, <c>task.for.…</c>: none was.</exception>
    public Task<TasksHandedOver> HandOverAsync(Guid from, Guid to, string? why, Once once, CancellationToken cancellationToken) =>
        store.Records.RunOnceAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Update, nameof(CareTask), TargetId: from, Reason: "hand-over"),
            once.Key,
            once.Body,
            async db =>
            {
                if (!MayHandOver(from))
                    throw new RuleViolationException("task.hand-over.not-yours");
                if (from == to)
                    throw new RuleViolationException("task.hand-over.same");
                await TaskOwners.MustBeOpenAsync(db, to, cancellationToken);
                var (today, now) = (store.Today, store.Clock.GetUtcNow().UtcDateTime);
                using var deciding = db.BeginDeciding();
                var tasks = await db.Set<CareTask>()
                    .Where(t => t.State == CareTaskState.Open && t.ForAccountId == from)
                    .ToListAsync(cancellationToken);
                if (tasks.Count == 0)
                    throw new RuleViolationException("task.hand-over.none");
                var about = tasks.Select(t => t.PatientId).Distinct().ToList();
                var teams = await db.TeamsAsync(about, today, cancellationToken);
                if (about.Count(p => !teams[p].Any(m => m.AccountId == to && m.IsClinician)) is > 0 and var missing)
                    throw new RuleViolationException(
                        "task.hand-over.absent",
                        ("who", await TaskOwners.NameAsync(db, to, cancellationToken)),
                        ("count", missing)
                    );
                foreach (var task in tasks)
                {
                    // To whom it goes, and no more; each leaves its row in the trail.
                    db.Grant(task.PatientId, AccessAction.Write, DataClass.CarePlan);
                    task.HandTo(to, why, now, Actor.AccountId);
                }
                await db.SaveChangesAsync(cancellationToken);
                return new TasksHandedOver(tasks.Count);
            },
            cancellationToken
        );

    /// <summary>
    /// The open tasks of an account by who else treats those whom they are about: whoever ends the account names a successor for each.
    /// Staff and counts, and no patient.
    /// </summary>
    public Task<IReadOnlyList<TaskGroup>> GroupsAsync(Guid account, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTask), TargetId: account, Reason: "successor"),
            async Task<IReadOnlyList<TaskGroup>> (db) =>
            {
                if (!MayHandOver(account))
                    return [];
                using var deciding = db.BeginDeciding();
                var tasks = await OpenAsync(db, account, cancellationToken);
                var others = await OthersAsync(db, account, tasks, cancellationToken);
                var ids = others.SelectMany(g => g).Distinct().ToList();
                var names = await db
                    .Users.Where(u => ids.Contains(u.Id))
                    .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
                return
                [
                    .. tasks
                        .GroupBy(t => TaskGroup.KeyOf(others[t.PatientId]))
                        .Select(g => new TaskGroup(
                            g.Key,
                            g.Count(),
                            [.. others[g.First().PatientId].Select(id => (id, names.GetValueOrDefault(id, "?"))).OrderBy(m => m.Item2)]
                        ))
                        .OrderByDescending(g => g.Team.Count > 0)
                        .ThenByDescending(g => g.Tasks),
                ];
            },
            cancellationToken
        );

    /// <summary>
    /// Records with open tasks that need a person, the most first: for the director, who sees to it that the care team has somebody. By
    /// record number and count; of nobody name or task.
    /// </summary>
    public Task<IReadOnlyList<NobodysTasks>> NobodysAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CareTask), Reason: "needs a person"),
            async Task<IReadOnlyList<NobodysTasks>> (db) =>
            {
                if (Actor.Role is not Role.Director)
                    return [];
                var open = await db.Deciding<CareTask>()
                    .Where(t =>
                        t.State == CareTaskState.Open
                        && t.ForRole == null
                        // Also one that is left with an account that cannot sign in, however that came about.
                        && (t.ForAccountId == null || db.Users.Any(u => u.Id == t.ForAccountId && u.DisabledAt != null))
                    )
                    .GroupBy(t => t.PatientId)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .OrderByDescending(g => g.Count)
                    .ThenBy(g => g.Key)
                    .Take(MostShown)
                    .ToListAsync(cancellationToken);
                foreach (var of in open)
                    db.NoteShown(of.Key, nameof(CareTask));
                return [.. open.Select(g => new NobodysTasks(g.Key, RecordNumber.Of(g.Key), g.Count))];
            },
            cancellationToken
        );

    /// <summary>
    /// An account ends: each of its open tasks goes to the successor who was named for its care team, and where none was, or they are not
    /// on it any more, it waits for a person. It refuses nobody: whoever must not get in any more is not kept in by their work.
    /// </summary>
    /// <param name="successors">By <see cref="TaskGroup.Key"/>.</param>
    public Task<TasksPassedOn> PassOnAsync(
        Guid from,
        IReadOnlyDictionary<string, Guid> successors,
        string why,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Update, nameof(CareTask), TargetId: from, Reason: "hand-over"),
            async db =>
            {
                if (!MayHandOver(from))
                    throw new RuleViolationException("task.hand-over.not-yours");
                var now = store.Clock.GetUtcNow().UtcDateTime;
                using var deciding = db.BeginDeciding();
                var tasks = await OpenAsync(db, from, cancellationToken);
                var others = await OthersAsync(db, from, tasks, cancellationToken);
                var left = 0;
                foreach (var task in tasks)
                {
                    // To whom it goes, and no more; each leaves its row in the trail.
                    db.Grant(task.PatientId, AccessAction.Write, DataClass.CarePlan);
                    var team = others[task.PatientId].ToList();
                    if (successors.TryGetValue(TaskGroup.KeyOf(team), out var to) && team.Contains(to))
                        task.HandTo(to, why, now, Actor.AccountId);
                    else
                    {
                        task.LeaveToNobody(why, now, Actor.AccountId);
                        left++;
                    }
                }
                await db.SaveChangesAsync(cancellationToken);
                return new TasksPassedOn(tasks.Count - left, left);
            },
            cancellationToken
        );

    private static Task<List<CareTask>> OpenAsync(GlidepathDbContext db, Guid account, CancellationToken cancellationToken) =>
        db.Set<CareTask>().Where(t => t.State == CareTaskState.Open && t.ForAccountId == account).ToListAsync(cancellationToken);

    /// <summary>By patient: the clinicians on the care team today whose accounts are open, without this one.</summary>
    private async Task<ILookup<Guid, Guid>> OthersAsync(
        GlidepathDbContext db,
        Guid account,
        List<CareTask> tasks,
        CancellationToken cancellationToken
    )
    {
        var about = tasks.Select(t => t.PatientId).Distinct().ToList();
        var team = (await db.TeamsAsync(about, store.Today, cancellationToken))
            .SelectMany(of => of.Where(m => m.IsClinician && m.AccountId != account).Select(m => (PatientId: of.Key, m.AccountId)))
            .Distinct()
            .ToList();
        var live = await TaskOwners.OpenOfAsync(db, [.. team.Select(m => m.AccountId).Distinct()], cancellationToken);
        return team.Where(m => live.Contains(m.AccountId)).ToLookup(m => m.PatientId, m => m.AccountId);
    }

    private bool MayHandOver(Guid account) => account == Actor.AccountId || Actor.Role is Role.Director or Role.Administrator;
}

/// <param name="IsOpen">The account is not disabled.</param>
/// <param name="Tasks">Open ones; null where it is nothing to the actor.</param>
public sealed record TaskHolder(Guid AccountId, string Name, string Role, bool IsOpen, int? Tasks);

public sealed record TasksHandedOver(int Count);

/// <summary>Open tasks about people who have the same clinicians besides.</summary>
/// <param name="Key">Of those clinicians.</param>
/// <param name="Team">Nobody where nobody else treats them.</param>
public sealed record TaskGroup(string Key, int Tasks, IReadOnlyList<(Guid AccountId, string Name)> Team)
{
    public static string KeyOf(IEnumerable<Guid> team) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', team.Order()))).AsSpan(0, 6));
}

public sealed record NobodysTasks(Guid PatientId, string RecordNumber, int Count);

/// <param name="Left">How many wait for a person.</param>
public sealed record TasksPassedOn(int Handed, int Left);
