using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>
/// From a number that somebody read out or typed to the record it names. Says nothing of whether the asker may see it: who opens the record
/// asks that.
/// </summary>
public sealed class RecordNumbers(Store store, CurrentActor who)
{
    /// <param name="written">A <see cref="RecordNumber"/>, or a whole id as the API gives it.</param>
    /// <returns>Null where nobody has this number, or (one in 10¹²) more than one.</returns>
    public async Task<Guid?> FindAsync(string written, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(written, out var whole))
            return whole;
        if (RecordNumber.Read(written) is not { } signs)
            return null;
        var found = await store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(RecordNumber), Reason: "look-up"),
            db => PatientFinding.NumberedAsync(db, store.Index, signs, cancellationToken),
            cancellationToken
        );
        return found is [var only] ? only : null;
    }
}
