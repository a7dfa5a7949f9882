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
    private Actor Actor => who.Actor;

    /// <summary>Accounts that can have tasks, with how many they have open; of others than a director and an administrator only their own count.</summary>
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
                var treats = (
                    await db.Set<CareTeamMember>()
                        .AsNoTracking()
                        .Where(m => m.AccountId == to && about.Contains(m.PatientId))
                        .ToListAsync(cancellationToken)
                )
                    .Where(m => m.IsOn(today) && m.IsClinician)
                    .Select(m => m.PatientId)
                    .ToHashSet();
                if (about.Count(p => !treats.Contains(p)) is > 0 and var missing)
                    throw new RuleViolationException(
                        "task.hand-over.absent",
                        ("who", await TaskOwners.NameAsync(db, to, cancellationToken)),
                        ("count", missing)
                    );
                foreach (var task in tasks)
                {
                    // To whom it goes, and no more; each leaves its row in the trail.
                    db.Grant(task.PatientId, AccessAction.Write, RecordClass.CarePlan);
                    task.HandTo(to, why, now, Actor.AccountId);
                }
                await db.SaveChangesAsync(cancellationToken);
                return new TasksHandedOver(tasks.Count);
            },
            cancellationToken
        );

    private bool MayHandOver(Guid account) => account == Actor.AccountId || Actor.Role is Role.Director or Role.Administrator;
}

/// <param name="IsOpen">The account is not disabled.</param>
/// <param name="Tasks">Open ones; null where it is nothing to the actor.</param>
public sealed record TaskHolder(Guid AccountId, string Name, string Role, bool IsOpen, int? Tasks);

public sealed record TasksHandedOver(int Count);
