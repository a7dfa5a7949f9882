using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Medications;

/// <summary>Drug tests and laboratory results of one person, typed from their reports. Nothing else in the program reads them.</summary>
public sealed class ResultsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<ResultsView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Assessments],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.Assessments], cancellationToken);
                var all = await db.Set<ObservationResult>()
                    .AsNoTracking()
                    .Where(r => records.Contains(r.PatientId))
                    .ToListAsync(cancellationToken);
                return new ResultsView(
                    head,
                    [.. all.OrderByDescending(r => r.Details.TakenOn).ThenByDescending(r => r.RecordedAt)],
                    await NamesAsync(db, all.Select(r => r.RecordedBy), cancellationToken)
                );
            },
            cancellationToken
        );

    /// <param name="amends">The entry of this record that was typed wrong; null for none.</param>
    /// <param name="why">What was wrong; with <paramref name="amends"/> and only then.</param>
    public Task<Saved?> AddAsync(
        Guid patientId,
        ResultDetails details,
        Guid? amends,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Assessments,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                if (amends is { } id)
                    await OwnAsync<ObservationResult>(db, patientId, r => r.Id == id, "result", cancellationToken);
                var result = ObservationResult.Record(episode, details, Today, NewEntry(amends, why));
                db.Add(result);
                return await SavedAsync(db, result, result.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="All">The newest specimen first; what was corrected stays.</param>
public sealed record ResultsView(PatientHead Head, IReadOnlyList<ObservationResult> All, IReadOnlyDictionary<Guid, string> Names)
{
    private HashSet<Guid> Corrected => field ??= [.. All.Select(r => r.AmendsId).OfType<Guid>()];

    public IEnumerable<ObservationResult> Standing => All.Where(r => !Corrected.Contains(r.Id));

    public IEnumerable<ObservationResult> Replaced => All.Where(r => Corrected.Contains(r.Id));
}
