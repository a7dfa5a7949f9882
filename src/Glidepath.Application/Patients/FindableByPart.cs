using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// Makes people findable by parts of their names who were registered when whole names were kept only; a backup from then brings them back.
/// Some at a time, so that nobody waits for it, and what is done is not done again.
/// </summary>
internal sealed class FindableByPart(Store store, TimeProvider clock, ILogger<FindableByPart> log) : DailyWork(clock, log)
{
    private const int AtATime = 50;

    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        // Asked first: on most days there is nothing, and nothing is written.
        while (await IsNeededAsync(cancellationToken) && await SomeAsync(cancellationToken) == AtATime) { }
    }

    private Task<bool> IsNeededAsync(CancellationToken cancellationToken) =>
        store.Records.IsThereAsync(
            async db => (await PatientFinding.WithoutPartsAsync(db, 1, cancellationToken)).Count > 0,
            cancellationToken
        );

    private Task<int> SomeAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            RequestActor.System("findable-by-part"),
            new AuditEntry(AuditAction.Update, nameof(PatientIndex), Reason: "findable by parts of the name"),
            async db =>
            {
                var ids = await PatientFinding.WithoutPartsAsync(db, AtATime, cancellationToken);
                if (ids.Count == 0)
                    return 0;
                foreach (var id in ids)
                {
                    db.Grant(id, AccessAction.Read, DataClass.Demographics, DataClass.Contact);
                    db.Grant(id, AccessAction.Write, DataClass.None);
                }
                foreach (var patient in await db.Set<Patient>().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken))
                    await PatientFinding.KeepInStepAsync(db, store.Index, patient, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return ids.Count;
            },
            cancellationToken
        );
}
