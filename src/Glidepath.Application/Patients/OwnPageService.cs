using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>The page that a patient's own account begins with.</summary>
public sealed class OwnPageService(Store store, RecordAccess access, CurrentActor who, IEnumerable<NextLines> next)
    : PatientSubject(store, access, who)
{
    /// <returns>The soonest first; null for an account that is nobody's.</returns>
    public async Task<IReadOnlyList<NextLine>?> NextAsync(CancellationToken cancellationToken)
    {
        if (await OwnIdAsync(cancellationToken) is not { } patientId)
            return null;
        return await Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            [(Read, RecordClass.Demographics), (Read, RecordClass.PresenceInTreatment)],
            async db =>
            {
                var parts = next.SelectMany(n => n.Parts).ToList();
                var may = await Access.AllowedAsync(
                    db,
                    Actor,
                    patientId,
                    Read,
                    parts.SelectMany(p => p.Needs).Distinct(),
                    cancellationToken
                );
                var head = await HeadAsync(db, patientId, cancellationToken);
                var all = await Gathered.ReadAsync(db, Gathered.For(patientId, may), parts, cancellationToken);
                var view = new PersonInView(head, LocalNow, all.Of(patientId));
                return (IReadOnlyList<NextLine>)[.. next.SelectMany(n => n.Of(view)).OrderBy(l => l.At)];
            },
            cancellationToken
        );
    }

    private async Task<Guid?> OwnIdAsync(CancellationToken cancellationToken)
    {
        await using var db = Store.CreateDbContext();
        var account = Actor.AccountId;
        return await db.Users.Where(u => u.Id == account).Select(u => u.PatientId).SingleOrDefaultAsync(cancellationToken);
    }
}
