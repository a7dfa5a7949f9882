using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Medications;

/// <summary>The medication list of one person: what is taken, how that is known, and who held it against its sources.</summary>
public sealed class MedicationsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<MedicationsView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Medications],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.Medications], cancellationToken);
                var all = await db.Set<MedicationStatement>()
                    .AsNoTracking()
                    .Where(m => records.Contains(m.PatientId))
                    .ToListAsync(cancellationToken);
                var people = all.SelectMany(m => new[] { (Guid?)m.RecordedBy, m.ReconciledBy }).OfType<Guid>();
                return new MedicationsView(
                    head,
                    [.. all.OrderByDescending(m => m.Details.Drug is not null).ThenByDescending(m => m.RecordedAt)],
                    await FromIntakeAsync(db, head, all, cancellationToken),
                    await NamesAsync(db, people, cancellationToken)
                );
            },
            cancellationToken
        );

    public Task<Saved?> AddAsync(Guid patientId, MedicationDetails details, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Medications,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var told = MedicationStatement.Record(Guid.CreateVersion7(), episode, details, Today, Now, Actor.AccountId);
                db.Add(told);
                return await SavedAsync(db, told, told.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="why">What changed, and who said so.</param>
    public Task<Saved?> ReplaceAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        MedicationDetails details,
        string why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Medications,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var before = await OneAsync(db, patientId, id, version, cancellationToken);
                var next = before.Replace(Guid.CreateVersion7(), episode, details, why, Today, NewEntry());
                db.Add(next);
                return await SavedAsync(db, next, next.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="on">First day without it.</param>
    public Task<Saved?> StopAsync(Guid patientId, Guid id, Guid? version, DateOnly on, string why, CancellationToken cancellationToken) =>
        EndAsync(patientId, id, version, m => m.Stop(on, why, Today), cancellationToken);

    public Task<Saved?> MarkEnteredInErrorAsync(Guid patientId, Guid id, Guid? version, string why, CancellationToken cancellationToken) =>
        EndAsync(patientId, id, version, m => m.MarkEnteredInError(why), cancellationToken);

    public Task<Saved?> ReconcileAsync(Guid patientId, Guid id, Guid? version, CancellationToken cancellationToken) =>
        EndAsync(patientId, id, version, m => m.Reconcile(Now, Actor.AccountId), cancellationToken);

    private Task<Saved?> EndAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        Action<MedicationStatement> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Medications,
            null,
            async db =>
            {
                var told = await OneAsync(db, patientId, id, version, cancellationToken);
                change(told);
                return await SavedAsync(db, told, id, cancellationToken);
            },
            cancellationToken
        );

    private static async Task<MedicationStatement> OneAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid id,
        Guid? version,
        CancellationToken cancellationToken
    ) => Expected(await OwnAsync<MedicationStatement>(db, patientId, m => m.Id == id, "medication", cancellationToken), version);

    /// <summary>What the intake tells of a medicine that is not on the list yet.</summary>
    private async Task<MedicationDetails?> FromIntakeAsync(
        GlidepathDbContext db,
        PatientHead head,
        List<MedicationStatement> list,
        CancellationToken cancellationToken
    )
    {
        var may = await Access.AllowedAsync(db, Actor, head.Id, Read, IntakeService.Holds, cancellationToken);
        if (!IntakeService.Holds.All(may.Contains))
            return null;
        var told = MedicationsContributions.FromIntake(IntakeFacts.Of(await SectionsAsync(db, head.EpisodeId, cancellationToken)), Today);
        return told is null || list.Exists(m => m.Status is not MedicationStatus.EnteredInError && m.Details.Name == told.Name)
            ? null
            : told;
    }
}

/// <param name="All">Benzodiazepines first, then the newest.</param>
/// <param name="FromIntake">A medicine that the intake names and the list does not; null for none, and where the intake is kept
/// back.</param>
public sealed record MedicationsView(
    PatientHead Head,
    IReadOnlyList<MedicationStatement> All,
    MedicationDetails? FromIntake,
    IReadOnlyDictionary<Guid, string> Names
)
{
    public IEnumerable<MedicationStatement> Active => All.Where(m => m.Status is MedicationStatus.Active);

    public IEnumerable<MedicationStatement> Ended => All.Where(m => m.Status is not MedicationStatus.Active);
}
