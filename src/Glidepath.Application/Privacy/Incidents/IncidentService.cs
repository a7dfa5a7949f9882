using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <param name="Names">Of the accounts that wrote in it.</param>
public sealed record IncidentView(IncidentFile File, IReadOnlyDictionary<Guid, string> Names)
{
    public string Who(Guid account) => Names.GetValueOrDefault(account, "someone no longer here");
}

/// <summary>
/// The breach register. Each look at it and each entry is in the audit; a patient whose record number stands in it has a row of their own.
/// </summary>
public sealed class IncidentService(Store store, CurrentActor actor)
{
    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => store.Today;

    /// <summary>What is due first stands first, then what waits to be closed, then the closed, the newest first.</summary>
    public Task<IReadOnlyList<IncidentFile>> AllAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(PrivacyIncident), Reason: "register"),
            db => ReadAsync(db, cancellationToken),
            cancellationToken
        );

    internal static async Task<IReadOnlyList<IncidentFile>> ReadAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var incidents = await db.Set<PrivacyIncident>().AsNoTracking().ToListAsync(cancellationToken);
        if (incidents.Count == 0)
            return [];
        var assessments = (await db.Set<IncidentAssessment>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(a => a.IncidentId);
        var steps = (await db.Set<IncidentStep>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(s => s.IncidentId);
        var delays = (await db.Set<LawEnforcementDelay>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(d => d.IncidentId);
        return
        [
            .. incidents
                .Select(i => new IncidentFile(i, assessments[i.Id], steps[i.Id], delays[i.Id]))
                .OrderBy(f => f.IsClosed)
                .ThenBy(f => f.Next?.DueOn ?? DateOnly.MaxValue)
                .ThenByDescending(f => f.Incident.DiscoveredOn)
                .ThenByDescending(f => f.Incident.Id),
        ];
    }

    /// <returns>Null: no such incident.</returns>
    public Task<IncidentView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(PrivacyIncident), TargetId: id, Reason: "register"),
            async db =>
            {
                if (await FileAsync(db, id, isTracked: false, cancellationToken) is not { } file)
                    return null;
                var writers = file
                    .Assessments.Select(a => a.RecordedBy)
                    .Concat(file.History.Select(s => s.RecordedBy))
                    .Concat(file.AllDelays.Select(d => d.RecordedBy))
                    .Append(file.Incident.RecordedBy)
                    .Distinct()
                    .ToList();
                return new IncidentView(
                    file,
                    await db.Users.Where(u => writers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken)
                );
            },
            cancellationToken
        );

    /// <param name="known">Whose records are known to be in it.</param>
    /// <exception cref="RuleViolationException">What was entered cannot be.</exception>
    public Task<Guid> ReportAsync(IncidentTerms terms, IReadOnlyList<Guid> known, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        return store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Create, nameof(PrivacyIncident), TargetId: id, Reason: "register"),
            db =>
            {
                db.Add(PrivacyIncident.Report(id, terms with { Records = Written(known) }, Now, actor.Actor.AccountId, store.Zone));
                Note(db, known);
                return Task.FromResult(id);
            },
            cancellationToken
        );
    }

    /// <returns>False: no such incident.</returns>
    /// <exception cref="RuleViolationException">What was entered cannot be.</exception>
    public Task<bool> CountAsync(
        Guid id,
        int? people,
        int? mostInOneState,
        IReadOnlyList<Guid> known,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            "register.count",
            (db, file) =>
            {
                file.Incident.Count(people, mostInOneState, Written(known));
                Note(db, known);
            },
            cancellationToken
        );

    /// <inheritdoc cref="CountAsync" path="/returns|/exception"/>
    public Task<bool> AssessAsync(Guid id, AssessmentTerms terms, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            "register.assess",
            (db, file) => db.Add(file.Assess(Guid.CreateVersion7(), terms, Now, actor.Actor.AccountId, store.Zone)),
            cancellationToken
        );

    /// <inheritdoc cref="CountAsync" path="/returns|/exception"/>
    public Task<bool> TakeAsync(Guid id, StepTerms terms, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            "register.step",
            (db, file) => db.Add(file.Take(Guid.CreateVersion7(), terms, Now, actor.Actor.AccountId, store.Zone)),
            cancellationToken
        );

    /// <inheritdoc cref="CountAsync" path="/returns|/exception"/>
    public Task<bool> DelayAsync(Guid id, DelayTerms terms, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            "register.delay",
            (db, file) => db.Add(file.Delay(Guid.CreateVersion7(), terms, Now, actor.Actor.AccountId, store.Zone)),
            cancellationToken
        );

    private Task<bool> ChangeAsync(
        Guid id,
        string what,
        Action<GlidepathDbContext, IncidentFile> change,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            actor.ForAudit,
            new AuditEntry(AuditAction.Update, nameof(PrivacyIncident), TargetId: id, Reason: what),
            async db =>
            {
                if (await FileAsync(db, id, isTracked: true, cancellationToken) is not { } file)
                    return false;
                change(db, file);
                // Its version moves with each entry about it: of two who enter something at once, the second is told.
                db.Entry(file.Incident).Property(i => i.RecordedAt).IsModified = true;
                return true;
            },
            cancellationToken
        );

    private static async Task<IncidentFile?> FileAsync(GlidepathDbContext db, Guid id, bool isTracked, CancellationToken cancellationToken)
    {
        var incidents = isTracked ? db.Set<PrivacyIncident>() : db.Set<PrivacyIncident>().AsNoTracking();
        return await incidents.SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } incident
            ? null
            : new IncidentFile(
                incident,
                await db.Set<IncidentAssessment>().AsNoTracking().Where(a => a.IncidentId == id).ToListAsync(cancellationToken),
                await db.Set<IncidentStep>().AsNoTracking().Where(s => s.IncidentId == id).ToListAsync(cancellationToken),
                await db.Set<LawEnforcementDelay>().AsNoTracking().Where(d => d.IncidentId == id).ToListAsync(cancellationToken)
            );
    }

    private static string Written(IReadOnlyList<Guid> known) => string.Join(' ', known.Select(RecordNumber.Of));

    private static void Note(GlidepathDbContext db, IReadOnlyList<Guid> known)
    {
        foreach (var patient in known)
            db.NoteShown(patient, nameof(PrivacyIncident));
    }
}
