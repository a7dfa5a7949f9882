using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// A patient's own papers, for themselves (45 CFR 164.524). What was filed in error is not theirs to have: it may be another's.
/// </summary>
public sealed class OwnDocumentsService(Store store, RecordAccess access, CurrentActor who, OwnRecord own, DocumentOpening opening)
    : PatientSubject(store, access, who)
{
    /// <returns>The newest first; null for an account that is nobody's.</returns>
    public async Task<IReadOnlyList<DocumentReference>?> ListAsync(CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is not { } patientId
            ? null
            : await Access.RunAsync(
                Actor,
                Who.RequestId,
                patientId,
                [(Read, DataClass.Documents)],
                async db =>
                {
                    var papers = new List<DocumentReference>();
                    foreach (var record in db.RecordsOf(patientId))
                    {
                        var open = await DocumentParts.OpenAsync(Access, db, Actor, record, cancellationToken);
                        papers.AddRange(
                            await db.Documents(record, open)
                                .AsNoTracking()
                                .Where(d => d.Status == DocumentStatus.Current)
                                .ToListAsync(cancellationToken)
                        );
                    }
                    return (IReadOnlyList<DocumentReference>)[.. papers.OrderByDescending(d => d.RecordedAt)];
                },
                cancellationToken
            );

    /// <summary>Taken, and not only looked at: it stands in the list of what left.</summary>
    public async Task<OpenedDocument?> OpenAsync(Guid id, CancellationToken cancellationToken) =>
        // Of whichever of their records: what is on their list, and nothing else.
        (await ListAsync(cancellationToken))?.FirstOrDefault(d => d.Id == id)
            is { } paper
            ? await opening.OpenAsync(
                paper.PatientId,
                id,
                DisclosureChannel.Pdf,
                DisclosureBasis.PatientAccess,
                withErrors: false,
                cancellationToken
            )
            : null;
}
