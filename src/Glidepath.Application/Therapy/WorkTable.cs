using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>Where the entries of one kind of own work are, so that all of a kind can be shared or taken back at once.</summary>
/// <param name="Tracked">Of one record, to be changed.</param>
/// <param name="Part">Those that are shared and no other; read together with all else that a page shows.</param>
/// <param name="Shared">What was read of <paramref name="Part"/>.</param>
public sealed record WorkTable(
    WorkKind Kind,
    Func<GlidepathDbContext, Guid, CancellationToken, Task<IReadOnlyList<OwnWork>>> Tracked,
    RecordPart Part,
    Func<PersonEntries, IEnumerable<OwnWork>> Shared
)
{
    public static WorkTable Of<T>(WorkKind kind)
        where T : OwnWork
    {
        var part = RecordPart.Of<T>(e => e.Holds == DataClass.TherapyWork);
        return new(
            kind,
            async (db, patientId, cancellationToken) =>
                await db.Set<T>().Where(e => e.PatientId == patientId).ToListAsync(cancellationToken),
            part,
            person => person.Of(part)
        );
    }
}
