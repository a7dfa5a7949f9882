using Glidepath.Storage;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <summary>Whose record a patient's own account is.</summary>
public sealed class OwnRecord(Store store, CurrentActor current)
{
    /// <returns>Null for an account that is nobody's.</returns>
    public async Task<Guid?> PatientIdAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateDbContext();
        var account = current.Actor.AccountId;
        return await db.Users.Where(u => u.Id == account).Select(u => u.PatientId).SingleOrDefaultAsync(cancellationToken);
    }
}
