using Glidepath.Storage.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The end of a record. Asked for by one person and approved by another, after the retention period, never while held. Then both keys are
/// overwritten, and what they sealed is found by nobody, here or in a backup: the list beside the anchors lets a restore destroy them
/// again.
/// </summary>
public sealed class KeyDestructionService(Store store)
{
    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <returns>Null where there is no such patient.</returns>
    public Task<KeyDestruction?> RequestAsync(Actor actor, string requestId, Guid patientId, CancellationToken cancellationToken) =>
        RunAsync(
            actor,
            requestId,
            patientId,
            async db =>
            {
                if (
                    await db.Deciding<KeyDestruction>()
                        .AnyAsync(
                            d =>
                                d.PatientId == patientId
                                && (d.Status == KeyDestructionStatus.Requested || d.Status == KeyDestructionStatus.Approved),
                            cancellationToken
                        )
                )
                    throw new RuleViolationException("key-destruction.already");
                if (await AgeAsync(db, patientId, cancellationToken) is not { } age)
                    return null;
                await RefuseMergedAsync(db, patientId, cancellationToken);
                var request = KeyDestruction.Request(Guid.CreateVersion7(), patientId, age, RetentionRule.Default, actor, Now, store.Zone);
                db.Add(request);
                return request;
            },
            cancellationToken
        );

    /// <returns>Null where nothing of the kind was asked for.</returns>
    public async Task<KeyDestruction?> ApproveAsync(Actor actor, string requestId, Guid destructionId, CancellationToken cancellationToken)
    {
        var done = await RunAsync(
            actor,
            requestId,
            null,
            async db =>
            {
                if (
                    await db.Set<KeyDestruction>().SingleOrDefaultAsync(d => d.Id == destructionId, cancellationToken) is not { } request
                    || await AgeAsync(db, request.PatientId, cancellationToken) is not { } age
                )
                    return null;
                await RefuseMergedAsync(db, request.PatientId, cancellationToken);
                request.Approve(age, RetentionRule.Default, actor, Now, store.Zone);
                request.Done(Now);
                await db.SaveChangesAsync(cancellationToken);
                // First the list: a line too many destroys again what is destroyed, a line too few brings back what must not come back.
                await DestroyedKeys.AppendAsync(store, request.PatientId, Now, cancellationToken);
                await DestroyAsync(db, request.PatientId, Now, cancellationToken);
                return request;
            },
            cancellationToken
        );
        if (done is not null)
            await ForgetAsync(done.PatientId, cancellationToken);
        return done;
    }

    public Task<KeyDestruction?> WithdrawAsync(Actor actor, string requestId, Guid destructionId, CancellationToken cancellationToken) =>
        RunAsync(
            actor,
            requestId,
            null,
            async db =>
            {
                var request = await db.Set<KeyDestruction>().SingleOrDefaultAsync(d => d.Id == destructionId, cancellationToken);
                request?.Withdraw();
                return request;
            },
            cancellationToken
        );

    public Task<IReadOnlyList<KeyDestruction>> ListAsync(RequestActor actor, CancellationToken cancellationToken) =>
        store.Records.RunAsync<IReadOnlyList<KeyDestruction>>(
            actor,
            new AuditEntry(AuditAction.Read, nameof(KeyDestruction)),
            async db =>
            {
                db.Scope!.Grants.AddForEveryone(AccessAction.Read, DataClass.Keys);
                return await db.Set<KeyDestruction>().AsNoTracking().OrderByDescending(d => d.RequestedAt).ToListAsync(cancellationToken);
            },
            cancellationToken
        );

    /// <summary>While two records stand as one, neither ends alone: what decides about one is read with the other.</summary>
    private static async Task RefuseMergedAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        var links = await db.Set<PatientLink>().AsNoTracking().Where(l => l.PatientId == patientId).ToListAsync(cancellationToken);
        if (PatientLink.Standing(links).Any())
            throw new RuleViolationException("key-destruction.merged");
    }

    private static async Task<bool> DestroyAsync(GlidepathDbContext db, Guid patientId, DateTime now, CancellationToken cancellationToken)
    {
        // SQLite would leave the old bytes in the file.
        if (db is SqliteGlidepathDbContext)
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellationToken);
        var keys = await db.PatientKeys.Where(k => k.PatientId == patientId && k.DestroyedAt == null).ToListAsync(cancellationToken);
        foreach (var key in keys)
            key.Destroy(now);
        await db.SaveChangesAsync(cancellationToken);
        await ForgetHashesAsync(db, patientId, cancellationToken);
        return keys.Count > 0;
    }

    /// <summary>What the patient could be found by is under the key of the index and not their own: it must go by itself.</summary>
    internal static Task ForgetHashesAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Deciding<PatientIndex>().IgnoreQueryFilters().Where(i => i.PatientId == patientId).ExecuteDeleteAsync(cancellationToken);

    private async Task ForgetAsync(Guid patientId, CancellationToken cancellationToken)
    {
        store.Ring.Forget(patientId);
        store.Seals.Kept.Forget(patientId);
        await using var db = store.CreateDbContext();
        if (db is SqliteGlidepathDbContext)
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    private Task<KeyDestruction?> RunAsync(
        Actor actor,
        string requestId,
        Guid? patientId,
        Func<GlidepathDbContext, Task<KeyDestruction?>> work,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            new RequestActor(actor.AccountId, actor.Role.ToString(), requestId),
            new AuditEntry(AuditAction.Delete, nameof(KeyDestruction), patientId, Reason: "key-destruction"),
            db =>
            {
                db.Scope!.Grants.AddForEveryone(AccessAction.Write, DataClass.Keys);
                return work(db);
            },
            cancellationToken
        );

    /// <summary>The last entry by the audit, which knows every write and when it was made.</summary>
    private async Task<RecordAge?> AgeAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        if (await RecordAccess.RelationAsync(db, patientId, Now, cancellationToken) is not { File: var file })
            return null;
        DateTime registered;
        using (db.BeginDeciding())
            registered = (await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken)).RegisteredAt;
        var written =
            await db
                .AuditEvents.AsNoTracking()
                .Where(e =>
                    e.PatientId == patientId
                    && e.Outcome == AuditOutcome.Permitted
                    && (e.Action == AuditAction.Create || e.Action == AuditAction.Amend || e.Action == AuditAction.Update)
                    && e.Target != nameof(KeyDestruction)
                )
                .MaxAsync(e => (DateTime?)e.At, cancellationToken)
            ?? registered;
        var disclosed = await db.Deciding<DisclosureRecord>()
            .Where(d => d.PatientId == patientId)
            .MaxAsync(d => (DateTime?)d.DisclosedAt, cancellationToken);
        var today = store.Today;
        var held =
            file.BreakGlass.Any(b => b.ReviewedAt is null) || file.LegalDemands.Any(d => d.ValidUntil is null || d.ValidUntil >= today);
        return new RecordAge(
            store.DayOf(written > registered ? written : registered),
            file.BirthDate,
            disclosed is { } last ? store.DayOf(last) : null,
            held
        );
    }
}
