using System.Text;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// What staff do with the record of a person. Knows nothing of HTTP; pages and JSON call it. Null is "no such person" throughout.
/// </summary>
public sealed partial class PatientsService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    DisclosureService disclosures,
    Timeline timeline,
    IEnumerable<DueRows> due
)
{
    private const AccessAction Read = AccessAction.Read,
        Write = AccessAction.Write;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The day by which access is reckoned.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    public Actor Actor => who.Actor;

    /// <summary>Inside one patient's record, with the head of the page.</summary>
    private Task<T?> OpenAsync<T>(
        Guid patientId,
        RecordClass[] reads,
        Func<GlidepathDbContext, PatientHead, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class =>
        access.RunAsync(
            Actor,
            who.RequestId,
            patientId,
            [(Read, RecordClass.Demographics), (Read, RecordClass.PresenceInTreatment), .. reads.Select(r => (Read, r))],
            async db => await work(db, await HeadAsync(db, patientId, cancellationToken)),
            cancellationToken
        );

    private Task<Saved?> ChangeAsync(
        Guid patientId,
        RecordClass dataClass,
        Once? once,
        Func<GlidepathDbContext, Task<Saved>> work,
        CancellationToken cancellationToken
    ) => ChangeAsync(patientId, [(Write, dataClass)], once, work, cancellationToken);

    private Task<Saved?> ChangeAsync(
        Guid patientId,
        IReadOnlyList<(AccessAction, RecordClass)> needs,
        Once? once,
        Func<GlidepathDbContext, Task<Saved>> work,
        CancellationToken cancellationToken
    ) =>
        once is null
            ? access.RunAsync(Actor, who.RequestId, patientId, needs, work, cancellationToken)
            : access.RunOnceAsync(
                Actor,
                who.RequestId,
                patientId,
                needs,
                once.Key,
                [.. Encoding.UTF8.GetBytes($"{patientId}\n"), .. once.Body],
                work,
                cancellationToken
            );

    private async Task<PatientHead> HeadAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        PatientHead.Of(
            await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken),
            await LatestEpisodeAsync(db, patientId, cancellationToken),
            DateOnly.FromDateTime(Now)
        );

    private static Task<EpisodeOfCare?> LatestEpisodeAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Set<EpisodeOfCare>()
            .Where(e => e.PatientId == patientId)
            .OrderByDescending(e => e.OpenedOn)
            .ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>What a new entry hangs on; it is shown to nobody.</summary>
    private static async Task<EpisodeOfCare> EpisodeAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        return await LatestEpisodeAsync(db, patientId, cancellationToken)
            ?? throw new RuleViolationException("episode.none", "There is no episode of care. Open one first.");
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(
        GlidepathDbContext db,
        IEnumerable<Guid> accounts,
        CancellationToken cancellationToken
    )
    {
        var ids = accounts.Distinct().ToList();
        return await db
            .Users.AsNoTracking()
            .Where(u => ids.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
    }

    /// <exception cref="LostUpdateException">It is another version than the sender saw.</exception>
    private static T Expected<T>(T entity, Guid? version)
        where T : class, IVersioned =>
        version is null || entity.Version == version ? entity : throw new LostUpdateException(typeof(T).Name);

    private static async Task<Saved> SavedAsync<T>(GlidepathDbContext db, T entity, Guid id, CancellationToken cancellationToken)
        where T : class
    {
        await db.SaveChangesAsync(cancellationToken);
        return new Saved(id, (entity as IVersioned)?.Version);
    }

    private Entry NewEntry(Guid? amends = null, string? reason = null) => new(Guid.CreateVersion7(), Now, Actor.AccountId, amends, reason);
}

/// <param name="Version">Of what can be changed; null for what is written once.</param>
public sealed record Saved(Guid Id, Guid? Version);

/// <summary>What stands on top of every page of one person.</summary>
public sealed record PatientHead(
    Guid Id,
    string DisplayName,
    int? Age,
    string? Pronouns,
    Guid? EpisodeId,
    EpisodePhase? Phase,
    DateOnly? PhaseSince,
    DoorIn? Door
)
{
    /// <summary>Names the record to somebody who may not know the person.</summary>
    public string RecordNumber => Treatment.Patients.RecordNumber.Of(Id);

    public bool IsOpen => Phase is not null and not EpisodePhase.Discharged;

    public static PatientHead Of(Patient patient, EpisodeOfCare? episode, DateOnly today) =>
        new(
            patient.Id,
            patient.DisplayName,
            patient.AgeOn(today),
            patient.Pronouns,
            episode?.Id,
            episode?.Phase,
            episode?.PhaseSince,
            episode?.Door
        );
}
