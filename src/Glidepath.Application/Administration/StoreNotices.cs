using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Administration;

/// <param name="Whose">A record number for the privacy officer, or the name of an account.</param>
public sealed record BackLine(AccessEnd End, string Whose);

/// <param name="By">How far the clock was set back.</param>
public sealed record ClockLine(DateTime At, TimeSpan By);

/// <param name="Back">What the last restore brought back, as far as it is known.</param>
/// <param name="AboutPatients">Of those, how many are about patients and not shown to this role.</param>
/// <param name="Problem">Why the list cannot be relied on.</param>
public sealed record Notices(
    RestoreMark? Restored,
    IReadOnlyList<BackLine> Back,
    int AboutPatients,
    string? Problem,
    IReadOnlyList<ClockLine> Clock
)
{
    public bool Any => Restored is not null || Clock.Count > 0;
}

/// <summary>What befell the store itself, for who has to act on it: a restore from a backup, and a clock that was set back.</summary>
internal sealed class StoreNotices(Store store, CurrentActor actor)
{
    private const int Most = 100;

    private static readonly TimeSpan Shown = TimeSpan.FromDays(90);

    public async Task<Notices> ReadAsync(CancellationToken cancellationToken)
    {
        var restored = await RestoreMark.ReadAsync(store, cancellationToken);
        if (restored is not null && store.Clock.GetUtcNow().UtcDateTime - restored.RestoredAt > Shown)
            restored = null;
        var problem = (string?)null;
        var ends = restored is null
            ? []
            : AccessEnds
                .After(store.Location, store.Keys, restored.MadeAt, out problem)
                // What was done since the restore is no news.
                .Where(e => e.At < restored.RestoredAt)
                .TakeLast(Most)
                .ToList();
        var (mine, others) = Part(ends);
        return new(restored, await NamedAsync(mine, cancellationToken), others, problem, await ClockAsync(cancellationToken));
    }

    /// <summary>An administrator learns of no patient.</summary>
    private (List<AccessEnd> Mine, int Others) Part(List<AccessEnd> ends)
    {
        var mine = actor.Actor.Role is Role.PrivacyOfficer ? ends : ends.FindAll(e => !e.IsAboutPatient);
        return (mine, ends.Count - mine.Count);
    }

    private async Task<IReadOnlyList<BackLine>> NamedAsync(List<AccessEnd> ends, CancellationToken cancellationToken)
    {
        if (ends.Count == 0)
            return [];
        return await store.Records.RunAsync<IReadOnlyList<BackLine>>(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(AccessEnd), Reason: "restore.list"),
            async db =>
            {
                var accounts = ends.Where(e => !e.IsAboutPatient).Select(e => e.Id).Distinct().ToList();
                var names = await db
                    .Users.Where(u => accounts.Contains(u.Id))
                    .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
                foreach (var patient in ends.Where(e => e.IsAboutPatient).Select(e => e.Id).Distinct())
                    db.NoteShown(patient, nameof(AccessEnd));
                return
                [
                    .. ends.Select(e => new BackLine(
                        e,
                        e.IsAboutPatient ? Glidepath.Treatment.Patients.RecordNumber.Of(e.Id) : names.GetValueOrDefault(e.Id, "?")
                    )),
                ];
            },
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<ClockLine>> ClockAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var rows = await db
            .AuditEvents.AsNoTracking()
            .Where(e => e.Target == AuditClock.Target)
            .OrderByDescending(e => e.Sequence)
            .Take(Most)
            .Select(e => new { e.At, e.Reason })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => (r.At, By: AuditClock.Read(r.Reason)))
                .Where(r => r.By is not null)
                .Select(r => new ClockLine(r.At, r.By!.Value)),
        ];
    }
}
