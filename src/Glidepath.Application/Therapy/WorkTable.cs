using Glidepath.Storage;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>Where the entries of one kind of own work are, so that all of a kind can be shared or taken back at once.</summary>
/// <param name="Tracked">Of one record, to be changed.</param>
/// <param name="Shared">Of these records, those that are shared and no other.</param>
public sealed record WorkTable(
    WorkKind Kind,
    Func<GlidepathDbContext, Guid, CancellationToken, Task<IReadOnlyList<OwnWork>>> Tracked,
    Func<GlidepathDbContext, IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyList<OwnWork>>> Shared
)
{
    public static WorkTable Of<T>(WorkKind kind)
        where T : OwnWork =>
        new(
            kind,
            async (db, patientId, cancellationToken) =>
                await db.Set<T>().Where(e => e.PatientId == patientId).ToListAsync(cancellationToken),
            async (db, patientIds, cancellationToken) =>
                await db.Set<T>()
                    .AsNoTracking()
                    .Where(e => patientIds.Contains(e.PatientId) && e.Holds == DataClass.TherapyWork)
                    .ToListAsync(cancellationToken)
        );
}
